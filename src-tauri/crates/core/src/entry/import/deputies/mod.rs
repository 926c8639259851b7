//! 代表名册: the station's own corrects and fills; one of higher levels adds mandates and fills blanks only.

mod evidence;
mod person;
mod seat;
mod work;

use station_intake::TakenSheet;

use super::numbered::Constituencies;
use super::people::{Evidence, Found, Known, Roster, find};
use super::row::Row;
use super::said::Overlay;
use super::{Import, Rows};
use crate::entry::deputy::{DeputyDraft, load, save};
use crate::error::Result;
use crate::person::PersonSays;

/// The taking in of rosters.
pub(super) struct Deputies {
    roster: Roster,
    constituencies: Constituencies,
    /// Whether remarks of the sheet say that a blank 性别 means 男.
    blank_is_male: bool,
}

/// A person as a row finds them: known or new.
struct Subject {
    /// Key of the person who is known.
    id: Option<String>,
    /// Whether the row names them a second time in one list.
    again: bool,
}

impl Deputies {
    pub(super) fn new(import: &Import<'_, '_>) -> Result<Self> {
        let db = import.tx.db();
        Ok(Self { roster: Roster::load(db)?, constituencies: Constituencies::load(db)?, blank_is_male: false })
    }
}

impl Rows for Deputies {
    fn sheet(&mut self, import: &mut Import<'_, '_>, (file, sheet): (&str, &TakenSheet)) {
        self.blank_is_male = evidence::blank_is_male(sheet);
        seat::doubt_level(import, (file, sheet));
    }

    fn row(&mut self, import: &mut Import<'_, '_>, row: &Row<'_>) -> Result<()> {
        let levels = seat::levels(import, row);
        let own = levels.contains(&import.level);
        let mut evidence = self.evidence(import, row, (&levels, own))?;
        self.refuse_borrowed_number(import, row, &mut evidence);
        let Some(subject) = self.subject(import, row, &evidence) else { return Ok(()) };
        let mut overlay = if own && !subject.again { Overlay::correcting() } else { Overlay::filling() };
        let old = subject.id.as_deref().map(|id| load(import.tx.db(), id)).transpose()?;
        let is_new = old.is_none();
        let mut draft = old.unwrap_or_else(|| DeputyDraft {
            person: PersonSays { name: evidence.name.clone(), ..PersonSays::default() },
            ..DeputyDraft::default()
        });
        person::lay(import, row, (&evidence, &mut draft, &mut overlay))?;
        work::lay(import, row, (&mut draft, &mut overlay))?;
        let id = if is_new || overlay.changed() { save(import.tx, &draft)?.id } else { subject.id.unwrap_or_default() };
        work::lay_delegation(import, row, (&id, &mut overlay))?;
        for level in &levels {
            self.lay_seat(import, row, (&id, level, is_new), &mut overlay)?;
        }
        let (touched, met) = (is_new || overlay.changed() || overlay.added, (evidence.list, row.whole()));
        overlay.say(&mut import.said, ("代表", &draft.person.name), is_new.then(|| row.whole()));
        if touched {
            return self.roster.refresh(import.tx.db(), &id, met, is_new.then(|| row.key()));
        }
        self.roster.meet(&id, met);
        Ok(())
    }
}

impl Deputies {
    /// Who the row is; none where somebody must say first.
    fn subject(&self, import: &mut Import<'_, '_>, row: &Row<'_>, evidence: &Evidence) -> Option<Subject> {
        let key = row.key();
        match find(&self.roster, evidence, import.answers.get(&key).map(String::as_str)) {
            Found::New => Some(Subject { id: None, again: false }),
            Found::Same(known) => {
                let again = known.met.as_ref().filter(|(list, _)| *list == evidence.list);
                if let Some((_, at)) = again {
                    let message = format!("与第{}行是同一个人，两行并作一人；请核对。", at.row);
                    import.said.kept(row.at("name"), Some(&evidence.name), message);
                }
                Some(Subject { id: Some(known.person.id.clone()), again: again.is_some() })
            }
            Found::Unclear(candidates) => {
                let message = unclear(&evidence.name, &candidates);
                let options = Found::options(&candidates);
                import.said.ask(row.at("name"), (&evidence.name, message), (key, options));
                None
            }
        }
    }

    /// One ID number under two names in one list is a slip of the pen: the second does not get it.
    fn refuse_borrowed_number(&self, import: &mut Import<'_, '_>, row: &Row<'_>, evidence: &mut Evidence) {
        let Some(known) = evidence.id_number.as_deref().and_then(|id| self.roster.numbered(id)) else { return };
        let met = known.met.as_ref().filter(|(list, _)| *list == evidence.list);
        let Some((_, at)) = met.filter(|_| known.person.says.name != evidence.name) else { return };
        let message = format!("身份证号与第{}行的{}相同，这个号码没有导入；请核对。", at.row, known.person.says.name);
        import.said.left_out(row.at("idno"), evidence.id_number.as_deref(), message);
        (evidence.id_number, evidence.id_sound) = (None, false);
    }
}

fn unclear(name: &str, candidates: &[&Known]) -> String {
    match candidates {
        [_] => format!("已有一位“{name}”，看不出是不是同一个人，这一行没有导入；请选择。"),
        many => format!("已有{}位“{name}”，看不出是哪一位，这一行没有导入；请选择。", many.len()),
    }
}
