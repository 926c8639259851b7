//! What blocks saving, and nothing else does.

use super::{refused, saved, text};
use crate::entry;
use crate::entry::activity::{ActivityDraft, AttendanceDraft};
use crate::entry::campaign::CampaignDraft;
use crate::entry::code::CodeDraft;
use crate::entry::constituency_visit::ConstituencyVisitDraft;
use crate::entry::contact::ContactDraft;
use crate::entry::deed::DeedDraft;
use crate::entry::district::DistrictDraft;
use crate::entry::matter::MatterDraft;
use crate::entry::opinion::OpinionDraft;
use crate::entry::standing::StandingDraft;
use crate::world::world;

#[test]
fn an_empty_form_says_what_it_needs() {
    let mut world = world();
    let empty = [
        refused(&mut world, |tx| entry::activity::save(tx, &ActivityDraft::default())),
        refused(&mut world, |tx| entry::contact::save(tx, &ContactDraft::default())),
        refused(&mut world, |tx| entry::standing::save(tx, &StandingDraft::default())),
        refused(&mut world, |tx| entry::constituency_visit::save(tx, &ConstituencyVisitDraft::default())),
        refused(&mut world, |tx| entry::deed::save(tx, &DeedDraft::default())),
        refused(&mut world, |tx| entry::district::save(tx, &DistrictDraft::default())),
        refused(&mut world, |tx| entry::campaign::save(tx, &CampaignDraft::default())),
        refused(&mut world, |tx| entry::code::save(tx, &CodeDraft::default())),
        refused(&mut world, |tx| entry::matter::save(tx, &MatterDraft::default())),
    ];
    let needs = [
        "since title",
        "happened_on deputies",
        "person_id voter",
        "constituency_id happened_on deputies",
        "deputies content",
        "number",
        "name",
        "list label",
        "title submitted_on kind",
    ];
    for (found, needed) in empty.iter().zip(needs) {
        assert_eq!(found.join(" "), needed, "only the identity of a fact blocks its saving");
    }
}

#[test]
fn the_identity_is_enough() {
    let mut world = world();
    let (luo, yao) = (world.luo.clone(), world.yao.clone());
    let constituency_id = world.store.db().value::<String>("SELECT id FROM constituency LIMIT 1", []).unwrap().unwrap();
    saved(&mut world, |tx| {
        let (title, since) = ("听取汇报".to_owned(), "2023-06-01".to_owned());
        entry::activity::save(tx, &ActivityDraft { title, since, ..ActivityDraft::default() })?;
        let contact = ContactDraft {
            happened_on: "2023-06-01".into(),
            other_deputies: vec!["王五".into()],
            ..ContactDraft::default()
        };
        entry::contact::save(tx, &contact)?;
        let pairing =
            StandingDraft { person_id: luo.clone(), partner_id: Some(yao.clone()), ..StandingDraft::default() };
        entry::standing::save(tx, &pairing)?;
        entry::constituency_visit::save(
            tx,
            &ConstituencyVisitDraft {
                constituency_id,
                happened_on: "2023-06-01".into(),
                deputies: vec![luo.clone()],
                ..ConstituencyVisitDraft::default()
            },
        )?;
        entry::deed::save(tx, &DeedDraft { deputies: vec![luo], content: "修路".into(), ..DeedDraft::default() })?;
        entry::district::save(tx, &DistrictDraft { number: 9, ..DistrictDraft::default() })?;
        entry::campaign::save(tx, &CampaignDraft { name: "清廉".into(), ..CampaignDraft::default() })?;
        entry::code::save(tx, &CodeDraft { list: "deed".into(), label: "助学".into(), ..CodeDraft::default() })
    });
}

#[test]
fn what_cannot_be_true_of_an_activity_is_refused() {
    let mut world = world();
    let good = ActivityDraft { since: "2023-06-01".into(), title: "调研".into(), ..ActivityDraft::default() };
    let marked =
        |status: &str| AttendanceDraft { name: text("甲"), status: text(status), ..AttendanceDraft::default() };
    let cases = [
        (ActivityDraft { since: "六月".into(), ..good.clone() }, "since"),
        (ActivityDraft { until: text("2023-05-31"), ..good.clone() }, "until"),
        (ActivityDraft { notified_on: text("昨天"), ..good.clone() }, "notified_on"),
        (ActivityDraft { period: text("会后"), ..good.clone() }, "period"),
        (ActivityDraft { recovered: Some(-1), ..good.clone() }, "recovered"),
        (ActivityDraft { attendance: vec![marked("sick")], ..good.clone() }, "attendance.0.status"),
        (
            ActivityDraft {
                attendance: vec![AttendanceDraft { capacity: text("村"), ..marked("came") }],
                ..good.clone()
            },
            "attendance.0.capacity",
        ),
        (ActivityDraft { opinions: vec![OpinionDraft::default()], ..good.clone() }, "opinions.0.words"),
        (
            ActivityDraft {
                kind_id: "activity.reception_day".into(),
                since: "2023-01-15".into(),
                site_id: Some(world.station.clone()),
                ..good
            },
            "since",
        ),
    ];
    for (draft, field) in cases {
        assert_eq!(refused(&mut world, |tx| entry::activity::save(tx, &draft)), [field], "{draft:?}");
    }
}

#[test]
fn what_cannot_be_true_of_contacts_and_deeds_is_refused() {
    let mut world = world();
    let (luo, zhang) = (world.luo.clone(), world.zhang.clone());
    let contact =
        ContactDraft { happened_on: "2023-06-01".into(), deputies: vec![luo.clone()], ..ContactDraft::default() };
    let cases = [
        (ContactDraft { people: Some(0), ..contact.clone() }, "people"),
        (ContactDraft { households: Some(-1), ..contact.clone() }, "households"),
        (ContactDraft { partner_id: Some(luo.clone()), ..contact.clone() }, "partner_id"),
        (ContactDraft { partner_id: Some(zhang.clone()), resident_id: text("x"), ..contact.clone() }, "partner_id"),
        (ContactDraft { keep: true, ..contact }, "voter"),
    ];
    for (draft, field) in cases {
        assert_eq!(refused(&mut world, |tx| entry::contact::save(tx, &draft)), [field], "{draft:?}");
    }
    let standing = StandingDraft { person_id: luo.clone(), voter: text("孙某"), ..StandingDraft::default() };
    let cases = [
        (StandingDraft { partner_id: Some(zhang), ..standing.clone() }, "partner_id"),
        (StandingDraft { voter: None, partner_id: Some(luo.clone()), ..standing.clone() }, "partner_id"),
        (StandingDraft { since: text("2023-06-01"), until: text("2023-01-01"), ..standing.clone() }, "until"),
        (StandingDraft { target: Some(-1), ..standing.clone() }, "target"),
        (StandingDraft { sex: text("?"), ..standing }, "sex"),
    ];
    for (draft, field) in cases {
        assert_eq!(refused(&mut world, |tx| entry::standing::save(tx, &draft)), [field], "{draft:?}");
    }
    let deed = DeedDraft { deputies: vec![luo], content: "修路".into(), ..DeedDraft::default() };
    let cases = [
        (DeedDraft { money: Some(-100), ..deed.clone() }, "money"),
        (DeedDraft { progress: text("快了"), ..deed.clone() }, "progress"),
        (DeedDraft { happened_on: text("春天"), ..deed }, "happened_on"),
    ];
    for (draft, field) in cases {
        assert_eq!(refused(&mut world, |tx| entry::deed::save(tx, &draft)), [field], "{draft:?}");
    }
}

#[test]
fn a_number_of_a_constituency_and_a_label_of_a_list_stand_once() {
    let mut world = world();
    let district = DistrictDraft { number: 2, ..DistrictDraft::default() };
    assert_eq!(
        refused(&mut world, |tx| entry::district::save(tx, &district)),
        ["number"],
        "there is a second one already"
    );
    let code = CodeDraft { list: "activity".into(), label: "视察".into(), ..CodeDraft::default() };
    assert_eq!(refused(&mut world, |tx| entry::code::save(tx, &code)), ["label"], "the list has that label");
    let code = CodeDraft {
        list: "nation".into(),
        label: "某族".into(),
        counts_as: text("performance.01"),
        ..CodeDraft::default()
    };
    assert_eq!(refused(&mut world, |tx| entry::code::save(tx, &code)), ["counts_as"], "a nation is no performance");
    let code =
        CodeDraft { list: "deed".into(), label: "助学".into(), counts_as: text("grade.not"), ..CodeDraft::default() };
    assert_eq!(refused(&mut world, |tx| entry::code::save(tx, &code)), ["counts_as"], "and a grade is none either");
}
