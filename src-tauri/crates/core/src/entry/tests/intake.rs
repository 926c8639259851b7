//! Taking in: joint visits, repeated matters, ID numbers, talks, groups.

use super::{refused, saved, text, tried, undo};
use crate::entry::chat::ChatGroupDraft;
use crate::entry::day::DayDraft;
use crate::entry::reception::{MatterOfVisit, PartyDraft, ReceptionDraft};
use crate::entry::rule::RuleDraft;
use crate::entry::talk::{TalkDraft, TalkPartyDraft};
use crate::entry::{self};
use crate::matter::{Matter, MatterLink, Step};
use crate::reception::Visit;
use crate::reception::setting::{self, IntakeSetting};
use crate::register::{self, RegisterAsk};
use crate::world::{World, world};

fn party(name: &str, phone: &str) -> PartyDraft {
    PartyDraft { name: text(name), phone: text(phone), ..PartyDraft::default() }
}

fn matter(words: &str) -> MatterOfVisit {
    MatterOfVisit { words: words.to_owned(), ..MatterOfVisit::default() }
}

fn visit(parties: Vec<PartyDraft>, matters: Vec<MatterOfVisit>) -> ReceptionDraft {
    ReceptionDraft { happened_on: "2023-03-30".into(), parties, matters, ..ReceptionDraft::default() }
}

fn pump(world: &World) -> String {
    world.store.db().having::<Matter>("words", "机井水泵老化").unwrap().remove(0).id
}

fn links(world: &World) -> Vec<(String, String)> {
    let links: Vec<MatterLink> = world.store.db().all("SELECT * FROM matter_link WHERE voided IS NULL", []).unwrap();
    links.into_iter().map(|link| (link.earlier_id, link.kind)).collect()
}

#[test]
fn every_field_of_a_reception_comes_back() {
    let mut world = world();
    let group = ChatGroupDraft { name: "东关片区".into(), ..ChatGroupDraft::default() };
    let chat_group_id = Some(saved(&mut world, |tx| entry::chat::save(tx, &group)).id);
    let resident_id = entry::standing::load(world.store.db(), &world.facts["standing"]).unwrap().resident_id;
    let draft = ReceptionDraft {
        joint: true,
        chat_group_id,
        written_on: text("2023-03-28"),
        ..visit(
            vec![PartyDraft { resident_id, ..party("孙某", "") }, party("王某", "")],
            vec![
                MatterOfVisit {
                    route_id: text("route.arbitration"),
                    unit: text("县劳动人事争议仲裁委员会"),
                    parties: vec![1],
                    same_as: Some(pump(&world)),
                    ..matter("拖欠工资")
                },
                matter("路灯不亮"),
            ],
        )
    };
    let id = saved(&mut world, |tx| entry::reception::save(tx, &draft)).id;
    let loaded = entry::reception::load(world.store.db(), &id).unwrap();
    let keyed = ReceptionDraft {
        id: loaded.id.clone(),
        people: loaded.people,
        parties: draft
            .parties
            .iter()
            .zip(&loaded.parties)
            .map(|(d, l)| PartyDraft { id: l.id.clone(), ..d.clone() })
            .collect(),
        matters: draft
            .matters
            .iter()
            .zip(&loaded.matters)
            .map(|(d, l)| MatterOfVisit { id: l.id.clone(), ..d.clone() })
            .collect(),
        ..draft
    };
    assert_eq!(loaded, keyed, "what is loaded is what was saved, the office of a guided matter too");
    let (_, changed) = tried(&mut world, |tx| entry::reception::save(tx, &loaded)).unwrap();
    assert!(!changed, "saving what stands changes nothing");
    let guided: Vec<Step> = world.store.db().having("route_id", "route.arbitration").unwrap();
    assert!(guided[0].kind == "guided" && guided[0].unit_id.is_some() && guided[0].assignment_id.is_none());
}

#[test]
fn more_than_five_who_speak_for_all_are_doubtful_but_saved() {
    let mut world = world();
    let named = |count: usize| (0..count).map(|at| party(&format!("代表{at}"), "")).collect::<Vec<_>>();
    let doubts = |world: &World, draft: &ReceptionDraft| {
        let preview = entry::reception::preview(world.store.db(), draft, world.today).unwrap();
        preview.doubts.into_iter().map(|p| p.message).collect::<Vec<_>>()
    };
    let joint =
        |count: usize| ReceptionDraft { joint: true, people: Some(30), ..visit(named(count), vec![matter("修路")]) };
    assert!(doubts(&world, &joint(5)).is_empty(), "five may");
    let six = doubts(&world, &joint(6));
    assert!(six[0].contains("5人") && six[0].contains("信访工作条例第二十条"), "with the article: {six:?}");
    assert!(doubts(&world, &ReceptionDraft { joint: false, ..joint(6) }).is_empty(), "six who just came are six");
    saved(&mut world, |tx| entry::reception::save(tx, &joint(6)));
}

#[test]
fn a_repeated_matter_is_linked_and_stays_its_own() {
    let mut world = world();
    let before = pump(&world);
    let says = |same_as: Option<&String>| MatterOfVisit { same_as: same_as.cloned(), ..matter("水泵还是坏的") };
    let cases = [
        ("the same name", party("王某", ""), "again"),
        ("the same phone", party("王某之子", "13912340000"), "again"),
        ("somebody else", party("李某", "13800002222"), "same"),
    ];
    for (why, who, kind) in cases {
        let draft = visit(vec![who], vec![says(Some(&before))]);
        let id = saved(&mut world, |tx| entry::reception::save(tx, &draft)).id;
        assert_eq!(links(&world), [(before.clone(), kind.to_owned())], "{why}");
        let mut loaded = entry::reception::load(world.store.db(), &id).unwrap();
        assert_ne!(loaded.matters[0].id.as_ref(), Some(&before), "it is a matter of its own");
        loaded.matters[0].same_as = None;
        saved(&mut world, |tx| entry::reception::save(tx, &loaded));
        assert_eq!(links(&world), [], "the clerk takes the link back");
        undo(&mut world);
        undo(&mut world);
    }
    let itself = MatterOfVisit { id: Some(before.clone()), ..says(Some(&before)) };
    let draft = visit(vec![party("王某", "")], vec![itself]);
    assert_eq!(refused(&mut world, |tx| entry::reception::save(tx, &draft)), ["matters.0.same_as"], "not to itself");
}

#[test]
fn id_numbers_are_kept_only_where_they_are_switched_on_and_shown_masked() {
    let mut world = world();
    let number = "11010519491231002X";
    let who = |id_number: &str| PartyDraft { id_number: text(id_number), ..party("王某", "") };
    let draft = visit(vec![who(number)], vec![matter("修路")]);
    assert_eq!(
        refused(&mut world, |tx| entry::reception::save(tx, &draft)),
        ["parties.0.id_number"],
        "off by default: nothing is kept in silence"
    );
    saved(&mut world, |tx| setting::save(tx, &IntakeSetting { visitor_ids: true }));
    let id = saved(&mut world, |tx| entry::reception::save(tx, &draft)).id;
    let mut loaded = entry::reception::load(world.store.db(), &id).unwrap();
    assert_eq!(loaded.parties[0].id_number.as_deref(), Some("110105********002X"), "a form shows it masked");
    let party_id = loaded.parties[0].id.clone().unwrap();
    let whole = |world: &World| entry::reception::read_id_number(world.store.db(), &party_id).unwrap();
    assert_eq!(whole(&world), (number.to_owned(), "JD-2023-0007".to_owned()), "the whole one only when asked for");
    saved(&mut world, |tx| setting::save(tx, &IntakeSetting::default()));
    loaded.note = text("更正");
    saved(&mut world, |tx| entry::reception::save(tx, &loaded));
    assert_eq!(whole(&world).0, number, "a masked number is never read back, though it was switched off meanwhile");
    loaded.parties[0].id_number = None;
    saved(&mut world, |tx| entry::reception::save(tx, &loaded));
    assert!(entry::reception::read_id_number(world.store.db(), &party_id).is_err(), "and may be taken out");
    let short = visit(vec![who("1101051949")], vec![matter("修路")]);
    let preview = entry::reception::preview(world.store.db(), &short, world.today).unwrap();
    assert_eq!(preview.doubts[0].field, "parties.0.id_number", "a wrong one is doubted");
}

fn talk(world: &World) -> TalkDraft {
    let side = |side: &str, name: &str| TalkPartyDraft {
        id: None,
        side: side.into(),
        name: name.into(),
        village: text("东关"),
        phone: text("13800003333"),
    };
    TalkDraft {
        id: None,
        happened_on: "2023-03-18".into(),
        time: text("9:30"),
        site_id: Some(world.point.clone()),
        place: text("谈心室"),
        subject: "宅基地边界".into(),
        kind_id: text("conflict.homestead"),
        parties: vec![side("甲方", "赵一"), side("乙方", "钱二")],
        deputies: vec![world.zhang.clone()],
        other_deputies: vec!["王五".into()],
        guests: text("司法所"),
        process: text("听了双方意见，到现场量了边界"),
        result_id: text("talk_result.settled"),
        agreement: text("以界石为准"),
        follow_up_on: text("2023-04-18"),
        follow_up: text("没有再争"),
        confidential: true,
        recorder: text("李秘书"),
        matter_id: Some(pump(world)),
        campaigns: vec![world.facts["campaign"].clone()],
        note: text("备注"),
        late_reason: text("补记"),
    }
}

#[test]
fn a_talk_comes_back_counts_for_its_deputies_and_keeps_its_number() {
    let mut world = world();
    let draft = talk(&world);
    let kept = saved(&mut world, |tx| entry::talk::save(tx, &draft));
    assert_eq!(kept.number.as_deref(), Some("TX-2023-001"), "the first of the year");
    assert!(kept.writes.iter().any(|w| w.register == "表8"), "it counts as 化解矛盾纠纷");
    let loaded = entry::talk::load(world.store.db(), &kept.id).unwrap();
    let parties = draft.parties.iter().zip(&loaded.parties);
    let parties = parties.map(|(d, l)| TalkPartyDraft { id: l.id.clone(), ..d.clone() }).collect();
    assert_eq!(loaded, TalkDraft { id: loaded.id.clone(), parties, ..draft.clone() }, "what was saved");
    let (_, changed) = tried(&mut world, |tx| entry::talk::save(tx, &loaded)).unwrap();
    assert!(!changed, "saving what stands changes nothing");
    let row = crate::talk::list::talks(world.store.db(), &crate::filter::Filter::default()).unwrap().remove(0);
    assert_eq!((row.parties.as_deref(), row.missing.len()), (Some("赵一、钱二"), 0), "nothing is 待补");
    let file = station_table::FactRef { kind: "talk".into(), id: kept.id.clone() };
    let card = crate::paper::talk::card(world.store.db(), &kept.id).unwrap().shown();
    for printed in ["TX-2023-001", "赵一（东关村，13800003333）", "张伟、王五", "宅基地", "化解"] {
        assert!(card.iter().any(|text| text == printed), "{printed} stands on the record: {card:?}");
    }
    saved(&mut world, |tx| entry::void(tx, &file));
    let again = saved(&mut world, |tx| entry::talk::save(tx, &draft));
    assert_eq!(again.number.as_deref(), Some("TX-2023-002"), "a void one keeps its number");
}

#[test]
fn a_talk_needs_a_date_and_a_subject_only() {
    let mut world = world();
    let empty = TalkDraft::default();
    assert_eq!(refused(&mut world, |tx| entry::talk::save(tx, &empty)), ["happened_on", "subject"]);
    let bare = TalkDraft { happened_on: "2023-03-18".into(), subject: "争水".into(), ..TalkDraft::default() };
    saved(&mut world, |tx| entry::talk::save(tx, &bare));
    let row = crate::talk::list::talks(world.store.db(), &crate::filter::Filter::default()).unwrap().remove(0);
    assert_eq!(row.missing, ["双方当事人", "参与代表", "矛盾类型", "谈心结果"], "the rest is 待补");
    let nameless = TalkDraft { parties: vec![TalkPartyDraft::default()], ..bare };
    assert_eq!(refused(&mut world, |tx| entry::talk::save(tx, &nameless)), ["parties.0.name"]);
}

#[test]
fn a_group_comes_back() {
    let mut world = world();
    let draft = ChatGroupDraft {
        id: None,
        name: "东关片区".into(),
        area: text("东关"),
        members: Some(120),
        deputies: vec![world.luo.clone()],
        other_deputies: vec!["王五".into()],
        note: text("备注"),
        sort: 2,
    };
    let id = saved(&mut world, |tx| entry::chat::save(tx, &draft)).id;
    let loaded = entry::chat::load(world.store.db(), &id).unwrap();
    assert_eq!(loaded, ChatGroupDraft { id: Some(id), ..draft }, "what is loaded is what was saved");
    let row = crate::chat::list::chat_groups(world.store.db()).unwrap().remove(0);
    assert_eq!((row.deputy.as_str(), row.area.as_deref()), ("罗建、王五", Some("东关")));
    let nameless = ChatGroupDraft::default();
    assert_eq!(refused(&mut world, |tx| entry::chat::save(tx, &nameless)), ["name"]);
}

#[test]
fn a_visit_off_the_rota_makes_no_reception_day_until_the_clerk_says_that_it_was_one() {
    let mut world = world();
    let words = "每周五上午9:00".to_owned();
    let rule = RuleDraft { site_id: text(&world.station), words, ..RuleDraft::default() };
    saved(&mut world, |tx| entry::rule::save(tx, &rule));
    let at = |world: &World, date: &str| ReceptionDraft {
        happened_on: date.into(),
        site_id: text(&world.station),
        deputies: vec![world.zhang.clone()],
        ..visit(vec![party("孙某", "")], vec![matter("路灯不亮")])
    };
    let friday = at(&world, "2023-03-31");
    let id = saved(&mut world, |tx| entry::reception::save(tx, &friday)).id;
    assert!(world.store.db().get::<Visit>(&id).unwrap().activity_id.is_some(), "a Friday is a reception day");
    let thursday = at(&world, "2023-03-30");
    let shown = entry::reception::preview(world.store.db(), &thursday, world.today).unwrap();
    assert!(shown.doubts.iter().any(|d| d.message.contains("不是接待日")), "it is said: {:?}", shown.doubts);
    assert!(shown.writes.iter().all(|w| w.register != "表3"), "{:?}", shown.writes);
    let id = saved(&mut world, |tx| entry::reception::save(tx, &thursday)).id;
    assert_eq!(world.store.db().get::<Visit>(&id).unwrap().activity_id, None, "somebody came on a Thursday");
    let [from, to] = ["2023-03-30"; 2].map(str::to_owned);
    let person_id = Some(world.zhang.clone());
    let ask = RegisterAsk { number: 8, from, to, person_id, ..RegisterAsk::default() };
    let told = register::document(world.store.db(), &ask, world.today).unwrap().shown().join(" ");
    assert!(told.contains("平时接待选民1人"), "the deputy who received has it in form 8: {told}");
    let extra = DayDraft { date: "2023-03-30".into(), site_id: text(&world.station), ..DayDraft::default() };
    let day = saved(&mut world, |tx| entry::day::save(tx, &extra)).id;
    assert_eq!(world.store.db().get::<Visit>(&id).unwrap().activity_id, Some(day), "an extra day takes it in");
}

#[test]
fn a_new_reception_begins_with_who_is_rostered_there() {
    let world = world();
    let of = |site: &str, date: &str| {
        let draft = ReceptionDraft { happened_on: date.into(), site_id: text(site), ..ReceptionDraft::default() };
        entry::reception::preview(world.store.db(), &draft, world.today).unwrap().rostered.deputies
    };
    assert_eq!(of(&world.station, "2023-04-15"), vec![world.luo.clone()]);
    assert_eq!(of("", "2023-04-15"), vec![world.luo.clone()], "only one site receives that day");
    assert!(of(&world.point, "2023-04-15").is_empty() && of(&world.station, "2023-04-16").is_empty());
}
