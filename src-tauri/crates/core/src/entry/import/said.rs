//! What an import has to say, collected while it runs.

use super::preview::{Change, Doubt, DoubtOption, Fate, NewFact, Where};

/// Everything said so far.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub(super) new_facts: Vec<NewFact>,
    pub(super) changes: Vec<Change>,
    pub(super) doubts: Vec<Doubt>,
    pub(super) unchanged: u32,
}

impl Said {
    pub(super) fn new_fact(&mut self, what: &str, label: impl Into<String>, at: Where) {
        self.new_facts.push(NewFact { what: what.to_owned(), label: label.into(), at });
    }

    /// Something was taken over that somebody should look at.
    pub(super) fn kept(&mut self, at: Where, value: Option<&str>, message: impl Into<String>) {
        self.doubt(Fate::Kept, at, (value, message.into()));
    }

    /// Something was not taken over.
    pub(super) fn left_out(&mut self, at: Where, value: Option<&str>, message: impl Into<String>) {
        self.doubt(Fate::LeftOut, at, (value, message.into()));
    }

    pub(super) fn doubt(&mut self, answer: Fate, at: Where, (value, message): (Option<&str>, String)) {
        let value = value.filter(|v| !v.is_empty()).map(str::to_owned);
        self.doubts.push(Doubt { at, value, message, answer, key: None, options: Vec::new() });
    }

    /// Something waits for an answer.
    pub(super) fn ask(
        &mut self,
        at: Where,
        (value, message): (&str, String),
        (key, options): (String, Vec<DoubtOption>),
    ) {
        let value = Some(value.to_owned());
        self.doubts.push(Doubt { at, value, message, answer: Fate::Ask, key: Some(key), options });
    }
}

/// Values of one row laid over a fact that stands: blanks are filled, what differs corrects, blanks never erase.
#[derive(Debug, Default)]
pub(super) struct Overlay {
    /// Only blanks are filled: a list of another level, or a row that says the same again.
    fills_only: bool,
    changes: Vec<Differs>,
    refused: Vec<Differs>,
    /// Whether the row gave a fact of its own beside the one it is laid over.
    pub(super) added: bool,
}

#[derive(Debug)]
struct Differs {
    at: Where,
    old: Option<String>,
    new: String,
}

impl Overlay {
    /// Fills blanks and corrects.
    pub(super) fn correcting() -> Self {
        Self::default()
    }

    /// Fills blanks only.
    pub(super) fn filling() -> Self {
        Self { fills_only: true, ..Self::default() }
    }

    /// Whether a written value takes the place of the one that stands; both as they are shown.
    pub(super) fn takes(&mut self, at: Where, old: Option<&str>, new: &str) -> bool {
        if old == Some(new) {
            return false;
        }
        let differs = Differs { at, old: old.map(str::to_owned), new: new.to_owned() };
        let takes = old.is_none() || !self.fills_only;
        let list = if takes { &mut self.changes } else { &mut self.refused };
        list.push(differs);
        takes
    }

    /// A name that stood as text means somebody of the roster now.
    pub(super) fn linked(&mut self, at: Where, name: &str) {
        let new = format!("{name}（已关联代表名册）");
        self.changes.push(Differs { at, old: Some(name.to_owned()), new });
    }

    /// Lays a text over a text.
    pub(super) fn text(&mut self, at: Where, slot: &mut Option<String>, new: Option<String>) {
        if let Some(new) = new
            && self.takes(at, slot.as_deref(), &new)
        {
            *slot = Some(new);
        }
    }

    /// Lays a number over a number.
    pub(super) fn number(&mut self, at: Where, slot: &mut Option<i64>, new: Option<i64>) {
        let shown = |n: Option<i64>| n.map(|n| n.to_string());
        if let Some(new) = shown(new)
            && self.takes(at, shown(*slot).as_deref(), &new)
        {
            *slot = new.parse().ok();
        }
    }

    /// Lays a sum in whole 分 over a sum.
    pub(super) fn money(&mut self, at: Where, slot: &mut Option<i64>, new: Option<i64>) {
        let shown = |sum: i64| format!("{}.{:02}元", sum / 100, sum % 100);
        if let Some(new) = new
            && self.takes(at, slot.map(shown).as_deref(), &shown(new))
        {
            *slot = Some(new);
        }
    }

    pub(super) fn fills_only(&self) -> bool {
        self.fills_only
    }

    /// Whether there is something to write.
    pub(super) fn writes(&self) -> bool {
        self.added || !self.changes.is_empty()
    }

    /// Whether something differs from what stands.
    pub(super) fn changed(&self) -> bool {
        !self.changes.is_empty()
    }

    /// Says what became of the row: a new fact, changes of one that stands, or nothing new.
    pub(super) fn say(self, said: &mut Said, (what, label): (&str, &str), new_at: Option<Where>) {
        if new_at.is_none() && self.changes.is_empty() && !self.added {
            said.unchanged += 1;
        }
        match new_at {
            Some(at) => said.new_fact(what, label, at),
            None => said.changes.extend(self.changes.into_iter().map(|d| Change {
                what: what.to_owned(),
                label: label.to_owned(),
                field: d.at.field.clone().unwrap_or_default(),
                old: d.old,
                new: Some(d.new),
                at: d.at,
            })),
        }
        for Differs { at, old, new } in self.refused {
            let field = at.field.clone().unwrap_or_default();
            let stands = old.unwrap_or_default();
            said.left_out(at, Some(&new), format!("{label}的{field}原为“{stands}”，与这里不同，没有改动；请核对。"));
        }
    }
}
