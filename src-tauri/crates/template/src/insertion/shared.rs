//! Formulas that several cells share are written into each of them, since moved rows tear them apart.

use std::collections::HashMap;

use crate::formula::copied;
use crate::place::Spot;
use crate::tree::Element;

/// Writes shared formulas out, if `wanted` says so of any of them.
pub(super) fn expand(sheet: &mut Element, wanted: impl Fn(&str) -> bool) {
    let Some(data) = sheet.child_mut("sheetData") else { return };
    let mut masters: HashMap<String, (Spot, String)> = HashMap::new();
    for cell in data.elements().flat_map(Element::elements) {
        let formula = cell.child("f").filter(|f| f.get("t").as_deref() == Some("shared"));
        let text = formula.map(Element::text).filter(|text| !text.is_empty());
        let spot = cell.get("r").and_then(|name| Spot::read(&name));
        if let (Some(number), Some(text), Some(spot)) = (formula.and_then(|f| f.get("si")), text, spot) {
            masters.insert(number, (spot, text));
        }
    }
    if !masters.values().any(|(_, text)| wanted(text)) {
        return;
    }
    for cell in data.elements_mut().flat_map(Element::elements_mut) {
        let spot = cell.get("r").and_then(|name| Spot::read(&name));
        let Some(formula) = cell.child_mut("f").filter(|f| f.get("t").as_deref() == Some("shared")) else { continue };
        let master = formula.get("si").and_then(|number| masters.get(&number));
        if let Some(((from, text), spot)) = master.zip(spot) {
            let by = |to: u32, from: u32| i32::try_from(i64::from(to) - i64::from(from)).unwrap_or_default();
            formula.set_text(&copied(text, by(spot.row, from.row), by(spot.column, from.column)));
            formula.unset(&["t", "si", "ref"]);
        }
    }
}
