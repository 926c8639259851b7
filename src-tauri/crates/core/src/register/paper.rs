//! What a station says of its paper: margins and binding, fonts, the rule for the order of names, the public board.

use serde::{Deserialize, Serialize};
use station_table::{Document, Orientation, PageSays};

use crate::deputy::order::TwoCharacterNames;
use crate::error::{Error, Problem, Result};
use crate::store::{Db, Tx};

/// Setting under which it is kept.
const KEY: &str = "paper";

/// Margins that printers can print and that leave room, in millimetres.
const MARGINS: std::ops::RangeInclusive<f32> = 5.0..=60.0;

/// What the station says of its paper.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct PaperSetting {
    /// Pages that lie: lists.
    pub landscape: PageSays,
    /// Pages that stand: cards and sheets.
    pub portrait: PageSays,
    /// Which fonts are used.
    pub fonts: Fonts,
    /// How a name of two characters stands to longer ones where names are in the order of strokes.
    #[cfg_attr(feature = "bindings", ts(type = "'no_blank' | 'blank_middle'"))]
    pub two_character_names: TwoCharacterNames,
    /// How deputies can be reached, on the public board.
    pub board_contact: BoardContact,
    /// Telephone of the station, for the public board.
    pub board_phone: String,
}

/// Which fonts paper is set in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Fonts {
    /// Those of the program: the same on every computer.
    #[default]
    Bundled,
    /// This computer's own 仿宋, 小标宋 and 黑体 where it has them.
    Installed,
}

/// What the public board says of how a deputy can be reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum BoardContact {
    /// Nothing.
    #[default]
    None,
    /// The deputy's own telephone.
    Phone,
    /// The telephone of the station.
    Station,
}

impl Default for PaperSetting {
    fn default() -> Self {
        Self {
            landscape: PageSays::of(Orientation::Landscape),
            portrait: PageSays::of(Orientation::Portrait),
            fonts: Fonts::default(),
            two_character_names: TwoCharacterNames::default(),
            board_contact: BoardContact::default(),
            board_phone: String::new(),
        }
    }
}

/// What the station says of its paper; what nobody said is as shipped.
///
/// # Errors
/// Those of the store.
pub fn load(db: Db<'_>) -> Result<PaperSetting> {
    let said = db.setting(KEY)?.map(|text| serde_json::from_str(&text));
    said.transpose().map(Option::unwrap_or_default).map_err(bad)
}

fn bad(error: serde_json::Error) -> Error {
    Error::BadRow { what: "打印设置", detail: error.to_string() }
}

/// Saves it.
///
/// # Errors
/// `Problems` with margins that cannot be printed, or a board that has a telephone to show and none is said.
pub fn save(tx: &mut Tx<'_>, says: &PaperSetting) -> Result<()> {
    let problems = problems(says);
    if !problems.is_empty() {
        return Err(Error::Problems(problems));
    }
    tx.set(KEY, &serde_json::to_string(says).map_err(bad)?)
}

fn problems(says: &PaperSetting) -> Vec<Problem> {
    let mut found = Vec::new();
    for (field, page) in [("landscape", &says.landscape), ("portrait", &says.portrait)] {
        let margins = [("top", page.top), ("bottom", page.bottom), ("inner", page.inner), ("outer", page.outer)];
        for (side, _) in margins.into_iter().filter(|(_, wide)| !MARGINS.contains(wide)) {
            found.push(Problem::new(format!("{field}.{side}"), "页边距应在5至60毫米之间，请改正。"));
        }
    }
    if says.board_contact == BoardContact::Station && says.board_phone.trim().is_empty() {
        found.push(Problem::new("board_phone", "公示栏要印联络站电话，但没有填写，请填写或改选不印电话。"));
    }
    found
}

/// How a document is to lie on paper: as its register says, else as the station does.
pub(crate) fn page(db: Db<'_>, document: &Document) -> Result<PageSays> {
    let says = load(db)?;
    Ok(document.page.unwrap_or(match document.orientation {
        Orientation::Landscape => says.landscape,
        Orientation::Portrait => says.portrait,
    }))
}

/// The rule for names of two characters.
pub(crate) fn two_character_names(db: Db<'_>) -> Result<TwoCharacterNames> {
    Ok(load(db)?.two_character_names)
}
