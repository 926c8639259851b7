//! Bound sets of blank forms: who got one, and who gave it back.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::BlankSet;
use crate::error::{Error, Problem, Result};
use crate::person::Person;
use crate::store::{Db, Tx};
use crate::text::said;

/// What the clerk says of one set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct BlankDraft {
    /// The set that is corrected; none for a new one.
    pub id: Option<String>,
    /// The deputy.
    pub person_id: String,
    /// For when: `2026年`.
    pub period: String,
    /// 领取日期.
    pub given_on: String,
    /// 交回日期.
    pub returned_on: Option<String>,
    /// 备注.
    pub note: Option<String>,
}

/// A set as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct BlankRow {
    /// The set.
    pub id: String,
    /// The deputy.
    pub person_id: String,
    /// Their name.
    pub name: String,
    /// Their constituency: `第3选区`.
    pub constituency: Option<String>,
    /// For when.
    pub period: String,
    /// 领取日期.
    pub given_on: String,
    /// 交回日期; none = still out.
    pub returned_on: Option<String>,
    /// 备注.
    pub note: Option<String>,
}

/// Sets of a period, or all: those still out first, the newest first.
pub fn list(db: Db<'_>, period: Option<&str>) -> Result<Vec<BlankRow>> {
    db.all(include_str!("sql/list.sql"), [period])
}

/// Everything that keeps a set from being saved.
pub fn problems(draft: &BlankDraft) -> Vec<Problem> {
    let mut found = Vec::new();
    let day = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    let (given, returned) = (day(&draft.given_on), said(draft.returned_on.as_deref()));
    if draft.person_id.is_empty() {
        found.push(Problem::new("person_id", "没有选代表，请选择。"));
    }
    if draft.period.trim().is_empty() {
        found.push(Problem::new("period", "没有写是哪一年或哪一段的，请填写，例如 2026年。"));
    }
    if given.is_none() {
        found.push(Problem::new("given_on", "没有领取日期，请填写，例如 2026-01-10。"));
    }
    if let Some(back) = &returned {
        match (given, day(back)) {
            (_, None) => found.push(Problem::new("returned_on", "交回日期看不懂，请写成 2026-12-20 这样。")),
            (Some(given), Some(back)) if back < given => {
                found.push(Problem::new("returned_on", "交回日期早于领取日期，请改正。"));
            }
            _ => {}
        }
    }
    found
}

/// Saves a set; its key and the deputy's name.
///
/// # Errors
/// `Problems` without a deputy, a period or a day; `Missing` when there is no such deputy.
pub fn save(tx: &mut Tx<'_>, draft: &BlankDraft) -> Result<(String, String)> {
    let problems = problems(draft);
    if !problems.is_empty() {
        return Err(Error::Problems(problems));
    }
    let person: Person = tx.db().get(&draft.person_id)?;
    let old: Option<BlankSet> = draft.id.as_deref().map(|id| tx.db().get(id)).transpose()?;
    let known = old.is_some();
    let base = old.unwrap_or_else(|| {
        let (id, created) = tx.fresh();
        BlankSet { id, created, ..BlankSet::default() }
    });
    let set = BlankSet {
        person_id: draft.person_id.clone(),
        period: draft.period.trim().to_owned(),
        given_on: draft.given_on.clone(),
        returned_on: said(draft.returned_on.as_deref()),
        note: said(draft.note.as_deref()),
        ..base
    };
    if known {
        tx.update(&set)?;
    } else {
        tx.insert(&set)?;
    }
    Ok((set.id, person.says.name))
}

/// Takes an entry off the list; the deputy's name.
///
/// # Errors
/// `Missing` when there is no such entry.
pub fn void(tx: &mut Tx<'_>, id: &str) -> Result<String> {
    let set: BlankSet = tx.db().get(id)?;
    let person: Person = tx.db().get(&set.person_id)?;
    tx.void::<BlankSet>(id)?;
    Ok(person.says.name)
}

#[cfg(test)]
mod tests {
    use super::{BlankDraft, list, save, void};
    use crate::Op;
    use crate::error::{Error, Result};
    use crate::store::Tx;
    use crate::world::{World, world};

    fn done<T>(world: &mut World, body: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        let mut hand = crate::Hand::counted("测试", world.today.and_hms_opt(10, 0, 0).unwrap(), 9000);
        world.store.transact(&mut hand, Op::SaveStep { step: "空白本".into() }, body).map(|done| done.value)
    }

    fn out(person: &str) -> BlankDraft {
        let (period, given_on) = ("2023年".to_owned(), "2023-01-10".to_owned());
        BlankDraft { person_id: person.to_owned(), period, given_on, ..BlankDraft::default() }
    }

    #[test]
    fn who_has_one_is_listed_until_it_comes_back() {
        let mut world = world();
        let luo = world.luo.clone();
        let (id, name) = done(&mut world, |tx| save(tx, &out(&luo))).unwrap();
        let shown = list(world.store.db(), Some("2023年")).unwrap();
        assert_eq!((name.as_str(), shown[0].constituency.as_deref()), ("罗建", Some("第1选区")), "by name and seat");
        assert_eq!(shown[0].returned_on, None, "still out");
        let back = BlankDraft { id: Some(id.clone()), returned_on: Some("2023-12-20".into()), ..out(&luo) };
        done(&mut world, |tx| save(tx, &back)).unwrap();
        assert_eq!(list(world.store.db(), None).unwrap()[0].returned_on.as_deref(), Some("2023-12-20"), "given back");
        assert!(list(world.store.db(), Some("2022年")).unwrap().is_empty(), "of another year nobody has one");
        done(&mut world, |tx| void(tx, &id)).unwrap();
        assert!(list(world.store.db(), None).unwrap().is_empty(), "an entry made in error is taken off");
    }

    #[test]
    fn what_keeps_an_entry_from_being_saved() {
        let mut world = world();
        let luo = world.luo.clone();
        let cases = [
            (out(""), "person_id"),
            (BlankDraft { period: " ".into(), ..out(&luo) }, "period"),
            (BlankDraft { given_on: "2023".into(), ..out(&luo) }, "given_on"),
            (BlankDraft { returned_on: Some("2023-01-09".into()), ..out(&luo) }, "returned_on"),
            (BlankDraft { returned_on: Some("明天".into()), ..out(&luo) }, "returned_on"),
        ];
        for (draft, field) in cases {
            match done(&mut world, |tx| save(tx, &draft)) {
                Err(Error::Problems(problems)) => assert_eq!(problems[0].field, field, "{draft:?}"),
                other => panic!("{draft:?} is refused, not {other:?}"),
            }
        }
    }
}
