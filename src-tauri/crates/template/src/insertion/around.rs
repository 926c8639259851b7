//! What lies over and beside the sheet: comments, tables, pictures, charts, pivot tables.

use super::{Insertion, Takes, attribute, content};
use crate::TemplateError;
use crate::package::is_xml;
use crate::tree::Element;
use crate::workbook::Workbook;

/// Moves what names the sheet's rows in other parts.
pub(super) fn move_along(insertion: &Insertion, book: &mut Workbook) -> Result<(), TemplateError> {
    for name in book.package.names().into_iter().filter(|name| is_xml(name)) {
        if name.contains("/charts/") {
            book.package.edit(&name, |tree| charted(insertion, &mut tree.root))?;
        } else if name.contains("/pivotCache/") {
            book.package.edit(&name, |tree| tree.root.each(&mut |e| pivoted(insertion, e)))?;
        }
    }
    let Some(part) = book.sheets.iter().find(|s| s.name == insertion.sheet).map(|s| s.part.clone()) else {
        return Ok(());
    };
    for relation in book.package.relations(&part)? {
        match relation.kind.as_str() {
            "comments" | "threadedComment" | "table" | "pivotTable" => book
                .package
                .edit(&relation.target, |tree| insertion.move_references(&mut tree.root, &insertion.sheet))?,
            "drawing" => book.package.edit(&relation.target, |tree| tree.root.each(&mut |e| anchored(insertion, e)))?,
            "vmlDrawing" => noted(insertion, book, &relation.target),
            _ => {}
        }
    }
    Ok(())
}

/// A chart names the cells that it shows in `f`, always with their sheet.
fn charted(insertion: &Insertion, chart: &mut Element) {
    chart.each(&mut |e| {
        if e.local() == "f" {
            content(e, |text| insertion.formula(text, "", Takes::Ranges));
        }
    });
}

fn pivoted(insertion: &Insertion, element: &mut Element) {
    if element.local() == "worksheetSource" && element.get("sheet").as_ref() == Some(&insertion.sheet) {
        attribute(element, "ref", |text| insertion.formula(text, &insertion.sheet, Takes::Ranges));
    }
}

/// A picture or chart over the sheet. Its corners count rows from 0; one that keeps its size moves as a whole.
fn anchored(insertion: &Insertion, anchor: &mut Element) {
    if !matches!(anchor.local(), "twoCellAnchor" | "oneCellAnchor") {
        return;
    }
    let keeps_size = anchor.get("editAs").is_some_and(|how| how == "oneCell");
    let stays = anchor.get("editAs").is_some_and(|how| how == "absolute");
    let row = |corner: Option<&Element>| {
        corner.and_then(|e| e.child("row")).and_then(|e| e.text().trim().parse::<u32>().ok())
    };
    let Some(from) = row(anchor.child("from")).filter(|_| !stays) else { return };
    let down = insertion.row(from + 1) - from - 1;
    for corner in ["from", "to"] {
        let Some(at) = row(anchor.child(corner)) else { continue };
        let new = if keeps_size { at + down } else { insertion.row(at + 1) - 1 };
        if let Some(element) = anchor.child_mut(corner).and_then(|e| e.child_mut("row")) {
            content(element, |_| new.to_string());
        }
    }
}

/// The boxes of comments, in a drawing language that programs write carelessly; one that cannot be read stays where
/// it is, its comment is right all the same.
fn noted(insertion: &Insertion, book: &mut Workbook, part: &str) {
    let moved = book.package.edit(part, |tree| {
        tree.root.each(&mut |e| match e.local() {
            "Row" => content(e, |text| moved_from_0(insertion, text)),
            "Anchor" => content(e, |text| boxed(insertion, text)),
            _ => {}
        });
    });
    drop(moved);
}

/// Left column, offset, top row, offset, right column, offset, bottom row, offset. A box keeps its height.
fn boxed(insertion: &Insertion, text: &str) -> String {
    let mut numbers: Vec<String> = text.split(',').map(|n| n.trim().to_owned()).collect();
    let row = |at: usize| numbers.get(at).and_then(|n| n.parse::<u32>().ok());
    let (Some(top), Some(bottom), 8) = (row(2), row(6), numbers.len()) else { return text.to_owned() };
    let down = insertion.row(top + 1) - top - 1;
    if down == 0 {
        return text.to_owned();
    }
    numbers[2] = (top + down).to_string();
    numbers[6] = (bottom + down).to_string();
    numbers.join(", ")
}

fn moved_from_0(insertion: &Insertion, text: &str) -> String {
    text.trim().parse::<u32>().map_or_else(|_| text.to_owned(), |row| (insertion.row(row + 1) - 1).to_string())
}
