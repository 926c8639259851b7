//! Rows and cells of a sheet, found or made in their order.

use crate::place::{Block, Spot};
use crate::tree::{Element, Node};

/// Gives rows and cells the numbers that some programs leave out because they follow from the order.
pub(crate) fn number(sheet: &mut Element) {
    let mut row_before = 0;
    for row in sheet.child_mut("sheetData").into_iter().flat_map(Element::elements_mut) {
        let row_number = row.number("r").unwrap_or(row_before + 1);
        row_before = row_number;
        if row.number("r").is_none() {
            row.set("r", &row_number.to_string());
        }
        let mut column_before = 0;
        for cell in row.elements_mut().filter(|e| e.local() == "c") {
            let known = cell.get("r").and_then(|name| Spot::read(&name));
            let spot = known.unwrap_or(Spot { row: row_number, column: column_before + 1 });
            column_before = spot.column;
            if known.is_none() {
                cell.set("r", &spot.to_string());
            }
        }
    }
}

/// The rows from the first to the last, made where they are missing.
pub(crate) fn rows(sheet: &mut Element, first: u32, last: u32) -> Vec<&mut Element> {
    let Some(data) = sheet.child_mut("sheetData") else { return Vec::new() };
    let known: std::collections::HashSet<u32> = data.elements().filter_map(|row| row.number("r")).collect();
    let name = data.named("row");
    let missing: Vec<u32> = (first..=last).filter(|number| !known.contains(number)).collect();
    if !missing.is_empty() {
        let new = missing.into_iter().map(|number| {
            let mut row = Element::new(name.clone());
            row.set("r", &number.to_string());
            Node::Element(row)
        });
        data.children.extend(new);
        data.children.retain(|node| matches!(node, Node::Element(_)));
        data.children.sort_by_key(|node| if let Node::Element(row) = node { row.number("r") } else { None });
    }
    let within = |row: &&mut Element| row.number("r").is_some_and(|number| (first..=last).contains(&number));
    data.elements_mut().filter(within).collect()
}

/// The cell of a row in a column, made with that style where it is missing.
pub(crate) fn cell(row: &mut Element, spot: Spot, style: u32) -> Option<&mut Element> {
    let column = |node: &Node| match node {
        Node::Element(cell) => cell.get("r").and_then(|name| Spot::read(&name)).map(|spot| spot.column),
        _ => None,
    };
    let at = row.children.iter().position(|node| column(node).is_some_and(|c| c >= spot.column));
    let found = at.filter(|at| column(&row.children[*at]) == Some(spot.column));
    let at = found.unwrap_or_else(|| {
        let mut cell = Element::new(row.named("c"));
        cell.set("r", &spot.to_string());
        if style > 0 {
            cell.set("s", &style.to_string());
        }
        // The hint which columns a row spans no longer holds.
        row.unset(&["spans"]);
        let at = at.unwrap_or(row.children.len());
        row.children.insert(at, Node::Element(cell));
        at
    });
    if let Some(Node::Element(cell)) = row.children.get_mut(at) { Some(cell) } else { None }
}

/// Says anew from where to where the sheet reaches, when it reaches further than it says.
pub(crate) fn measure(sheet: &mut Element) {
    let Some(known) = sheet.child("dimension").and_then(|e| e.get("ref")).and_then(|text| Block::read(&text)) else {
        return;
    };
    let cells = sheet.child("sheetData").into_iter().flat_map(|data| data.elements().flat_map(Element::elements));
    let spots: Vec<Spot> = cells.filter_map(|cell| Spot::read(&cell.get("r")?)).collect();
    let row = spots.iter().map(|spot| spot.row).max().unwrap_or_default().max(known.bottom);
    let column = spots.iter().map(|spot| spot.column).max().unwrap_or_default().max(known.right);
    let (from, to) = (Spot { row: known.top, column: known.left }, Spot { row, column });
    let further = row > known.bottom || column > known.right;
    if let Some(dimension) = sheet.child_mut("dimension").filter(|_| further) {
        dimension.set("ref", &format!("{from}:{to}"));
    }
}

/// The row of that number, where it is there.
pub(crate) fn row(sheet: &mut Element, number: u32) -> Option<&mut Element> {
    sheet.child_mut("sheetData")?.elements_mut().find(|row| row.number("r") == Some(number))
}

/// The cell of a row, where it is there.
pub(crate) fn existing(row: &mut Element, spot: Spot) -> Option<&mut Element> {
    let name = spot.to_string();
    row.elements_mut().find(|cell| cell.get("r").as_deref() == Some(&name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Tree;

    #[test]
    fn what_is_missing_is_made_in_its_place() {
        let text =
            "<s><sheetData><row r=\"2\" spans=\"1:3\"><c r=\"A2\"/><c r=\"C2\"/></row>\n<row r=\"4\"/></sheetData></s>";
        let mut tree = Tree::read(text.as_bytes()).unwrap();
        for row in rows(&mut tree.root, 2, 3) {
            let number = row.number("r").unwrap();
            for column in [2, 3] {
                cell(row, Spot { row: number, column }, 7).unwrap();
            }
        }
        let expected = "<s><sheetData><row r=\"2\"><c r=\"A2\"/><c r=\"B2\" s=\"7\"/><c r=\"C2\"/></row>\
            <row r=\"3\"><c r=\"B3\" s=\"7\"/><c r=\"C3\" s=\"7\"/></row><row r=\"4\"/></sheetData></s>";
        assert_eq!(String::from_utf8(tree.bytes()).unwrap(), expected, "in the order of rows and columns");
    }

    #[test]
    fn numbers_that_were_left_out_follow_from_the_order() {
        let mut tree =
            Tree::read(b"<s><sheetData><row><c/><c r=\"D1\"/><c/></row><row r=\"5\"><c/></row></sheetData></s>")
                .unwrap();
        number(&mut tree.root);
        let names: Vec<String> = tree.root.all("c").filter_map(|c| c.get("r")).collect();
        assert_eq!(names, ["A1", "D1", "E1", "A5"]);
    }
}
