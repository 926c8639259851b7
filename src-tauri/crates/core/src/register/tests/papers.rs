//! Blank forms, the bound set, the sign-in sheet, the public board, and what the station says of its paper.

use station_table::{Binding, Cell, Edition, PageSays, Paper, Part};

use super::super::board::{BoardAsk, board};
use super::super::paper::{self, BoardContact, PaperSetting};
use super::super::{blank, sign_in};
use super::{changed, number, open, shown, table};
use crate::attachment::Attachment;
use crate::deputy::order::{Order, TwoCharacterNames};
use crate::register::{RegisterAsk, document};
use crate::world::world;

#[test]
fn a_blank_form_has_rows_to_write_in_and_nothing_else() {
    let world = world();
    for form in 1..=10 {
        let asked = RegisterAsk { blank: Some(12), ..number(form) };
        let paper = document(world.store.db(), &asked, world.today).unwrap();
        let main = table(&paper);
        let rows = if form == 2 { 3 } else { 12 };
        assert_eq!((main.rows.len(), main.row_height > 8.0), (rows, true), "form {form}: room to write");
        let written = main.rows.iter().flat_map(|r| &r.cells).filter(|c| !matches!(c, Cell::Empty | Cell::Number(_)));
        assert_eq!(written.count(), 0, "form {form}: nothing but running numbers");
        assert!(main.totals.is_empty() && paper.trace.is_none(), "form {form}: nothing is added up or read back");
        assert!(!paper.subjects[0].signature.is_empty(), "form {form}: it is signed");
        let full = open(&world, number(form));
        assert_eq!(main.columns, table(&full).columns, "form {form}: the columns of the filled one");
    }
}

#[test]
fn the_bound_set_of_a_deputy_bears_the_name() {
    let world = world();
    let ask = RegisterAsk { person_id: Some(world.yao.clone()), blank: Some(5), ..RegisterAsk::default() };
    let forms = (1..=10).map(|form| open(&world, RegisterAsk { number: form, ..ask.clone() })).collect();
    let bound = blank::bound(world.store.db(), &ask, "2023年", forms).unwrap();
    assert_eq!(bound[0].name, "人大代表履职登记（十表） 姚㛃", "each deputy's is a file of its own");
    assert_eq!(bound.len(), 11, "a cover and the ten");
    let cover = bound[0].shown();
    assert!(["姚㛃", "2023年", "清河镇人大"].iter().all(|said| cover.contains(&(*said).to_owned())), "{cover:?}");
    for (paper, form) in bound[1..].iter().zip(1..) {
        let all = [paper.shown(), paper.subjects[0].head.clone()].concat().join("|");
        let whose = if form == 7 { "第2选区" } else { "姚㛃" };
        assert!(all.contains(whose), "form {form} is for {whose}: {all}");
        assert!(!all.contains("13092285142"), "form {form}: the rest is for the deputy to write");
    }
}

#[test]
fn a_sign_in_sheet_names_whom_the_activity_expects() {
    let mut world = world();
    let training = world.facts["training"].clone();
    let sheet = sign_in::sheet(world.store.db(), &training).unwrap();
    assert_eq!(sheet.title, "代表法学习签到表");
    let head = sheet.subjects[0].head.join("|");
    assert_eq!(head, "清河镇人大　2023年2月10日|地点：镇联络站|应到3人", "who sits in is not expected");
    let rows = shown(table(&sheet), &["seq.0", "name.0", "belongs.0", "signed.0", "note.0"]);
    assert_eq!(
        rows,
        ["1|罗建|县、镇/鼓楼||", "2|张伟|镇/鼓楼||", "3|姚㛃|市、县、镇/东关||", "4|李四|||列席"],
        "in the order of the list, who sits in last"
    );
    changed(&mut world, |tx| {
        for at in 0..115 {
            let (id, created) = tx.fresh();
            let name = Some(format!("代表{at}"));
            let activity_id = training.clone();
            let more = crate::activity::Attendance {
                id,
                created,
                activity_id,
                name,
                planned: true,
                sort: 10 + at,
                ..Default::default()
            };
            tx.insert(&more)?;
        }
        Ok(())
    });
    let sheet = sign_in::sheet(world.store.db(), &training).unwrap();
    let rows = shown(table(&sheet), &["seq.0", "name.0", "seq.1", "name.1"]);
    assert_eq!(
        (rows.len(), rows[0].as_str(), rows[59].as_str()),
        (60, "1|罗建|2|张伟", "119|李四||"),
        "two columns of names, counted line by line"
    );
}

#[test]
fn the_board_shows_what_the_station_allows() {
    let mut world = world();
    let cards = |world: &crate::world::World, ask: &BoardAsk| {
        let paper = board(world.store.db(), ask, world.today).unwrap();
        assert_eq!(paper.edition, Edition::Public, "it is for everybody");
        let Part::Cards(cards) = paper.subjects[0].parts[0].clone() else { panic!("a board is of cards") };
        (paper, cards.cards)
    };
    let (paper, all) = cards(&world, &BoardAsk { order: Order::Strokes, ..BoardAsk::default() });
    assert!(paper.subjects[0].head.contains(&"按姓名笔画排序".to_owned()), "it says in which order");
    assert_eq!(all[0].lines, ["张伟", "石羊村", "党支部书记", "镇代表 第1选区"], "name, unit, post, constituency");
    assert_eq!((all.len(), all[0].picture.as_deref()), (3, None), "an empty frame where nobody gave a photo");
    let (_, city) = cards(&world, &BoardAsk { level: Some("市".into()), size: Paper::A3, ..BoardAsk::default() });
    assert_eq!(city.iter().map(|c| c.lines[0].as_str()).collect::<Vec<_>>(), ["姚㛃"], "of one level");
    let luo = world.luo.clone();
    changed(&mut world, |tx| {
        paper::save(tx, &PaperSetting { board_contact: BoardContact::Phone, ..PaperSetting::default() })?;
        let (id, created) = tx.fresh();
        let photo = Attachment {
            id,
            created,
            fact_kind: "person".into(),
            fact_id: luo.clone(),
            role: "photo".into(),
            ..Default::default()
        };
        tx.insert(&photo)
    });
    let (_, all) = cards(&world, &BoardAsk { size: Paper::A3, ..BoardAsk::default() });
    assert_eq!(all[1].lines.last().unwrap(), "13092285142", "the telephone where the station wants it");
    assert_eq!(all[1].picture, Some(format!("person:{luo}")), "a photo that there is, is named");
    let card = open(&world, number(2)).subjects.remove(1);
    let Part::Grid(grid) = &card.parts[0] else { panic!("a card begins with boxes") };
    assert_eq!(grid.rows[0].fields[3].value, Cell::Picture(format!("person:{luo}")), "form 2 has it too");
}

#[test]
fn paper_lies_as_the_station_says() {
    let mut world = world();
    let landscape =
        PageSays { binding: Binding::Top, inner: 25.0, mirrored: true, ..PaperSetting::default().landscape };
    let setting =
        PaperSetting { landscape, two_character_names: TwoCharacterNames::BlankMiddle, ..PaperSetting::default() };
    changed(&mut world, |tx| paper::save(tx, &setting));
    assert_eq!(paper::load(world.store.db()).unwrap(), setting, "what was said is kept");
    assert_eq!(open(&world, number(1)).page, Some(landscape), "a list lies");
    assert_eq!(open(&world, number(2)).page, Some(PaperSetting::default().portrait), "a card stands");
    let roster = open(&world, RegisterAsk { order: Some(Order::Strokes), ..number(9) });
    let head = &roster.subjects[0].head[2];
    assert_eq!(head, "按姓氏笔画排序（两字姓名中间空位按零画计）", "the rule is printed where it is not the usual one");
    let narrow = PaperSetting { portrait: PageSays { top: 2.0, ..setting.portrait }, ..setting.clone() };
    let silent = PaperSetting { board_contact: BoardContact::Station, ..setting };
    for (says, field) in [(narrow, "portrait.top"), (silent, "board_phone")] {
        let refused = changed(&mut world, |tx| Ok(paper::save(tx, &says).unwrap_err()));
        assert_eq!(refused.problems()[0].field, field, "{}", refused.sentence());
    }
}
