//! What the styles of cells mean for filling: dates, shares, borders, locks. No style is ever changed or added.

use std::collections::HashMap;

use crate::tree::{Element, Tree};

/// Numbers of the formats that every program knows as dates; 27–36 and 50–58 are those of Chinese Excel.
const DATES: [std::ops::RangeInclusive<u32>; 4] = [14..=17, 22..=22, 27..=36, 50..=58];
/// Numbers of the two formats for shares.
const SHARES: [u32; 2] = [9, 10];

/// How a number in a cell is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shows {
    #[default]
    Number,
    Date,
    Share,
}

/// One style of cells.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Style {
    pub shows: Shows,
    /// Whether a line stands on any side.
    pub bordered: bool,
    /// Whether it may be typed into while the sheet is protected.
    pub open: bool,
}

/// The styles of a workbook, by number.
#[derive(Debug, Default)]
pub(crate) struct Styles(Vec<Style>);

impl Styles {
    pub fn read(part: &Tree) -> Self {
        let codes: HashMap<u32, String> =
            part.root.all("numFmt").filter_map(|e| Some((e.number("numFmtId")?, e.get("formatCode")?))).collect();
        let borders = part.root.child("borders");
        let borders: Vec<bool> = borders.into_iter().flat_map(Element::elements).map(has_line).collect();
        let style = |xf: &Element| {
            let border = xf.number("borderId").and_then(|n| borders.get(n as usize)).copied();
            let locked = xf.child("protection").and_then(|p| p.get("locked"));
            Style {
                shows: xf.number("numFmtId").map_or(Shows::Number, |n| shows(n, codes.get(&n))),
                bordered: border.unwrap_or_default(),
                open: locked.is_some_and(|text| text == "0" || text == "false"),
            }
        };
        let styles = part.root.child("cellXfs");
        Self(styles.into_iter().flat_map(Element::elements).map(style).collect())
    }

    /// The style of that number; the plain one where there is none.
    pub fn get(&self, number: u32) -> Style {
        self.0.get(number as usize).copied().unwrap_or_default()
    }
}

fn has_line(border: &Element) -> bool {
    border.elements().any(|side| side.get("style").is_some_and(|style| style != "none"))
}

fn shows(number: u32, code: Option<&String>) -> Shows {
    match code {
        Some(code) => shown_by(code),
        None if DATES.iter().any(|range| range.contains(&number)) => Shows::Date,
        None if SHARES.contains(&number) => Shows::Share,
        None => Shows::Number,
    }
}

/// From the code of a format, without its texts, `yyyy"年"m"月"`, and what stands in brackets, `[$-804]`.
fn shown_by(code: &str) -> Shows {
    let mut plain = String::new();
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => drop(chars.by_ref().find(|c| *c == '"')),
            '[' => drop(chars.by_ref().find(|c| *c == ']')),
            '\\' | '_' | '*' => drop(chars.next()),
            _ => plain.push(c.to_ascii_lowercase()),
        }
    }
    let month_alone = plain.contains('m') && !plain.contains(['h', 's']);
    if plain.contains("general") {
        Shows::Number
    } else if plain.contains(['y', 'd', 'e']) && !plain.contains(['0', '#']) || month_alone {
        Shows::Date
    } else if plain.contains('%') {
        Shows::Share
    } else {
        Shows::Number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_told_from_a_number() {
        let cases = [
            ("yyyy\"年\"m\"月\"d\"日\"", Shows::Date),
            ("[$-804]yyyy\\-mm\\-dd;@", Shows::Date),
            ("m\"月\"", Shows::Date),
            ("[DBNum1]yyyy年m月", Shows::Date),
            ("h:mm:ss", Shows::Number),
            ("0.00\"d\"", Shows::Number),
            ("0.00E+00", Shows::Number),
            ("#,##0.00_ ;[Red]\\-#,##0.00\\ ", Shows::Number),
            ("0.0%", Shows::Share),
            ("General", Shows::Number),
            ("@", Shows::Number),
        ];
        for (code, expected) in cases {
            assert_eq!(shown_by(code), expected, "{code}");
        }
        assert_eq!(shows(31, None), Shows::Date, "the long date of Chinese Excel");
    }
}
