//! What a row says of the person: laid over the record as it stands.

use station_intake::Coded;
use station_table::PartialDate;

use super::super::Import;
use super::super::people::Evidence;
use super::super::row::Row;
use super::super::said::Overlay;
use crate::entry::deputy::DeputyDraft;
use crate::error::Result;

pub(super) fn lay(
    import: &mut Import<'_, '_>,
    row: &Row<'_>,
    (evidence, draft, overlay): (&Evidence, &mut DeputyDraft, &mut Overlay),
) -> Result<()> {
    if overlay.takes(row.at("name"), Some(&draft.person.name), &evidence.name) {
        draft.person.name.clone_from(&evidence.name);
    }
    overlay.text(row.at("sex"), &mut draft.person.sex, evidence.sex.clone());
    let birth_key = if row.value("birth").is_some() { "birth" } else { "idno" };
    date(overlay, (row, birth_key), &mut draft.person.birth, evidence.birth);
    date(overlay, (row, "party_joined"), &mut draft.person.party_joined, row.date("party_joined"));
    date(overlay, (row, "work_started"), &mut draft.person.work_started, row.date("work_started"));
    id_number(overlay, row, (evidence, draft));
    let phones = row.phones("phone");
    let known: Vec<&str> = draft.person.phone.as_deref().map(|p| p.split('、').collect()).unwrap_or_default();
    if !(phones.len() == known.len() && phones.iter().all(|p| known.contains(&p.as_str()))) {
        overlay.text(row.at("phone"), &mut draft.person.phone, Some(phones.join("、")).filter(|p| !p.is_empty()));
    }
    codes(import, row, (draft, overlay))?;
    texts(import, row, (draft, overlay));
    Ok(())
}

fn texts(import: &mut Import<'_, '_>, row: &Row<'_>, (draft, overlay): (&mut DeputyDraft, &mut Overlay)) {
    for (key, slot) in [
        ("name_note", &mut draft.person.name_note),
        ("native_place", &mut draft.person.native_place),
        ("school", &mut draft.person.school),
        ("title", &mut draft.person.title),
        ("social_posts", &mut draft.person.social_posts),
        ("address", &mut draft.person.address),
        ("postcode", &mut draft.person.postcode),
        ("email", &mut draft.person.email),
        ("resume", &mut draft.person.resume),
        ("honours", &mut draft.person.honours),
        ("pledge", &mut draft.person.pledge),
        ("note", &mut draft.person.note),
    ] {
        overlay.text(row.at(key), slot, row.text(key));
    }
    // (主席团成员) behind a name has no column of its own.
    let behind = row.names("name").first().and_then(|n| n.note.clone());
    if let Some(note) = behind.filter(|n| !draft.person.note.as_deref().unwrap_or_default().contains(n.as_str())) {
        let message = format!("姓名后写有“{note}”，记在备注里；请核对。");
        let joined = [draft.person.note.clone(), Some(note)].into_iter().flatten().collect::<Vec<_>>().join("；");
        overlay.text(row.at("name"), &mut draft.person.note, Some(joined));
        import.said.kept(row.at("name"), row.raw("name"), message);
    }
}

fn codes(import: &mut Import<'_, '_>, row: &Row<'_>, (draft, overlay): (&mut DeputyDraft, &mut Overlay)) -> Result<()> {
    let behind = row.names("name").first().and_then(|n| n.nation.clone()).map(|label| Coded { label, known: true });
    let nation = row.code("nation").or(behind.as_ref());
    import.lay_code(overlay, (row.at("nation"), "nation"), (&mut draft.person.nation_id, nation))?;
    for (key, list, slot) in [
        ("party", "party", &mut draft.person.party_id),
        ("edu", "education", &mut draft.person.education_id),
        ("degree", "degree", &mut draft.person.degree_id),
        ("occupation", "occupation", &mut draft.person.occupation_id),
    ] {
        import.lay_code(overlay, (row.at(key), list), (slot, row.code(key)))?;
    }
    Ok(())
}

/// A date that says the same less exactly changes nothing; one that says it more exactly completes.
fn date(overlay: &mut Overlay, (row, key): (&Row<'_>, &str), slot: &mut Option<String>, new: Option<PartialDate>) {
    let Some(new) = new else { return };
    let old = slot.as_deref().and_then(|s| s.parse::<PartialDate>().ok());
    let said_already =
        old.is_some_and(|old| old.agrees_with(&new) && slot.as_ref().is_some_and(|s| s.len() >= new.to_string().len()));
    let only_completes = old.is_some_and(|old| old.agrees_with(&new)) && overlay.fills_only();
    if !said_already && !only_completes {
        overlay.text(row.at(key), slot, Some(new.to_string()));
    }
}

/// A number whose check digit is wrong takes no other's place.
fn id_number(overlay: &mut Overlay, row: &Row<'_>, (evidence, draft): (&Evidence, &mut DeputyDraft)) {
    if evidence.id_sound || draft.person.id_number.is_none() {
        overlay.text(row.at("idno"), &mut draft.person.id_number, evidence.id_number.clone());
    }
}
