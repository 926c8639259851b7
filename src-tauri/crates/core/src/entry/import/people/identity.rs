//! Whether a row of a roster is a person who is known: by ID number, else by name and what goes with it; never guessed.

use station_table::PartialDate;

use super::{Known, Roster, name_key};
use crate::entry::import::preview::DoubtOption;

/// The answer that says: none of these.
pub(in crate::entry::import) const NEW: &str = "new";

/// The answer that says: do not take the row in.
pub(in crate::entry::import) const SKIP: &str = "skip";

/// What a row says that tells one person from another.
#[derive(Clone, Debug, Default)]
pub(in crate::entry::import) struct Evidence {
    pub(in crate::entry::import) name: String,
    pub(in crate::entry::import) sex: Option<String>,
    pub(in crate::entry::import) birth: Option<PartialDate>,
    pub(in crate::entry::import) id_number: Option<String>,
    /// Whether check digit and date of the ID number agree.
    pub(in crate::entry::import) id_sound: bool,
    pub(in crate::entry::import) phones: Vec<String>,
    /// Keys of the constituencies of that number, of any term; none where the row says no number.
    pub(in crate::entry::import) constituencies: Option<Vec<String>>,
    /// Unit and post, joined.
    pub(in crate::entry::import) work: Option<String>,
    pub(in crate::entry::import) unit: Option<String>,
    /// The list of this import that the row belongs to: one level in one sheet.
    pub(in crate::entry::import) list: String,
}

/// Who a row is.
#[derive(Debug)]
pub(in crate::entry::import) enum Found<'a> {
    /// Somebody who is known.
    Same(&'a Known),
    /// Somebody with that ID number, whom the store knows under another name.
    Renamed(&'a Known),
    /// Nobody who is known.
    New,
    /// One of these, or nobody: somebody must say.
    Unclear(Vec<&'a Known>),
}

impl Found<'_> {
    /// The answers to choose from.
    pub(in crate::entry::import) fn options(candidates: &[&Known]) -> Vec<DoubtOption> {
        let known = candidates.iter().map(|k| DoubtOption { value: k.answer().to_owned(), label: k.label() });
        known.chain([DoubtOption { value: NEW.to_owned(), label: "新的一人".to_owned() }]).collect()
    }
}

/// How a row and a person of the same name compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// Same, by the ID number or the phone.
    Sure,
    /// Same, by birth, or by constituency and unit.
    Same,
    /// Same, by constituency or unit alone, where nothing differs.
    Weak,
    /// Nothing speaks for it.
    NameOnly,
    /// Something speaks for it and something against, or the sex alone differs.
    Unclear,
    /// Another person.
    Other,
}

/// Finds who a row is; `answer` is what somebody said of it.
pub(in crate::entry::import) fn find<'a>(roster: &'a Roster, row: &Evidence, answer: Option<&str>) -> Found<'a> {
    if let Some(known) = row.id_number.as_deref().filter(|_| row.id_sound).and_then(|id| roster.numbered(id)) {
        let same_name = name_key(&known.person.says.name) == name_key(&row.name);
        let says_so = answer == Some(known.answer());
        return if same_name || says_so { Found::Same(known) } else { Found::Renamed(known) };
    }
    let all = roster.named(&row.name);
    match answer {
        Some(NEW) => return Found::New,
        Some(said) => {
            if let Some(known) = all.iter().find(|k| k.answer() == said) {
                return Found::Same(known);
            }
        }
        None => {}
    }
    let judged: Vec<(&Known, Verdict)> = all.into_iter().map(|k| (k, judge(k, row))).collect();
    let of =
        |wanted: &[Verdict]| judged.iter().filter(|(_, v)| wanted.contains(v)).map(|(k, _)| *k).collect::<Vec<_>>();
    let (sure, same) = (of(&[Verdict::Sure]), of(&[Verdict::Sure, Verdict::Same, Verdict::Weak]));
    let open = of(&[Verdict::Unclear, Verdict::NameOnly]);
    let strong = of(&[Verdict::Sure, Verdict::Same]);
    // One weak agreement does not decide between two whom nothing else tells apart.
    let may_be_other = open.iter().any(|k| judge(k, row) == Verdict::Unclear || differing(k, row) == 0);
    match (sure.as_slice(), same.as_slice(), open.as_slice()) {
        ([only], _, _) => Found::Same(only),
        ([], [only], _) if !strong.is_empty() || !may_be_other => Found::Same(only),
        ([], [], []) => Found::New,
        ([], [], [only]) if judge(only, row) == Verdict::NameOnly && may_be_the_one(only, row) => Found::Same(only),
        _ => Found::Unclear([same, open].concat()),
    }
}

fn judge(known: &Known, row: &Evidence) -> Verdict {
    let person = &known.person;
    let birth = person.says.birth.as_deref().and_then(|b| b.parse::<PartialDate>().ok());
    let births = birth.zip(row.birth).map(|(a, b)| a.agrees_with(&b));
    let sexes = person.says.sex.as_deref().zip(row.sex.as_deref()).map(|(a, b)| a == b);
    let ids = ids_agree(person.says.id_number.as_deref(), row);
    let phone = shares_phone(person.says.phone.as_deref(), &row.phones);
    let [seat, unit] = [same_seat(known, row), same_unit(known, row)];
    let agree = [seat, unit].iter().filter(|a| **a == Some(true)).count();
    match ids {
        Some(true) => Verdict::Sure,
        Some(false) if phone => Verdict::Unclear,
        Some(false) => Verdict::Other,
        // A wrong birth or sex is corrected where the phone is theirs.
        None if phone => Verdict::Sure,
        // In one list, two rows with different births are two persons.
        None if births == Some(false) && agree == 2 && !met(known, row) => Verdict::Unclear,
        None if births == Some(false) => Verdict::Other,
        None if sexes == Some(false) => Verdict::Unclear,
        None if met(known, row) && differing(known, row) > 0 => Verdict::Unclear,
        // The month of birth alone, against all else that can be compared.
        None if births == Some(true) && agree == 0 && differing(known, row) > 1 => Verdict::Unclear,
        None if births == Some(true) || agree == 2 => Verdict::Same,
        None if agree == 1 && differing(known, row) > 0 => Verdict::Unclear,
        None if agree == 1 => Verdict::Weak,
        None => Verdict::NameOnly,
    }
}

/// Whether a name alone is enough: a deputy who sits, does not stand in this very list already, and does not differ in
/// anything else.
fn may_be_the_one(known: &Known, row: &Evidence) -> bool {
    known.sits() && !met(known, row) && differing(known, row) == 0
}

/// How many of phone, constituency and unit are known of both and differ.
fn differing(known: &Known, row: &Evidence) -> usize {
    let own = known.person.says.phone.as_deref();
    let phones = own.is_some() && !row.phones.is_empty() && !shares_phone(own, &row.phones);
    let differ = [phones, same_seat(known, row) == Some(false), same_unit(known, row) == Some(false)];
    differ.iter().filter(|d| **d).count()
}

fn met(known: &Known, row: &Evidence) -> bool {
    known.met.as_ref().is_some_and(|(list, _)| *list == row.list)
}

/// Unsound numbers tell nothing.
fn ids_agree(known: Option<&str>, row: &Evidence) -> Option<bool> {
    let (known, new) = known.zip(row.id_number.as_deref())?;
    match (known == new, known.len() == new.len()) {
        (true, _) => Some(true),
        (false, true) => row.id_sound.then_some(false),
        (false, false) => same_old_and_new(known, new).then_some(true),
    }
}

/// A number of fifteen digits and one of eighteen: the century and the check digit are all that the old one lacks.
fn same_old_and_new(a: &str, b: &str) -> bool {
    let (old, new) = if a.len() < b.len() { (a, b) } else { (b, a) };
    match (old.get(..6), old.get(6..15), new.get(..6), new.get(8..17)) {
        (Some(place), Some(rest), Some(new_place), Some(new_rest)) => place == new_place && rest == new_rest,
        _ => false,
    }
}

fn shares_phone(known: Option<&str>, row: &[String]) -> bool {
    known.is_some_and(|known| known.split('、').any(|k| row.iter().any(|r| r == k)))
}

/// Whether both sit for one constituency; none where one of them does not say.
fn same_seat(known: &Known, row: &Evidence) -> Option<bool> {
    let own: Vec<&String> = known.seats.iter().filter_map(|m| m.constituency_id.as_ref()).collect();
    let said = row.constituencies.as_ref().filter(|_| !own.is_empty())?;
    Some(own.into_iter().any(|id| said.contains(id)))
}

fn same_unit(known: &Known, row: &Evidence) -> Option<bool> {
    let joined = [known.unit.as_deref(), known.post.as_deref()].into_iter().flatten().collect::<String>();
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    if joined.is_empty() || row.unit.is_none() && row.work.is_none() {
        return None;
    }
    let unit = row.unit.is_some() && row.unit == known.unit;
    Some(unit || row.work.as_deref().is_some_and(|w| squeezed(w) == squeezed(&joined)))
}
