//! Constituencies of the practice township.

use super::town::{Town, counted, village};
use super::{CONSTITUENCIES, words};
use crate::entry::district::{self, DistrictDraft};
use crate::error::Result;
use crate::store::Tx;
use crate::team;

/// Makes groups and constituencies.
pub(super) fn draw(tx: &mut Tx<'_>, town: &mut Town) -> Result<()> {
    for name in words::POINTS {
        town.teams.push(team::edit::find_or_add(tx, "group", name)?);
    }
    for at in 0..CONSTITUENCIES {
        let draft = constituency(town, at);
        town.constituencies.push(district::save(tx, &draft)?.id);
    }
    Ok(())
}

fn constituency(town: &mut Town, at: usize) -> DistrictDraft {
    let (village, upper) = (village(at), at < words::VILLAGES.len());
    let (side, groups) = if upper { ("东片", "1—4组") } else { ("西片", "5—9组") };
    let population = town.number((800, 3000));
    let (land, migrants) = (town.number((900, 4200)), town.number((80, 420)));
    DistrictDraft {
        number: counted(at) + 1,
        name: Some(format!("{village}村{side}选区")),
        kind: Some("居住".to_owned()),
        places: Some(format!("{village}村{groups}")),
        population: Some(population),
        voters: Some(population * 78 / 100),
        // Deputies are dealt out in turn, so the last five constituencies have one fewer.
        seats: Some(if at + 5 < CONSTITUENCIES { 3 } else { 2 }),
        team_id: Some(town.teams[at % words::POINTS.len()].clone()),
        situation: Some(format!("{village}村{groups}，耕地{land}亩，以玉米和制种为主；常年外出务工{migrants}人。")),
        concerns: Some(town.one(&words::CONCERNS).to_owned()),
        ..DistrictDraft::default()
    }
}

/// Says which member of the 主席团 keeps contact with each, now that there are deputies.
pub(super) fn hand_over(tx: &mut Tx<'_>, town: &Town) -> Result<()> {
    for (at, id) in town.constituencies.iter().enumerate() {
        let member = town.deputies[at % PRESIDIUM].clone();
        let draft = DistrictDraft { presidium_contact_id: Some(member), ..district::load(tx.db(), id)? };
        district::save(tx, &draft)?;
    }
    Ok(())
}

/// The first so many deputies are the 主席团.
pub(super) const PRESIDIUM: usize = 9;
