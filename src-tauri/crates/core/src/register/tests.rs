//! Registers of the small world, row by row as counted by hand; and layouts against their queries.

use std::collections::{BTreeMap, BTreeSet};

use station_table::{Document, Edition, Part, Table};

use super::layout::PartSays;
use super::{RegisterAsk, SHIPPED, document, infos, with_rows};
use crate::deputy::Membership;
use crate::entry::reception::{MatterOfVisit, PartyDraft, ReceptionDraft};
use crate::matter::{Matter, Raised, Step, edit};
use crate::store::Tx;
use crate::world::{World, world};

/// What a query gives beside the columns that a layout shows.
const BESIDE: [&str; 4] = ["fact_kind", "fact_id", "subject_id", "confidential"];

#[test]
fn layouts_and_queries_name_the_same_columns() {
    let world = world();
    let mut given: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut wanted: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for shipped in SHIPPED {
        for (_, sql) in shipped.queries {
            let columns = || {
                let statement = world.store.db().0.prepare(sql).unwrap();
                statement.column_names().map(str::to_owned).collect()
            };
            given.entry(sql).or_insert_with(columns);
        }
        let layout = shipped.layout().unwrap();
        for part in &layout.parts {
            let (query, shows) = match part {
                PartSays::Table(table) => (table.query.clone(), table.columns.iter().collect::<Vec<_>>()),
                PartSays::Grid(grid) => {
                    (layout.subjects.clone().unwrap(), grid.rows.iter().flat_map(|r| &r.boxes).collect())
                }
            };
            let keys = shows.into_iter().filter(|s| !s.later && !s.blank).map(|s| s.key.clone());
            wanted.entry(shipped.query(&query).unwrap()).or_default().extend(keys);
        }
    }
    for (sql, columns) in given {
        let shown: BTreeSet<String> =
            wanted[sql].iter().filter(|k| *k != "row.seq" || columns.contains(*k)).cloned().collect();
        let columns: BTreeSet<String> = columns.into_iter().filter(|c| !BESIDE.contains(&c.as_str())).collect();
        let begins = sql.lines().next().unwrap_or_default();
        let unshown: Vec<_> = columns.difference(&shown).collect();
        let ungiven: Vec<_> = shown.difference(&columns).collect();
        assert!(unshown.is_empty(), "the query `{begins}` gives columns that no layout shows: {unshown:?}");
        assert!(ungiven.is_empty(), "a layout shows columns that its query `{begins}` does not give: {ungiven:?}");
    }
}

fn open(world: &World, ask: RegisterAsk) -> Document {
    let ask = RegisterAsk { from: "2023-01-01".into(), to: "2023-03-31".into(), ..ask };
    document(world.store.db(), &ask, world.today).unwrap()
}

fn number(number: i64) -> RegisterAsk {
    RegisterAsk { number, ..RegisterAsk::default() }
}

/// The cells of some columns, row by row.
fn shown(table: &Table, keys: &[&str]) -> Vec<String> {
    let cell = |row, key: &&str| table.cell(row, key).map_or_else(|| format!("?{key}"), station_table::Cell::shown);
    table.rows.iter().map(|row| keys.iter().map(|k| cell(row, k)).collect::<Vec<_>>().join("|")).collect()
}

#[test]
fn registers_say_what_was_counted_by_hand() {
    let world = world();
    for case in include_str!("counted_by_hand.txt").split("\n\n").skip(1) {
        let mut lines = case.lines();
        let mut head = lines.next().unwrap().split(' ');
        let form: i64 = head.next().unwrap().parse().unwrap();
        let paper = open(&world, number(form));
        let table = paper.tables().next().unwrap();
        assert_eq!(shown(table, &head.collect::<Vec<_>>()), lines.collect::<Vec<_>>(), "form {form}");
        assert!(table.rows.iter().all(|r| r.fact.is_some()), "each row of form {form} leads to its fact");
    }
    let rows: Vec<Option<i64>> =
        infos(world.store.db(), ("2023-01-01", "2023-03-31"), world.today).unwrap().iter().map(|i| i.rows).collect();
    assert_eq!(rows, [3, 3, 7, 7, 3, 1].map(Some), "the list of registers counts the same rows");
}

#[test]
fn a_sheet_is_for_one_deputy_and_counts_its_rows() {
    let world = world();
    let sheets = open(&world, number(8));
    let names: Vec<&str> = sheets.subjects.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["罗建", "张伟", "姚㛃"], "a page for each deputy of the period");
    let totals: Vec<String> = sheets
        .tables()
        .map(|t| {
            t.totals
                .iter()
                .map(|r| r.cells.iter().map(station_table::Cell::shown).collect())
                .collect::<Vec<String>>()
                .join("/")
        })
        .collect();
    let expected = [
        "接待选民1次/提出议案、建议、批评和意见1次/合计2",
        "接待选民2次/提出议案、建议、批评和意见1次/合计3",
        "接待选民2次/合计2",
    ];
    assert_eq!(totals, expected, "totals count the rows above them");
    let january =
        RegisterAsk { number: 8, from: "2023-01-01".into(), to: "2023-01-31".into(), ..RegisterAsk::default() };
    let month = with_rows(document(world.store.db(), &january, world.today).unwrap());
    assert_eq!(month.subjects.len(), 2, "the month's papers leave out a deputy without rows");
    let one = open(&world, RegisterAsk { person_id: Some(world.yao.clone()), ..number(8) });
    assert_eq!(one.subjects.len(), 1, "a register of one deputy has that page only");
}

#[test]
fn filters_leave_only_what_concerns_them() {
    let world = world();
    let rows = |ask: RegisterAsk| open(&world, ask).tables().next().unwrap().rows.len();
    let person = |form, who: &String| rows(RegisterAsk { person_id: Some(who.clone()), ..number(form) });
    let site = |form, which: &String| rows(RegisterAsk { site_id: Some(which.clone()), ..number(form) });
    assert_eq!((person(3, &world.luo), person(4, &world.zhang), person(10, &world.zhang)), (2, 3, 1), "of one deputy");
    assert_eq!((site(3, &world.point), site(4, &world.station), site(4, &world.point)), (1, 4, 1), "of one site");
    let team: String = world.store.db().value("SELECT id FROM team WHERE name = '东关'", []).unwrap().unwrap();
    let of_team = |form| rows(RegisterAsk { team_id: Some(team.clone()), ..number(form) });
    assert_eq!((of_team(3), of_team(4), of_team(9)), (2, 3, 1), "of one group, by the constituency of its deputies");
}

#[test]
fn editions_hide_what_must_not_leave() {
    let world = world();
    let of = |form, edition| open(&world, RegisterAsk { edition: Some(edition), ..number(form) });
    let all = |paper: &Document| paper.shown().join("|");
    let upward = of(4, Edition::Upward);
    let table = upward.tables().next().unwrap();
    assert_eq!(
        shown(table, &["visit.visitor", "visit.phone"])[1..3],
        ["匿名|139****0000", "保密|保密"],
        "residents' phones are masked; who asked for confidence is not named"
    );
    let public = of(4, Edition::Public);
    assert_eq!(public.tables().next().unwrap().rows.len(), 6, "confidential visits are left out of 公示");
    for hidden in ["王某", "孙丙", "139", "邻里官司"] {
        assert!(!all(&public).contains(hidden), "{hidden} is not for the public");
    }
    let card = all(&of(2, Edition::Internal));
    assert!(
        card.contains("140426********4450") && !card.contains("140426196009044450"),
        "ID numbers never leave whole"
    );
    assert!(card.contains("13092285142"), "deputies' phones are whole inside");
    let board = all(&of(9, Edition::Public));
    assert!(board.contains("姚㛃") && !board.contains("13092285142"), "names of deputies are public, phones are not");
}

#[test]
fn a_past_period_shows_what_held_then() {
    let mut world = world();
    let mut hand = crate::Hand::counted("测试", world.today.and_hms_opt(10, 0, 0).unwrap(), 5000);
    let mut draft = crate::entry::deputy::load(world.store.db(), &world.luo).unwrap();
    draft.unit = Some("北流村".into());
    draft.changed_on = Some("2023-03-01".into());
    draft.mandates[0].until = Some("2023-03-20".into());
    draft.mandates[1].until = Some("2023-03-20".into());
    world
        .store
        .transact(&mut hand, crate::Op::SaveDeputy { name: "罗建".into() }, |tx| {
            crate::entry::deputy::save(tx, &draft)
        })
        .unwrap();
    let roster = |to: &str| {
        let ask = RegisterAsk { number: 9, from: to.to_owned(), to: to.to_owned(), ..RegisterAsk::default() };
        let paper = document(world.store.db(), &ask, world.today).unwrap();
        shown(paper.tables().next().unwrap(), &["person.name", "person.unit_post"])
    };
    assert_eq!(roster("2023-02-28")[0], "罗建|石羊村党支部书记", "before the change the old work holds");
    assert_eq!(roster("2023-03-01")[0], "罗建|北流村党支部书记", "from its day on the new one");
    assert_eq!(roster("2023-03-31").len(), 2, "a mandate that has ended is not on the roster");
    let paper = open(&world, number(8));
    assert_eq!(paper.subjects.len(), 3, "but its deputy has a sheet for the period in which it held");
    assert!(matches!(paper.subjects[0].parts[0], Part::Grid(_)), "with the head block above the rows");
}

/// Saves a change of the world at ten o'clock.
fn changed<T>(world: &mut World, change: impl FnOnce(&mut Tx<'_>) -> crate::Result<T>) {
    let mut hand = crate::Hand::counted("测试", world.today.and_hms_opt(10, 0, 0).unwrap(), 5000);
    let op = crate::Op::SaveStep { step: "告知".into() };
    world.store.transact(&mut hand, op, change).unwrap();
}

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
    assert_eq!(content(&world, &world.point), ["2023-02-20"], "a sheet has the rows of that site only");
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
    assert_eq!(content(&world, &world.point), ["2023-02-01", "2023-02-20"], "with what is led by the site's deputies");
    assert_eq!(suggestions(&world), 1, "a suggestion goes with its lead deputy");
}

#[test]
fn a_number_that_no_register_has_is_answered_with_those_that_are() {
    let world = world();
    let ask = RegisterAsk { from: "2023-01-01".into(), to: "2023-03-31".into(), ..number(5) };
    let Err(crate::Error::Problems(problems)) = document(world.store.db(), &ask, world.today) else {
        panic!("there is no form 5 yet");
    };
    assert_eq!(problems[0].message, "没有编号为5的台账，请从 2、3、4、8、9、10 中选择。", "it says what to choose");
}

#[test]
fn every_folder_of_a_register_is_shipped_under_its_number() {
    let folders = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/registers")).unwrap();
    let names = folders.flatten().filter(|f| f.path().is_dir()).map(|f| f.file_name().to_string_lossy().into_owned());
    let mut numbers: Vec<i64> = names.map(|name| name[..2].parse().unwrap()).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, super::numbers(), "a folder that `shipped.rs` does not name is a register that nobody sees");
    for shipped in SHIPPED {
        assert_eq!(shipped.layout().unwrap().number, shipped.number, "layout.toml and shipped.rs say the same number");
    }
}
