//! A register or report as data: title, subjects, tables and labelled boxes.

use serde::{Deserialize, Serialize};

use crate::{Cards, Cell, Letter, Orientation, PageSays, Pictures, Row};

/// Which data leaves the store: everything but ID numbers, residents' phones masked too, or public columns only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Edition {
    /// 内部: names and phones whole, ID numbers masked. Default of a register.
    #[default]
    #[serde(rename = "内部")]
    Internal,
    /// 上报: residents' phones masked too. Default of the month's report.
    #[serde(rename = "上报")]
    Upward,
    /// 公示: only columns marked public.
    #[serde(rename = "公示")]
    Public,
}

impl Edition {
    /// What stands at the end of a file's name, so that one edition is not taken for another nor written over it; nothing
    /// for 内部, the usual one.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Internal => "",
            Self::Upward => "（上报）",
            Self::Public => "（公示）",
        }
    }
}

/// What a column's values are, for masking. Deputies' names are never masked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Mask {
    /// Shown in every edition that has the column.
    #[default]
    None,
    /// A citizen's ID number: masked in every edition.
    IdNumber,
    /// A deputy's phone: whole inside and upward, not public.
    DeputyPhone,
    /// A resident's phone: masked when it leaves the station.
    ResidentPhone,
}

/// Where text stands in its cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Left.
    #[default]
    Left,
    /// Centre.
    Center,
    /// Right.
    Right,
}

/// How a column's values are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Text as it is; also digits that must stay text.
    #[default]
    Text,
    /// A count.
    Number,
    /// A date, `2023-08-15`.
    Date,
    /// A date to the month, `1975-08`.
    Month,
    /// A date within the period's year, `8月15日`.
    MonthDay,
    /// A share, `87.5%`.
    Share,
    /// Money, `1234.56`.
    Money,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Column {
    /// Stable key; what a station renames or moves refers to it.
    pub key: String,
    /// Heading as printed.
    pub label: String,
    /// Heading above several neighbouring columns, merged over those that name the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// Width in millimetres on paper; scaled together with its neighbours to the page.
    pub width: f32,
    /// Where text stands.
    #[serde(default)]
    pub align: Align,
    /// How values are shown.
    #[serde(default)]
    pub format: Format,
    /// What the values are, for the editions.
    #[serde(default)]
    pub mask: Mask,
    /// Whether the public edition shows the column.
    #[serde(default)]
    pub public: bool,
}

/// Rows under columns; the header is repeated on every page and a row is never split.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Table {
    /// Heading over the table, where a page has several.
    pub caption: Option<String>,
    /// Columns, left to right.
    pub columns: Vec<Column>,
    /// Rows, top to bottom.
    pub rows: Vec<Row>,
    /// Totals under the rows.
    pub totals: Vec<Row>,
    /// Millimetres that each row has at least, for forms that are filled in by hand; 0 = as its text needs.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub row_height: f32,
}

/// A labelled box: `姓名 | 罗建`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Field {
    /// Stable key.
    pub key: String,
    /// Label; empty for a box of its own (a photo, an opinion).
    pub label: String,
    /// Value.
    pub value: Cell,
    /// Share of the row's width, value and label together.
    pub width: f32,
    /// What the value is, for the editions.
    #[serde(default)]
    pub mask: Mask,
    /// Whether the public edition shows it.
    #[serde(default)]
    pub public: bool,
}

/// Boxes side by side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct BoxRow {
    /// Left to right.
    pub fields: Vec<Field>,
    /// Height in millimetres that the row has at least; 0 for one line.
    pub height: f32,
}

/// Rows of labelled boxes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Grid {
    /// Top to bottom.
    pub rows: Vec<BoxRow>,
}

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "part", rename_all = "snake_case")]
pub enum Part {
    /// Labelled boxes.
    Grid(Grid),
    /// A table.
    Table(Table),
    /// Cards with photos.
    Cards(Cards),
    /// An official letter; the document's title is its own.
    Letter(Letter),
    /// A line of prose: totals in words, a remark.
    Line {
        /// The text.
        text: String,
    },
}

/// What one page, or run of pages, is about: the whole list, or one deputy. Each subject begins a new page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Subject {
    /// The fact, where there is one.
    pub fact: Option<crate::FactRef>,
    /// Name for the sheet's tab and the table of contents; empty for a list.
    pub name: String,
    /// Head block under the title, `填报单位：…` left to right.
    pub head: Vec<String>,
    /// Top to bottom.
    pub parts: Vec<Part>,
    /// Signature line at the foot, `填报人：` …
    pub signature: Vec<String>,
}

/// The three looks of a register.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// One table.
    #[default]
    List,
    /// One page of labelled boxes for each subject.
    Card,
    /// Head block, table, totals, opinions and signatures for each subject and period.
    Sheet,
}

/// Where a document's rows come from, so that a workbook made of it can be read back and compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Trace {
    /// Key of the register.
    pub register: String,
    /// First day, `2026-01-01`.
    pub from: String,
    /// Last day, `2026-03-31`.
    pub to: String,
    /// Key of the set of registers; empty = the one in use.
    pub set: String,
    /// Key of the campaign of which it shows the facts; empty = all facts.
    pub campaign: String,
}

impl Trace {
    /// Name of the hidden sheet of a workbook that says what a [`Trace`] says.
    pub const SHEET: &str = "台账数据";

    /// Heading of the hidden column that names each row's fact, `visit:0190…`.
    pub const HEADING: &str = "记录号(请勿改动)";
}

/// A register or report, ready to be shown, printed or written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Document {
    /// Name of the file and the tab: `04 人大代表接待群众来访(信)登记表`.
    pub name: String,
    /// Title on the paper.
    pub title: String,
    /// The look it was made in.
    pub look: Look,
    /// Which way the paper lies.
    pub orientation: Orientation,
    /// What is left out of it.
    pub edition: Edition,
    /// One for a list, one per deputy for a card or sheet.
    pub subjects: Vec<Subject>,
    /// How it wants its paper; none = [`PageSays::of`] its orientation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<PageSays>,
    /// For a workbook that may be read back; none = nothing hidden in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trace: Option<Trace>,
    /// Pictures by the name under which cells and cards refer to them. They stay in this process.
    #[serde(skip)]
    pub pictures: Pictures,
}

impl Document {
    /// How its paper is to be.
    pub fn page(&self) -> PageSays {
        self.page.unwrap_or_else(|| PageSays::of(self.orientation))
    }

    /// All tables in order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.subjects.iter().flat_map(|s| &s.parts).filter_map(|p| match p {
            Part::Table(table) => Some(table),
            Part::Grid(_) | Part::Cards(_) | Part::Letter(_) | Part::Line { .. } => None,
        })
    }

    /// All cells that paper and workbook must show, as printed; used to check both.
    pub fn shown(&self) -> Vec<String> {
        let rows = self.tables().flat_map(|t| t.rows.iter().chain(&t.totals).map(move |r| (t, r)));
        let cells = rows.flat_map(|(t, r)| t.columns.iter().zip(&r.cells).map(|(c, v)| v.shown_as(c.format)));
        let fields = self.subjects.iter().flat_map(|s| &s.parts).flat_map(|p| match p {
            Part::Grid(grid) => grid.rows.iter().flat_map(|r| &r.fields).map(|f| f.value.shown()).collect(),
            Part::Table(_) => Vec::new(),
            Part::Cards(cards) => cards.cards.iter().flat_map(|c| c.lines.clone()).collect(),
            Part::Letter(letter) => letter.lines(),
            Part::Line { text } => vec![text.clone()],
        });
        cells.chain(fields).filter(|text| !text.is_empty()).collect()
    }
}

impl Table {
    /// The cell of a row under the column with that key.
    pub fn cell<'a>(&self, row: &'a Row, key: &str) -> Option<&'a Cell> {
        self.columns.iter().position(|c| c.key == key).and_then(|at| row.cells.get(at))
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields so")]
fn is_zero(height: &f32) -> bool {
    *height == 0.0
}
