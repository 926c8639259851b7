//! What a reception says of how a matter is handled, and what its later correction leaves as it is; who signs what deputies
//! put forward.

use super::{refused, saved, text};
use crate::entry;
use crate::entry::matter::MatterDraft;
use crate::entry::reception::{MatterOfVisit, PartyDraft, ReceptionDraft};
use crate::entry::step::{StepDraft, save as take};
use crate::matter::edit::steps;
use crate::matter::read::course;
use crate::matter::rules::Kind;
use crate::matter::{Assignment, Step};
use crate::world::{World, world};

/// A reception whose only matter was handed to a unit, with or without 处理方式; its key and the matter's.
fn handed(world: &mut World, route: &str) -> (String, String) {
    let matter = MatterOfVisit {
        words: "沟渠堵塞".into(),
        route_id: text(route),
        unit: text("水利站"),
        ..MatterOfVisit::default()
    };
    let party = PartyDraft { name: text("钱某"), ..PartyDraft::default() };
    let draft = ReceptionDraft {
        happened_on: "2023-03-01".into(),
        parties: vec![party],
        matters: vec![matter],
        ..ReceptionDraft::default()
    };
    let id = saved(world, |tx| entry::reception::save(tx, &draft)).id;
    let matter = loaded(world, &id).matters.remove(0).id.unwrap();
    (id, matter)
}

fn loaded(world: &World, id: &str) -> ReceptionDraft {
    entry::reception::load(world.store.db(), id).unwrap()
}

fn life(world: &World, matter: &str) -> Vec<Step> {
    steps(world.store.db(), matter).unwrap()
}

#[test]
fn a_unit_without_its_way_of_handling_is_handed_to_and_stays_so() {
    let mut world = world();
    for route in ["", "route.township"] {
        let (id, matter) = handed(&mut world, route);
        let before = life(&world, &matter);
        assert_eq!(before[1].kind, "handed", "a unit that was typed is not dropped");
        let mut again = loaded(&world, &id);
        again.parties[0].phone = text("13912345678");
        saved(&mut world, |tx| entry::reception::save(tx, &again));
        assert_eq!(life(&world, &matter), before, "a phone that is added changes no step");
    }
}

#[test]
fn what_a_reception_says_of_a_unit_rewrites_nothing_that_came_after() {
    let mut world = world();
    let (id, matter) = handed(&mut world, "route.township");
    let unit = course(world.store.db(), &matter).unwrap().assigned[0].id.clone();
    let words = text("不属职责");
    let back =
        StepDraft { assignment_id: Some(unit.clone()), words, ..StepDraft::of(&matter, Kind::Returned, "2023-03-03") };
    saved(&mut world, |tx| take(tx, &back));
    let anew = StepDraft { unit: text("环保所"), ..StepDraft::of(&matter, Kind::Handed, "2023-03-04") };
    saved(&mut world, |tx| take(tx, &anew));
    let before = life(&world, &matter);
    let stands = loaded(&world, &id);
    for (field, change) in [("matters.0.unit", "unit"), ("matters.0.route_id", "route")] {
        let mut other = stands.clone();
        match change {
            "unit" => other.matters[0].unit = text("环保所"),
            _ => other.matters[0].route_id = text("route.on_the_spot"),
        }
        assert_eq!(refused(&mut world, |tx| entry::reception::save(tx, &other)), [field]);
    }
    let told = ReceptionDraft { note: text("电话核对过"), ..stands };
    saved(&mut world, |tx| entry::reception::save(tx, &told));
    assert_eq!(life(&world, &matter), before);
    let named: Assignment = world.store.db().get(&unit).unwrap();
    let unit: crate::unit::Unit = world.store.db().get(&named.unit_id.unwrap()).unwrap();
    assert_eq!(unit.name, "水利站", "who gave it back is who it was");
}

#[test]
fn a_decision_that_is_taken_back_takes_its_unit_with_it() {
    let mut world = world();
    let (id, matter) = handed(&mut world, "route.township");
    let mut none = loaded(&world, &id);
    (none.matters[0].route_id, none.matters[0].unit) = (None, None);
    saved(&mut world, |tx| entry::reception::save(tx, &none));
    let course = course(world.store.db(), &matter).unwrap();
    assert_eq!((course.steps.len(), course.assigned.len()), (1, 0), "only that it was raised");
}

#[test]
fn who_leads_a_motion_does_not_sign_it_twice() {
    let mut world = world();
    let others = ["甲", "乙", "丙"].map(|name| format!("周{name}"));
    let motion = MatterDraft {
        kind: "议案".into(),
        title: text("关于修水库的议案"),
        submitted_on: "2023-03-01".into(),
        lead: vec![world.luo.clone()],
        co: vec![world.luo.clone()],
        other_co: others.to_vec(),
        ..MatterDraft::default()
    };
    assert_eq!(refused(&mut world, |tx| entry::matter::save(tx, &motion)), ["co"], "four deputies, not five");
    let five = MatterDraft { co: vec![world.luo.clone(), world.zhang.clone()], ..motion };
    let id = saved(&mut world, |tx| entry::matter::save(tx, &five)).id;
    let kept = entry::matter::load(world.store.db(), &id).unwrap();
    assert_eq!((kept.lead, kept.co), (vec![world.luo.clone()], vec![world.zhang.clone()]));
}
