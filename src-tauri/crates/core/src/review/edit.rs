//! Parts of deputies in facts are reviewed, many at once.

use serde::{Deserialize, Serialize};
use station_table::FactRef;

use super::{Review, STATUSES};
use crate::error::{Error, Problem, Result};
use crate::store::Tx;
use crate::text::said;

/// One deputy's part in one fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PartRef {
    /// The fact.
    pub fact: FactRef,
    /// The deputy.
    pub person_id: String,
}

/// What is said of some parts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct ReviewDraft {
    /// The parts.
    pub parts: Vec<PartRef>,
    /// 通过 or 不通过; none takes back what was said.
    #[cfg_attr(feature = "bindings", ts(type = "'通过' | '不通过' | null"))]
    pub status: Option<String>,
    /// 审核人.
    pub reviewer: Option<String>,
}

/// Says it of all the parts.
///
/// # Errors
/// `Problems` when no part is named, or with a word that is none of the two.
pub fn save(tx: &mut Tx<'_>, draft: &ReviewDraft) -> Result<()> {
    if draft.parts.is_empty() {
        return Err(Error::Problems(vec![Problem::new("parts", "没有选要审核的履职，请先勾选。")]));
    }
    if draft.status.as_deref().is_some_and(|status| !STATUSES.contains(&status)) {
        return Err(Error::Problems(vec![Problem::new("status", "审核只有通过和不通过，请改正。")]));
    }
    draft.parts.iter().try_for_each(|part| put(tx, part, draft))
}

fn put(tx: &mut Tx<'_>, part: &PartRef, draft: &ReviewDraft) -> Result<()> {
    let PartRef { fact: FactRef { kind, id }, person_id } = part;
    let known: Option<Review> = tx.db().first(include_str!("sql/known.sql"), [kind, id, person_id])?;
    let Some(status) = draft.status.clone() else {
        return known.filter(|review| review.voided.is_none()).map_or(Ok(()), |review| tx.void::<Review>(&review.id));
    };
    let reviewer = said(draft.reviewer.as_deref());
    let reviewed_on = tx.hand.today().to_string();
    if let Some(known) = known {
        return tx.update(&Review { voided: None, status, reviewer, reviewed_on, ..known });
    }
    let (review_id, created) = tx.fresh();
    let (fact_kind, fact_id, person_id) = (kind.clone(), id.clone(), person_id.clone());
    tx.insert(&Review {
        id: review_id,
        created,
        voided: None,
        fact_kind,
        fact_id,
        person_id,
        status,
        reviewer,
        reviewed_on,
    })
}

#[cfg(test)]
mod tests {
    use station_table::FactRef;

    use super::{PartRef, ReviewDraft, save};
    use crate::Op;
    use crate::error::Result;
    use crate::register::{RegisterAsk, document};
    use crate::world::{World, world};

    fn says(world: &mut World, draft: &ReviewDraft) -> Result<()> {
        let mut hand = crate::Hand::counted("测试", world.today.and_hms_opt(10, 0, 0).unwrap(), 9000);
        world
            .store
            .transact(&mut hand, Op::SaveStep { step: "审核".into() }, |tx| save(tx, draft))
            .map(|done| done.value)
    }

    /// What form 8 says in the column 审核 of the deputy's rows.
    fn shown(world: &World, person_id: &str) -> Vec<String> {
        let (from, to) = ("2023-01-01".to_owned(), "2023-12-31".to_owned());
        let ask = RegisterAsk { number: 8, from, to, person_id: Some(person_id.to_owned()), ..RegisterAsk::default() };
        let paper = document(world.store.db(), &ask, world.today).unwrap();
        let table = paper.tables().next().unwrap();
        let at = table.columns.iter().position(|c| c.key == "performance.review").unwrap();
        table.rows.iter().map(|row| row.cells[at].shown()).filter(|said| !said.is_empty()).collect()
    }

    #[test]
    fn a_part_of_one_deputy_is_reviewed_and_taken_back() {
        let mut world = world();
        let (luo, yao) = (world.luo.clone(), world.yao.clone());
        let fact = FactRef { kind: "activity".into(), id: world.facts["training"].clone() };
        let parts = vec![PartRef { fact, person_id: luo.clone() }];
        let said = |status: Option<&str>, reviewer: &str| ReviewDraft {
            parts: parts.clone(),
            status: status.map(str::to_owned),
            reviewer: Some(reviewer.to_owned()),
        };
        for (draft, expected) in [
            (said(Some("通过"), " 张三 "), vec!["通过（张三）"]),
            (said(Some("不通过"), ""), vec!["不通过"]),
            (said(None, ""), vec![]),
            (said(Some("通过"), ""), vec!["通过"]),
        ] {
            says(&mut world, &draft).unwrap();
            assert_eq!(shown(&world, &luo), expected, "the last word counts: {draft:?}");
            assert!(shown(&world, &yao).is_empty(), "others who took part are not meant");
        }
        let wrong = [said(Some("待定"), ""), ReviewDraft { parts: Vec::new(), ..said(Some("通过"), "") }];
        assert!(wrong.iter().all(|draft| says(&mut world, draft).is_err()), "no other word, and not of nothing");
    }
}
