//! Long office files as a township keeps them, made up: what is imported, and a county's form that is filled.

mod activities;
mod contacts;
mod deeds;
mod form;
mod receptions;

use std::path::Path;

use rust_xlsxwriter::Workbook;

use crate::station::truth;

pub use form::{labels, write as write_form};

/// One long file: the kind under which it is imported, how many rows it has.
pub struct Long {
    /// As the command line calls it.
    pub kind: &'static str,
    /// How many rows below the header.
    pub rows: usize,
}

/// The files that are imported, one after the other into one station. Activities with everybody in them make a hundred
/// facts each.
pub const IMPORTED: [Long; 4] = [
    Long { kind: "receptions", rows: 10_000 },
    Long { kind: "activities", rows: 1_000 },
    Long { kind: "contacts", rows: 10_000 },
    Long { kind: "deeds", rows: 5_000 },
];

impl Long {
    /// Writes it as a workbook of the year 2023, no two rows alike.
    ///
    /// # Panics
    /// When it cannot be written.
    pub fn write(&self, file: &Path) {
        let people = People::known();
        let rows = 0..self.rows;
        match self.kind {
            "activities" => sheet(file, &activities::HEAD, rows.map(|at| activities::row(at, &people))),
            "contacts" => sheet(file, &contacts::HEAD, rows.map(|at| contacts::row(at, &people))),
            "deeds" => sheet(file, &deeds::HEAD, rows.map(|at| deeds::row(at, &people))),
            _ => sheet(file, &receptions::HEAD, rows.map(|at| receptions::row(at, &people))),
        }
    }
}

/// The deputies of the samples and their groups.
struct People {
    names: Vec<String>,
    groups: Vec<String>,
}

impl People {
    fn known() -> Self {
        let deputies = truth()["deputies"].as_array().cloned().unwrap_or_default();
        let each = |key: &str| deputies.iter().filter_map(|d| d[key].as_str()).map(str::to_owned).collect();
        Self { names: each("name"), groups: each("group") }
    }

    fn name(&self, at: usize) -> &str {
        &self.names[at % self.names.len()]
    }

    /// A group and how many are in it.
    fn group(&self, at: usize) -> (&str, usize) {
        let group = &self.groups[at % self.groups.len()];
        (group, self.groups.iter().filter(|of| *of == group).count())
    }
}

pub(super) const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
const GIVEN: &str = "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚";

/// A voter's name.
fn voter(at: usize) -> String {
    let pick = |of: &str, n: usize| of.chars().nth(n % of.chars().count()).expect("some characters");
    format!("{}{}{}", pick(SURNAMES, at), pick(GIVEN, at / 20), pick(GIVEN, at / 400))
}

/// A title, the header, the rows.
fn sheet<const N: usize>(file: &Path, (title, header): &(&str, [&str; N]), rows: impl Iterator<Item = [String; N]>) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, *title).expect("a title");
    let header = header.map(str::to_owned);
    for (row, cells) in (1..).zip(std::iter::once(header).chain(rows)) {
        for (column, text) in (0..).zip(&cells) {
            sheet.write_string(row, column, text).expect("a cell");
        }
    }
    let bytes = book.save_to_buffer().expect("a workbook");
    station_machine::files::write(file, &bytes).expect("it is written");
}
