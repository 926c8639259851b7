//! Tables and labelled boxes as .csv: UTF-8 with a mark at its beginning, so that Excel reads it as such.

use station_table::{Cell, Document, Grid, Part, Row, Table};

use crate::ReportError;

/// A document as a .csv file: title, then part after part, with an empty line between subjects.
///
/// # Errors
/// Only by a fault of a library.
pub fn csv(document: &Document) -> Result<Vec<u8>, ReportError> {
    let refused = |e: ::csv::Error| ReportError::Write(e.to_string());
    let mut file = "\u{FEFF}".as_bytes().to_vec();
    for (at, block) in lines(document).split(Vec::is_empty).enumerate() {
        if at > 0 {
            file.extend(b"\r\n");
        }
        let terminator = ::csv::Terminator::CRLF;
        let mut writer = ::csv::WriterBuilder::new().flexible(true).terminator(terminator).from_writer(&mut file);
        block.iter().try_for_each(|line| writer.write_record(line)).map_err(refused)?;
        writer.flush().map_err(|e| ReportError::Write(e.to_string()))?;
    }
    Ok(file)
}

fn lines(document: &Document) -> Vec<Vec<String>> {
    let mut lines = vec![vec![document.title.clone()]];
    for subject in &document.subjects {
        if lines.len() > 1 {
            lines.push(Vec::new());
        }
        if !subject.head.is_empty() {
            lines.push(subject.head.clone());
        }
        for part in &subject.parts {
            match part {
                Part::Table(table) => table_lines(table, &mut lines),
                Part::Grid(grid) => grid_lines(grid, &mut lines),
                Part::Cards(cards) => lines.extend(cards.cards.iter().map(|c| c.lines.clone())),
                Part::Letter(letter) => lines.extend(letter.lines().into_iter().map(|line| vec![line])),
                Part::Line { text } => lines.push(vec![text.clone()]),
            }
        }
        if !subject.signature.is_empty() {
            lines.push(subject.signature.clone());
        }
    }
    lines
}

fn table_lines(table: &Table, lines: &mut Vec<Vec<String>>) {
    lines.extend(table.caption.iter().map(|caption| vec![caption.clone()]));
    let heading = |c: &station_table::Column| format!("{}{}", c.heading.as_deref().unwrap_or_default(), c.label);
    lines.push(table.columns.iter().map(heading).collect());
    let cells = |row: &Row| {
        let shown =
            |(at, c): (usize, &station_table::Column)| row.cells.get(at).unwrap_or(&Cell::Empty).shown_as(c.format);
        table.columns.iter().enumerate().map(shown).collect()
    };
    lines.extend(table.rows.iter().chain(&table.totals).map(cells));
}

fn grid_lines(grid: &Grid, lines: &mut Vec<Vec<String>>) {
    for row in &grid.rows {
        lines.push(row.fields.iter().flat_map(|f| [f.label.clone(), f.value.shown()]).collect());
    }
}
