//! 台账样式: sets of registers, those that ship (十表, 五簿一册, 七簿) and the station's own.

pub mod edit;
pub mod file;
mod shipped;

use serde::{Deserialize, Serialize};
use station_table::{Align, Orientation, PageSays};

use super::layout::Layout;
use super::look::{Around, OwnRegister, RegisterLook, look_of, own_columns};
use super::shipped::{SHIPPED, Shipped};
use crate::deputy::order::Order;
use crate::error::{Error, Problem, Result};
use crate::extra::OwnColumn;
use crate::store::{Db, fact};

/// A set of the station's own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RegisterSet {
    /// Key.
    pub id: String,
    /// When it was entered.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// Its name.
    pub name: String,
    /// JSON of [`Body`].
    pub body: String,
    /// Place among its siblings.
    pub sort: i64,
}

fact!(RegisterSet, "register_set", "台账样式");

/// What a set says: only what differs from the shipped layouts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Body {
    /// 登记薄 or 登记簿.
    pub spelling: Spelling,
    /// Register by register; of whom nothing is said, stands as shipped.
    pub registers: Vec<RegisterSays>,
}

/// How 登记簿 is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Spelling {
    /// 登记薄, as many townships write it.
    #[default]
    #[serde(rename = "薄")]
    Thin,
    /// 登记簿, the standard word.
    #[serde(rename = "簿")]
    Book,
}

impl Spelling {
    /// A shipped title in this spelling.
    pub fn of(self, title: &str) -> String {
        match self {
            Self::Thin => title.replace("登记簿", "登记薄"),
            Self::Book => title.replace("登记薄", "登记簿"),
        }
    }
}

/// What differs of one register.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RegisterSays {
    /// `01` to `10`, or the key of a register of the station's own.
    pub key: String,
    /// Whether the set has it; nothing said = yes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown: Option<bool>,
    /// Title on the paper.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Short name; nothing said = the title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Which way the paper lies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub orientation: Option<Orientation>,
    /// Order of its deputies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
    /// Head block.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub head: Option<Vec<String>>,
    /// Signature line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signature: Option<Vec<String>>,
    /// Paper, margins and binding.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<PageSays>,
    /// Of a register of the station's own: what it is made from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own: Option<OwnRegister>,
    /// Columns and boxes of which something is said, moved ones in the order of moving.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<ColumnSays>,
}

/// What differs of one column or box.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ColumnSays {
    /// Stable key; `own.<key>` for a column of the station's own, which is shown when it is named here.
    pub key: String,
    /// Heading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Heading above neighbours; empty = none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// Millimetres.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<f32>,
    /// Where text stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub align: Option<Align>,
    /// Whether it is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hidden: Option<bool>,
    /// Key of the column after which it stands, where that is not its shipped place; empty = it stands first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// A set as the list of sets shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SetInfo {
    /// Its key.
    pub id: String,
    /// Its name.
    pub name: String,
    /// It ships with the program: to change it, a set of the station's own is made of it.
    pub shipped: bool,
    /// The station uses it.
    pub in_use: bool,
    /// Titles of its registers.
    pub registers: Vec<String>,
}

/// A set whole, as a window shows and changes it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct SetLook {
    /// Its key; none for one that is being made.
    pub id: Option<String>,
    /// Its name.
    pub name: String,
    /// It ships with the program and cannot be changed.
    pub shipped: bool,
    /// 登记薄 or 登记簿.
    pub spelling: Spelling,
    /// The ten, then the station's own.
    pub registers: Vec<RegisterLook>,
}

/// A set with what its looks depend on.
pub(crate) struct Chosen {
    /// Its key.
    pub(crate) id: String,
    /// Its name.
    pub(crate) name: String,
    /// It ships with the program.
    pub(crate) shipped: bool,
    /// What it says.
    pub(crate) body: Body,
    /// Columns of the station's own.
    pub(crate) own: Vec<OwnColumn>,
}

/// The set of that key or name; none = the one in use.
///
/// # Errors
/// `Problems` when there is no such set, naming those that there are.
pub(crate) fn chosen(db: Db<'_>, wanted: Option<&str>) -> Result<Chosen> {
    let all = all(db)?;
    let is = |wanted: &str| all.iter().position(|set| set.id == wanted || set.name == wanted);
    let at = match wanted {
        Some(wanted) => is(wanted).ok_or_else(|| unknown(wanted, &all))?,
        // A set in use that was voided since leaves the ten as shipped.
        None => db.setting(edit::IN_USE)?.and_then(|id| is(&id)).unwrap_or(0),
    };
    all.into_iter().nth(at).ok_or(Error::Missing("台账样式"))
}

fn unknown(wanted: &str, all: &[Chosen]) -> Error {
    let names = all.iter().map(|set| set.name.as_str()).collect::<Vec<_>>().join("、");
    Error::Problems(vec![Problem::new("set", format!("没有名叫“{wanted}”的台账样式，请从 {names} 中选择。"))])
}

/// All sets: those that ship, then the station's own.
pub(crate) fn all(db: Db<'_>) -> Result<Vec<Chosen>> {
    let own = own_columns(db)?;
    let kept: Vec<RegisterSet> = db.all(include_str!("../sql/sets.sql"), [])?;
    let mut all = Vec::new();
    for set in shipped::sets()? {
        all.push(Chosen { id: set.id, name: set.name, shipped: true, body: set.body, own: own.clone() });
    }
    for RegisterSet { id, name, body, .. } in kept {
        all.push(Chosen { id, name, shipped: false, body: read(&body)?, own: own.clone() });
    }
    Ok(all)
}

fn read(body: &str) -> Result<Body> {
    serde_json::from_str(body).map_err(|e| Error::BadRow { what: "台账样式", detail: e.to_string() })
}

impl Chosen {
    /// What looks depend on.
    pub(crate) fn around(&self) -> Around<'_> {
        Around { own: &self.own, spelling: self.body.spelling }
    }

    /// All its registers, also those that it does not show: the ten, then the station's own.
    pub(crate) fn looks(&self) -> Result<Vec<RegisterLook>> {
        let shipped = SHIPPED.iter().map(|s| self.says(&s.key()));
        let own = self.body.registers.iter().filter(|s| s.own.is_some()).cloned();
        shipped.chain(own).map(|says| self.look_of(&says)).collect()
    }

    /// As a window shows it.
    pub(crate) fn whole(&self) -> Result<SetLook> {
        let (id, name, spelling) = (Some(self.id.clone()), self.name.clone(), self.body.spelling);
        Ok(SetLook { id, name, shipped: self.shipped, spelling, registers: self.looks()? })
    }

    /// One of its registers, also one of the ten that it does not show.
    pub(crate) fn look(&self, key: &str) -> Result<RegisterLook> {
        let known = self.body.registers.iter().any(|s| s.key == key && s.own.is_some());
        if !known {
            Shipped::of_key(key)?;
        }
        self.look_of(&self.says(key))
    }

    fn says(&self, key: &str) -> RegisterSays {
        let nothing = || RegisterSays { key: key.to_owned(), ..RegisterSays::default() };
        self.body.registers.iter().find(|s| s.key == key).cloned().unwrap_or_else(nothing)
    }

    fn look_of(&self, says: &RegisterSays) -> Result<RegisterLook> {
        look_of(&base(says)?, says, &self.around())
    }
}

/// The shipped layout of a register, or that on which one of the station's own is based.
pub(crate) fn base(says: &RegisterSays) -> Result<Layout> {
    match &says.own {
        Some(own) => Shipped::of(own.based_on)?.layout(),
        None => Shipped::of_key(&says.key)?.layout(),
    }
}

/// All sets as a list.
///
/// # Errors
/// Those of the store.
pub fn infos(db: Db<'_>) -> Result<Vec<SetInfo>> {
    let in_use = chosen(db, None)?.id;
    let titles = |set: &Chosen| -> Result<Vec<String>> {
        Ok(set.looks()?.into_iter().filter(|look| look.shown).map(|look| look.title).collect())
    };
    let info = |set: Chosen| {
        let registers = titles(&set)?;
        let Chosen { id, name, shipped, .. } = set;
        Ok(SetInfo { in_use: id == in_use, id, name, shipped, registers })
    };
    all(db)?.into_iter().map(info).collect()
}

/// A set whole, by key or name; none = the one in use.
///
/// # Errors
/// `Problems` when there is no such set.
pub fn look(db: Db<'_>, wanted: Option<&str>) -> Result<SetLook> {
    chosen(db, wanted)?.whole()
}
