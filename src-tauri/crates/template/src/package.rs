//! The file as a package of parts. A part that was not put anew leaves as the very bytes in which it came.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::TemplateError;
use crate::tree::Tree;

/// Beginning of the binary container that older formats and encrypted workbooks use.
const COMPOUND: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];
/// No part of a form is larger; a package that claims so is no honest workbook.
const LARGEST: u64 = 64 << 20;

/// An opened file.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Parts that were changed; none for one that goes.
    changed: BTreeMap<String, Option<Vec<u8>>>,
}

/// A line of a part's relations.
#[derive(Clone, Debug)]
pub(crate) struct Relation {
    pub id: String,
    /// Last word of its type: `worksheet`, `sharedStrings`, `drawing` …
    pub kind: String,
    /// Name of the part that it leads to.
    pub target: String,
}

impl<'a> Package<'a> {
    /// Opens a file by what it is, not by how it is called.
    pub fn open(bytes: &'a [u8]) -> Result<Self, TemplateError> {
        if bytes.starts_with(&COMPOUND) {
            let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
            let encrypted = bytes.windows(name.len()).any(|w| w == name);
            return Err(if encrypted { TemplateError::Encrypted } else { TemplateError::OldFormat });
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TemplateError::NoWorkbook)?;
        Ok(Self { archive, changed: BTreeMap::new() })
    }

    /// Names of all parts.
    pub fn names(&self) -> Vec<String> {
        self.archive.file_names().map(str::to_owned).collect()
    }

    /// A part that may be missing.
    pub fn find(&mut self, name: &str) -> Result<Option<Tree>, TemplateError> {
        if self.archive.index_for_name(name).is_none() {
            return Ok(None);
        }
        self.part(name).map(Some)
    }

    /// A part that must be there.
    pub fn part(&mut self, name: &str) -> Result<Tree, TemplateError> {
        let damaged = || TemplateError::Damaged { part: name.to_owned() };
        let bytes = match self.changed.get(name) {
            Some(bytes) => bytes.clone().ok_or_else(damaged)?,
            None => self.bytes(name).ok_or_else(damaged)?,
        };
        Tree::read(&bytes).ok_or_else(damaged)
    }

    fn bytes(&mut self, name: &str) -> Option<Vec<u8>> {
        let part = self.archive.by_name(name).ok()?;
        let mut bytes = Vec::new();
        part.take(LARGEST).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    /// Exchanges a part.
    pub fn put(&mut self, name: &str, part: &Tree) {
        self.changed.insert(name.to_owned(), Some(part.bytes()));
    }

    /// Changes a part if `change` does anything to it.
    pub fn edit(&mut self, name: &str, change: impl FnOnce(&mut Tree)) -> Result<(), TemplateError> {
        let mut part = self.part(name)?;
        let before = part.root.clone();
        change(&mut part);
        if part.root != before {
            self.put(name, &part);
        }
        Ok(())
    }

    /// Leaves a part out.
    pub fn remove(&mut self, name: &str) {
        self.changed.insert(name.to_owned(), None);
    }

    /// Relations of a part; of the package itself for an empty name.
    pub fn relations(&mut self, of: &str) -> Result<Vec<Relation>, TemplateError> {
        let (folder, _) = of.rsplit_once('/').unwrap_or(("", of));
        let Some(tree) = self.find(&relations_of(of))? else { return Ok(Vec::new()) };
        let relation = |e: &crate::tree::Element| {
            let inside = e.get("TargetMode").is_none_or(|mode| mode != "External");
            let kind = e.get("Type")?.rsplit('/').next()?.to_owned();
            inside.then_some(Relation { id: e.get("Id")?, kind, target: resolved(folder, &e.get("Target")?) })
        };
        Ok(tree.root.elements().filter_map(relation).collect())
    }

    /// The file with its changes.
    pub fn save(mut self) -> Result<Vec<u8>, TemplateError> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for at in 0..self.archive.len() {
            self.copy(at, &mut writer)?;
        }
        Ok(writer.finish().map_err(|_| TemplateError::NoWorkbook)?.into_inner())
    }

    fn copy(&mut self, at: usize, writer: &mut ZipWriter<Cursor<Vec<u8>>>) -> Result<(), TemplateError> {
        let part = self.archive.by_index_raw(at).map_err(|_| TemplateError::NoWorkbook)?;
        let name = part.name().to_owned();
        let damaged = || TemplateError::Damaged { part: name.clone() };
        match self.changed.get(&name) {
            None => writer.raw_copy_file(part).map_err(|_| damaged()),
            Some(None) => Ok(()),
            Some(Some(bytes)) => {
                let when = part.last_modified().unwrap_or_default();
                let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
                writer.start_file(name.as_str(), options.last_modified_time(when)).map_err(|_| damaged())?;
                writer.write_all(bytes).map_err(|_| damaged())
            }
        }
    }
}

/// Whether a part is text that can be read as a tree.
pub(crate) fn is_xml(part: &str) -> bool {
    part.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case("xml"))
}

/// Where the relations of a part stand.
pub(crate) fn relations_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').map_or(("", part), |(folder, name)| (folder, name));
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("{folder}{slash}_rels/{name}.rels")
}

/// A target as a name of a part: from the top, or from the folder of the part that names it.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(from_top) = target.strip_prefix('/') {
        return from_top.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|s| !s.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." => {}
            ".." => drop(steps.pop()),
            _ => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_what_it_is() {
        let mut encrypted = COMPOUND.to_vec();
        encrypted.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        let old = [COMPOUND.as_slice(), &[0; 64]].concat();
        let cases: [(&[u8], &str); 4] = [
            (b"<html></html>", "template.no_workbook"),
            (b"", "template.no_workbook"),
            (&encrypted, "template.encrypted"),
            (&old, "template.old_format"),
        ];
        for (bytes, code) in cases {
            assert_eq!(Package::open(bytes).err().map(|e| e.code()), Some(code), "{} bytes", bytes.len());
        }
    }

    #[test]
    fn targets_lead_to_parts() {
        let cases = [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/worksheets", "../drawings/drawing1.xml", "xl/drawings/drawing1.xml"),
            ("xl/worksheets", "/xl/comments/comment1.xml", "xl/comments/comment1.xml"),
            ("", "./xl/workbook.xml", "xl/workbook.xml"),
        ];
        for (folder, target, expected) in cases {
            assert_eq!(resolved(folder, target), expected, "{target} from {folder}");
        }
        assert_eq!(relations_of("xl/workbook.xml"), "xl/_rels/workbook.xml.rels");
        assert_eq!(relations_of(""), "_rels/.rels");
    }
}
