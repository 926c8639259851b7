//! Text files: comma, tab or semicolon between the cells; UTF-8, UTF-16 or GB18030.

use std::path::Path;

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

use super::{Raw, Sheet};
use crate::error::IntakeError;

/// Name under which a table comes that was copied from an office program: its cells are divided by tabs, whatever signs
/// stand in them.
pub const PASTED: &str = "粘贴的表格";

/// The one sheet of a text file, under the file's name.
pub fn sheet(file: &str, bytes: &[u8]) -> Result<Sheet, IntakeError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(IntakeError::Empty { file: file.to_owned() });
    }
    let text = decode(bytes).ok_or_else(|| IntakeError::NoWorkbook { file: file.to_owned() })?;
    if is_web_page(&text) {
        return Err(IntakeError::WebPage { file: file.to_owned() });
    }
    let delimiter = if file == PASTED { b'\t' } else { delimiter(&text) };
    let rows = cells(&text, delimiter).ok_or_else(|| IntakeError::Damaged { file: file.to_owned() })?;
    let name = Path::new(file).file_name().map_or_else(|| file.to_owned(), |n| n.to_string_lossy().into_owned());
    Ok(Sheet { name, rows, ..Sheet::default() })
}

/// The characters of a text; none when it is no text of a known encoding.
fn decode(bytes: &[u8]) -> Option<String> {
    let whole = |encoding: &'static encoding_rs::Encoding, bytes: &[u8]| {
        encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
    };
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => std::str::from_utf8(rest).ok().map(str::to_owned),
        [0xFF, 0xFE, rest @ ..] => whole(UTF_16LE, rest),
        [0xFE, 0xFF, rest @ ..] => whole(UTF_16BE, rest),
        _ if bytes.contains(&0) => None,
        _ => std::str::from_utf8(bytes).ok().map(str::to_owned).or_else(|| whole(GB18030, bytes)),
    }
}

fn is_web_page(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(64).collect::<String>().to_lowercase();
    head.starts_with('<') || head.starts_with("mime-version:")
}

/// Rows of cells; none when the text cannot be divided.
fn cells(text: &str, delimiter: u8) -> Option<Vec<Vec<Option<Raw>>>> {
    let text = format!("{}\n", text.replace("\r\n", "\n").replace('\r', "\n"));
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut rows: Vec<Vec<Option<Raw>>> = Vec::new();
    let mut record = csv::StringRecord::new();
    let mut begun = reader.position().line();
    while reader.read_record(&mut record).ok()? {
        // The reader passes over empty lines; office programs count them as rows.
        let ended = reader.position().line();
        let own = 1 + record.iter().map(line_breaks).sum::<u64>();
        rows.extend((begun + own..ended).map(|_| Vec::new()));
        begun = ended;
        rows.push(record.iter().map(raw).collect());
    }
    Some(rows)
}

fn line_breaks(cell: &str) -> u64 {
    cell.bytes().filter(|b| *b == b'\n').map(|_| 1).sum()
}

fn raw(cell: &str) -> Option<Raw> {
    // ="1404…" and a leading apostrophe keep other programs from reading a number.
    let cell = cell.trim();
    let cell = cell.strip_prefix("=\"").and_then(|c| c.strip_suffix('"')).unwrap_or(cell);
    (!cell.is_empty()).then(|| Raw::Text(cell.to_owned()))
}

/// The sign that divides most lines the same way.
fn delimiter(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|l| !l.trim().is_empty()).take(20).collect();
    let count = |sign: char| lines.iter().map(|l| l.matches(sign).count()).sum::<usize>();
    [(',', b','), ('\t', b'\t'), (';', b';')]
        .into_iter()
        .rev()
        .max_by_key(|(sign, _)| count(*sign))
        .map_or(b',', |(_, byte)| byte)
}
