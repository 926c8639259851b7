//! A sheet as it looks before it is filled: what its cells say, how they are dressed, which are merged.

use std::collections::BTreeMap;

use crate::place::{Block, Spot};
use crate::strings::shown;
use crate::tree::Element;

/// A sheet to look at; nothing is changed through it.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    cells: BTreeMap<Spot, Seen>,
    /// Style of each row that has one for all its cells.
    rows: BTreeMap<u32, u32>,
    /// First and last column, and their style.
    columns: Vec<(u32, u32, u32)>,
    pub merges: Vec<Block>,
    /// Whether cells can be typed into only where their style is open.
    pub protected: bool,
}

/// One cell.
#[derive(Debug)]
struct Seen {
    text: String,
    formula: Option<String>,
    style: u32,
}

impl Grid {
    /// Looks at the root of a sheet; `strings` are those that the workbook's sheets share.
    pub fn of(sheet: &Element, strings: &[String]) -> Self {
        let mut grid = Self { protected: protected(sheet), ..Self::default() };
        let column = |e: &Element| Some((e.number("min")?, e.number("max")?, e.number("style")?));
        grid.columns = sheet.child("cols").into_iter().flat_map(Element::elements).filter_map(column).collect();
        let merge = |e: &Element| Block::read(&e.get("ref")?);
        grid.merges = sheet.child("mergeCells").into_iter().flat_map(Element::elements).filter_map(merge).collect();
        for row in sheet.child("sheetData").into_iter().flat_map(Element::elements) {
            let dressed = row.number("s").filter(|_| row.get("customFormat").is_some());
            grid.rows.extend(row.number("r").zip(dressed));
            let seen = |cell: &Element| Some((Spot::read(&cell.get("r")?)?, Seen::of(cell, strings)));
            grid.cells.extend(row.elements().filter_map(seen));
        }
        grid
    }

    /// What a cell says; of merged cells the first one speaks.
    pub fn text(&self, spot: Spot) -> &str {
        self.cells.get(&spot).map_or("", |seen| seen.text.as_str())
    }

    /// The formula of a cell; empty for one that shares another's.
    pub fn formula(&self, spot: Spot) -> Option<&str> {
        self.cells.get(&spot)?.formula.as_deref()
    }

    /// The style of a cell, of its row or of its column.
    pub fn style(&self, spot: Spot) -> u32 {
        let own = self.cells.get(&spot).map(|seen| seen.style);
        let column = || self.columns.iter().find(|(first, last, _)| (*first..=*last).contains(&spot.column));
        own.or_else(|| self.rows.get(&spot.row).copied()).or_else(|| column().map(|c| c.2)).unwrap_or_default()
    }

    /// The merged block that covers a cell.
    pub fn merge(&self, spot: Spot) -> Option<Block> {
        self.merges.iter().find(|block| block.contains(spot)).copied()
    }

    /// The cells of a row that say something or have a formula, left to right.
    pub fn filled(&self, row: u32) -> impl Iterator<Item = Spot> {
        let said = self.row(row).filter(|(_, seen)| !seen.text.trim().is_empty() || seen.formula.is_some());
        said.map(|(spot, _)| *spot)
    }

    fn row(&self, row: u32) -> impl Iterator<Item = (&Spot, &Seen)> {
        self.cells.range(Spot { row, column: 0 }..Spot { row: row + 1, column: 0 })
    }

    /// The rightmost column that says something in a row.
    pub fn width(&self, row: u32) -> u32 {
        self.filled(row).last().map_or(0, |spot| spot.column)
    }

    /// The last row that has a cell.
    pub fn height(&self) -> u32 {
        self.cells.last_key_value().map_or(0, |(spot, _)| spot.row)
    }
}

impl Seen {
    fn of(cell: &Element, strings: &[String]) -> Self {
        let value = || cell.child("v").map(Element::text).unwrap_or_default();
        let text = match cell.get("t").as_deref() {
            Some("s") => value().parse().ok().and_then(|at: usize| strings.get(at)).cloned().unwrap_or_default(),
            Some("inlineStr") => cell.child("is").map(shown).unwrap_or_default(),
            _ => value(),
        };
        Self { text, formula: cell.child("f").map(Element::text), style: cell.number("s").unwrap_or_default() }
    }
}

fn protected(sheet: &Element) -> bool {
    let on = sheet.child("sheetProtection").and_then(|e| e.get("sheet"));
    on.is_some_and(|text| text == "1" || text == "true")
}

/// A sheet for tests from its rows, cells divided by `|`, and its merged blocks: `=` begins a formula, `_` a cell of
/// style 1.
#[cfg(test)]
pub(crate) fn drawn(rows: &[&str], merged: &[&str]) -> Grid {
    let cell = |row: usize, column: usize, text: &str| {
        let spot = Spot { row: u32::try_from(row + 1).unwrap(), column: u32::try_from(column + 1).unwrap() };
        let (style, text) = text.strip_prefix('_').map_or((0, text), |text| (1, text));
        match text.strip_prefix('=') {
            Some(formula) => format!("<c r=\"{spot}\" s=\"{style}\"><f>{formula}</f></c>"),
            None => format!("<c r=\"{spot}\" s=\"{style}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"),
        }
    };
    let row = |(r, texts): (usize, &&str)| {
        let cells: Vec<String> = texts.split('|').enumerate().map(|(c, text)| cell(r, c, text)).collect();
        format!("<row r=\"{}\">{}</row>", r + 1, cells.concat())
    };
    let rows: Vec<String> = rows.iter().enumerate().map(row).collect();
    let merges: Vec<String> = merged.iter().map(|m| format!("<mergeCell ref=\"{m}\"/>")).collect();
    let text = format!("<s><sheetData>{}</sheetData><mergeCells>{}</mergeCells></s>", rows.concat(), merges.concat());
    Grid::of(&crate::tree::Tree::read(text.as_bytes()).unwrap().root, &[])
}
