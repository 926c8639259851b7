//! `layout.toml`: what a register shows and how it is laid out, as shipped or as a station wants it.

use serde::Deserialize;
use station_intake as intake;
use station_table::{Align, Column, Format, Look, Mask, Orientation, PageSays};

use crate::deputy::order::Order;
use crate::error::{Error, Result};
use crate::extra::OwnColumn;

/// A register as its layout describes it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Layout {
    /// Number of the form; of a register of the station's own, of the form that it is based on.
    pub(crate) number: i64,
    /// Short name.
    pub(crate) name: String,
    /// Title on the paper.
    pub(crate) title: String,
    /// Look.
    pub(crate) look: Look,
    /// Which way the paper lies.
    pub(crate) orientation: Orientation,
    /// How the paper is to be, where a station says it of this register.
    #[serde(skip)]
    pub(crate) page: Option<PageSays>,
    /// Whether deputies of the whole period are meant, or those of its last day.
    #[serde(default)]
    pub(crate) holds: Holds,
    /// Query that gives the pages of a card or sheet.
    pub(crate) subjects: Option<String>,
    /// Column of that query by which a page is called; none = the person's name.
    pub(crate) named: Option<String>,
    /// Kind of the facts that rows or pages stand for, which may have columns of the station's own.
    pub(crate) fact: Option<String>,
    /// Order of rows or pages that stand for deputies; none = that of the query.
    pub(crate) order: Option<Order>,
    /// Head block; `{unit}`, `{period}`, `{as_of}`, `{order}` are filled in.
    #[serde(default)]
    pub(crate) head: Vec<String>,
    /// Signature line.
    #[serde(default)]
    pub(crate) signature: Vec<String>,
    /// Top to bottom.
    pub(crate) parts: Vec<PartSays>,
}

/// Of which days a deputy must sit to be shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Holds {
    /// Any day of the period.
    #[default]
    Period,
    /// Its last day.
    LastDay,
}

/// A piece of a page.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "part", rename_all = "snake_case")]
pub(crate) enum PartSays {
    /// Labelled boxes, filled from the subject.
    Grid(GridSays),
    /// Rows of a query.
    Table(TableSays),
}

/// Labelled boxes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GridSays {
    /// Top to bottom.
    pub(crate) rows: Vec<GridRow>,
}

/// Boxes side by side.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GridRow {
    /// Height in millimetres that the row has at least.
    #[serde(default)]
    pub(crate) height: f32,
    /// Left to right.
    pub(crate) boxes: Vec<Shows>,
}

/// Rows under columns.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TableSays {
    /// Query that gives the rows.
    pub(crate) query: String,
    /// Heading over the table.
    pub(crate) caption: Option<String>,
    /// Label of the row of sums; none = no such row.
    pub(crate) total: Option<String>,
    /// What a row is, said with their number beside that label: 件, 次.
    pub(crate) unit: Option<String>,
    /// Column whose values are counted, one row for each, above the sums.
    pub(crate) count_by: Option<String>,
    /// Column by which rows are counted that do not count (`counts` is 0 in the query).
    pub(crate) count_others_by: Option<String>,
    /// Line under the table of a public edition that counts rows which it does not list, with their number as `{n}`.
    pub(crate) unlisted: Option<String>,
    /// Left to right.
    pub(crate) columns: Vec<Shows>,
}

/// A column or box. What it does not say is taken from `fields.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Shows {
    /// Key of the field and column of the query.
    pub(crate) key: String,
    /// Heading.
    pub(super) label: Option<String>,
    /// Millimetres, or the share of a row of boxes.
    pub(super) width: Option<f32>,
    /// What the values are, for the editions.
    pub(super) mask: Option<Mask>,
    /// Where text stands.
    pub(super) align: Option<Align>,
    /// How values are shown.
    pub(super) format: Option<Format>,
    /// Heading above neighbours.
    pub(super) heading: Option<String>,
    /// Whether the public edition shows it.
    #[serde(default)]
    pub(crate) public: bool,
    /// Its facts come later: not printed.
    #[serde(default)]
    pub(crate) later: bool,
    /// Not shown unless a station wants it.
    #[serde(default)]
    pub(crate) hidden: bool,
    /// Summed in the row of sums.
    #[serde(default)]
    pub(crate) total: bool,
    /// Tells who came: hidden where somebody asked for confidence.
    #[serde(default)]
    pub(crate) private: bool,
    /// Filled in by hand on paper.
    #[serde(default)]
    pub(crate) blank: bool,
    /// Names a picture of the document.
    #[serde(default)]
    pub(crate) picture: bool,
    /// Counted in halves: 3 is shown as 1.5.
    #[serde(default)]
    pub(crate) halves: bool,
}

/// Widest column that is centred when nothing is said.
const NARROW: f32 = 24.0;

/// Width of a column of the station's own in millimetres, unless it says otherwise.
const OWN_WIDTH: f32 = 20.0;

impl Shows {
    /// The column of a table.
    pub(crate) fn column(&self) -> Result<Column> {
        let says = intake::fields().get(&self.key);
        let missing = |what: &str| Error::BadAsset(format!("{}: {what}", self.key));
        let label = self.label.clone().or_else(|| says.map(|f| f.label.clone())).ok_or_else(|| missing("label"))?;
        let width = self.width.or_else(|| says.map(|f| f.width)).ok_or_else(|| missing("width"))?;
        let align = if width <= NARROW { Align::Center } else { Align::Left };
        Ok(Column {
            key: self.key.clone(),
            label,
            heading: self.heading.clone(),
            width,
            align: self.align.unwrap_or(align),
            format: self.format.or_else(|| says.map(|f| shown(&f.format))).unwrap_or_default(),
            mask: self.mask.or_else(|| says.map(|f| f.mask)).unwrap_or_default(),
            public: self.public,
        })
    }

    /// A column of the station's own. It never is public; of a visit it may tell who came.
    pub(super) fn own(column: &OwnColumn) -> Self {
        let (format, align) = match column.r#type.as_str() {
            "number" => (Format::Number, Align::Center),
            "money" => (Format::Money, Align::Right),
            "date" => (Format::Date, Align::Center),
            "yes_no" | "choice" => (Format::Text, Align::Center),
            _ => (Format::Text, Align::Left),
        };
        Self {
            key: column.key(),
            label: Some(column.label.clone()),
            width: Some(OWN_WIDTH),
            align: Some(align),
            format: Some(format),
            total: matches!(format, Format::Number | Format::Money),
            private: column.fact_kind == "visit",
            ..Self::default()
        }
    }
}

/// How values read from such a cell are shown.
fn shown(read: &intake::Format) -> Format {
    match read {
        intake::Format::Number => Format::Number,
        intake::Format::Date | intake::Format::Day | intake::Format::Days => Format::Date,
        intake::Format::Money => Format::Money,
        _ => Format::Text,
    }
}

/// Reads a layout.
pub(crate) fn parse(text: &str) -> Result<Layout> {
    toml::from_str(text).map_err(|e| Error::BadAsset(e.to_string()))
}

impl Layout {
    /// Its tables, top to bottom.
    pub(crate) fn tables(&self) -> impl Iterator<Item = &TableSays> {
        self.parts.iter().filter_map(|part| match part {
            PartSays::Table(table) => Some(table),
            PartSays::Grid(_) => None,
        })
    }

    /// The query whose rows are its facts: that of the pages, or of the list.
    pub(crate) fn facts(&self) -> Option<&str> {
        self.subjects.as_deref().or_else(|| self.tables().next().map(|table| table.query.as_str()))
    }
}
