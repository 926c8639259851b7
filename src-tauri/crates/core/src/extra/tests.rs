//! Columns of the station's own: what may be kept in them, and that a value cleared can be set again.

use std::collections::BTreeMap;

use super::edit::{OwnColumnDraft, all_values, draft, of, save, set, void};
use crate::Op;
use crate::error::{Error, Result};
use crate::store::tests::World;
use crate::store::{Db, Tx};

fn draft_of(label: &str, kind: &str, choices: &[&str]) -> OwnColumnDraft {
    let choices = choices.iter().map(|c| (*c).to_owned()).collect();
    OwnColumnDraft { id: None, fact_kind: "deed".into(), label: label.into(), r#type: kind.into(), choices }
}

fn done<T>(world: &mut World, body: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
    let op = Op::SaveStep { step: "附列".into() };
    world.store.transact(&mut world.hand, op, body).map(|done| done.value)
}

fn value_of(db: Db<'_>, label: &str) -> Option<String> {
    of(db, ("deed", "d1")).unwrap().into_iter().find(|says| says.label == label).and_then(|says| says.value)
}

#[test]
fn a_column_keeps_only_what_is_of_its_type() {
    let mut world = World::new();
    let cases = [
        ("联系人", "text", &[][..], "张三、李四", "", true),
        ("车次", "number", &[], "12", "一打", false),
        ("经费", "money", &[], "1250000", "1.2万元", false),
        ("验收", "date", &[], "2026-03", "三月", false),
        ("公示", "yes_no", &[], "1", "是", false),
        ("等次", "choice", &["优\"秀\\", "良好"], "优\"秀\\", "中", false),
    ];
    for (label, kind, choices, right, wrong, anything) in cases {
        let id = done(&mut world, |tx| save(tx, &draft_of(label, kind, choices))).unwrap();
        let put = |world: &mut World, value: &str| {
            let values = BTreeMap::from([(format!("own.{id}"), Some(value.to_owned()))]);
            done(world, |tx| set(tx, ("deed", "d1"), &values))
        };
        put(&mut world, right).unwrap();
        assert_eq!(value_of(world.store.db(), label).as_deref(), Some(right), "{label} keeps what was said");
        let refused = put(&mut world, wrong);
        assert_eq!(anything, refused.is_ok(), "{label}: {wrong} is not of its type");
        if !anything {
            assert_eq!(value_of(world.store.db(), label).as_deref(), Some(right), "and nothing changed");
            continue;
        }
        assert_eq!(value_of(world.store.db(), label), None, "nothing said clears");
        put(&mut world, "王五").unwrap();
        assert_eq!(value_of(world.store.db(), label).as_deref(), Some("王五"), "and it can be said again");
    }
    let says = of(world.store.db(), ("deed", "d1")).unwrap();
    assert_eq!(says[5].choices, ["优\"秀\\", "良好"], "what may be chosen is offered, quotes, strokes and all");
    assert!(of(world.store.db(), ("visit", "d1")).unwrap().is_empty(), "another kind of fact has none of them");
    let all = all_values(world.store.db(), "deed").unwrap();
    assert_eq!((all.len(), all["d1"].len()), (1, 6), "a list has them of all its facts at once");
    assert!(all_values(world.store.db(), "visit").unwrap().is_empty(), "and none of another kind");
}

#[test]
fn what_keeps_a_column_from_being_saved() {
    let mut world = World::new();
    let id = done(&mut world, |tx| save(tx, &draft_of("等次", "text", &[]))).unwrap();
    let values = BTreeMap::from([(id.clone(), Some("甲".to_owned()))]);
    done(&mut world, |tx| set(tx, ("deed", "d1"), &values)).unwrap();
    let kept = || OwnColumnDraft { id: Some(id.clone()), ..draft_of("等次", "text", &[]) };
    let cases = [
        (draft_of("", "text", &[]), "label"),
        (draft_of("等次", "number", &[]), "label"),
        (OwnColumnDraft { fact_kind: "code".into(), ..draft_of("甲", "text", &[]) }, "fact_kind"),
        (draft_of("甲", "picture", &[]), "type"),
        (draft_of("甲", "choice", &[" "]), "choices"),
        (OwnColumnDraft { r#type: "number".into(), ..kept() }, "type"),
    ];
    for (says, field) in cases {
        match done(&mut world, |tx| save(tx, &says)) {
            Err(Error::Problems(problems)) => assert_eq!(problems[0].field, field, "{says:?}"),
            other => panic!("{says:?} is refused, not {other:?}"),
        }
    }
    let renamed = OwnColumnDraft { label: "评定等次".into(), ..kept() };
    done(&mut world, |tx| save(tx, &renamed)).unwrap();
    let column = world.store.db().get::<super::OwnColumn>(&id).unwrap();
    assert_eq!(draft(column), renamed, "what was saved is what the form shows");
    done(&mut world, |tx| void(tx, &id)).unwrap();
    assert_eq!(value_of(world.store.db(), "评定等次"), None, "a column taken off is not shown");
}
