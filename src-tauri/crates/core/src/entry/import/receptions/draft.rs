//! What a row says of a visit: laid over the reception as it stands, or over an empty one.

use super::super::Import;
use super::super::people::named::{lay_names, split};
use super::super::row::Row;
use super::super::said::Overlay;
use super::super::village::{as_loaded, village};
use crate::entry::reception::{MatterOfVisit, PartyDraft, ReceptionDraft};
use crate::error::Result;
use crate::matter::edit::steps;
use crate::matter::rules::Kind;
use crate::person::joined::Who;
use crate::reception::Party;
use crate::site::Site;

/// What the row names has been found for: the site, who came, and in whose hands.
pub(super) struct Named {
    pub(super) site_id: Option<String>,
    pub(super) deputies: Vec<Who>,
    /// Names, sexes as written; an empty name = 匿名.
    pub(super) visitors: Vec<(String, Option<String>)>,
    /// How many came.
    pub(super) people: Option<i64>,
    /// 主办单位.
    pub(super) unit: Option<String>,
}

pub(super) fn lay(
    import: &mut Import<'_, '_>,
    row: &Row<'_>,
    (named, draft, matter_id): (&Named, &mut ReceptionDraft, Option<&str>),
    overlay: &mut Overlay,
) -> Result<()> {
    lay_site(import, row, (named, draft, overlay))?;
    import.lay_code(overlay, (row.at("form"), "visit_form"), (&mut draft.form_id, row.code("form")))?;
    let deputies = (row.at("deputies"), split(&named.deputies));
    lay_names(import.tx.db(), overlay, deputies, (&mut draft.deputies, &mut draft.other_deputies))?;
    overlay.number(row.at("people"), &mut draft.people, named.people);
    if let Some(says) = import.yes(row, "confidential").filter(|says| *says != draft.confidential) {
        let shown = |yes: bool| if yes { "是" } else { "否" };
        if overlay.takes(row.at("confidential"), Some(shown(draft.confidential)), shown(says)) {
            draft.confidential = says;
        }
    }
    overlay.text(row.at("recorder"), &mut draft.recorder, row.text("recorder"));
    overlay.text(row.at("note"), &mut draft.note, row.text("note"));
    lay_parties(import, row, (named, draft, overlay))?;
    lay_matter(import, row, (named, draft, matter_id), overlay)
}

fn lay_site(
    import: &Import<'_, '_>,
    row: &Row<'_>,
    (named, draft, overlay): (&Named, &mut ReceptionDraft, &mut Overlay),
) -> Result<()> {
    let Some(id) = named.site_id.as_ref().filter(|id| draft.site_id.as_ref() != Some(id)) else { return Ok(()) };
    let name = |id: &str| import.tx.db().get::<Site>(id).map(|site| site.name);
    let old = draft.site_id.as_deref().map(name).transpose()?;
    if overlay.takes(row.at("place"), old.as_deref(), &name(id)?) {
        draft.site_id = Some(id.clone());
    }
    Ok(())
}

fn lay_parties(
    import: &mut Import<'_, '_>,
    row: &Row<'_>,
    (named, draft, overlay): (&Named, &mut ReceptionDraft, &mut Overlay),
) -> Result<()> {
    if draft.parties.is_empty() {
        let party = |(name, sex): &(String, Option<String>)| PartyDraft {
            name: Some(name.clone()).filter(|n| !n.is_empty()),
            sex: sex.clone(),
            ..PartyDraft::default()
        };
        draft.parties = named.visitors.iter().map(party).collect();
    }
    let visitor = named.visitors.first().map(|(name, _)| name.as_str()).unwrap_or_default();
    let only = draft.parties.len() == 1 && named.visitors.len() == 1;
    let meant = draft.parties.iter().position(|p| p.name.as_deref().unwrap_or_default() == visitor);
    let Some(first) = draft.parties.get_mut(meant.unwrap_or_default()).filter(|_| meant.is_some() || only) else {
        return Ok(());
    };
    if let Some(name) = Some(visitor).filter(|name| only && !name.is_empty()) {
        overlay.text(row.at("visitor"), &mut first.name, Some(name.to_owned()));
    }
    let phones = row.phones("phone");
    overlay.text(row.at("phone"), &mut first.phone, Some(phones.join("、")).filter(|p| !p.is_empty()));
    overlay.text(row.at("age_band"), &mut first.age_band, row.text("age_band"));
    let sex = row.code("sex").filter(|c| c.known).map(|c| c.label.clone());
    overlay.text(row.at("sex"), &mut first.sex, sex);
    if let Some(written) = row.text("village").map(|v| village(&v)) {
        let name = as_loaded(import.tx.db(), &written)?;
        if overlay.takes(row.at("village"), first.village.as_deref(), &name) {
            first.village = Some(written);
        }
    }
    Ok(())
}

/// 东关村2组 is more than a village: the whole stays as the address.
pub(super) fn lay_address(
    import: &mut Import<'_, '_>,
    row: &Row<'_>,
    (visit_id, overlay): (&str, &mut Overlay),
) -> Result<()> {
    let Some(written) = row.text("village").filter(|v| village(v).chars().count() < v.chars().count()) else {
        return Ok(());
    };
    let Some(old) = import.tx.db().having::<Party>("visit_id", visit_id)?.into_iter().min_by_key(|p| p.sort) else {
        return Ok(());
    };
    let mut new = old.clone();
    overlay.text(row.at("village"), &mut new.address, Some(written));
    if new == old { Ok(()) } else { import.tx.update(&new) }
}

fn lay_matter(
    import: &mut Import<'_, '_>,
    row: &Row<'_>,
    (named, draft, matter_id): (&Named, &mut ReceptionDraft, Option<&str>),
    overlay: &mut Overlay,
) -> Result<()> {
    let at = draft.matters.iter().position(|m| m.id.as_deref() == matter_id && matter_id.is_some());
    let at = at.unwrap_or_else(|| {
        draft
            .matters
            .push(MatterOfVisit { words: row.text("content").unwrap_or_default(), ..MatterOfVisit::default() });
        draft.matters.len() - 1
    });
    let Some(matter) = draft.matters.get_mut(at) else { return Ok(()) };
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let words = row.text("content").filter(|words| squeezed(words) != squeezed(&matter.words));
    if let Some(words) = words.filter(|words| overlay.takes(row.at("content"), Some(&matter.words), words)) {
        matter.words = words;
    }
    import.lay_code(overlay, (row.at("category"), "category"), (&mut matter.category_id, row.code("category")))?;
    import.lay_code(overlay, (row.at("nature"), "nature"), (&mut matter.nature_id, row.code("nature")))?;
    lay_route(import, row, (matter, overlay))?;
    let kind = matter.route_id.as_deref().map(Kind::of_route);
    match (named.unit.clone(), kind) {
        (unit, Some(Kind::Handed)) => overlay.text(row.at("unit"), &mut matter.unit, unit),
        (Some(unit), _) => {
            import.said.left_out(
                row.at("unit"),
                Some(&unit),
                "写了承办单位，处理方式却不是转办，承办单位没有导入；请核对。",
            );
        }
        (None, _) => {}
    }
    let closes = kind.is_some_and(Kind::closes);
    let reply = row.text("reply").or_else(|| row.text("outcome").filter(|_| closes));
    match (reply, kind) {
        (reply, Some(_)) => overlay.text(row.at("reply"), &mut matter.reply, reply),
        (Some(reply), None) => {
            import.said.left_out(
                row.at("reply"),
                Some(&reply),
                "写了答复而没有处理方式，答复没有导入；请补上处理方式。",
            );
        }
        (None, None) => {}
    }
    Ok(())
}

/// Another way of handling would contradict the steps of a matter that has gone further.
fn lay_route(
    import: &mut Import<'_, '_>,
    row: &Row<'_>,
    (matter, overlay): (&mut MatterOfVisit, &mut Overlay),
) -> Result<()> {
    let Some(coded) = row.code("route") else { return Ok(()) };
    let standing = matter.route_id.clone();
    let life = match &matter.id {
        Some(id) => steps(import.tx.db(), id)?.len(),
        None => 0,
    };
    let route = import.code("route", Some(coded))?;
    if standing.is_some() && standing != route && life > 2 {
        let message = "这件事已有后续办理步骤，处理方式没有改动；请在办理页面更正。";
        import.said.left_out(row.at("route"), Some(&coded.label), message);
        return Ok(());
    }
    import.lay_code(overlay, (row.at("route"), "route"), (&mut matter.route_id, Some(coded)))
}
