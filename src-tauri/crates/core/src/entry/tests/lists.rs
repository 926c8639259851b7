//! Lists of activities, contacts, deeds, campaigns and codes; who is expected; attendance that is set again.

use super::{saved, text};
use crate::activity::list::{ActivityRow, activities};
use crate::code::list::codes;
use crate::contact::list::{constituency_visits, contacts, standing};
use crate::deed::list::deeds;
use crate::entry;
use crate::entry::activity::{ExpectedAsk, expected};
use crate::entry::code::CodeDraft;
use crate::entry::day::{DayDraft, DutyDraft};
use crate::filter::Filter;
use crate::team;
use crate::world::{World, world};

fn listed(world: &World, filter: &Filter) -> Vec<ActivityRow> {
    activities(world.store.db(), filter, world.today).unwrap()
}

#[test]
fn attendance_counts_as_it_was_marked() {
    let world = world();
    let rows = listed(&world, &Filter::default());
    let counts = |date: &str| {
        let row = rows.iter().find(|r| r.date == date).unwrap();
        [row.planned, row.came, row.excused, row.away, row.unmarked]
    };
    assert_eq!(counts("2023-02-10"), [3, 1, 1, 1, 0], "who sat in is in none of the counts");
    assert_eq!(counts("2023-03-08"), [2, 1, 0, 0, 1], "who was not marked has not come");
    assert_eq!(counts("2023-01-15"), [2, 2, 0, 0, 2], "the roster of a reception day counts as come");
    assert_eq!(counts("2023-03-15"), [2, 2, 1, 0, 1], "and so does who is named in a visit");
    assert_eq!(counts("2023-04-15"), [1, 0, 0, 0, 1], "but not before the day");
    let training = rows.iter().find(|r| r.title == "代表法学习").unwrap();
    assert_eq!(training.expected, ["罗建", "张伟", "姚㛃"], "应到 in the order of the list");
    assert_eq!(training.reason.as_deref(), Some("张伟（因病）、姚㛃"), "reasons that differ are told with their names");
    assert_eq!(training.missing, ["组织单位", "活动内容", "记录人"], "what form 3 wants and lacks");
    assert_eq!(
        (training.place.as_deref(), training.number.as_deref()),
        (Some("镇联络站"), Some("HD-2023-001")),
        "as printed"
    );
}

#[test]
fn lists_show_what_is_asked_for() {
    let world = world();
    let db = world.store.db();
    let campaign = Filter { campaign_id: Some(world.facts["campaign"].clone()), ..Filter::default() };
    let yao = Filter { person_id: Some(world.yao.clone()), ..Filter::default() };
    let group = db.value::<String>("SELECT id FROM team WHERE name = '东关'", []).unwrap();
    let group = Filter { team_id: group, ..Filter::default() };
    let found = |word: &str| Filter { search: text(word), ..Filter::default() };
    let titles = |filter: &Filter| listed(&world, filter).into_iter().map(|r| r.date).collect::<Vec<_>>();
    assert_eq!(
        titles(&yao),
        ["2023-03-15", "2023-03-08", "2023-02-20", "2023-02-10"],
        "one deputy's, on duty or named"
    );
    assert_eq!(titles(&group), ["2023-03-08", "2023-02-20", "2023-02-10"], "a group's, rostered or expected");
    assert_eq!(titles(&found("yj")), ["2023-03-08", "2023-02-20", "2023-02-10"], "by a deputy's initials");
    assert_eq!(titles(&Filter { kind: text("activity.training"), ..Filter::default() }), ["2023-02-10"], "of a kind");
    let march = Filter { from: text("2023-03-09"), to: text("2023-03-14"), ..Filter::default() };
    assert_eq!(titles(&march), ["2023-03-08"], "an activity of two days belongs to the second too");
    assert!(titles(&campaign).is_empty(), "no activity belongs to the campaign");

    let who =
        |filter: &Filter| contacts(db, filter).unwrap().into_iter().map(|r| (r.deputy, r.voter)).collect::<Vec<_>>();
    let walk = ("张伟".to_owned(), text("孙某"));
    assert_eq!(who(&Filter::default()), [("罗建".to_owned(), text("张伟")), walk.clone()], "the newest first");
    assert_eq!(who(&campaign), std::slice::from_ref(&walk), "of a campaign");
    assert_eq!(who(&found("sunmou")), [walk], "a voter by spelling");
    assert_eq!(contacts(db, &campaign).unwrap()[0].campaigns, ["双百帮扶"], "with its name");

    let done =
        |filter: &Filter| deeds(db, filter).unwrap().into_iter().map(|r| (r.deputy, r.money)).collect::<Vec<_>>();
    assert_eq!(done(&yao), [("罗建、姚㛃".to_owned(), Some(1_200_050))], "a joint deed is one row");
    assert_eq!(done(&Filter::default()).len(), 2, "of two deeds");
    assert_eq!(constituency_visits(db, &found("第1选区")).unwrap()[0].people, Some(12), "visits by constituency");
}

#[test]
fn standing_contacts_say_how_often_they_were_met_this_year() {
    let world = world();
    let rows = standing(world.store.db(), &Filter::default(), world.today).unwrap();
    let told: Vec<_> = rows.iter().map(|r| (r.deputy.as_str(), r.whom.as_str(), r.pairing, r.target, r.made)).collect();
    let expected = [("罗建", "张伟", true, Some(2), 1), ("张伟", "孙某", false, Some(2), 1)];
    assert_eq!(told, expected, "target and contacts made of the year");
    assert_eq!((rows[1].constituency.as_deref(), rows[1].village.as_deref()), (Some("第1选区"), Some("东关")), "where");
    let next_year = standing(world.store.db(), &Filter::default(), world.today + chrono::Days::new(365)).unwrap();
    assert_eq!(next_year.iter().map(|r| r.made).sum::<i64>(), 0, "another year begins anew");
}

#[test]
fn who_is_expected_sits_on_that_day() {
    let mut world = world();
    let other = saved(&mut world, |tx| {
        let id = team::edit::find_or_add(tx, "group", "城北")?;
        let mut yao = entry::deputy::load(
            tx.db(),
            &tx.db().value::<String>("SELECT id FROM person WHERE name = '姚㛃'", [])?.unwrap_or_default(),
        )?;
        yao.team_id = Some(id.clone());
        yao.changed_on = text("2023-03-01");
        entry::deputy::save(tx, &yao)?;
        Ok(id)
    });
    let east = world.store.db().value::<String>("SELECT id FROM team WHERE name = '东关'", []).unwrap();
    let names = |ask: ExpectedAsk| {
        let all = expected(world.store.db(), &ask, world.today).unwrap();
        assert!(all.iter().all(|a| a.planned && a.status.is_none()), "expected, not marked");
        all.into_iter().filter_map(|a| a.person_id).collect::<Vec<_>>()
    };
    let [luo, zhang, yao] = [&world.luo, &world.zhang, &world.yao].map(Clone::clone);
    let ask = |day: &str| ExpectedAsk { date: text(day), ..ExpectedAsk::default() };
    assert_eq!(
        names(ask("")),
        [luo.clone(), zhang, yao.clone()],
        "全体: all of the station's own level, by constituency"
    );
    let of_county = ExpectedAsk { level: text("县"), ..ask("") };
    assert_eq!(names(of_county), [luo, yao.clone()], "of a level");
    let of_east = |day: &str| ExpectedAsk { team_id: east.clone(), ..ask(day) };
    assert_eq!(names(of_east("2023-02-01")), std::slice::from_ref(&yao), "a group as it was on that day");
    assert!(names(of_east("2023-03-02")).is_empty(), "which she left in March");
    assert_eq!(names(ExpectedAsk { team_id: Some(other), ..ask("2023-03-02") }), [yao], "for another");
}

#[test]
fn attendance_that_is_set_again_keeps_who_stays() {
    let mut world = world();
    let keys = |world: &World, id: &str| {
        let all = crate::activity::edit::attendance(world.store.db(), id).unwrap();
        all.into_iter().map(|a| (a.id, a.person_id, a.status)).collect::<Vec<_>>()
    };
    let id = world.facts["training"].clone();
    let before = keys(&world, &id);
    let mut draft = entry::activity::load(world.store.db(), &id).unwrap();
    draft.attendance.remove(1);
    draft.attendance.swap(0, 1);
    let twice = draft.attendance[0].clone();
    draft.attendance.push(twice);
    draft.attendance[0].status = text("came");
    saved(&mut world, |tx| entry::activity::save(tx, &draft));
    let after = keys(&world, &id);
    let kept = [before[2].0.clone(), before[0].0.clone(), before[3].0.clone()];
    assert_eq!(
        after.iter().map(|a| a.0.clone()).collect::<Vec<_>>(),
        kept,
        "the same rows in the new order, nobody twice"
    );
    assert_eq!(after[0].2.as_deref(), Some("came"), "with what is said now");
    let day = DayDraft {
        date: "2023-05-15".into(),
        duty: vec![DutyDraft { person_id: Some(world.luo.clone()), ..DutyDraft::default() }],
        ..DayDraft::default()
    };
    let day = saved(&mut world, |tx| entry::day::save(tx, &day)).id;
    assert_eq!(keys(&world, &day).len(), 1, "a reception day's roster is written by the same hand");
}

#[test]
fn shipped_entries_are_relabelled_and_hidden_never_lost() {
    let mut world = world();
    let row = |world: &World, id: &str| codes(world.store.db()).unwrap().into_iter().find(|c| c.id == id).unwrap();
    let training = row(&world, "activity.training");
    assert_eq!(
        (training.list_label.as_str(), training.used, training.shipped),
        ("活动类别", 1, true),
        "one training stands"
    );
    assert_eq!(training.counts_as_label.as_deref(), Some("参加学习培训"), "and counts as the third of thirteen");
    let draft = entry::code::load(world.store.db(), "activity.training").unwrap();
    let draft = CodeDraft { label: "学习".into(), hidden: true, counts_as: text("performance.02"), ..draft };
    saved(&mut world, |tx| entry::code::save(tx, &draft));
    let seeded = saved(&mut world, crate::code::edit::seed);
    let training = row(&world, "activity.training");
    let told = (seeded, training.label.as_str(), training.hidden, training.counts_as.as_deref());
    assert_eq!(told, (0, "学习", true, Some("performance.02")), "an upgrade leaves what the station has changed");
    let own = CodeDraft { list: "activity".into(), label: "代表之家开放日".into(), ..CodeDraft::default() };
    let id = saved(&mut world, |tx| entry::code::save(tx, &own)).id;
    let own = row(&world, &id);
    assert_eq!((own.shipped, own.sort > training.sort), (false, true), "an entry of the station's own comes last");
}

#[test]
fn every_list_has_a_name_and_every_use_is_counted() {
    let world = world();
    let db = world.store.db();
    let lists = db.column::<String>("SELECT DISTINCT list FROM code", []).unwrap();
    for list in &lists {
        assert!(crate::code::list_label(list).is_some(), "{list} has a name in the settings");
    }
    assert_eq!(lists.len(), crate::code::LISTS.len(), "and no name is for a list that is not there");
    let uses: Vec<(String, String)> = {
        let sql = "SELECT m.name || '.' || f.\"from\" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
                   WHERE m.type = 'table' AND f.\"table\" = 'code'";
        let all = db.column::<String>(sql, []).unwrap();
        all.iter().filter_map(|s| s.split_once('.')).map(|(t, c)| (t.to_owned(), c.to_owned())).collect()
    };
    let counted = include_str!("../../code/sql/list.sql");
    for (table, column) in uses {
        let said = counted
            .lines()
            .any(|line| line.contains(&format!("SELECT {column} ")) && line.contains(&format!("FROM {table} ")));
        assert!(said, "{table}.{column} names codes, so it counts as use");
    }
}
