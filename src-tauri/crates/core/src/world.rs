//! A small world for tests of the views: two sites, three deputies of several levels, three reception days, six visits
//! with every way of handling, one suggestion. What its registers and figures must say is counted by hand in the tests.

use chrono::NaiveDate;

use crate::entry::day::{DayDraft, DutyDraft};
use crate::entry::deputy::{DeputyDraft, MandateDraft};
use crate::entry::matter::MatterDraft;
use crate::entry::reception::{MatterOfVisit, PartyDraft, ReceptionDraft};
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
    let [station, point, luo, zhang, yao] = made;
    World { store, today, luo, yao, zhang, station, point, _folder: folder }
}

fn build(tx: &mut Tx<'_>) -> Result<[String; 5]> {
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
    Ok([station, point, luo, zhang, yao])
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
    let step = |kind, day: &str| step(&pump.id, kind, day);
    entry::step::save(tx, &StepDraft { words: text("已换新泵"), ..step(Kind::Replied, "2023-02-20") })?;
    entry::step::save(tx, &StepDraft { way_id: text("way.phone"), ..step(Kind::Told, "2023-03-05") })?;
    entry::step::save(tx, &StepDraft { grade_id: text("grade.satisfied"), ..step(Kind::Closed, "2023-03-10") })?;
    Ok(())
}

fn step(matter_id: &str, kind: Kind, happened_on: &str) -> StepDraft {
    StepDraft {
        id: None,
        matter_id: matter_id.to_owned(),
        kind,
        happened_on: happened_on.to_owned(),
        route_id: None,
        unit: None,
        role: None,
        handler: None,
        way_id: None,
        by_whom: None,
        words: None,
        document: None,
        result_id: None,
        grade_id: None,
        raised_id: None,
    }
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
    let step = |kind, day: &str| step(&id, kind, day);
    entry::step::save(tx, &StepDraft { unit: text("镇人民政府"), ..step(Kind::Handed, "2023-02-02") })?;
    entry::step::save(tx, &StepDraft { result_id: text("result.a"), ..step(Kind::Replied, "2023-03-01") })?;
    entry::step::save(tx, &StepDraft { grade_id: text("grade.mostly"), ..step(Kind::Told, "2023-03-02") })?;
    Ok(())
}
