//! What printpdf leaves to be put right: version, properties, language.

use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::NaiveDateTime;
use lopdf::{Dictionary, Document, Object, StringFormat, dictionary, text_string};

use crate::ReportError;

/// Puts the file right and writes it.
///
/// # Errors
/// When the file cannot be written, which only a fault of a library can cause.
pub(super) fn finish(mut file: Document, title: &str, printed: NaiveDateTime) -> Result<Vec<u8>, ReportError> {
    let refused = |e: lopdf::Error| ReportError::Write(e.to_string());
    "1.7".clone_into(&mut file.version);
    let info = file.add_object(information(title, printed));
    file.trailer.set("Info", info);
    file.trailer.set("ID", identifier(&file, title, printed));
    let catalog = file.catalog_mut().map_err(refused)?;
    catalog.remove(b"OutputIntents");
    catalog.remove(b"Metadata");
    catalog.set("Lang", Object::string_literal("zh-CN"));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    let mode = if catalog.has(b"Outlines") { "UseOutlines" } else { "UseNone" };
    catalog.set("PageMode", mode);
    file.prune_objects();
    file.compress();
    let mut bytes = Vec::new();
    file.save_modern(&mut bytes).map_err(|e| ReportError::Write(e.to_string()))?;
    Ok(bytes)
}

fn information(title: &str, printed: NaiveDateTime) -> Dictionary {
    let time = Object::string_literal(printed.format("D:%Y%m%d%H%M%S+08'00'").to_string());
    dictionary! {
        "Title" => text_string(title),
        "Creator" => text_string("代表联络站台账"),
        "Producer" => Object::string_literal("printpdf"),
        "CreationDate" => time.clone(),
        "ModDate" => time,
    }
}

/// Two files of the same content and time have the same identifier.
fn identifier(file: &Document, title: &str, printed: NaiveDateTime) -> Object {
    let mut hasher = DefaultHasher::new();
    (title, printed, file.objects.len()).hash(&mut hasher);
    for object in file.objects.values() {
        if let Ok(stream) = object.as_stream() {
            stream.content.hash(&mut hasher);
        }
    }
    let half = hasher.finish().to_be_bytes();
    let id = Object::String([half, half].concat(), StringFormat::Hexadecimal);
    Object::Array(vec![id.clone(), id])
}
