//! 案卷: all that a paper may say of a matter, read at once.

use serde::Deserialize;
use station_table::Edition;

use super::says::{gist, joined};
use crate::error::{Error, Result};
use crate::matter::{HEARD, Matter};
use crate::register::reports_as;
use crate::store::{Db, Fact, flag};
use crate::text::{numeral, phones};

/// Stands for the name of somebody who asked for confidence, on whatever leaves the station.
pub(super) const CONFIDENTIAL: &str = "反映人（要求保密）";

/// A matter with words for its codes.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct About {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) number: Option<String>,
    title: Option<String>,
    pub(super) words: String,
    pub(super) category: Option<String>,
    pub(super) opened_on: Option<String>,
    pub(super) due_on: Option<String>,
    pub(super) replied_on: Option<String>,
    pub(super) closed_on: Option<String>,
    pub(super) period: Option<String>,
    pub(super) publicity: Option<String>,
    pub(super) repeated: Option<String>,
    #[serde(with = "flag")]
    pub(super) talk_wanted: bool,
    #[serde(with = "flag")]
    pub(super) no_written_reply: bool,
    #[serde(with = "flag")]
    pub(super) petition: bool,
    #[serde(with = "flag")]
    pub(super) confidential: bool,
    pub(super) term: Option<i64>,
    pub(super) session: Option<i64>,
}

/// A deputy of it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Deputy {
    pub(super) role: String,
    pub(super) name: String,
    pub(super) phone: Option<String>,
    pub(super) team: Option<String>,
}

/// A voter who raised it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Voter {
    pub(super) id: String,
    name: Option<String>,
    phone: Option<String>,
    village: Option<String>,
    pub(super) visit: Option<String>,
    pub(super) day: Option<String>,
    pub(super) form: Option<String>,
}

/// A step of it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Taken {
    pub(super) id: String,
    pub(super) round: i64,
    pub(super) kind: String,
    pub(super) happened_on: String,
    pub(super) raised_id: Option<String>,
    pub(super) route_id: Option<String>,
    pub(super) route: Option<String>,
    pub(super) way: Option<String>,
    pub(super) by_whom: Option<String>,
    pub(super) words: Option<String>,
    pub(super) document: Option<String>,
    pub(super) result: Option<String>,
    pub(super) grade: Option<String>,
    pub(super) attitude: Option<String>,
    pub(super) due_on: Option<String>,
    pub(super) due_rule: Option<String>,
    pub(super) level: Option<i64>,
    pub(super) promised: Option<String>,
    pub(super) promised_on: Option<String>,
    pub(super) unit: Option<String>,
    pub(super) role: Option<String>,
    pub(super) handler: Option<String>,
    pub(super) contact_person: Option<String>,
    pub(super) unit_phone: Option<String>,
    #[serde(with = "flag")]
    pub(super) given_back: bool,
}

/// All of it.
#[derive(Clone, Debug)]
pub(super) struct Case {
    /// Who hands it on: 填报单位.
    pub(super) station: String,
    /// Name of the liaison station, which speaks to voters.
    pub(super) desk: String,
    pub(super) about: About,
    pub(super) deputies: Vec<Deputy>,
    pub(super) voters: Vec<Voter>,
    pub(super) steps: Vec<Taken>,
}

/// Reads it.
///
/// # Errors
/// `Missing` when there is no such matter.
pub(super) fn load(db: Db<'_>, matter_id: &str) -> Result<Case> {
    Ok(Case {
        station: reports_as(db)?,
        desk: db.setting("name")?.unwrap_or_default(),
        about: db.first(include_str!("sql/case.sql"), [matter_id])?.ok_or(Error::Missing(Matter::NAME))?,
        deputies: db.all(include_str!("sql/deputies.sql"), [matter_id])?,
        voters: db.all(include_str!("sql/raisers.sql"), [matter_id])?,
        steps: db.all(include_str!("sql/steps.sql"), [matter_id])?,
    })
}

/// One that is written by hand: nothing is known but what kind it is to be.
pub(super) fn blank(db: Db<'_>, kind: &str) -> Result<Case> {
    Ok(Case {
        station: reports_as(db)?,
        desk: db.setting("name")?.unwrap_or_default(),
        about: About { kind: kind.to_owned(), ..About::default() },
        deputies: Vec::new(),
        voters: Vec::new(),
        steps: Vec::new(),
    })
}

impl Case {
    /// Whether deputies submit it, and it is not only what voters say.
    pub(super) fn is_suggestion(&self) -> bool {
        self.about.kind != HEARD
    }

    /// 案由, else the beginning of the words.
    pub(super) fn title(&self) -> String {
        self.about.title.clone().unwrap_or_else(|| gist(&self.about.words, 20))
    }

    /// Number, or nothing where it has none.
    pub(super) fn number(&self) -> &str {
        self.about.number.as_deref().unwrap_or_default()
    }

    /// `（编号5-3-007）`; nothing where it has no number.
    pub(super) fn number_in_brackets(&self) -> String {
        if self.number().is_empty() { String::new() } else { format!("（编号{}）", self.number()) }
    }

    /// Deputies in a role by name.
    pub(super) fn names(&self, role: &str) -> String {
        let names: Vec<&str> = self.deputies.iter().filter(|d| d.role == role).map(|d| d.name.as_str()).collect();
        names.join("、")
    }

    /// Who is to be answered, by name: the deputies who lead, else the voters.
    pub(super) fn askers(&self, edition: Edition) -> String {
        let lead = self.names("领衔");
        if self.is_suggestion() && !lead.is_empty() { lead } else { self.voters_shown(edition) }
    }

    /// Voters by name; one who asked for confidence only inside the station.
    pub(super) fn voters_shown(&self, edition: Edition) -> String {
        if self.hides(edition) {
            return if self.voters.is_empty() { String::new() } else { CONFIDENTIAL.to_owned() };
        }
        self.voters.iter().map(Voter::named).collect::<Vec<_>>().join("、")
    }

    /// Phones of the voters: masked when they leave the station.
    pub(super) fn voter_phones(&self, edition: Edition) -> String {
        self.of_voters(edition, |voter| voter.phone(edition))
    }

    /// Where the voters live.
    pub(super) fn villages(&self, edition: Edition) -> String {
        self.of_voters(edition, |voter| voter.village.clone().unwrap_or_default())
    }

    fn of_voters(&self, edition: Edition, says: impl Fn(&Voter) -> String) -> String {
        let mut said: Vec<String> = Vec::new();
        for text in self.voters.iter().map(says).filter(|text| !text.is_empty() && !self.hides(edition)) {
            if !said.contains(&text) {
                said.push(text);
            }
        }
        said.join("、")
    }

    /// Whether who raised it is not to be read on a paper of an edition.
    pub(super) fn hides(&self, edition: Edition) -> bool {
        self.about.confidential && edition != Edition::Internal
    }

    /// The same for a paper that leaves the station: whoever asked for confidence is named in no free words either.
    pub(super) fn veiled(mut self) -> Self {
        if !self.hides(Edition::Upward) {
            return self;
        }
        let names: Vec<String> = self.voters.iter().flat_map(|v| [&v.name, &v.phone]).flatten().cloned().collect();
        let veil = |text: &mut String| {
            for name in names.iter().filter(|name| name.chars().count() > 1) {
                *text = text.replace(name, "反映人");
            }
        };
        veil(&mut self.about.words);
        self.about.title.iter_mut().for_each(veil);
        self.steps.iter_mut().flat_map(|step| [&mut step.words, &mut step.promised]).flatten().for_each(veil);
        self
    }

    /// The step of that key, else the last one of a kind.
    pub(super) fn step(&self, id: Option<&str>, kinds: &[&str]) -> Option<&Taken> {
        let of_kind = |s: &&Taken| kinds.contains(&s.kind.as_str());
        match id {
            Some(id) => self.steps.iter().filter(of_kind).find(|s| s.id == id),
            None => self.steps.iter().rev().find(of_kind),
        }
    }

    /// How many rounds of handling there are.
    pub(super) fn rounds(&self) -> i64 {
        self.steps.iter().map(|s| s.round).max().unwrap_or(1)
    }

    /// 第二次办理, of a step of it; none where there is only one round.
    pub(super) fn in_round(&self, step: &Taken) -> Option<String> {
        (self.rounds() > 1).then(|| format!("第{}次办理", numeral(step.round)))
    }

    /// The last step of a kind in one round of handling.
    pub(super) fn step_in(&self, round: Option<i64>, kinds: &[&str]) -> Option<&Taken> {
        let of_round = |s: &&Taken| round.is_none_or(|round| s.round == round);
        self.steps.iter().rev().filter(of_round).find(|s| kinds.contains(&s.kind.as_str()))
    }

    /// Whether the newest round of handling is closed.
    pub(super) fn is_closed(&self) -> bool {
        let newest = self.steps.iter().map(|s| s.round).max();
        self.step_in(newest, &["closed", "answered", "guided"]).is_some()
    }

    /// Units of the newest round that was handed on, in a role; those that gave it back are none.
    pub(super) fn units(&self, roles: &[&str]) -> String {
        let round = self.steps.iter().filter(|s| s.kind == "handed").map(|s| s.round).max();
        self.units_of(round.unwrap_or(0), roles)
    }

    /// Units of one round in a role; those that gave it back are none.
    pub(super) fn units_of(&self, round: i64, roles: &[&str]) -> String {
        let handed = self.steps.iter().filter(|s| s.kind == "handed" && s.round == round && !s.given_back);
        let of_role = handed.filter(|s| roles.contains(&s.role.as_deref().unwrap_or("主办")));
        of_role.filter_map(|s| s.unit.clone()).collect::<Vec<_>>().join("、")
    }

    /// The deadline in force, and its rule.
    pub(super) fn deadline(&self) -> (Option<&str>, Option<&str>) {
        let rule = self.steps.iter().rev().find(|s| s.due_on == self.about.due_on && s.due_rule.is_some());
        (self.about.due_on.as_deref(), rule.and_then(|s| s.due_rule.as_deref()))
    }
}

impl Voter {
    /// Name, or 匿名.
    pub(super) fn named(&self) -> String {
        self.name.clone().unwrap_or_else(|| "匿名".to_owned())
    }

    /// Phone as an edition shows it.
    pub(super) fn phone(&self, edition: Edition) -> String {
        let phone = self.phone.as_deref().unwrap_or_default();
        if edition == Edition::Internal { phone.to_owned() } else { phones(phone) }
    }

    /// When and how it was told: `2026-03-05 来访`.
    pub(super) fn came(&self) -> String {
        joined(&[self.day.as_deref(), self.form.as_deref()], " ")
    }
}
