//! 《社情民意台账》《代表建议办理台账》: all matters of a month or year with what came of each, and whether in time.

use chrono::NaiveDate;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use station_table::{Align, Cell, Column, Document, Edition, FactRef, Format, Row, Table};

use super::case::CONFIDENTIAL;
use super::list::{List, public};
use super::says::{day_text, or_empty};
use crate::error::Result;
use crate::matter::late::late;
use crate::matter::read::Which;
use crate::register::masking::has_row;
use crate::register::reports_as;
use crate::store::{Db, flag};
use crate::text::Span;

/// Which ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Ledger {
    /// 社情民意台账
    Opinions,
    /// 代表建议办理台账
    Suggestions,
}

/// Which ledger of which period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "LedgerAsk"))]
pub struct Ask {
    /// Which.
    pub ledger: Ledger,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Edition; none = 内部.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub edition: Option<Edition>,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
    number: Option<String>,
    opened_on: String,
    kind: String,
    #[serde(with = "flag")]
    confidential: bool,
    voters: Option<String>,
    lead: Option<String>,
    co: Option<String>,
    words: Option<String>,
    category: Option<String>,
    route: Option<String>,
    units: Option<String>,
    handed_on: Option<String>,
    due_on: Option<String>,
    replied_on: Option<String>,
    result: Option<String>,
    attitude: Option<String>,
    grade: Option<String>,
    #[serde(with = "flag")]
    talked: bool,
    told_on: Option<String>,
    way: Option<String>,
    closed_on: Option<String>,
    #[serde(skip)]
    late: bool,
}

/// A ledger as a list. It is for paper: it names nobody who asked for confidence, in any edition; the public one leaves such
/// matters out, and suggestions that are not to be published.
///
/// # Errors
/// `Problems` when the period is none.
pub fn ledger(db: Db<'_>, ask: &Ask, today: NaiveDate) -> Result<Document> {
    let span = Span::read(&ask.from, &ask.to)?;
    let opinions = ask.ledger == Ledger::Opinions;
    let given: &[(&str, &dyn rusqlite::ToSql)] =
        named_params! { ":from": ask.from, ":to": ask.to, ":opinions": opinions };
    let mut entries: Vec<Entry> = db.all(include_str!("sql/ledger.sql"), given)?;
    let edition = ask.edition.unwrap_or_default();
    entries.retain(|entry| has_row(edition, entry.confidential));
    say_late(db, &mut entries, today)?;
    let columns = columns(opinions);
    let rows = entries.iter().map(|entry| row(entry, opinions)).collect();
    let title = if opinions { "社情民意台账" } else { "代表建议办理台账" };
    List {
        title: title.to_owned(),
        name: format!("{title} {}", span.in_words()),
        head: vec![
            format!("填报单位：{}", reports_as(db)?),
            span.in_words(),
            format!("填报日期：{}", day_text(&today.to_string())),
        ],
        table: Table { totals: totals(&entries, &columns), columns, rows, ..Table::default() },
        signature: vec!["填报人：".to_owned(), "审核人：".to_owned(), "负责人：".to_owned()],
        edition,
    }
    .document(db)
}

fn say_late(db: Db<'_>, entries: &mut [Entry], today: NaiveDate) -> Result<()> {
    let ids: Vec<String> = entries.iter().map(|entry| entry.id.clone()).collect();
    let late = late(db, &Which::of(&ids), today)?;
    for entry in entries {
        entry.late = late.get(&entry.id).copied().unwrap_or_default();
    }
    Ok(())
}

fn columns(opinions: bool) -> Vec<Column> {
    let text = |label: &str, width: f32| public(label, label, width, Align::Center);
    let date = |label: &str| Column { format: Format::Date, ..text(label, 19.0) };
    let prose = |label: &str, width: f32| Column { align: Align::Left, ..text(label, width) };
    let inside = |column: Column| Column { public: false, ..column };
    if opinions {
        return vec![
            // Known under this key to whoever keeps printed numbers from being given again.
            inside(Column { key: "visit.number".to_owned(), ..text("编号", 25.0) }),
            date("反映日期"),
            inside(text("反映人", 16.0)),
            prose("反映内容", 56.0),
            text("类别", 13.0),
            text("处理方式", 17.0),
            text("承办单位", 20.0),
            inside(date("转办日期")),
            inside(date("办理期限")),
            date("答复日期"),
            inside(date("告知日期")),
            inside(text("方式", 11.0)),
            text("满意度", 13.0),
            date("办结日期"),
            inside(text("逾期", 9.0)),
        ];
    }
    vec![
        Column { key: "matter.no".to_owned(), ..text("编号", 20.0) },
        date("提出日期"),
        text("类型", 10.0),
        text("领衔代表", 15.0),
        text("附议代表", 20.0),
        prose("案由", 50.0),
        text("承办单位", 22.0),
        date("交办日期"),
        inside(date("办理期限")),
        date("答复日期"),
        text("结果", 9.0),
        inside(text("面商", 9.0)),
        inside(text("态度", 13.0)),
        text("结果评价", 13.0),
        date("办结日期"),
        inside(text("逾期", 9.0)),
    ]
}

fn row(entry: &Entry, opinions: bool) -> Row {
    let text = |value: &Option<String>| Cell::text(or_empty(value.as_ref()));
    let asker = if entry.confidential { Cell::text(CONFIDENTIAL) } else { text(&entry.voters) };
    let late = Cell::text(if entry.late { "是" } else { "" });
    let cells = if opinions {
        vec![
            text(&entry.number),
            date(Some(&entry.opened_on)),
            asker,
            text(&entry.words),
            text(&entry.category),
            text(&entry.route),
            text(&entry.units),
            date(entry.handed_on.as_ref()),
            date(entry.due_on.as_ref()),
            date(entry.replied_on.as_ref()),
            date(entry.told_on.as_ref()),
            text(&entry.way),
            text(&entry.grade),
            date(entry.closed_on.as_ref()),
            late,
        ]
    } else {
        vec![
            text(&entry.number),
            date(Some(&entry.opened_on)),
            Cell::text(&entry.kind),
            text(&entry.lead),
            text(&entry.co),
            text(&entry.words),
            text(&entry.units),
            date(entry.handed_on.as_ref()),
            date(entry.due_on.as_ref()),
            date(entry.replied_on.as_ref()),
            text(&entry.result),
            Cell::text(if entry.talked { "是" } else { "" }),
            text(&entry.attitude),
            text(&entry.grade),
            date(entry.closed_on.as_ref()),
            late,
        ]
    };
    Row { fact: Some(FactRef { kind: "matter".to_owned(), id: entry.id.clone() }), cells }
}

/// How many in all, and of them how many of each; each figure is the count of the cells over it.
fn totals(entries: &[Entry], columns: &[Column]) -> Vec<Row> {
    let count = |is: fn(&Entry) -> bool| Cell::text(format!("{}件", entries.iter().filter(|e| is(e)).count()));
    let cell = |column: &Column| match column.label.as_str() {
        "编号" => Cell::text("合计"),
        "反映日期" | "提出日期" => Cell::text(format!("{}件", entries.len())),
        "转办日期" | "交办日期" => count(|e| e.handed_on.is_some()),
        "答复日期" => count(|e| e.replied_on.is_some()),
        "告知日期" => count(|e| e.told_on.is_some()),
        "面商" => count(|e| e.talked),
        "满意度" | "结果评价" => {
            let graded = |grade: &str| entries.iter().filter(|e| e.grade.as_deref() == Some(grade)).count();
            Cell::text(format!("满意{}件", graded("满意")))
        }
        "办结日期" => count(|e| e.closed_on.is_some()),
        "逾期" => count(|e| e.late),
        _ => Cell::Empty,
    };
    vec![Row { fact: None, cells: columns.iter().map(cell).collect() }]
}

fn date(day: Option<&String>) -> Cell {
    day.and_then(|day| day.parse().ok()).map_or(Cell::Empty, Cell::Date)
}
