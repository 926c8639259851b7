//! What is raised in an activity, a contact or a visit to a constituency is a matter with a life of its own.

use super::{saved, text, tried, undo};
use crate::entry;
use crate::entry::contact::ContactDraft;
use crate::entry::matter::MatterDraft;
use crate::entry::opinion::OpinionDraft;
use crate::error::Error;
use crate::matter::rules::{Kind, State};
use crate::matter::search::{Filter, MatterShown, matter, matters};
use crate::matter::{Matter, MatterDeputy};
use crate::world::{World, world};

fn shown(world: &World, id: &str) -> MatterShown {
    matter(world.store.db(), id, world.today).unwrap()
}

#[test]
fn what_an_inspection_heard_is_recorded_on_its_day_and_moves_with_it() {
    let mut world = world();
    let id = world.facts["inspection"].clone();
    let draft = entry::activity::load(world.store.db(), &id).unwrap();
    let matter_id = draft.opinions[0].id.clone().unwrap();
    let page = shown(&world, &matter_id);
    assert_eq!((page.row.state, page.row.submitted.as_str()), (State::登记, "2023-03-08"), "recorded, nothing decided");
    assert_eq!(page.row.source.as_deref(), Some("活动 HD-2023-002"), "its source is the activity");
    let raiser = &page.raised[0];
    let fact = raiser.fact.as_ref().map(|f| (f.kind.as_str(), f.id.clone()));
    assert_eq!((raiser.who.as_str(), fact), ("视察农村饮水", Some(("activity", id.clone()))), "and opens it");

    let mut moved = entry::activity::ActivityDraft { since: "2023-03-07".into(), until: None, ..draft };
    moved.opinions[0].words = "水压很不足".into();
    saved(&mut world, |tx| entry::activity::save(tx, &moved));
    let page = shown(&world, &matter_id);
    let told = (page.row.submitted.as_str(), page.words.as_deref(), page.rounds[0].steps.len());
    assert_eq!(told, ("2023-03-07", Some("水压很不足"), 1), "corrected in place: the same matter, on the new day");

    moved.opinions.clear();
    saved(&mut world, |tx| entry::activity::save(tx, &moved));
    let gone: Matter = world.store.db().get(&matter_id).unwrap();
    assert!(gone.voided.is_some(), "an opinion that the form no longer has is void");
    undo(&mut world);
    let back: Matter = world.store.db().get(&matter_id).unwrap();
    assert!(back.voided.is_none(), "and undo brings it back");
}

#[test]
fn what_became_of_a_matter_stays_when_its_contact_is_saved_again() {
    let mut world = world();
    let (luo, zhang) = (world.luo.clone(), world.zhang.clone());
    let heard =
        OpinionDraft {
            kind: "建议".into(), words: "修桥".into(), lead: vec![luo.clone()], ..OpinionDraft::default()
        };
    let draft = ContactDraft {
        happened_on: "2023-03-20".into(),
        deputies: vec![luo.clone()],
        voter: text("吴某"),
        opinions: vec![heard],
        ..ContactDraft::default()
    };
    let id = saved(&mut world, |tx| entry::contact::save(tx, &draft)).id;
    let contact = entry::contact::load(world.store.db(), &id).unwrap();
    let matter_id = contact.opinions[0].id.clone().unwrap();
    assert_eq!(shown(&world, &matter_id).row.visitor.as_deref(), Some("吴某"), "the voter is told what becomes of it");

    let page = entry::matter::load(world.store.db(), &matter_id).unwrap();
    let page = MatterDraft {
        title: text("关于修桥的建议"),
        submitted_on: "2023-03-25".into(),
        co: vec![zhang],
        other_lead: vec!["王五".into()],
        ..page
    };
    saved(&mut world, |tx| entry::matter::save(tx, &page));
    let (_, changed) = tried(&mut world, |tx| entry::contact::save(tx, &contact)).unwrap();
    assert!(!changed, "the form of the contact knows nothing of title, date and 附议, and leaves them");
    let deputies: Vec<MatterDeputy> = world.store.db().having("matter_id", &matter_id).unwrap();
    assert_eq!(deputies.len(), 3, "领衔, a name that leads, 附议");
    let filter = Filter { search: text("ljg"), ..Filter::default() };
    assert!(matters(world.store.db(), &filter, world.today).unwrap().is_empty(), "nobody has these initials");
    let filter = Filter { search: text("wumou"), ..Filter::default() };
    assert_eq!(
        matters(world.store.db(), &filter, world.today).unwrap().len(),
        1,
        "the voter is found as names are typed"
    );
}

#[test]
fn a_matter_of_another_fact_cannot_be_taken_over() {
    let mut world = world();
    let inspection = entry::activity::load(world.store.db(), &world.facts["inspection"]).unwrap();
    let stolen = ContactDraft {
        happened_on: "2023-03-20".into(),
        deputies: vec![world.luo.clone()],
        opinions: inspection.opinions,
        ..ContactDraft::default()
    };
    let refused = tried(&mut world, |tx| entry::contact::save(tx, &stolen));
    assert!(matches!(refused, Err(Error::Missing("事项"))), "the contact did not raise it");
}

#[test]
fn what_two_raised_stays_when_one_of_them_goes() {
    let mut world = world();
    let id = world.facts["inspection"].clone();
    let matter_id = entry::activity::load(world.store.db(), &id).unwrap().opinions[0].id.clone().unwrap();
    let source = crate::matter::edit::Source::Deputy(world.yao.clone());
    saved(&mut world, |tx| crate::matter::edit::raise(tx, &matter_id, source, 1));
    saved(&mut world, |tx| entry::activity::void(tx, &id));
    let page = shown(&world, &matter_id);
    assert_eq!(page.raised.len(), 1, "the deputy who raised it too keeps it");
    assert_eq!(page.offers[0], Kind::Accepted, "and it goes its way");
}
