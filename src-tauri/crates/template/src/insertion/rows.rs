//! The rows of the sheet itself: numbered anew, made after their model, formulas moved.

use super::{Insertion, Takes, attribute, content};
use crate::formula::copied;
use crate::place::{Block, Spot};
use crate::tree::{Element, Node};
use crate::workbook::drop_elements;

/// Moves the references of the formulas in the cells. Those of the model do not grow: they are copied into each new
/// row and mean its own cells there.
pub(super) fn move_formulas(insertion: &Insertion, data: &mut Element, home: &str) {
    for row in data.elements_mut() {
        let model = home == insertion.sheet && row.number("r") == Some(insertion.model);
        let takes = if model { Takes::Nothing } else { Takes::Ranges };
        for formula in row.elements_mut().filter_map(|cell| cell.child_mut("f")) {
            content(formula, |text| insertion.formula(text, home, takes));
            attribute(formula, "ref", |text| insertion.formula(text, home, Takes::Nothing));
        }
    }
}

/// Numbers the rows below anew and puts in the new ones, with their merged cells.
pub(super) fn put(insertion: &Insertion, sheet: &mut Element) {
    if let Some(data) = sheet.child_mut("sheetData") {
        for row in data.elements_mut() {
            if let Some(number) = row.number("r") {
                renumber(row, insertion.row(number));
            }
        }
        let is_model = |node: &Node| matches!(node, Node::Element(e) if e.number("r") == Some(insertion.model));
        if let Some(at) = data.children.iter().position(is_model) {
            let new: Vec<Node> = (1..=insertion.count).filter_map(|n| like(&data.children[at], n)).collect();
            data.children.splice(at + 1..=at, new);
        }
    }
    if let Some(merges) = sheet.child_mut("mergeCells") {
        merge_like(insertion, merges);
    }
}

fn renumber(row: &mut Element, number: u32) {
    if row.number("r") == Some(number) {
        return;
    }
    row.set("r", &number.to_string());
    for cell in row.elements_mut() {
        attribute(cell, "r", |name| {
            Spot::read(name).map_or_else(|| name.to_owned(), |spot| Spot { row: number, ..spot }.to_string())
        });
    }
}

/// The row that stands `down` rows below its model: styles, height and formulas, but no values.
fn like(model: &Node, down: u32) -> Option<Node> {
    let Node::Element(model) = model else { return None };
    let mut row = model.clone();
    renumber(&mut row, model.number("r")? + down);
    row.unset(&["hidden"]);
    for cell in row.elements_mut() {
        drop_elements(cell, |e| e.local() != "f");
        cell.unset(&["t", "cm", "vm"]);
        if let Some(formula) = cell.child_mut("f") {
            let down = i32::try_from(down).ok()?;
            content(formula, |text| copied(text, down, 0));
            attribute(formula, "ref", |text| copied(text, down, 0));
        }
    }
    Some(Node::Element(row))
}

/// What is merged within the model is merged within each new row.
fn merge_like(insertion: &Insertion, merges: &mut Element) {
    let within = |e: &&Element| {
        let block = e.get("ref").and_then(|text| Block::read(&text));
        block.is_some_and(|b| b.top == insertion.model && b.bottom == insertion.model)
    };
    let models: Vec<Element> = merges.elements().filter(within).cloned().collect();
    for down in (1..=insertion.count).filter_map(|down| i32::try_from(down).ok()) {
        for mut merge in models.iter().cloned() {
            attribute(&mut merge, "ref", |text| copied(text, down, 0));
            merges.children.push(Node::Element(merge));
        }
    }
    let count = merges.elements().count().to_string();
    attribute(merges, "count", |_| count.clone());
}
