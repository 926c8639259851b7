//! 事项: lists with state and next actor, and one matter with its steps.

use rusqlite::{ToSql, named_params};
use serde::{Deserialize, Serialize};
use station_table::FactRef;

use super::Matter;
use super::rules::{Kind, State, next, offers, state};
use crate::code;
use crate::error::{Error, Result};
use crate::filter::finds;
use crate::store::Db;

/// A matter as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MatterRow {
    /// The matter.
    pub id: String,
    /// 建议编号.
    pub no: Option<String>,
    /// 社情民意, 建议, 批评, 意见 or 议案.
    pub kind: String,
    /// 案由, else the words.
    pub title: String,
    /// 领衔代表.
    pub lead: Option<String>,
    /// 附议代表.
    pub co: Vec<String>,
    /// Who first raised it in a visit, else in a contact.
    pub visitor: Option<String>,
    /// Number of that visit, or the activity, contact or visit to a constituency in which it was raised, or 代表提出.
    pub source: Option<String>,
    /// 提出日期.
    pub submitted: String,
    /// 交办 or 转办日期.
    pub handed: Option<String>,
    /// 承办单位.
    pub unit: Option<String>,
    /// 答复日期.
    pub replied: Option<String>,
    /// 办理结果.
    pub result: Option<String>,
    /// 满意度.
    pub satisfied: Option<String>,
    /// 办结日期.
    pub closed: Option<String>,
    /// What it has come to.
    pub state: State,
    /// Who is to do what next; empty when closed.
    pub next: String,
}

/// One step, with words for its codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(rename = "Step"))]
pub struct StepShown {
    /// The step.
    pub id: String,
    /// What it is.
    #[cfg_attr(feature = "bindings", ts(as = "crate::matter::rules::Kind"))]
    pub kind: Kind,
    /// As the clerk calls it.
    #[serde(default)]
    pub kind_label: String,
    /// The day.
    pub happened_on: String,
    /// 处理方式.
    pub route: Option<String>,
    /// 承办单位.
    pub unit: Option<String>,
    /// 告知方式.
    pub way: Option<String>,
    /// By whom.
    pub by_whom: Option<String>,
    /// In what words.
    pub words: Option<String>,
    /// 文号.
    pub document: Option<String>,
    /// 办理结果.
    pub result: Option<String>,
    /// 满意度.
    pub grade: Option<String>,
    /// Who was told.
    pub told_whom: Option<String>,
}

/// Who raised a matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Raiser {
    /// The telling.
    pub id: String,
    /// By name; of an activity its title.
    pub who: String,
    /// The visit, activity, contact or visit to a constituency in which it was raised; none where a deputy did.
    pub fact: Option<FactRef>,
}

/// The steps of one round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RoundShown {
    /// The round.
    pub id: String,
    /// First, second …
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub ordinal: i64,
    /// In the order of its life.
    pub steps: Vec<StepShown>,
}

/// One matter with its life.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(rename = "Matter"))]
pub struct MatterShown {
    /// As the list shows it.
    pub row: MatterRow,
    /// In the voter's own words.
    pub words: Option<String>,
    /// 问题类别.
    pub category: Option<String>,
    /// 诉求性质.
    pub nature: Option<String>,
    /// 要求保密.
    pub confidential: bool,
    /// Who raised it.
    pub raised: Vec<Raiser>,
    /// Its rounds.
    pub rounds: Vec<RoundShown>,
    /// Steps that may come next, the likeliest first.
    #[cfg_attr(feature = "bindings", ts(as = "Vec<crate::matter::rules::Kind>"))]
    pub offers: Vec<Kind>,
}

/// Which matters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "MattersAsk"))]
#[serde(default)]
pub struct Filter {
    /// Only of that kind; 建议 stands for everything that deputies submit.
    pub kind: Option<String>,
    /// Only in that state.
    pub state: Option<String>,
    /// Title (the words where there is none), 建议编号, where it was raised, or unit; deputies and the first visitor by name,
    /// initials or spelling.
    pub search: Option<String>,
    /// Raised from that day.
    pub from: Option<String>,
    /// Raised to that day.
    pub to: Option<String>,
    /// Only of that campaign.
    pub campaign_id: Option<String>,
}

#[derive(Deserialize)]
struct Raw {
    kinds: Vec<Kind>,
    #[serde(flatten)]
    row: Unstated,
}

/// A row before its state is derived.
#[derive(Deserialize)]
struct Unstated {
    id: String,
    no: Option<String>,
    kind: String,
    title: String,
    lead: Option<String>,
    co: Vec<String>,
    visitor: Option<String>,
    source: Option<String>,
    submitted: String,
    handed: Option<String>,
    unit: Option<String>,
    replied: Option<String>,
    result: Option<String>,
    satisfied: Option<String>,
    closed: Option<String>,
}

/// Matters, the newest first.
pub fn matters(db: Db<'_>, filter: &Filter) -> Result<Vec<MatterRow>> {
    let given: &[(&str, &dyn ToSql)] = named_params! {
        ":id": None::<String>, ":kind": filter.kind, ":from": filter.from, ":to": filter.to,
        ":campaign_id": filter.campaign_id,
    };
    let rows: Vec<Raw> = db.all(include_str!("sql/list.sql"), given)?;
    let mut rows: Vec<MatterRow> = rows.into_iter().map(stated).collect();
    rows.retain(|row| {
        let in_state = filter.state.as_deref().is_none_or(|wanted| wanted == label(row.state));
        in_state && is_found(filter, row)
    });
    Ok(rows)
}

/// One matter with its steps.
///
/// # Errors
/// `Missing` when there is none.
pub fn matter(db: Db<'_>, id: &str) -> Result<MatterShown> {
    let none = None::<String>;
    let given: &[(&str, &dyn ToSql)] =
        named_params! { ":id": id, ":kind": none, ":from": none, ":to": none, ":campaign_id": none };
    let raw: Raw = db.first(include_str!("sql/list.sql"), given)?.ok_or(Error::Missing("事项"))?;
    let fact: Matter = db.get(id)?;
    let row = stated(raw);
    Ok(MatterShown {
        words: fact.words,
        category: code::edit::label(db, fact.category_id.as_deref())?,
        nature: code::edit::label(db, fact.nature_id.as_deref())?,
        confidential: fact.confidential,
        raised: raisers(db, id)?,
        rounds: rounds(db, id)?,
        offers: offers(row.state).to_vec(),
        row,
    })
}

fn stated(raw: Raw) -> MatterRow {
    let Raw { kinds, row: r } = raw;
    let state = state(&kinds);
    let asker = r.visitor.as_deref().or(r.lead.as_deref()).unwrap_or("反映人");
    let next = next(state, r.unit.as_deref(), asker);
    MatterRow {
        id: r.id,
        no: r.no,
        kind: r.kind,
        title: r.title,
        lead: r.lead,
        co: r.co,
        visitor: r.visitor,
        source: r.source,
        submitted: r.submitted,
        handed: r.handed,
        unit: r.unit,
        replied: r.replied,
        result: r.result,
        satisfied: r.satisfied,
        closed: r.closed,
        state,
        next,
    }
}

fn label(state: State) -> String {
    serde_json::to_value(state).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

fn is_found(filter: &Filter, row: &MatterRow) -> bool {
    let told = [&row.no, &row.source, &row.unit].map(|t| t.as_deref());
    let words = [&[Some(row.title.as_str())], told.as_slice()].concat();
    let joined = [&row.lead, &row.visitor].into_iter().flatten().chain(&row.co);
    finds(filter.search.as_deref(), &words, joined.flat_map(|names| names.split('、')))
}

fn raisers(db: Db<'_>, id: &str) -> Result<Vec<Raiser>> {
    #[derive(Deserialize)]
    struct RawRaiser {
        id: String,
        who: String,
        kind: Option<String>,
        fact_id: Option<String>,
    }
    let rows: Vec<RawRaiser> = db.all(include_str!("sql/raisers.sql"), [id])?;
    let one = |r: RawRaiser| {
        let fact = r.kind.zip(r.fact_id).map(|(kind, id)| FactRef { kind, id });
        Raiser { id: r.id, who: r.who, fact }
    };
    Ok(rows.into_iter().map(one).collect())
}

fn rounds(db: Db<'_>, id: &str) -> Result<Vec<RoundShown>> {
    #[derive(Deserialize)]
    struct InRound {
        round: i64,
        #[serde(flatten)]
        step: StepShown,
    }
    let steps: Vec<InRound> = db.all(include_str!("sql/life.sql"), [id])?;
    let mut rounds: Vec<RoundShown> = db
        .having::<super::Round>("matter_id", id)?
        .into_iter()
        .map(|r| RoundShown { id: r.id, ordinal: r.ordinal, steps: Vec::new() })
        .collect();
    rounds.sort_by_key(|r| r.ordinal);
    for InRound { round, mut step } in steps {
        step.kind.label().clone_into(&mut step.kind_label);
        if let Some(of) = rounds.iter_mut().find(|r| r.ordinal == round) {
            of.steps.push(step);
        }
    }
    Ok(rounds)
}
