//! The persons whom the store knows, by name and by ID number, as an import finds them and adds to them.

mod identity;
pub(super) mod named;

use std::collections::HashMap;

use super::preview::Where;
use crate::deputy::edit::{mandates, standing};
use crate::deputy::{Mandate, Membership};
use crate::error::Result;
use crate::person::Person;
use crate::store::Db;

pub(super) use identity::{Evidence, Found, NEW, SKIP, find};
pub(super) use named::Hints;

/// A person with what tells them apart.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    pub(super) person: Person,
    pub(super) seats: Vec<Mandate>,
    pub(super) unit: Option<String>,
    pub(super) post: Option<String>,
    /// The list of this import in which they stood last, and where.
    pub(super) met: Option<(String, Where)>,
    /// The row that made them in this import: keys of new persons differ from preview to import.
    pub(super) made_by: Option<String>,
}

impl Known {
    /// Whether they sit at some level on a day.
    pub(super) fn sits_on(&self, day: &str) -> bool {
        let holds = |m: &Mandate| {
            m.since.as_deref().is_none_or(|since| since <= day) && m.until.as_deref().is_none_or(|until| day < until)
        };
        self.seats.iter().any(holds)
    }

    /// Whether they sit at some level, without an end.
    pub(super) fn sits(&self) -> bool {
        self.seats.iter().any(|m| m.until.is_none())
    }

    /// How a doubt's answer names them.
    pub(super) fn answer(&self) -> &str {
        self.made_by.as_deref().unwrap_or(&self.person.id)
    }

    /// What a screen shows to tell them apart: name, unit, birth.
    pub(super) fn label(&self) -> String {
        let unit = [self.unit.as_deref(), self.post.as_deref()].into_iter().flatten().collect::<String>();
        let birth = self.person.says.birth.as_deref().map(|b| format!("{b}生"));
        let phone = self.person.says.phone.as_deref().map(|p| format!("电话{p}"));
        let parts = [Some(self.person.says.name.clone()), Some(unit).filter(|u| !u.is_empty()), birth, phone];
        parts.into_iter().flatten().collect::<Vec<_>>().join("，")
    }
}

/// All persons, found by name.
#[derive(Debug, Default)]
pub(super) struct Roster {
    known: Vec<Known>,
    by_name: HashMap<String, Vec<usize>>,
    by_number: HashMap<String, usize>,
    by_key: HashMap<String, usize>,
}

impl Roster {
    /// Everybody whom the store knows.
    pub(super) fn load(db: Db<'_>) -> Result<Self> {
        Self::read(db, [include_str!("../sql/persons.sql"), include_str!("../sql/seats.sql")])
    }

    /// Everybody whom a clerk has voided, as they were.
    pub(super) fn load_voided(db: Db<'_>) -> Result<Self> {
        Self::read(db, [include_str!("../sql/voided_persons.sql"), include_str!("../sql/voided_seats.sql")])
    }

    fn read(db: Db<'_>, [persons, seats]: [&str; 2]) -> Result<Self> {
        let mut roster = Self::default();
        for person in db.all::<Person>(persons, [])? {
            roster.add(Known { person, ..Known::default() });
        }
        for seat in db.all::<Mandate>(seats, [])? {
            if let Some(known) = roster.of_person(&seat.person_id) {
                known.seats.push(seat);
            }
        }
        for work in db.all::<Membership>(include_str!("../sql/works.sql"), [])? {
            if let Some(known) = roster.of_person(&work.person_id) {
                (known.unit, known.post) = (work.unit, work.post);
            }
        }
        Ok(roster)
    }

    /// Reads a person anew, after they were written; where in which list of this import they stood.
    pub(super) fn refresh(
        &mut self,
        db: Db<'_>,
        id: &str,
        met: (String, Where),
        made_by: Option<String>,
    ) -> Result<()> {
        let work = standing(db, id, "work")?.unwrap_or_default();
        let before = self.by_key.get(id).and_then(|at| self.known.get(*at)).cloned().unwrap_or_default();
        self.add(Known {
            person: db.get(id)?,
            seats: mandates(db, id)?,
            unit: work.unit,
            post: work.post,
            met: Some(met),
            made_by: made_by.or(before.made_by),
        });
        Ok(())
    }

    /// Remembers where in which list of this import a person stands who has not changed.
    pub(super) fn meet(&mut self, id: &str, met: (String, Where)) {
        if let Some(known) = self.of_person(id) {
            known.met = Some(met);
        }
    }

    /// All persons of that name.
    pub(super) fn named(&self, name: &str) -> Vec<&Known> {
        let all = self.by_name.get(&name_key(name)).into_iter().flatten();
        all.filter_map(|at| self.known.get(*at)).collect()
    }

    /// The person with that ID number.
    pub(super) fn numbered(&self, id_number: &str) -> Option<&Known> {
        self.by_number.get(id_number).and_then(|at| self.known.get(*at))
    }

    /// The name of a person.
    pub(super) fn name_of(&self, id: &str) -> Option<&str> {
        self.by_key.get(id).and_then(|at| self.known.get(*at)).map(|k| k.person.says.name.as_str())
    }

    fn of_person(&mut self, id: &str) -> Option<&mut Known> {
        self.by_key.get(id).and_then(|at| self.known.get_mut(*at))
    }

    fn add(&mut self, known: Known) {
        let at = *self.by_key.entry(known.person.id.clone()).or_insert(self.known.len());
        let same_name = self.by_name.entry(name_key(&known.person.says.name)).or_default();
        if !same_name.contains(&at) {
            same_name.push(at);
        }
        if let Some(number) = &known.person.says.id_number {
            self.by_number.insert(number.clone(), at);
        }
        match self.known.get_mut(at) {
            Some(old) => *old = known,
            None => self.known.push(known),
        }
    }
}

/// A name without padding, whatever the interpunct.
pub(super) fn name_key(name: &str) -> String {
    let plain = name.chars().filter(|c| !c.is_whitespace());
    plain.map(|c| if matches!(c, '•' | '・' | '‧' | '．') { '·' } else { c }).collect()
}
