//! Figures and the rows behind them: a figure is the sum of the rows it opens, never counted a second way.

use std::collections::HashSet;

use chrono::NaiveDate;
use serde::Deserialize;
use station_table::{Format, Row};

use crate::error::{Error, Result};
use crate::register::query::{Given, Record, rows};
use crate::store::Db;
use crate::text::Span;

/// Row of what happened nowhere in particular.
pub(crate) const NOWHERE: &str = "未注明";

/// Before the label of a kind of activity: `activities.视察` counts those of that kind.
pub(crate) const KINDS: &str = "activities";

const QUERIES: [&str; 6] = [
    include_str!("../../../../../assets/reports/month/days.sql"),
    include_str!("../../../../../assets/reports/month/visits.sql"),
    include_str!("../../../../../assets/reports/month/matters.sql"),
    include_str!("../../../../../assets/reports/month/activities.sql"),
    include_str!("../../../../../assets/reports/month/work.sql"),
    include_str!("../../../../../assets/reports/month/suggestions.sql"),
];

/// The report as its layout describes it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Layout {
    /// Title on the paper.
    pub(crate) title: String,
    /// Head block.
    pub(crate) head: Vec<String>,
    /// Signature line.
    pub(crate) signature: Vec<String>,
    /// The column of sites.
    pub(crate) site: SiteSays,
    /// Top to bottom.
    pub(crate) tables: Vec<TableSays>,
    /// Columns of the rows behind a figure.
    pub(crate) columns: Vec<ColumnSays>,
}

impl Layout {
    /// The figures of all tables.
    pub(crate) fn figures(&self) -> impl Iterator<Item = &FigureSays> {
        self.tables.iter().flat_map(|table| &table.figures)
    }
}

/// One table of the paper.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TableSays {
    /// Left to right.
    pub(crate) figures: Vec<FigureSays>,
}

/// The column of sites.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SiteSays {
    /// Heading.
    pub(crate) label: String,
    /// Width in millimetres.
    pub(crate) width: f32,
}

/// One figure.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FigureSays {
    /// `visits`, `satisfied.满意` …
    pub(crate) key: String,
    /// Heading.
    pub(crate) label: String,
    /// Heading above neighbours.
    pub(crate) heading: Option<String>,
    /// Width in millimetres.
    pub(crate) width: f32,
    /// A share: recomputed from the sums of these two figures, never averaged.
    pub(crate) share: Option<[String; 2]>,
    /// A row counts more than one: the rows show how many.
    #[serde(default)]
    pub(crate) amounts: bool,
    /// Known in total only.
    #[serde(default)]
    pub(crate) total_only: bool,
}

/// A column of the rows behind a figure.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ColumnSays {
    /// Column of the queries.
    pub(crate) key: String,
    /// Heading.
    pub(crate) label: String,
    /// Width in millimetres.
    pub(crate) width: f32,
    /// How values are shown.
    #[serde(default)]
    pub(crate) format: Format,
}

/// The layout of the month's report.
pub(crate) fn layout() -> Result<Layout> {
    let text = include_str!("../../../../../assets/reports/month/layout.toml");
    toml::from_str(text).map_err(|e| Error::BadAsset(e.to_string()))
}

/// All rows of a month, and the sites that they may stand under.
pub(crate) struct Month {
    /// Every site by name, then 未注明 where something happened nowhere, with the key of the site.
    pub(crate) sites: Vec<(String, Option<String>)>,
    /// Labels of the kinds of activities that took place, in the order of their list.
    pub(crate) kinds: Vec<String>,
    rows: Vec<Record>,
}

#[derive(Deserialize)]
struct SiteRow {
    id: String,
    name: String,
}

/// Collects the month of that span, of a campaign alone where one is asked for.
pub(crate) fn collect(db: Db<'_>, (span, campaign_id): (Span, Option<&str>), today: NaiveDate) -> Result<Month> {
    let given = Given::default()
        .with("from", Some(span.from.to_string()))
        .with("to", Some(span.to.to_string()))
        .with("today", Some(today.to_string()))
        .with("campaign_id", campaign_id.map(str::to_owned));
    let mut found = Vec::new();
    for sql in QUERIES {
        found.extend(rows(db, sql, &given)?);
    }
    let mut kinds: Vec<String> = db.column(include_str!("sql/kinds.sql"), [])?;
    let happened: HashSet<&str> =
        found.iter().filter_map(|r| r.text("figure")?.strip_prefix(KINDS)?.strip_prefix('.')).collect();
    kinds.retain(|label| happened.contains(label.as_str()));
    kinds.dedup();
    Ok(Month { sites: sites(db, &found)?, kinds, rows: found })
}

/// Every site, those that are voided but still named, and 未注明 where something that counts by site happened nowhere.
fn sites(db: Db<'_>, found: &[Record]) -> Result<Vec<(String, Option<String>)>> {
    let known: Vec<SiteRow> = db.all(include_str!("../../../../../assets/reports/month/sites.sql"), [])?;
    let mut sites: Vec<(String, Option<String>)> = known.into_iter().map(|s| (s.name, Some(s.id))).collect();
    let has: HashSet<String> = sites.iter().map(|(name, _)| name.clone()).collect();
    let mut more: Vec<&str> = found.iter().filter_map(|r| r.text("site")).filter(|name| !has.contains(*name)).collect();
    more.sort_unstable();
    more.dedup();
    sites.extend(more.into_iter().map(|name| (name.to_owned(), None)));
    let layout = layout()?;
    let total_only: HashSet<&str> = layout.figures().filter(|f| f.total_only).map(|f| f.key.as_str()).collect();
    if found.iter().any(|r| r.text("site").is_none() && r.text("figure").is_some_and(|f| !total_only.contains(f))) {
        sites.push((NOWHERE.to_owned(), None));
    }
    Ok(sites)
}

impl Month {
    /// The rows behind a figure, of one site or of all.
    pub(crate) fn behind<'a>(&'a self, key: &'a str, site: Option<&'a str>) -> impl Iterator<Item = &'a Record> {
        let stands = move |r: &&Record| site.is_none_or(|name| r.text("site").unwrap_or(NOWHERE) == name);
        self.rows.iter().filter(move |r| r.text("figure") == Some(key)).filter(stands)
    }

    /// What they add up to.
    pub(crate) fn count(&self, key: &str, site: Option<&str>) -> i64 {
        self.behind(key, site).filter_map(|r| r.number("amount")).sum()
    }
}

/// A row behind a figure as the window shows it.
pub(crate) fn row(record: &Record, columns: &[&ColumnSays]) -> Row {
    Row { fact: record.fact(), cells: columns.iter().map(|c| record.cell(&c.key, c.format)).collect() }
}
