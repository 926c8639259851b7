//! 代表名册: the station's own corrects and fills; one of higher levels adds mandates and fills blanks only.

mod evidence;
mod link;
mod person;
mod seat;
mod work;

use station_intake::TakenSheet;

use super::numbered::Constituencies;
use super::people::{Evidence, Found, Known, NEW, Roster, SKIP, find};
use super::preview::DoubtOption;
use super::row::Row;
use super::said::Overlay;
use super::{Import, Rows};
use crate::entry::deputy::{DeputyDraft, load, save};
use crate::error::Result;
use crate::person::PersonSays;

/// The taking in of rosters.
pub(super) struct Deputies {
    roster: Roster,
    /// Those whom a clerk has voided: a file does not bring them back.
    voided: Roster,
    constituencies: Constituencies,
    /// Whether remarks of the sheet say that a blank 性别 means 男.
    blank_is_male: bool,
    /// Name of the file that is read.
    file: String,
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
        let (roster, voided, constituencies) = (Roster::load(db)?, Roster::load_voided(db)?, Constituencies::load(db)?);
        Ok(Self { roster, voided, constituencies, blank_is_male: false, file: String::new() })
    }
}

impl Rows for Deputies {
    fn sheet(&mut self, import: &mut Import<'_, '_>, (file, sheet): (&str, &TakenSheet)) {
        file.clone_into(&mut self.file);
        self.blank_is_male = evidence::blank_is_male(sheet);
        seat::doubt_level(import, (file, sheet));
    }

    fn row(&mut self, import: &mut Import<'_, '_>, row: &Row<'_>) -> Result<()> {
        let levels = seat::levels(import, row);
        let own = levels.contains(&import.level);
        let mut evidence = self.evidence(import, row, (&levels, own));
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
        for told in seat::told(import, row, &levels) {
            self.lay_seat(import, row, (&id, told, is_new), &mut overlay)?;
        }
        let (touched, met) = (is_new || overlay.changed() || overlay.added, (evidence.list, row.whole()));
        overlay.say(&mut import.said, ("代表", &draft.person.name), is_new.then(|| row.whole()));
        if touched {
            return self.roster.refresh(import.tx.db(), &id, met, is_new.then(|| row.key()));
        }
        self.roster.meet(&id, met);
        Ok(())
    }

    fn end(&mut self, import: &mut Import<'_, '_>) -> Result<()> {
        link::names(import, (&self.roster, &self.file))
    }
}

impl Deputies {
    /// Who the row is; none where somebody must say first.
    fn subject(&self, import: &mut Import<'_, '_>, row: &Row<'_>, evidence: &Evidence) -> Option<Subject> {
        let key = row.key();
        let answer = import.answers.get(&key).cloned();
        match find(&self.roster, evidence, answer.as_deref()) {
            Found::New if answer.as_deref() != Some(NEW) && self.was_voided(evidence) => {
                let message = format!("“{}”已作废，未重新导入；需要时请先恢复原来的登记。", evidence.name);
                import.said.left_out(row.at("name"), Some(&evidence.name), message);
                None
            }
            Found::New => Some(Subject { id: None, again: false }),
            Found::Renamed(known) => {
                ask_renamed(import, row, (evidence, known), answer.as_deref());
                None
            }
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

    /// Whether a clerk has voided whom the row names.
    fn was_voided(&self, evidence: &Evidence) -> bool {
        matches!(find(&self.voided, evidence, None), Found::Same(_) | Found::Renamed(_))
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

/// A known ID number under another name: renamed, or a slip of the pen; somebody must say.
fn ask_renamed(
    import: &mut Import<'_, '_>,
    row: &Row<'_>,
    (evidence, known): (&Evidence, &Known),
    answer: Option<&str>,
) {
    let (name, stands) = (&evidence.name, &known.person.says.name);
    if answer == Some(SKIP) {
        let message = format!("身份证号是“{stands}”的，按选择没有导入这一行。");
        return import.said.left_out(row.at("name"), Some(name), message);
    }
    let message = format!("身份证号与已有的“{stands}”相同，姓名却是“{name}”，这一行没有导入；请选择是否同一人更名。");
    let option = |value: &str, label: String| DoubtOption { value: value.to_owned(), label };
    let same = option(known.answer(), format!("同一人，姓名改为“{name}”：{}", known.label()));
    import.said.ask(row.at("name"), (name, message), (row.key(), vec![same, option(SKIP, "不导入这一行".to_owned())]));
}

fn unclear(name: &str, candidates: &[&Known]) -> String {
    match candidates {
        [_] => format!("已有一位“{name}”，看不出是不是同一个人，这一行没有导入；请选择。"),
        many => format!("已有{}位“{name}”，看不出是哪一位，这一行没有导入；请选择。", many.len()),
    }
}
