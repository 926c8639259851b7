//! 报表: the month's figures (R1), each open to the rows behind it, and what was sent.

mod asked;
pub mod edition;
mod figures;
mod report;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use station_table::{Align, Column, Document, Mask, Row, Table};

use crate::error::{Error, Problem, Result};
use crate::store::Db;
use crate::text::Span;
use asked::counted;
use figures::{ColumnSays, FigureSays, KINDS, Layout, Month, layout};

pub use asked::Asked;

/// A figure's column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FigureColumn {
    /// `visits`, `deputies_received.县`, `satisfied.满意` …
    pub key: String,
    /// Heading.
    pub label: String,
    /// Heading above neighbours.
    pub heading: Option<String>,
    /// A share of one, not a count.
    pub share: bool,
}

/// A figure of a report.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Figure {
    /// How many.
    Count(i64),
    /// A share of one, recomputed from the sums.
    Share(f64),
    /// Not known for this row, or a share of nothing.
    Unknown,
}

/// Figures by key.
pub type Figures = BTreeMap<String, Figure>;

/// The figures of one site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SiteFigures {
    /// Name of the site; 未注明 for what happened nowhere in particular.
    pub site: String,
    /// By key.
    #[cfg_attr(feature = "bindings", ts(type = "Record<string, number | null>"))]
    pub figures: Figures,
}

/// A report as it was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SentEdition {
    /// Which one.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub ordinal: i64,
    /// When it was sent.
    pub at: String,
    /// Hash over figures and rows.
    pub sha256: String,
}

/// The month's report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MonthReport {
    /// `2023-11`.
    pub month: String,
    /// Name of the campaign that alone is counted; none = everything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub campaign: Option<String>,
    /// In the order of the paper, with one for each kind of activity that took place behind them, which has no room there.
    pub columns: Vec<FigureColumn>,
    /// Every site, zeros included.
    pub sites: Vec<SiteFigures>,
    /// 合计; the sites add up to it.
    #[cfg_attr(feature = "bindings", ts(type = "Record<string, number | null>"))]
    pub total: Figures,
    /// The paper.
    pub document: Document,
    /// What was sent of this month, the oldest first.
    pub editions: Vec<SentEdition>,
}

/// The report of a month.
///
/// # Errors
/// `Problems` when that is no month, or when there is no such campaign.
pub fn month<'a>(db: Db<'_>, asked: impl Into<Asked<'a>>, today: NaiveDate) -> Result<MonthReport> {
    let asked = asked.into();
    let layout = layout()?;
    let (span, campaign, counted) = counted(db, &asked, today)?;
    let sites = counted
        .sites
        .iter()
        .map(|(name, _)| SiteFigures { site: name.clone(), figures: figures_of(&layout, &counted, Some(name)) });
    let mut report = MonthReport {
        month: asked.month.to_owned(),
        campaign: campaign.map(|c| c.name),
        columns: layout.figures().map(column_of).chain(counted.kinds.iter().map(|kind| kind_column(kind))).collect(),
        sites: sites.collect(),
        total: figures_of(&layout, &counted, None),
        document: report::empty(&layout),
        editions: db.all(include_str!("sql/sent.sql"), [asked.month])?,
    };
    report.document = report::paper(db, &layout, (&report, &counted.sites), (span, today))?;
    Ok(report)
}

/// The rows behind a figure of a site (none = all of them); the amounts add up to the figure. A share opens to its numerator.
///
/// # Errors
/// `Problems` when there is no such figure or month.
pub fn figure<'a>(
    db: Db<'_>,
    (asked, site): (impl Into<Asked<'a>>, Option<&str>),
    key: &str,
    today: NaiveDate,
) -> Result<Table> {
    let asked = asked.into();
    let layout = layout()?;
    let (_, _, counted) = counted(db, &asked, today)?;
    let says = layout.figures().find(|f| f.key == key);
    let column = says.map(column_of).or_else(|| counted.kinds.iter().map(|k| kind_column(k)).find(|c| c.key == key));
    let Some(column) = column else {
        return Err(Error::Problems(vec![Problem::new("key", "报表里没有这个数字，请刷新后再看。")]));
    };
    let key = says.and_then(|s| s.share.as_ref()).map_or(key, |[of, _]| of.as_str());
    let amounts = says.is_some_and(|s| s.amounts);
    let heading = column.heading.map(|h| format!("{h} ")).unwrap_or_default();
    let shown: Vec<&ColumnSays> = layout.columns.iter().filter(|c| amounts || c.key != "amount").collect();
    let rows: Vec<Row> = counted.behind(key, site).map(|r| figures::row(r, &shown)).collect();
    Ok(Table {
        caption: Some(format!("{} {heading}{}", site.unwrap_or("合计"), column.label)),
        columns: shown.into_iter().map(shown_column).collect(),
        rows,
        ..Table::default()
    })
}

fn shown_column(says: &ColumnSays) -> Column {
    Column {
        key: says.key.clone(),
        label: says.label.clone(),
        heading: None,
        width: says.width,
        align: Align::Left,
        format: says.format,
        mask: Mask::None,
        public: false,
    }
}

fn column_of(says: &FigureSays) -> FigureColumn {
    FigureColumn {
        key: says.key.clone(),
        label: says.label.clone(),
        heading: says.heading.clone(),
        share: says.share.is_some(),
    }
}

/// The column of a kind of activity.
fn kind_column(label: &str) -> FigureColumn {
    FigureColumn {
        key: format!("{KINDS}.{label}"),
        label: label.to_owned(),
        heading: Some("活动类别(次)".to_owned()),
        share: false,
    }
}

/// Figures by key; a kind of activity of which there was none is left out.
fn figures_of(layout: &Layout, month: &Month, site: Option<&str>) -> Figures {
    let counted = |key: String| (Figure::Count(month.count(&key, site)), key);
    let kinds =
        month.kinds.iter().map(|kind| counted(format!("{KINDS}.{kind}"))).filter(|(n, _)| *n != Figure::Count(0));
    let said = layout.figures().map(|f| (f.key.clone(), value(f, month, site)));
    said.chain(kinds.map(|(count, key)| (key, count))).collect()
}

#[expect(clippy::cast_precision_loss, reason = "counts of a township")]
fn value(says: &FigureSays, month: &Month, site: Option<&str>) -> Figure {
    match &says.share {
        Some([part, whole]) => match month.count(whole, site) {
            0 => Figure::Unknown,
            whole => Figure::Share(month.count(part, site) as f64 / whole as f64),
        },
        None if says.total_only && site.is_some() => Figure::Unknown,
        None => Figure::Count(month.count(&says.key, site)),
    }
}

/// The figures nested by key, in total and by site: `{total: {visits, satisfied: {满意}}, sites: {站名: {…}}}`. Shares are left
/// out, since they follow from the counts; a site lacks what is known in total only.
pub fn figures_json(report: &MonthReport) -> Value {
    let mut sites = Map::new();
    for site in &report.sites {
        sites.insert(site.site.clone(), nested(&report.columns, &site.figures));
    }
    json!({ "total": nested(&report.columns, &report.total), "sites": sites })
}

fn nested(columns: &[FigureColumn], figures: &Figures) -> Value {
    // Also where there was none of any kind.
    let mut map = Map::from_iter([(KINDS.to_owned(), json!({}))]);
    for column in columns {
        let Some(Figure::Count(count)) = figures.get(&column.key) else { continue };
        let Some((group, key)) = column.key.split_once('.') else {
            map.insert(column.key.clone(), (*count).into());
            continue;
        };
        if let Some(inner) = map.entry(group).or_insert_with(|| json!({})).as_object_mut() {
            inner.insert(key.to_owned(), (*count).into());
        }
    }
    Value::Object(map)
}

/// First and last day of a month written `2023-11`.
///
/// # Errors
/// `Problems` when it is no month.
pub fn days_of(month: &str) -> Result<(String, String)> {
    let span = Span::month(month)?;
    Ok((span.from.to_string(), span.to.to_string()))
}
