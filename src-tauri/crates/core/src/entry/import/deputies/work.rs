//! 单位及职务, group, delegation and own site of a row: dated memberships, laid over those that stand.

use super::super::Import;
use super::super::row::Row;
use super::super::said::Overlay;
use crate::deputy::edit::{Says, put, standing};
use crate::entry::deputy::DeputyDraft;
use crate::error::Result;
use crate::site;
use crate::site::Site;
use crate::team;
use crate::team::Team;

pub(super) fn lay(
    import: &mut Import<'_, '_>,
    row: &Row<'_>,
    (draft, overlay): (&mut DeputyDraft, &mut Overlay),
) -> Result<()> {
    overlay.text(row.at("unit"), &mut draft.unit, row.text("unit"));
    overlay.text(row.at("post"), &mut draft.post, row.text("post"));
    if let Some(joined) = row.text("unit_post").filter(|_| row.value("unit").is_none() && row.value("post").is_none()) {
        lay_joined(row, (&joined, draft, overlay));
    }
    overlay.text(row.at("team_role"), &mut draft.team_role, row.text("team_role"));
    if let Some(group) = row.text("group").or_else(|| group_of_section(row)) {
        let old: Option<Team> = draft.team_id.as_deref().map(|id| import.tx.db().get(id)).transpose()?;
        if overlay.takes(row.at("group"), old.map(|t| t.name).as_deref(), &team::edit::group_name(&group)) {
            draft.team_id = Some(team::edit::find_or_add(import.tx, "group", &group)?);
        }
    }
    if let Some(name) = row.text("site") {
        let old: Option<Site> = draft.site_id.as_deref().map(|id| import.tx.db().get(id)).transpose()?;
        if overlay.takes(row.at("site"), old.map(|s| s.name).as_deref(), &name) {
            draft.site_id = Some(site::edit::find_or_add(import.tx, &name)?);
        }
    }
    Ok(())
}

/// 二、东关代表小组(23人) over the rows of a group.
fn group_of_section(row: &Row<'_>) -> Option<String> {
    let section = row.taken.section.as_ref().filter(|s| s.level.is_none())?;
    let name = section.text.split(['(', '（']).next()?;
    let name = name.rsplit(['、', '.', '．', ' ', '　']).next()?.trim();
    name.ends_with("小组").then(|| name.to_owned())
}

/// 单位及职务 in one cell: nothing new where it is unit and post together; split where it begins with the unit that
/// stands; else kept whole as the unit, and the post is missing.
fn lay_joined(row: &Row<'_>, (joined, draft, overlay): (&str, &mut DeputyDraft, &mut Overlay)) {
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let (unit, post) = (draft.unit.clone().unwrap_or_default(), draft.post.clone().unwrap_or_default());
    let (stands, says) = (squeezed(&format!("{unit}{post}")), squeezed(joined));
    if stands == says {
        return;
    }
    let at = || row.at("unit_post");
    let rest = joined.strip_prefix(unit.as_str()).filter(|rest| !unit.is_empty() && !rest.trim().is_empty());
    if let Some(rest) = rest {
        return overlay.text(at(), &mut draft.post, Some(rest.trim().to_owned()));
    }
    if overlay.takes(at(), Some(&stands).filter(|s| !s.is_empty()).map(String::as_str), joined) {
        (draft.unit, draft.post) = (Some(joined.to_owned()), None);
    }
}

pub(super) fn lay_delegation(
    import: &mut Import<'_, '_>,
    row: &Row<'_>,
    (person_id, overlay): (&str, &mut Overlay),
) -> Result<()> {
    let Some(name) = row.text("delegation") else { return Ok(()) };
    let standing = standing(import.tx.db(), person_id, "delegation")?;
    let old: Option<Team> = standing.and_then(|m| m.team_id).map(|id| import.tx.db().get(&id)).transpose()?;
    if overlay.takes(row.at("delegation"), old.map(|t| t.name).as_deref(), &name) {
        let team_id = Some(team::edit::find_or_add(import.tx, "delegation", &name)?);
        put(import.tx, person_id, "delegation", (Says { team_id, ..Says::default() }, None))?;
    }
    Ok(())
}
