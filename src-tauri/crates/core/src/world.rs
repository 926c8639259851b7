//! A small world for tests of the views: two sites, three deputies of several levels, four reception days, six visits
//! with every way of handling, one suggestion; a training and an inspection, whom they keep in touch with, two contacts,
//! a visit to a constituency, two deeds, one campaign. What its registers and figures must say is counted by hand in the tests.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::entry::activity::{ActivityDraft, AttendanceDraft};
use crate::entry::campaign::CampaignDraft;
use crate::entry::constituency_visit::ConstituencyVisitDraft;
use crate::entry::contact::ContactDraft;
use crate::entry::day::{DayDraft, DutyDraft};
use crate::entry::deed::DeedDraft;
use crate::entry::deputy::{DeputyDraft, MandateDraft};
use crate::entry::matter::MatterDraft;
use crate::entry::opinion::OpinionDraft;
use crate::entry::reception::{MatterOfVisit, PartyDraft, ReceptionDraft};
use crate::entry::standing::StandingDraft;
use crate::entry::station::{SiteSays, Station};
use crate::entry::step::StepDraft;
use crate::entry::{self};
use crate::matter::rules::Kind;
use crate::person::PersonSays;
use crate::store::{Key, Store, Tx};
use crate::{Hand, Op, Result, constituency, matter, site, team};

/// The world and the keys that its tests name.
pub(crate) struct World {
    pub(crate) store: Store,
    pub(crate) today: NaiveDate,
    pub(crate) luo: String,
    pub(crate) yao: String,
    pub(crate) zhang: String,
    pub(crate) station: String,
    pub(crate) point: String,
    /// Keys of facts by what they are called here: `training`, `inspection`, `pairing`, `standing`, `call`, `walk`,
    /// `round`, `project`, `gift`, `campaign`.
    pub(crate) facts: BTreeMap<&'static str, String>,
    _folder: tempfile::TempDir,
}

fn text(value: &str) -> Option<String> {
    (!value.is_empty()).then(|| value.to_owned())
}

/// Builds it; `today` is 31 March 2023.
pub(crate) fn world() -> World {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(&folder.path().join("station.db"), &Key::new([7; 32])).unwrap();
    let today = NaiveDate::from_ymd_opt(2023, 3, 31).unwrap();
    let mut hand = Hand::counted("测试", today.and_hms_opt(9, 0, 0).unwrap(), 1);
    let made = store.transact(&mut hand, Op::Demo, build).unwrap().value;
    let ([station, point, luo, zhang, yao], facts) = made;
    World { store, today, luo, yao, zhang, station, point, facts, _folder: folder }
}

/// Keys of facts by what they are called here.
type Facts = BTreeMap<&'static str, String>;

fn build(tx: &mut Tx<'_>) -> Result<([String; 5], Facts)> {
    let site = |name: &str| SiteSays { name: name.to_owned(), ..SiteSays::default() };
    entry::station::found(
        tx,
        &Station {
            name: "清河镇人大代表联络站".into(),
            level: "镇".into(),
            reports_as: text("清河镇人大"),
            sites: vec![site("镇联络站"), site("东关联络点")],
            ..Station::default()
        },
    )?;
    let (station, point) = (site::edit::find_or_add(tx, "镇联络站")?, site::edit::find_or_add(tx, "东关联络点")?);
    let [first, second] = [districts(tx, 1, "鼓楼")?, districts(tx, 2, "东关")?];
    let luo = deputy(tx, ("罗建", "140426196009044450"), &[("镇", Some(&first)), ("县", None)])?;
    let zhang = deputy(tx, ("张伟", ""), &[("镇", Some(&first))])?;
    let yao = deputy(tx, ("姚㛃", ""), &[("镇", Some(&second)), ("县", None), ("市", None)])?;
    days(tx, [&station, &point], [&luo, &zhang, &yao])?;
    visits(tx, [&station, &point], [&luo, &zhang, &yao])?;
    suggestion(tx, &luo, &zhang)?;
    let mut facts = Facts::new();
    let campaign = CampaignDraft { name: "双百帮扶".into(), since: text("2023-01-01"), ..CampaignDraft::default() };
    facts.insert("campaign", entry::campaign::save(tx, &campaign)?.id);
    activities(tx, &mut facts, [&station, &luo, &zhang, &yao])?;
    touch(tx, &mut facts, [&luo, &zhang])?;
    deeds(tx, &mut facts, [&luo, &zhang, &yao])?;
    let walk = ConstituencyVisitDraft {
        constituency_id: first,
        happened_on: "2023-03-20".into(),
        deputies: vec![zhang.clone()],
        places: text("鼓楼村1组"),
        households: Some(5),
        people: Some(12),
        opinion_count: Some(2),
        settled: Some(1),
        ..ConstituencyVisitDraft::default()
    };
    facts.insert("round", entry::constituency_visit::save(tx, &walk)?.id);
    Ok(([station, point, luo, zhang, yao], facts))
}

/// A training: one came, one is excused, one absent, one sat in. An inspection: one came for the county, and what it heard
/// became a matter.
fn activities(tx: &mut Tx<'_>, facts: &mut Facts, [station, luo, zhang, yao]: [&String; 4]) -> Result<()> {
    let marked = |who: &String, status: &str| AttendanceDraft {
        person_id: Some(who.clone()),
        planned: true,
        status: text(status),
        ..AttendanceDraft::default()
    };
    let guest =
        AttendanceDraft { name: text("李四"), status: text("came"), sits_in: true, ..AttendanceDraft::default() };
    let training = ActivityDraft {
        kind_id: "activity.training".into(),
        title: "代表法学习".into(),
        since: "2023-02-10".into(),
        site_id: Some(station.clone()),
        period: text("闭会期间"),
        half_days: Some(1),
        attendance: vec![
            marked(luo, "came"),
            AttendanceDraft { reason: text("因病"), ..marked(zhang, "excused") },
            marked(yao, "absent"),
            guest,
        ],
        ..ActivityDraft::default()
    };
    let inspection = ActivityDraft {
        kind_id: "activity.inspection".into(),
        title: "视察农村饮水".into(),
        since: "2023-03-08".into(),
        until: text("2023-03-09"),
        place: text("石羊村水厂"),
        content: text("看了水厂和两户人家"),
        opinion_count: Some(1),
        recovered: Some(350_000),
        attendance: vec![
            AttendanceDraft { capacity: text("县"), half_days: Some(3), ..marked(luo, "came") },
            marked(yao, ""),
        ],
        opinions: vec![OpinionDraft {
            words: "水压不足".into(),
            category_id: text("category.water"),
            ..OpinionDraft::default()
        }],
        ..ActivityDraft::default()
    };
    facts.insert("training", entry::activity::save(tx, &training)?.id);
    facts.insert("inspection", entry::activity::save(tx, &inspection)?.id);
    Ok(())
}

/// 张伟 keeps in touch with a voter and has called on her; 罗建 is paired with 张伟, twice a year, and has met him once.
fn touch(tx: &mut Tx<'_>, facts: &mut Facts, [luo, zhang]: [&String; 2]) -> Result<()> {
    let standing = StandingDraft {
        person_id: zhang.clone(),
        kind_id: text("standing_kind.needy"),
        since: text("2023-01-10"),
        target: Some(2),
        voter: text("孙某"),
        sex: text("女"),
        birth: text("1968"),
        village: text("东关"),
        address: text("东关村2组"),
        phone: text("13800001111"),
        ..StandingDraft::default()
    };
    let pairing = StandingDraft {
        person_id: luo.clone(),
        partner_id: Some(zhang.clone()),
        kind_id: text("pairing_kind.county"),
        since: text("2023-01-01"),
        target: Some(2),
        ..StandingDraft::default()
    };
    let standing = entry::standing::save(tx, &standing)?.id;
    let resident_id = entry::standing::load(tx.db(), &standing)?.resident_id;
    let walk = ContactDraft {
        happened_on: "2023-02-06".into(),
        deputies: vec![zhang.clone()],
        way_id: text("contact_way.home"),
        voter: text("孙某"),
        resident_id,
        people: Some(4),
        village: text("东关"),
        promoted: text("医保政策"),
        opinion: text("希望增设路灯"),
        route_id: text("contact_route.station"),
        campaigns: facts.get("campaign").cloned().into_iter().collect(),
        ..ContactDraft::default()
    };
    let call = ContactDraft {
        happened_on: "2023-03-12".into(),
        deputies: vec![luo.clone()],
        way_id: text("contact_way.phone"),
        partner_id: Some(zhang.clone()),
        ..ContactDraft::default()
    };
    facts.insert("pairing", entry::standing::save(tx, &pairing)?.id);
    facts.insert("walk", entry::contact::save(tx, &walk)?.id);
    facts.insert("call", entry::contact::save(tx, &call)?.id);
    facts.insert("standing", standing);
    Ok(())
}

/// One deed of two deputies with money, one of one without.
fn deeds(tx: &mut Tx<'_>, facts: &mut Facts, [luo, zhang, yao]: [&String; 3]) -> Result<()> {
    let project = DeedDraft {
        happened_on: text("2023-01-20"),
        deputies: vec![luo.clone(), yao.clone()],
        category_id: text("deed.project"),
        content: "争取村内道路硬化项目".into(),
        village: text("东关"),
        villages: Some(1),
        households: Some(16),
        people: Some(96),
        money: Some(1_200_050),
        source_id: text("fund_source.public"),
        progress: text("已完成"),
        campaigns: facts.get("campaign").cloned().into_iter().collect(),
        ..DeedDraft::default()
    };
    let gift = DeedDraft {
        happened_on: text("2023-03-05"),
        deputies: vec![zhang.clone()],
        category_id: text("deed.needy"),
        content: "走访慰问困难户".into(),
        households: Some(3),
        ..DeedDraft::default()
    };
    facts.insert("project", entry::deed::save(tx, &project)?.id);
    facts.insert("gift", entry::deed::save(tx, &gift)?.id);
    Ok(())
}

fn districts(tx: &mut Tx<'_>, number: i64, group: &str) -> Result<String> {
    let id = constituency::edit::find_or_add(tx, number)?;
    let team_id = Some(team::edit::find_or_add(tx, "group", group)?);
    let old: constituency::Constituency = tx.db().get(&id)?;
    tx.update(&constituency::Constituency { team_id, seats: Some(2), ..old })?;
    constituency::edit::set_places(tx, &id, &format!("{group}村1—4组"))?;
    Ok(id)
}

fn deputy(tx: &mut Tx<'_>, (name, id_number): (&str, &str), seats: &[(&str, Option<&String>)]) -> Result<String> {
    let mandates = seats.iter().map(|(level, constituency)| MandateDraft {
        level: (*level).to_owned(),
        constituency_id: constituency.cloned(),
        ..MandateDraft::default()
    });
    let draft = DeputyDraft {
        person: PersonSays {
            name: name.to_owned(),
            sex: text("男"),
            birth: text("1960-09-04"),
            id_number: text(id_number),
            phone: text("13092285142"),
            ..PersonSays::default()
        },
        unit: text("石羊村"),
        post: text("党支部书记"),
        mandates: mandates.collect(),
        ..DeputyDraft::default()
    };
    Ok(entry::deputy::save(tx, &draft)?.id)
}

fn days(tx: &mut Tx<'_>, [station, point]: [&String; 2], [luo, zhang, yao]: [&String; 3]) -> Result<()> {
    let on = |who: &String| DutyDraft { person_id: Some(who.clone()), ..DutyDraft::default() };
    let named = DutyDraft { name: text("李四"), ..DutyDraft::default() };
    let sick = DutyDraft { status: text("excused"), reason: text("因病"), ..on(luo) };
    let plan = [
        ("2023-01-15", station, vec![on(luo), on(zhang)]),
        ("2023-02-20", point, vec![on(yao), named]),
        ("2023-03-15", station, vec![sick, on(zhang)]),
        ("2023-04-15", station, vec![on(luo)]),
    ];
    for (date, site, duty) in plan {
        let draft = DayDraft { date: date.to_owned(), site_id: Some(site.clone()), duty, ..DayDraft::default() };
        entry::day::save(tx, &draft)?;
    }
    Ok(())
}

fn raised(words: &str, route: &str, unit: &str) -> MatterOfVisit {
    let category_id = text("category.water");
    MatterOfVisit {
        words: words.to_owned(),
        category_id,
        route_id: text(route),
        unit: text(unit),
        ..MatterOfVisit::default()
    }
}

fn party(name: &str) -> PartyDraft {
    PartyDraft { name: text(name), village: text("东关村"), phone: text("13912340000"), ..PartyDraft::default() }
}

fn visits(tx: &mut Tx<'_>, [station, point]: [&String; 2], [luo, zhang, yao]: [&String; 3]) -> Result<()> {
    let visit = |date: &str, site: Option<&String>, deputies: &[&String], names: &[&str]| ReceptionDraft {
        happened_on: date.to_owned(),
        site_id: site.cloned(),
        form_id: text(if site.is_some() { "visit_form.visit" } else { "visit_form.letter" }),
        deputies: deputies.iter().map(|d| (*d).clone()).collect(),
        parties: names.iter().map(|n| party(n)).collect(),
        ..ReceptionDraft::default()
    };
    let pump = raised("机井水泵老化", "route.township", "水利站");
    let drafts = [
        ReceptionDraft {
            people: Some(3),
            matters: vec![pump],
            ..visit("2023-01-15", Some(station), &[luo, zhang], &["王某"])
        },
        ReceptionDraft {
            matters: vec![raised("问低保政策", "route.on_the_spot", "")],
            ..visit("2023-01-15", Some(station), &[luo], &[""])
        },
        ReceptionDraft {
            confidential: true,
            matters: vec![raised("邻里官司", "route.petition", "")],
            ..visit("2023-02-20", Some(point), &[yao], &["赵甲", "钱乙"])
        },
        ReceptionDraft {
            people: Some(5),
            late_reason: text("下乡"),
            matters: vec![raised("村路不通", "route.village", ""), raised("修桥", "route.suggestion", "")],
            ..visit("2023-03-15", Some(station), &[zhang, yao], &["孙丙"])
        },
        ReceptionDraft {
            matters: vec![raised("来信反映水价", "", "")], ..visit("2023-03-20", None, &[], &["李丁"])
        },
        ReceptionDraft { matters: vec![raised("登错了", "", "")], ..visit("2023-03-21", None, &[], &["周戊"]) },
    ];
    let mut keys = Vec::new();
    for draft in &drafts {
        keys.push(entry::reception::save(tx, draft)?.id);
    }
    entry::reception::void(tx, &keys[5])?;
    let pump: matter::Matter = tx.db().having("words", "机井水泵老化")?.remove(0);
    let step = |kind, day| StepDraft::of(&pump.id, kind, day);
    entry::step::save(tx, &StepDraft { words: text("已换新泵"), ..step(Kind::Replied, "2023-02-20") })?;
    let told =
        StepDraft { by_whom: text("联络员"), words: text("新泵已经装好"), ..step(Kind::Told, "2023-03-05") };
    entry::step::save(tx, &StepDraft { way_id: text("way.phone"), ..told })?;
    entry::step::save(tx, &StepDraft { grade_id: text("grade.satisfied"), ..step(Kind::Closed, "2023-03-10") })?;
    Ok(())
}

fn suggestion(tx: &mut Tx<'_>, luo: &str, zhang: &str) -> Result<()> {
    let draft = MatterDraft {
        kind: "建议".into(),
        number: text("5-3-001"),
        title: text("关于修桥的建议"),
        submitted_on: "2023-02-01".into(),
        lead: vec![luo.to_owned()],
        co: vec![zhang.to_owned()],
        ..MatterDraft::default()
    };
    let id = entry::matter::save(tx, &draft)?.id;
    let step = |kind, day| StepDraft::of(&id, kind, day);
    entry::step::save(tx, &StepDraft { unit: text("镇人民政府"), ..step(Kind::Handed, "2023-02-02") })?;
    entry::step::save(tx, &StepDraft { result_id: text("result.a"), ..step(Kind::Replied, "2023-03-01") })?;
    let told =
        StepDraft { by_whom: text("联络员"), words: text("已当面说明"), ..step(Kind::Told, "2023-03-02") };
    entry::step::save(tx, &StepDraft { way_id: text("way.in_person"), grade_id: text("grade.mostly"), ..told })?;
    Ok(())
}
