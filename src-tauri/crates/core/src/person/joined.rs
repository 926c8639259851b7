//! Deputies who belong to a fact, in order: persons of the roster, or names that it lacks, to be linked later.

use crate::error::Result;
use crate::store::{Db, Fact, Tx};

/// Who stands in a list of deputies: a person of the roster, or a name that it lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Key of a person.
    Person(String),
    /// A name as written, to be linked later.
    Name(String),
}

impl Who {
    /// As the two columns `person_id` and `name` keep it.
    pub fn columns(&self) -> (Option<String>, Option<String>) {
        match self {
            Self::Person(id) => (Some(id.clone()), None),
            Self::Name(name) => (None, Some(name.clone())),
        }
    }

    /// Whom the two columns name; none when they are empty.
    pub fn of(person_id: Option<String>, name: Option<String>) -> Option<Self> {
        person_id.map(Self::Person).or_else(|| name.map(Self::Name))
    }

    /// Persons, then names, as drafts hold them.
    pub fn all(persons: &[String], names: &[String]) -> Vec<Self> {
        let said = names.iter().map(|n| n.trim()).filter(|n| !n.is_empty());
        persons.iter().cloned().map(Self::Person).chain(said.map(|n| Self::Name(n.to_owned()))).collect()
    }
}

/// A record that joins a deputy to a fact; made by [`joined!`].
pub trait Joined: Fact + Clone {
    /// Column of the fact.
    const OWNER: &'static str;
    /// The record of a deputy of that fact, at that place.
    fn of(made: (String, String), owner: &str, who: &Who, sort: i64) -> Self;
    /// The deputy.
    fn who(&self) -> Option<Who>;
    /// Place among its siblings.
    fn place(&mut self) -> &mut i64;
}

/// The deputies of a fact, in order.
pub fn of<J: Joined>(db: Db<'_>, owner: &str) -> Result<Vec<J>> {
    let mut all: Vec<J> = db.having(J::OWNER, owner)?;
    all.sort_by_cached_key(|j| *j.clone().place());
    Ok(all)
}

/// Keys of persons and names of those whom the roster lacks, as drafts hold them.
pub fn split<J: Joined>(all: &[J]) -> (Vec<String>, Vec<String>) {
    let columns = || all.iter().filter_map(Joined::who).map(|w| w.columns());
    (columns().filter_map(|c| c.0).collect(), columns().filter_map(|c| c.1).collect())
}

/// Says whose a fact is, replacing what was said before where it differs.
pub fn set<J: Joined>(tx: &mut Tx<'_>, owner: &str, deputies: &[Who]) -> Result<()> {
    let old: Vec<J> = of(tx.db(), owner)?;
    let is = |j: &J, who: &Who| j.who().as_ref() == Some(who);
    for gone in old.iter().filter(|j| !deputies.iter().any(|w| is(j, w))) {
        tx.void::<J>(gone.id())?;
    }
    for (sort, who) in (0_i64..).zip(deputies) {
        if let Some(kept) = old.iter().find(|j| is(j, who)) {
            let mut kept = kept.clone();
            *kept.place() = sort;
            tx.update(&kept)?;
        } else {
            let made = tx.fresh();
            tx.insert(&J::of(made, owner, who, sort))?;
        }
    }
    Ok(())
}

/// A record that joins a deputy to a fact: its columns are the key of the fact, `person_id` or `name`, and `sort`.
macro_rules! joined {
    ($record:ident, $table:literal, $owner:ident, $name:literal, $doc:literal) => {
        #[doc = $doc]
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct $record {
            /// Key.
            pub id: String,
            /// When it was entered.
            pub created: String,
            /// When it was voided.
            pub voided: Option<String>,
            /// The fact.
            pub $owner: String,
            /// The person.
            pub person_id: Option<String>,
            /// Name, where the roster lacks them.
            pub name: Option<String>,
            /// Place among its siblings.
            pub sort: i64,
        }

        $crate::store::fact!($record, $table, $name);

        impl $crate::person::joined::Joined for $record {
            const OWNER: &'static str = stringify!($owner);

            fn of((id, created): (String, String), owner: &str, who: &$crate::person::joined::Who, sort: i64) -> Self {
                let (person_id, name) = who.columns();
                Self { id, created, voided: None, $owner: owner.to_owned(), person_id, name, sort }
            }

            fn who(&self) -> Option<$crate::person::joined::Who> {
                $crate::person::joined::Who::of(self.person_id.clone(), self.name.clone())
            }

            fn place(&mut self) -> &mut i64 {
                &mut self.sort
            }
        }
    };
}
pub(crate) use joined;
