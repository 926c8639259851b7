//! 台账样式: a register as the county wants it, whole, so that a window can show it and change it.
//!
//! What is kept of it is only what differs from the shipped layout (`look::differ`), by stable key; what is printed is the
//! shipped layout with all of it (`look::apply`).

mod apply;
mod differ;
mod order;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use station_intake as intake;
use station_table::{Align, Look, Orientation, PageSays};

pub(crate) use apply::laid_out;
pub(crate) use differ::differences;

use super::filter::FilterSays;
use super::layout::{Layout, PartSays, Shows};
use super::set::{ColumnSays, RegisterSays, Spelling};
use crate::deputy::order::Order;
use crate::error::Result;
use crate::extra::OwnColumn;
use crate::store::Db;

/// A register of a set.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct RegisterLook {
    /// `01` to `10`, or the key of a register of the station's own; empty for one that is being made.
    pub key: String,
    /// Number of the form that it is, or is based on.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub number: i64,
    /// Whether the set has it.
    pub shown: bool,
    /// Title on the paper.
    pub title: String,
    /// Short name, of the file and the sheet.
    pub name: String,
    /// The title that it has unless the station says otherwise.
    pub shipped_title: String,
    /// list, card or sheet.
    #[cfg_attr(feature = "bindings", ts(type = "'list' | 'card' | 'sheet'"))]
    pub look: Look,
    /// Which way the paper lies.
    #[cfg_attr(feature = "bindings", ts(type = "'landscape' | 'portrait'"))]
    pub orientation: Orientation,
    /// Order of its deputies; none where its rows are no deputies.
    pub order: Option<Order>,
    /// Head block; `{unit}`, `{period}`, `{as_of}`, `{order}` are filled in.
    pub head: Vec<String>,
    /// Signature line.
    pub signature: Vec<String>,
    /// Paper, margins and binding of this register; none = as the station's setting says.
    pub page: Option<PageSays>,
    /// Kind of the facts whose own columns it may show; none = it can have no such columns.
    pub fact_kind: Option<String>,
    /// Boxes and columns, part by part, in their order; what is hidden too.
    pub columns: Vec<ColumnLook>,
    /// Of a register of the station's own: what it is made from.
    pub own: Option<OwnRegister>,
}

/// A box or column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct ColumnLook {
    /// Stable key; `own.<key>` for a column of the station's own.
    pub key: String,
    /// Which part of the page it stands in, from 0; it can be moved within it.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub part: usize,
    /// A box: only its label can be changed, and whether it is shown.
    pub boxed: bool,
    /// Heading.
    pub label: String,
    /// The heading that it has unless the station says otherwise.
    pub shipped_label: String,
    /// Heading above neighbours that name the same.
    pub heading: Option<String>,
    /// Millimetres, scaled together with its neighbours to the page; of a box, its share of the row.
    pub width: f32,
    /// Where text stands.
    #[cfg_attr(feature = "bindings", ts(type = "'left' | 'center' | 'right'"))]
    pub align: Align,
    /// Not shown on screen, paper or in a workbook.
    pub hidden: bool,
    /// A column of the station's own.
    pub own: bool,
    /// Whether the public edition shows it.
    pub public: bool,
    /// What its values are, for filters.
    #[cfg_attr(feature = "bindings", ts(type = "'text' | 'number' | 'money' | 'date' | 'choice'"))]
    pub r#type: String,
    /// Of a choice: the code list from which values are.
    pub list: Option<String>,
    /// Of a choice that is no code list: what may be chosen.
    pub choices: Vec<String>,
}

/// What a register of the station's own is made from: one kind of fact as one of the ten lists it, and filters.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct OwnRegister {
    /// Number of a form that is a list.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub based_on: i64,
    /// All of them must hold.
    pub filters: Vec<FilterSays>,
}

/// What a register's look depends on beside what a set says of it.
pub(crate) struct Around<'a> {
    /// Columns of the station's own.
    pub(crate) own: &'a [OwnColumn],
    /// 登记薄 or 登记簿.
    pub(crate) spelling: Spelling,
}

/// The shipped layout with what a set says of it.
pub(crate) fn look_of(layout: &Layout, says: &RegisterSays, around: &Around<'_>) -> Result<RegisterLook> {
    let shipped_title = around.spelling.of(&layout.title);
    Ok(RegisterLook {
        key: says.key.clone(),
        number: layout.number,
        shown: says.shown.unwrap_or(true),
        title: says.title.clone().unwrap_or_else(|| shipped_title.clone()),
        name: says.name.clone().or_else(|| says.title.clone()).unwrap_or_else(|| around.spelling.of(&layout.name)),
        shipped_title,
        look: layout.look,
        orientation: says.orientation.unwrap_or(layout.orientation),
        order: layout.order.map(|order| says.order.unwrap_or(order)),
        head: says.head.clone().unwrap_or_else(|| layout.head.clone()),
        signature: says.signature.clone().unwrap_or_else(|| layout.signature.clone()),
        page: says.page,
        fact_kind: layout.fact.clone(),
        columns: columns(layout, &says.columns, around.own)?,
        own: says.own.clone(),
    })
}

/// The columns in their order: shipped ones with what is said of them, then those of the station's own, hidden unless
/// something is said.
fn columns(layout: &Layout, says: &[ColumnSays], own: &[OwnColumn]) -> Result<Vec<ColumnLook>> {
    let mut all = Vec::new();
    for (part, what) in layout.parts.iter().enumerate() {
        let mut here = match what {
            PartSays::Table(table) => table.columns.iter().map(|s| (s, false)).collect::<Vec<_>>(),
            PartSays::Grid(grid) => grid.rows.iter().flat_map(|row| &row.boxes).map(|s| (s, true)).collect(),
        };
        here.retain(|(shows, _)| !shows.later);
        let mut here =
            here.into_iter().map(|(s, boxed)| Ok(said(column(s, part, boxed)?, says))).collect::<Result<Vec<_>>>()?;
        if own_part(layout) == Some(part) {
            let boxed = matches!(what, PartSays::Grid(_));
            let mine = own.iter().filter(|c| Some(&c.fact_kind) == layout.fact.as_ref());
            for column in mine {
                let of = own_column(column, (part, boxed))?;
                let shown = says.iter().any(|s| s.key == of.key);
                here.push(if shown { said(ColumnLook { hidden: false, ..of }, says) } else { of });
            }
        }
        order::arrange(&mut here, says);
        all.extend(here);
    }
    Ok(all)
}

/// The part in which columns of the station's own stand: the table of a list, the first boxes of a card or sheet.
fn own_part(layout: &Layout) -> Option<usize> {
    let boxed = layout.subjects.is_some();
    layout.fact.as_ref()?;
    layout.parts.iter().position(|part| matches!(part, PartSays::Grid(_)) == boxed)
}

/// A shipped box or column.
fn column(shows: &Shows, part: usize, boxed: bool) -> Result<ColumnLook> {
    let column = shows.column()?;
    let read = intake::fields().get(&shows.key).map(|field| &field.format);
    let list = match read {
        Some(intake::Format::Code(list)) => Some(list.clone()),
        _ => None,
    };
    let r#type = match column.format {
        station_table::Format::Number => "number",
        station_table::Format::Money => "money",
        station_table::Format::Date | station_table::Format::Month | station_table::Format::MonthDay => "date",
        _ if list.is_some() => "choice",
        _ => "text",
    };
    Ok(ColumnLook {
        key: column.key,
        part,
        boxed,
        shipped_label: column.label.clone(),
        label: column.label,
        heading: column.heading,
        width: column.width,
        align: column.align,
        hidden: shows.hidden,
        own: false,
        public: shows.public || shows.blank,
        r#type: r#type.to_owned(),
        list,
        choices: Vec::new(),
    })
}

/// Share of a row that a box of the station's own has.
const OWN_SHARE: f32 = 0.5;

fn own_column(own: &OwnColumn, (part, boxed): (usize, bool)) -> Result<ColumnLook> {
    let mut of = column(&Shows::own(own), part, boxed)?;
    of.width = if boxed { OWN_SHARE } else { of.width };
    let choices = match own.r#type.as_str() {
        "yes_no" => "是、否",
        "choice" => own.choices.as_deref().unwrap_or_default(),
        _ => return Ok(ColumnLook { own: true, hidden: true, ..of }),
    };
    let choices = choices.split('、').map(str::to_owned).collect();
    Ok(ColumnLook { own: true, hidden: true, r#type: "choice".to_owned(), choices, ..of })
}

fn said(of: ColumnLook, says: &[ColumnSays]) -> ColumnLook {
    let Some(says) = says.iter().find(|s| s.key == of.key) else { return of };
    ColumnLook {
        label: says.label.clone().unwrap_or(of.label),
        heading: says.heading.clone().map_or(of.heading, |h| Some(h).filter(|h| !h.is_empty())),
        width: says.width.unwrap_or(of.width),
        align: says.align.unwrap_or(of.align),
        hidden: says.hidden.unwrap_or(of.hidden),
        ..of
    }
}

/// The columns of the station's own that registers may show.
pub(crate) fn own_columns(db: Db<'_>) -> Result<Vec<OwnColumn>> {
    crate::extra::edit::columns(db, None)
}
