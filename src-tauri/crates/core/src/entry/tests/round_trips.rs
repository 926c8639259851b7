//! Every field of every form comes back as it was saved; saving it again changes nothing; undo takes it away.

use super::{saved, text, tried, undo};
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
use crate::matter::Matter;
use crate::store::{Db, Tx};
use crate::world::{World, world};
use crate::{Error, Result, congress};

type Save<D> = fn(&mut Tx<'_>, &D) -> Result<entry::Saved>;
type Load<D> = fn(Db<'_>, &str) -> Result<D>;

/// Saves a new draft, and finds it again whole; the draft may differ from what is loaded only in what saving gives.
fn comes_back<D: Clone + PartialEq + std::fmt::Debug>(
    world: &mut World,
    draft: &D,
    (save, load): (Save<D>, Load<D>),
    given: impl Fn(&D, &D) -> D,
) {
    let id = saved(world, |tx| save(tx, draft)).id;
    let loaded = load(world.store.db(), &id).unwrap();
    assert_eq!(loaded, given(draft, &loaded), "what is loaded is what was saved");
    let (_, changed) = tried(world, |tx| save(tx, &loaded)).unwrap();
    assert!(!changed, "saving what stands changes nothing: {loaded:?}");
    undo(world);
    assert!(matches!(load(world.store.db(), &id), Err(Error::Missing(_))), "undo takes it away");
}

/// The third session of the fifth term.
fn session(world: &mut World) -> String {
    saved(world, |tx| {
        let term = congress::edit::term_of(tx, "镇", 5)?;
        congress::edit::session_of(tx, &term, 3)
    })
}

fn opinion(words: &str, lead: &str) -> OpinionDraft {
    OpinionDraft {
        id: None,
        kind: "意见".into(),
        words: words.into(),
        category_id: text("category.road"),
        lead: vec![lead.to_owned()],
    }
}

#[test]
fn an_activity() {
    let mut world = world();
    let session_id = Some(session(&mut world));
    let one = AttendanceDraft {
        person_id: Some(world.luo.clone()),
        name: None,
        planned: true,
        status: text("excused"),
        reason: text("因公外出"),
        capacity: text("县"),
        half_days: Some(1),
        sits_in: false,
        absent_sort: Some(2),
    };
    let guest =
        AttendanceDraft {
            name: text("水利站长"), sits_in: true, status: text("came"), ..AttendanceDraft::default()
        };
    let draft = ActivityDraft {
        id: None,
        number: None,
        kind_id: "activity.research".into(),
        title: "中药材产业调研".into(),
        since: "2023-05-10".into(),
        until: text("2023-05-11"),
        hours: text("9:00—11:30"),
        period: text("闭会期间"),
        session_id,
        site_id: Some(world.point.clone()),
        place: text("东关村"),
        organiser: text("镇人大主席团"),
        notified_on: text("2023-05-06"),
        theme: text("带着主题走出去"),
        content: text("看了三个村"),
        outcome: text("建议修路"),
        opinion_count: Some(1),
        recovered: Some(12_345),
        households: Some(30),
        people: Some(80),
        report: text("转镇政府"),
        reported_on: text("2023-05-20"),
        feedback_due: text("2023-08-20"),
        half_days: Some(2),
        guests: text("水利站长"),
        recorder: text("李秘书"),
        held: Some(true),
        attendance: vec![one, guest],
        opinions: vec![opinion("修通往药田的路", &world.luo)],
        matters: world.store.db().column("SELECT id FROM matter ORDER BY id DESC LIMIT 2", []).unwrap(),
        campaigns: vec![world.facts["campaign"].clone()],
        note: text("备注"),
        late_reason: text("补记"),
    };
    comes_back(&mut world, &draft, (entry::activity::save, entry::activity::load), |draft, loaded| ActivityDraft {
        id: loaded.id.clone(),
        number: text("HD-2023-003"),
        opinions: vec![OpinionDraft { id: loaded.opinions[0].id.clone(), ..draft.opinions[0].clone() }],
        ..draft.clone()
    });
}

#[test]
fn a_contact() {
    let mut world = world();
    let standing = entry::standing::load(world.store.db(), &world.facts["standing"]).unwrap();
    let draft = ContactDraft {
        id: None,
        happened_on: "2023-06-01".into(),
        deputies: vec![world.zhang.clone(), world.luo.clone()],
        other_deputies: vec!["王五".into()],
        way_id: text("contact_way.courtyard"),
        voter: text("孙某"),
        resident_id: standing.resident_id,
        partner_id: None,
        people: Some(6),
        households: Some(3),
        village: text("东关"),
        place: text("村口"),
        phone: text("13800001111"),
        promoted: text("防汛"),
        opinion: text("希望修路"),
        route_id: text("contact_route.suggestion"),
        outcome: text("已转"),
        reported_on: text("2023-06-30"),
        recorder: text("李秘书"),
        keep: false,
        opinions: vec![opinion("修路", &world.zhang)],
        campaigns: vec![world.facts["campaign"].clone()],
        note: text("备注"),
        late_reason: text("补记"),
    };
    comes_back(&mut world, &draft, (entry::contact::save, entry::contact::load), |draft, loaded| ContactDraft {
        id: loaded.id.clone(),
        opinions: vec![OpinionDraft { id: loaded.opinions[0].id.clone(), ..draft.opinions[0].clone() }],
        ..draft.clone()
    });
}

#[test]
fn a_standing_contact_and_a_pairing() {
    let mut world = world();
    let resident = StandingDraft {
        id: None,
        person_id: world.yao.clone(),
        partner_id: None,
        kind_id: text("standing_kind.grower"),
        since: text("2023-04-01"),
        until: text("2026-04-01"),
        target: Some(4),
        situation: text("种植连翘二十亩"),
        resident_id: None,
        voter: text("周某"),
        sex: text("男"),
        birth: text("1970-05"),
        party_id: text("party.cpc"),
        household: Some(5),
        village: text("东关"),
        address: text("东关村3组"),
        phone: text("13700002222"),
        campaigns: vec![world.facts["campaign"].clone()],
        note: text("备注"),
    };
    let party = world.store.db().value::<String>("SELECT id FROM code WHERE list = 'party' LIMIT 1", []).unwrap();
    let resident = StandingDraft { party_id: party, ..resident };
    let pairing = StandingDraft {
        person_id: world.luo.clone(),
        partner_id: Some(world.yao.clone()),
        kind_id: text("pairing_kind.presidium"),
        target: Some(2),
        ..StandingDraft::default()
    };
    for draft in [resident, pairing] {
        let what = (entry::standing::save as Save<StandingDraft>, entry::standing::load as Load<StandingDraft>);
        comes_back(&mut world, &draft, what, |draft, loaded| StandingDraft {
            id: loaded.id.clone(),
            resident_id: loaded.resident_id.clone(),
            ..draft.clone()
        });
    }
}

#[test]
fn a_visit_to_a_constituency_and_the_constituency() {
    let mut world = world();
    let team_id = world.store.db().value::<String>("SELECT id FROM team WHERE name = '东关'", []).unwrap();
    let district = DistrictDraft {
        id: None,
        number: 3,
        name: text("药材选区"),
        kind: text("居住"),
        places: text("长垣村1—4组、东关村"),
        population: Some(1500),
        voters: Some(1100),
        seats: Some(3),
        team_id,
        presidium_contact_id: Some(world.luo.clone()),
        situation: text("山区"),
        concerns: text("吃水"),
        note: text("备注"),
    };
    let with_id =
        |draft: &DistrictDraft, loaded: &DistrictDraft| DistrictDraft { id: loaded.id.clone(), ..draft.clone() };
    comes_back(&mut world, &district, (entry::district::save, entry::district::load), with_id);
    let id = saved(&mut world, |tx| entry::district::save(tx, &district)).id;
    let visit = ConstituencyVisitDraft {
        id: None,
        constituency_id: id,
        happened_on: "2023-06-02".into(),
        deputies: vec![world.luo.clone()],
        other_deputies: vec!["王五".into()],
        places: text("长垣村2组"),
        households: Some(8),
        people: Some(20),
        opinion_count: Some(3),
        settled: Some(1),
        content: text("谈吃水"),
        opinions: vec![opinion("打一口井", &world.luo)],
        campaigns: vec![world.facts["campaign"].clone()],
        note: text("备注"),
        late_reason: text("补记"),
    };
    let what = (entry::constituency_visit::save as Save<_>, entry::constituency_visit::load as Load<_>);
    comes_back(&mut world, &visit, what, |draft, loaded| ConstituencyVisitDraft {
        id: loaded.id.clone(),
        opinions: vec![OpinionDraft { id: loaded.opinions[0].id.clone(), ..draft.opinions[0].clone() }],
        ..draft.clone()
    });
}

#[test]
fn a_deed_a_campaign_and_an_entry_of_a_list() {
    let mut world = world();
    let visit_id = world.store.db().value::<String>("SELECT id FROM visit ORDER BY number LIMIT 1", []).unwrap();
    let matter: Matter = world.store.db().having("words", "机井水泵老化").unwrap().remove(0);
    let deed = DeedDraft {
        id: None,
        happened_on: text("2023-06-03"),
        deputies: vec![world.yao.clone(), world.luo.clone()],
        other_deputies: vec!["王五".into()],
        category_id: text("deed.good"),
        content: "换水泵".into(),
        village: text("东关"),
        place: text("二号井"),
        villages: Some(1),
        households: Some(40),
        people: Some(130),
        money: Some(350_050),
        source_id: text("fund_source.own"),
        progress: text("推进中"),
        visit_id,
        matter_id: Some(matter.id),
        campaigns: vec![world.facts["campaign"].clone()],
        note: text("备注"),
        late_reason: text("补记"),
    };
    let with_id = |draft: &DeedDraft, loaded: &DeedDraft| DeedDraft { id: loaded.id.clone(), ..draft.clone() };
    comes_back(&mut world, &deed, (entry::deed::save, entry::deed::load), with_id);
    let campaign = CampaignDraft {
        id: None,
        name: "民生实事".into(),
        since: text("2023-01-01"),
        until: text("2023-12-31"),
        note: text("备注"),
    };
    let with_id =
        |draft: &CampaignDraft, loaded: &CampaignDraft| CampaignDraft { id: loaded.id.clone(), ..draft.clone() };
    comes_back(&mut world, &campaign, (entry::campaign::save, entry::campaign::load), with_id);
    let code = CodeDraft {
        id: None,
        list: "deed".into(),
        label: "捐资助学".into(),
        standard: text("助学"),
        hidden: true,
        counts_as: text("performance.11"),
        sort: 3,
    };
    let with_id = |draft: &CodeDraft, loaded: &CodeDraft| CodeDraft { id: loaded.id.clone(), ..draft.clone() };
    comes_back(&mut world, &code, (entry::code::save, entry::code::load), with_id);
}

#[test]
fn a_suggestion_and_a_reception() {
    let mut world = world();
    let session_id = Some(session(&mut world));
    let suggestion = MatterDraft {
        id: None,
        kind: "批评".into(),
        number: text("5-3-009"),
        title: text("关于垃圾清运"),
        words: text("清运不及时"),
        category_id: text("category.environment"),
        submitted_on: "2023-03-02".into(),
        period: text("会议期间"),
        lead: vec![world.luo.clone()],
        co: vec![world.zhang.clone()],
        other_lead: vec!["王五".into()],
        other_co: vec!["赵六".into()],
        confidential: true,
        nature_id: text("nature.complaint"),
        session_id,
        publicity: text("仅公开标题"),
        repeated: text("两年"),
        talk_wanted: true,
        no_written_reply: true,
        supervised: true,
        supervisor: text("镇人大主席"),
        congress_on: text("2024-01-10"),
        published_on: text("2024-02-01"),
        campaigns: vec![world.facts["campaign"].clone()],
        note: text("备注"),
        motion_id: text("motion.inquiry"),
        petition: true,
    };
    let with_id = |draft: &MatterDraft, loaded: &MatterDraft| MatterDraft { id: loaded.id.clone(), ..draft.clone() };
    comes_back(&mut world, &suggestion, (entry::matter::save, entry::matter::load), with_id);
    let id = world.store.db().value::<String>("SELECT id FROM visit ORDER BY number LIMIT 1", []).unwrap().unwrap();
    let mut reception = entry::reception::load(world.store.db(), &id).unwrap();
    reception.campaigns = vec![world.facts["campaign"].clone()];
    saved(&mut world, |tx| entry::reception::save(tx, &reception));
    let loaded = entry::reception::load(world.store.db(), &id).unwrap();
    assert_eq!(loaded, reception, "a reception too can belong to a campaign");
}
