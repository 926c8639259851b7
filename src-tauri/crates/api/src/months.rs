//! The month's report: its figures, the rows behind them, and sending it.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use station_core::period::{self, Asked, MonthReport, edition};
use station_core::register::{self, RegisterAsk};
use station_core::{Op, number};
use station_table::{Document, Edition, Table};

use crate::desk::Opened;
use crate::exports::{Ready, Written, WrittenFile, file_name, missing_sentences, pdf_of, workbook_of, write_all};
use crate::failure::Failure;

/// A month.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OfMonth {
    /// `2023-11`.
    pub month: String,
    /// Key or name of the campaign that alone is counted.
    #[serde(default)]
    #[cfg_attr(test, ts(optional))]
    pub campaign: Option<String>,
}

impl OfMonth {
    fn asked(&self) -> Asked<'_> {
        Asked { month: &self.month, campaign: self.campaign.as_deref() }
    }
}

/// One figure of a month.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OfFigure {
    /// `2023-11`.
    pub month: String,
    /// Name of the site; none = the total.
    pub site: Option<String>,
    /// Key of the column.
    pub key: String,
    /// Key or name of the campaign that alone is counted.
    #[serde(default)]
    #[cfg_attr(test, ts(optional))]
    pub campaign: Option<String>,
}

/// What is sent, and to where.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SendAsk {
    /// `2023-11`.
    pub month: String,
    /// Folder; on a stick, a folder of its own is made.
    pub out: PathBuf,
    /// Registers besides 3, 4, 8 and 10.
    #[serde(default)]
    #[cfg_attr(test, ts(type = "number[]"))]
    pub with: Vec<i64>,
    /// A draft is not kept as an edition.
    #[serde(default)]
    pub draft: bool,
    /// Key or name of the campaign that alone is shown; then it is a draft.
    #[serde(default)]
    #[cfg_attr(test, ts(optional))]
    pub campaign: Option<String>,
}

/// Name of the list that goes with a report.
const MANIFEST: &str = "manifest.json";
/// Registers that go with every month.
const ALWAYS: [i64; 4] = [3, 4, 8, 10];

/// The month's report.
pub fn month_report(opened: &mut Opened, ask: OfMonth) -> Result<MonthReport, Failure> {
    Ok(period::month(opened.db(), ask.asked(), opened.today())?)
}

/// The figures alone, nested by total and site.
pub fn month_figures(opened: &mut Opened, ask: OfMonth) -> Result<Value, Failure> {
    Ok(period::figures_json(&period::month(opened.db(), ask.asked(), opened.today())?))
}

/// The rows that one figure opens to.
pub fn figure(opened: &mut Opened, ask: OfFigure) -> Result<Table, Failure> {
    let asked = Asked { month: &ask.month, campaign: ask.campaign.as_deref() };
    Ok(period::figure(opened.db(), (asked, ask.site.as_deref()), &ask.key, opened.today())?)
}

/// Writes the month to a folder or stick, and keeps what was sent as a numbered edition.
pub fn send_month(opened: &mut Opened, ask: SendAsk) -> Result<Written, Failure> {
    if ask.campaign.is_some() && !ask.draft {
        return Err(Failure::new("campaign", "只统计一个专项活动的月报不能作为上报，请选草稿。"));
    }
    let asked = Asked { month: &ask.month, campaign: ask.campaign.as_deref() };
    let report = period::month(opened.db(), asked, opened.today())?;
    let documents = documents(opened, &ask, &report)?;
    let (ready, mut warnings) = ready(opened, &ask, &documents)?;
    let folder = folder(opened, &ask)?;
    let before = listed(&folder);
    let files = write_all(opened, &folder, ready, |files| manifest(opened, &ask, files).map(Some))?;
    let stale = before.into_iter().filter(|name| !files.iter().any(|f| f.name == *name));
    warnings.extend(stale.map(|name| format!("文件夹里还有上次写入的“{name}”，不在这次的清单里，不需要可以删去。")));
    let edition = if ask.draft { None } else { Some(keep(opened, &report, &documents)?) };
    let (from, to) = period::days_of(&ask.month)?;
    number::left(&opened.store, (&from, &to), &documents)?;
    opened.log(Op::Export { what: format!("{}月报", ask.month) })?;
    Ok(Written { folder: folder.display().to_string(), files, edition, warnings })
}

fn documents(opened: &Opened, ask: &SendAsk, report: &MonthReport) -> Result<Vec<Document>, Failure> {
    let mut all = vec![report.document.clone()];
    let mut numbers: Vec<i64> = ALWAYS.iter().chain(&ask.with).copied().collect();
    numbers.sort_unstable();
    numbers.dedup();
    for (done, number) in numbers.iter().enumerate() {
        opened.step("汇集台账", done, numbers.len())?;
        let (from, to) = period::days_of(&ask.month)?;
        let (edition, campaign_id) = (Some(Edition::Upward), ask.campaign.clone());
        let ask = RegisterAsk { number: *number, from, to, edition, campaign_id, ..RegisterAsk::default() };
        let document = register::document(opened.db(), &ask, opened.today())?;
        // A month shows the sheets of deputies who did something in it; the others would be empty paper.
        all.push(if *number == 8 { register::with_rows(document) } else { document });
    }
    if ask.draft {
        for document in &mut all {
            document.title.push_str("（草稿）");
        }
    }
    Ok(all)
}

fn ready(opened: &Opened, ask: &SendAsk, documents: &[Document]) -> Result<(Vec<Ready>, Vec<String>), Failure> {
    let all: Vec<&Document> = documents.iter().collect();
    let mut ready = vec![Ready { name: format!("{}月报.xlsx", ask.month), bytes: workbook_of(opened, &all)? }];
    let mut warnings = Vec::new();
    for document in documents {
        let pdf = pdf_of(opened, document)?;
        warnings.extend(missing_sentences(&pdf));
        ready.push(Ready { name: format!("{}.pdf", document.name), bytes: pdf.bytes });
    }
    Ok((ready, warnings))
}

/// On a stick the month gets a folder of its own, `站名_2023年11月`; elsewhere the folder that was asked for is it.
fn folder(opened: &Opened, ask: &SendAsk) -> Result<PathBuf, Failure> {
    let on_stick = station_machine::drives::list().iter().any(|drive| drive.path == ask.out);
    if !on_stick {
        return Ok(ask.out.clone());
    }
    let name = opened.db().setting("name")?.unwrap_or_default();
    let (year, month) = ask.month.split_once('-').unwrap_or((&ask.month, ""));
    Ok(ask.out.join(file_name(&format!("{name}_{year}年{month}月"))))
}

/// What the county can check: every file with its size and SHA-256.
fn manifest(opened: &Opened, ask: &SendAsk, files: &[WrittenFile]) -> Result<Ready, Failure> {
    let body = serde_json::json!({
        "station": opened.db().setting("name")?,
        "month": ask.month,
        "draft": ask.draft,
        "made": opened.hand().stamp(),
        "program": env!("CARGO_PKG_VERSION"),
        "files": files,
    });
    let bytes = serde_json::to_vec_pretty(&body).map_err(Failure::internal)?;
    Ok(Ready { name: MANIFEST.to_owned(), bytes })
}

/// What the manifest of an earlier report lists, where the folder has one.
fn listed(folder: &std::path::Path) -> Vec<String> {
    let manifest: Option<Value> =
        std::fs::read(folder.join(MANIFEST)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let files = manifest.as_ref().and_then(|m| m["files"].as_array()).into_iter().flatten();
    files.filter_map(|f| f["name"].as_str()).filter(|name| folder.join(name).exists()).map(str::to_owned).collect()
}

fn keep(opened: &mut Opened, report: &MonthReport, documents: &[Document]) -> Result<i64, Failure> {
    let rows = serde_json::to_string(documents).map_err(Failure::internal)?;
    let what = format!("{}月报", report.month);
    opened.write(|tx| {
        let ordinal = edition::keep(tx, &report.month, (&period::figures_json(report).to_string(), &rows))?;
        Ok((Op::Send { what: format!("{what} 第{ordinal}版") }, ordinal))
    })
}
