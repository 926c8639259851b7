//! Single rules of the registers: one row for each thing raised, the last telling, the deputies of a site.

use station_table::Edition;

use super::{changed, number, open, shown};
use crate::deputy::Membership;
use crate::entry::reception::{MatterOfVisit, PartyDraft, ReceptionDraft};
use crate::matter::{Matter, Raised, Step, edit};
use crate::register::{RegisterAsk, document};
use crate::world::{World, world};

#[test]
fn what_several_raised_is_one_row() {
    let mut world = world();
    let party = |name: &str, village: &str, phone: &str| PartyDraft {
        name: (!name.is_empty()).then(|| name.to_owned()),
        village: Some(village.into()),
        phone: Some(phone.into()),
        ..PartyDraft::default()
    };
    let matter = |words: &str, parties: &[usize]| MatterOfVisit {
        words: words.into(),
        parties: parties.to_vec(),
        ..MatterOfVisit::default()
    };
    let draft = ReceptionDraft {
        happened_on: "2023-03-25".into(),
        people: Some(4),
        parties: vec![
            party("吴己", "东关村", "13912340000"),
            party("郑庚", "石羊村", "13912340001"),
            party("", "东关村", "13912340002"),
        ],
        matters: vec![matter("渠道漏水", &[0, 2]), matter("路灯不亮", &[1])],
        ..ReceptionDraft::default()
    };
    changed(&mut world, |tx| crate::entry::reception::save(tx, &draft));
    let rows = |edition| {
        let paper = open(&world, RegisterAsk { edition: Some(edition), ..number(4) });
        let keys = ["visit.visitor", "visit.people", "visit.village", "visit.phone", "matter.content"];
        shown(paper.tables().next().unwrap(), &keys).split_off(7)
    };
    assert_eq!(
        rows(Edition::Internal),
        ["吴己、匿名|4|东关村|13912340000、13912340002|渠道漏水", "郑庚||石羊村|13912340001|路灯不亮"],
        "one row for each matter: who raised it in their order, no village twice, people once"
    );
    assert_eq!(
        rows(Edition::Upward),
        ["吴己、匿名|4|东关村|139****0000、139****0002|渠道漏水", "郑庚||石羊村|139****0001|路灯不亮"],
        "each of the joined phones is masked"
    );
}

#[test]
fn the_last_telling_and_the_newest_grade_are_shown() {
    let mut world = world();
    changed(&mut world, |tx| {
        let matter: Matter = tx.db().having("words", "邻里官司")?.remove(0);
        let raised: Vec<Raised> = tx.db().having("matter_id", &matter.id)?;
        let guided = edit::steps(tx.db(), &matter.id)?.pop().unwrap();
        tx.void::<Step>(&guided.id)?;
        let told = [
            ("2023-02-25", 1, "way.phone", "grade.not"),
            ("2023-02-28", 0, "way.in_person", "grade.satisfied"),
            ("2023-02-26", 1, "way.phone", "grade.mostly"),
        ];
        for (day, who, way, grade) in told {
            let step = Step {
                kind: "told".into(),
                happened_on: day.into(),
                raised_id: Some(raised[who].id.clone()),
                way_id: Some(way.into()),
                grade_id: Some(grade.into()),
                ..guided.clone()
            };
            edit::add_step(tx, step)?;
        }
        Ok(())
    });
    let paper = open(&world, number(4));
    let keys = ["visit.visitor", "matter.told", "matter.way", "matter.satisfied"];
    let rows = shown(paper.tables().next().unwrap(), &keys);
    assert_eq!(rows[2], "赵甲、钱乙|2023-02-28|当面|满意", "whoever was told last, and what they said of it");
}

#[test]
fn a_site_has_its_own_deputies_and_who_was_on_duty_there() {
    let mut world = world();
    let of_site = |world: &World, which: &String, form, from: &str| {
        let ask = RegisterAsk { number: form, from: from.into(), to: "2023-03-31".into(), ..RegisterAsk::default() };
        let ask = RegisterAsk { site_id: Some(which.clone()), ..ask };
        document(world.store.db(), &ask, world.today).unwrap()
    };
    let names = |world: &World, which: &String, form, from: &str| {
        let paper = of_site(world, which, form, from);
        match paper.look {
            station_table::Look::List => shown(paper.tables().next().unwrap(), &["person.name"]).join("、"),
            _ => paper.subjects.iter().map(|s| s.name.as_str()).collect::<Vec<_>>().join("、"),
        }
    };
    for form in [2, 8, 9] {
        assert_eq!(names(&world, &world.point, form, "2023-01-01"), "姚㛃", "form {form}: on duty there in the period");
        assert_eq!(names(&world, &world.point, form, "2023-03-01"), "", "form {form}: nobody was in March");
    }
    let content = |world: &World, which: &String| {
        let paper = of_site(world, which, 8, "2023-01-01");
        paper.tables().map(|t| shown(t, &["performance.date"]).join("、")).collect::<Vec<_>>()
    };
    assert_eq!(
        content(&world, &world.point),
        ["2023-01-20、2023-02-20"],
        "days at that site, and what its deputies did elsewhere"
    );
    let suggestions =
        |world: &World| of_site(world, &world.point, 10, "2023-01-01").tables().next().unwrap().rows.len();
    assert_eq!(suggestions(&world), 0, "罗建 leads the suggestion and belongs to the other site");
    let site_id = Some(world.point.clone());
    let person_id = world.luo.clone();
    changed(&mut world, |tx| {
        let (id, created) = tx.fresh();
        tx.insert(&Membership { id, created, person_id, kind: "site".into(), site_id, ..Membership::default() })
    });
    assert_eq!(names(&world, &world.point, 9, "2023-03-01"), "罗建", "whose own site it is need not have been on duty");
    assert_eq!(
        content(&world, &world.point),
        ["2023-01-20、2023-02-01、2023-03-12", "2023-01-20、2023-02-20"],
        "with what is led by the site's deputies"
    );
    assert_eq!(suggestions(&world), 1, "a suggestion goes with its lead deputy");
}
