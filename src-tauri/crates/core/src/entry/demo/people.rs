//! The people of the practice township: constituencies and deputies.

use fastrand::Rng;

use super::{CONSTITUENCIES, DEPUTIES, words};
use crate::constituency::Constituency;
use crate::constituency::edit::{find_or_add, set_places};
use crate::entry::deputy::{self, DeputyDraft, MandateDraft};
use crate::error::Result;
use crate::person::PersonSays;
use crate::store::Tx;
use crate::team;

/// Makes constituencies and deputies; the keys of the deputies.
pub(super) fn settle(tx: &mut Tx<'_>, rng: &mut Rng) -> Result<Vec<String>> {
    let constituencies: Vec<String> = (0..CONSTITUENCIES).map(|at| constituency(tx, rng, at)).collect::<Result<_>>()?;
    (0..DEPUTIES).map(|at| deputy(tx, rng, (at, &constituencies[at % CONSTITUENCIES]))).collect()
}

fn constituency(tx: &mut Tx<'_>, rng: &mut Rng, at: usize) -> Result<String> {
    let village = words::VILLAGES[at % words::VILLAGES.len()];
    let part = if at < words::VILLAGES.len() { "1—4组" } else { "5—9组" };
    let id = find_or_add(tx, number(at) + 1)?;
    let team_id = Some(team::edit::find_or_add(tx, "group", words::POINTS[at % words::POINTS.len()])?);
    let population = rng.i64(800..3000);
    let seats = Some(if at + 5 < CONSTITUENCIES { 3 } else { 2 });
    let old: Constituency = tx.db().get(&id)?;
    let (kind, voters) = (Some("居住".to_owned()), Some(population * 78 / 100));
    tx.update(&Constituency { kind, population: Some(population), voters, seats, team_id, ..old })?;
    set_places(tx, &id, &format!("{village}村{part}"))?;
    Ok(id)
}

fn deputy(tx: &mut Tx<'_>, rng: &mut Rng, (at, constituency): (usize, &String)) -> Result<String> {
    // Thirty surnames by thirty-two given names, stepped so that no name comes twice.
    let name = format!("{}{}", words::SURNAMES[at % 30], words::GIVEN[(at / 30 + at * 7) % 32]);
    let woman = rng.u8(0..10) < 3;
    let birth = format!("{}-{:02}-{:02}", rng.i32(1958..1995), rng.u8(1..13), rng.u8(1..29));
    let mut mandates = vec![mandate("镇", Some(constituency.clone()))];
    mandates.extend(higher(at).iter().map(|level| mandate(level, None)));
    let person = PersonSays {
        name,
        sex: Some(if woman { "女" } else { "男" }.to_owned()),
        nation_id: Some(if rng.u8(0..20) == 0 { "nation.03" } else { "nation.01" }.to_owned()),
        birth: Some(birth),
        party_id: rng.choice(["party.01", "party.01", "party.13", "party.12"]).map(str::to_owned),
        education_id: rng.choice(["education.20", "education.30", "education.60", "education.70"]).map(str::to_owned),
        phone: Some(format!("1{}{:09}", rng.u8(3..10), rng.u32(0..1_000_000_000))),
        ..PersonSays::default()
    };
    let unit = Some(format!("{}村", words::VILLAGES[at % words::VILLAGES.len()]));
    let post = rng.choice(words::POSTS).map(str::to_owned);
    let draft = DeputyDraft { person, unit, post, mandates, ..DeputyDraft::default() };
    deputy::save(tx, &draft).map(|saved| saved.id)
}

fn mandate(level: &str, constituency_id: Option<String>) -> MandateDraft {
    MandateDraft {
        level: level.to_owned(), constituency_id, began: Some("当选".to_owned()), ..MandateDraft::default()
    }
}

/// Who sits higher too: 20 in the county, four of them in the city, one each above.
fn higher(at: usize) -> &'static [&'static str] {
    match at {
        0 => &["县", "全国"],
        1 => &["县", "市", "省"],
        2..5 => &["县", "市"],
        5..20 => &["县"],
        _ => &[],
    }
}

fn number(at: usize) -> i64 {
    i64::try_from(at).unwrap_or(0)
}
