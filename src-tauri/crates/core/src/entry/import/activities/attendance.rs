//! 参加人员 and 请假人员: who was to come and who did not, by names or by words that stand for a list of them.

use std::collections::BTreeSet;

use station_intake::NamedAs;

use super::super::Import;
use super::super::people::named::{self, shown};
use super::super::people::{Hints, Roster, name_key};
use super::super::row::Row;
use super::super::said::Overlay;
use super::everyone::Everyone;
use crate::entry::activity::{ActivityDraft, AttendanceDraft, expected};
use crate::error::Result;
use crate::person::joined::Who;
use crate::store::Db;

/// Words in the column of the absent that say: nobody.
const NOBODY: [&str; 6] = ["全勤", "全部到会", "全部到齐", "均到会", "无请假", "无人请假"];
/// Words of a reason that say: stayed away without leave.
const WITHOUT_LEAVE: [&str; 4] = ["缺席", "旷", "无故", "未请假"];
/// A list of names longer than this is told by its length.
const FEW: usize = 12;

/// Lays who was to come and who came over what stands, and compares the numbers of the row with the names.
pub(super) fn lay(
    roster: &Roster,
    import: &mut Import<'_, '_>,
    row: &Row<'_>,
    (draft, overlay): (&mut ActivityDraft, &mut Overlay),
) -> Result<()> {
    let mut list = listed(roster, import, row, draft)?;
    let away = away(roster, import, row, (draft, &list));
    if list.is_empty() && away.is_empty() {
        doubt_without_names(import, row, draft);
        return Ok(());
    }
    if list.is_empty() {
        list = draft.attendance.iter().filter(|a| a.planned).map(who_of).collect();
    }
    for (who, name, _) in &away {
        if !list.contains(who) {
            if row.value("expected").is_some() {
                let message = format!("请假人员“{name}”不在参加人员之中，一并列入应到；请核对。");
                import.said.kept(row.at("absent"), Some(name), message);
            }
            list.push(who.clone());
        }
    }
    let has_come = draft.since <= import.tx.hand.today().to_string();
    let new = marked(&list, &away, (draft, has_come));
    doubt_numbers(import, row, (&new, has_come));
    put(import.tx.db(), row, (draft, overlay), new)
}

fn who_of(a: &AttendanceDraft) -> Who {
    match &a.person_id {
        Some(id) => Who::Person(id.clone()),
        None => Who::Name(a.name.clone().unwrap_or_default()),
    }
}

/// Who was to come, each once, in the order of the cell.
fn listed(roster: &Roster, import: &mut Import<'_, '_>, row: &Row<'_>, draft: &ActivityDraft) -> Result<Vec<Who>> {
    let linked: Vec<String> = draft.attendance.iter().filter_map(|a| a.person_id.clone()).collect();
    let hints = Hints { field: "expected", day: &draft.since, phone: None, linked: &linked };
    let mut list = Vec::new();
    for named in row.names("expected") {
        let found = match Everyone::read(&named.name) {
            Some(everyone) => all_of(import, row, (&everyone, &named.name, &draft.since))?,
            None => vec![named::one(roster, import, (row, hints), named)],
        };
        list.extend(found);
    }
    let mut seen = BTreeSet::new();
    list.retain(|who| seen.insert(who.columns()));
    Ok(list)
}

/// Who sits on that day, of those whom words stand for, in the order of the roster, which is that of entry.
fn all_of(
    import: &mut Import<'_, '_>,
    row: &Row<'_>,
    (everyone, words, day): (&Everyone, &str, &str),
) -> Result<Vec<Who>> {
    let db = import.tx.db();
    let today = import.tx.hand.today();
    let found = match everyone.ask(db, day)? {
        Some(ask) => expected(db, &ask, today)?,
        None => Vec::new(),
    };
    if found.is_empty() {
        let message = format!("看不出“{words}”在{day}是哪些代表，没有登记他们参加；请先导入名册，或写出姓名。");
        import.said.left_out(row.at("expected"), Some(words), message);
    }
    let mut persons: Vec<Who> = found.iter().map(who_of).collect();
    persons.sort_by_key(Who::columns);
    Ok(persons)
}

/// Who did not come, with their names and what is said of them.
type Away = Vec<(Who, String, (&'static str, Option<String>))>;

/// A reason in brackets behind several names is that of all of them.
fn away(roster: &Roster, import: &mut Import<'_, '_>, row: &Row<'_>, (draft, list): (&ActivityDraft, &[Who])) -> Away {
    let names: Vec<&NamedAs> = row.names("absent").iter().filter(|n| !NOBODY.contains(&n.name.as_str())).collect();
    let mut reason = None;
    let mut reasons: Vec<Option<String>> = names
        .iter()
        .rev()
        .map(|name| {
            reason = name.note.clone().or_else(|| reason.take());
            reason.clone()
        })
        .collect();
    reasons.reverse();
    let linked: Vec<String> = draft.attendance.iter().filter_map(|a| a.person_id.clone()).collect();
    let hints = Hints { field: "absent", day: &draft.since, phone: None, linked: &linked };
    let unexcused = row.heading("absent").contains("缺席") && !row.heading("absent").contains("请假");
    let mut all = Away::new();
    for (named, reason) in names.into_iter().zip(reasons) {
        let who = among(roster, list, &named.name).unwrap_or_else(|| named::one(roster, import, (row, hints), named));
        let without = reason.as_deref().map_or(unexcused, |r| WITHOUT_LEAVE.iter().any(|word| r.contains(word)));
        all.push((who, named.name.clone(), (if without { "absent" } else { "excused" }, reason)));
    }
    all
}

/// The only one of a list who has that name.
fn among(roster: &Roster, list: &[Who], name: &str) -> Option<Who> {
    let called = |who: &&Who| {
        let own = match who {
            Who::Person(id) => roster.name_of(id),
            Who::Name(own) => Some(own.as_str()),
        };
        own.is_some_and(|own| name_key(own) == name_key(name))
    };
    let mut found = list.iter().filter(called);
    found.next().filter(|_| found.next().is_none()).cloned()
}

/// All who were to come, marked as come but for those who stayed away; before the day nobody is marked. Who sat in, by a
/// clerk's word, stays behind them.
fn marked(list: &[Who], away: &Away, (draft, has_come): (&ActivityDraft, bool)) -> Vec<AttendanceDraft> {
    let one = |who: &Who| {
        let old = draft.attendance.iter().find(|a| who_of(a) == *who).cloned().unwrap_or_default();
        let (person_id, name) = who.columns();
        let at = away.iter().position(|(gone, ..)| gone == who);
        let said = at.and_then(|at| away.get(at)).map(|(_, _, said)| said.clone());
        let status = said.as_ref().map(|(status, _)| *status).or(has_come.then_some("came"));
        AttendanceDraft {
            person_id,
            name,
            planned: true,
            status: status.map(str::to_owned),
            reason: said.and_then(|(_, reason)| reason),
            absent_sort: at.and_then(|at| i64::try_from(at).ok()),
            ..old
        }
    };
    let sat_in = draft.attendance.iter().filter(|a| a.sits_in && !list.contains(&who_of(a)));
    list.iter().map(one).chain(sat_in.cloned()).collect()
}

fn put(
    db: Db<'_>,
    row: &Row<'_>,
    (draft, overlay): (&mut ActivityDraft, &mut Overlay),
    new: Vec<AttendanceDraft>,
) -> Result<()> {
    if new == draft.attendance || overlay.fills_only() && !draft.attendance.is_empty() {
        return Ok(());
    }
    let text = |all: &[AttendanceDraft]| Ok::<_, crate::error::Error>((expected_text(db, all)?, away_text(db, all)?));
    let (old, says) = (text(&draft.attendance)?, text(&new)?);
    let said = |text: &str| Some(text.to_owned()).filter(|t| !t.is_empty());
    overlay.takes(row.at("expected"), said(&old.0).as_deref(), &says.0);
    if old.1 != says.1 {
        overlay.takes(row.at("absent"), said(&old.1).as_deref(), said(&says.1).as_deref().unwrap_or("无"));
    }
    if !draft.attendance.is_empty() && old == says && unlinked(&draft.attendance) > unlinked(&new) {
        overlay.linked(row.at("expected"), &says.0);
    }
    overlay.added = true;
    draft.attendance = new;
    Ok(())
}

fn unlinked(all: &[AttendanceDraft]) -> usize {
    all.iter().filter(|a| a.person_id.is_none()).count()
}

fn names(db: Db<'_>, all: &[AttendanceDraft]) -> Result<Vec<String>> {
    all.iter()
        .map(|a| match &a.person_id {
            Some(id) => shown(db, std::slice::from_ref(id), &[]),
            None => Ok(a.name.clone().unwrap_or_default()),
        })
        .collect()
}

fn expected_text(db: Db<'_>, all: &[AttendanceDraft]) -> Result<String> {
    let names = names(db, all)?;
    let count = names.len();
    Ok(if count > FEW {
        format!("{}等{count}人", names.get(..3).unwrap_or_default().join("、"))
    } else {
        names.join("、")
    })
}

fn away_text(db: Db<'_>, all: &[AttendanceDraft]) -> Result<String> {
    let mut gone: Vec<AttendanceDraft> =
        all.iter().filter(|a| a.status.as_deref().is_some_and(|s| s != "came")).cloned().collect();
    gone.sort_by_key(|a| a.absent_sort);
    let names = names(db, &gone)?.into_iter().zip(&gone);
    let one = |(name, a): (String, &AttendanceDraft)| match &a.reason {
        Some(reason) => format!("{name}（{reason}）"),
        None => name,
    };
    Ok(names.map(one).collect::<Vec<_>>().join("、"))
}

/// 应到 and 实到 as numbers only are no list: nothing is made of them.
fn doubt_without_names(import: &mut Import<'_, '_>, row: &Row<'_>, draft: &ActivityDraft) {
    let says = ["planned", "came"].into_iter().find(|key| row.number(key).is_some_and(|n| n > 0));
    if let Some(key) = says.filter(|_| draft.attendance.is_empty() && row.value("expected").is_none()) {
        let message = "没有参加人员的姓名，人数没有导入；请在活动里补上名单。";
        import.said.left_out(row.at(key), row.raw(key), message);
    }
}

/// The names count; where a number beside them says otherwise, both are named.
fn doubt_numbers(import: &mut Import<'_, '_>, row: &Row<'_>, (all, has_come): (&[AttendanceDraft], bool)) {
    let planned: Vec<&AttendanceDraft> = all.iter().filter(|a| !a.sits_in).collect();
    let of = |status: &str| planned.iter().filter(|a| a.status.as_deref() == Some(status)).count();
    let counts = [
        ("planned", "应到", planned.len(), true),
        ("came", "实到", of("came"), has_come),
        ("excused", "请假", of("excused"), has_come),
        ("away", "缺席", of("absent"), has_come),
    ];
    for (key, label, names, applies) in counts {
        let names = i64::try_from(names).unwrap_or_default();
        if let Some(says) = row.number(key).filter(|says| applies && *says != names) {
            let message = format!("{label}写的是{says}人，按姓名是{names}人，以姓名为准；请核对。");
            import.said.kept(row.at(key), row.raw(key), message);
        }
    }
}
