//! 台账样式: sets of registers, and the station's own columns with what facts have in them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use station_core::Op;
use station_core::entry::Saved;
use station_core::extra::edit::{self as extra, OwnColumnDraft, OwnSays};
use station_core::register::set::{self, SetInfo, SetLook};
use station_machine::files;
use station_table::FactRef;

use crate::desk::Opened;
use crate::failure::Failure;
use crate::stations::OfFact;

/// Which set.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default)]
pub struct SetAsk {
    /// Its key or name; none = the one in use.
    pub id: Option<String>,
}

/// Which columns.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default)]
pub struct OwnColumnsAsk {
    /// Only of that kind of fact: person, activity, visit …
    pub fact_kind: Option<String>,
}

/// Of which kind of fact.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OwnValuesAsk {
    /// person, activity, visit …
    pub fact_kind: String,
}

/// What a fact has in columns of the station's own.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SaveOwnValues {
    /// Kind of the fact.
    pub kind: String,
    /// The fact.
    pub id: String,
    /// By key of the column, as the store keeps it: text, a date, whole 分, 1 or 0; null clears.
    #[cfg_attr(test, ts(type = "Record<string, string | null>"))]
    pub values: BTreeMap<String, Option<String>>,
}

/// A file to be read.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SetFile {
    /// Where it is.
    pub file: PathBuf,
}

/// A set to be written.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ExportSetAsk {
    /// Key or name of the set; none = the one in use.
    #[serde(default)]
    pub id: Option<String>,
    /// The file, `….toml`.
    pub out: PathBuf,
}

/// All sets.
pub fn register_sets(opened: &mut Opened, _: ()) -> Result<Vec<SetInfo>, Failure> {
    Ok(set::infos(opened.db())?)
}

/// One set whole.
pub fn register_set(opened: &mut Opened, ask: SetAsk) -> Result<SetLook, Failure> {
    Ok(set::look(opened.db(), ask.id.as_deref())?)
}

/// Saves a set of the station's own.
pub fn save_register_set(opened: &mut Opened, says: SetLook) -> Result<Saved, Failure> {
    opened.write(|tx| {
        let id = set::edit::save(tx, &says)?;
        let name = says.name.trim().to_owned();
        let saved = saved(id, format!("已保存台账样式：{name}"));
        Ok((Op::SaveRegisterSet { name }, saved))
    })
}

/// Uses a set from now on.
pub fn choose_register_set(opened: &mut Opened, ask: OfFact) -> Result<Saved, Failure> {
    opened.write(|tx| {
        let name = set::edit::choose(tx, &ask.id)?;
        let saved = saved(ask.id.clone(), format!("已改用台账样式：{name}"));
        Ok((Op::ChooseRegisterSet { name }, saved))
    })
}

/// Takes off a set of the station's own.
pub fn void_register_set(opened: &mut Opened, ask: OfFact) -> Result<Saved, Failure> {
    opened.write(|tx| Ok(voided(&ask.id, format!("台账样式 {}", set::edit::void(tx, &ask.id)?))))
}

/// Takes in the set of a file.
pub fn import_register_set(opened: &mut Opened, ask: SetFile) -> Result<Saved, Failure> {
    let bytes = std::fs::read(&ask.file).map_err(|e| station_machine::FileError::new(&ask.file, e))?;
    let text = String::from_utf8_lossy(&bytes);
    opened.write(|tx| {
        let (id, name) = set::file::read(tx, text.trim_start_matches('\u{feff}'))?;
        let saved = saved(id, format!("已导入台账样式：{name}"));
        Ok((Op::SaveRegisterSet { name }, saved))
    })
}

/// Writes a set to a file.
pub fn export_register_set(opened: &mut Opened, ask: ExportSetAsk) -> Result<Saved, Failure> {
    let (text, name) = set::file::write(opened.db(), ask.id.as_deref())?;
    files::write(&ask.out, text.as_bytes())?;
    opened.log(Op::Export { what: format!("台账样式 {name}") })?;
    Ok(saved(String::new(), format!("已写入 {}", ask.out.display())))
}

/// Columns of the station's own.
pub fn own_columns(opened: &mut Opened, ask: OwnColumnsAsk) -> Result<Vec<OwnColumnDraft>, Failure> {
    Ok(extra::columns(opened.db(), ask.fact_kind.as_deref())?.into_iter().map(extra::draft).collect())
}

/// Saves one.
pub fn save_own_column(opened: &mut Opened, draft: OwnColumnDraft) -> Result<Saved, Failure> {
    opened.write(|tx| {
        let id = extra::save(tx, &draft)?;
        let label = draft.label.trim().to_owned();
        let saved = saved(id, format!("已保存附列：{label}"));
        Ok((Op::SaveOwnColumn { label }, saved))
    })
}

/// Takes one off.
pub fn void_own_column(opened: &mut Opened, ask: OfFact) -> Result<Saved, Failure> {
    opened.write(|tx| Ok(voided(&ask.id, format!("附列 {}", extra::void(tx, &ask.id)?))))
}

/// What every fact of a kind has in columns of the station's own, by its key and the column's.
pub fn own_values_of(
    opened: &mut Opened,
    ask: OwnValuesAsk,
) -> Result<BTreeMap<String, BTreeMap<String, String>>, Failure> {
    Ok(extra::all_values(opened.db(), &ask.fact_kind)?)
}

/// What one fact has in every column of its kind.
pub fn own_values(opened: &mut Opened, fact: FactRef) -> Result<Vec<OwnSays>, Failure> {
    Ok(extra::of(opened.db(), (&fact.kind, &fact.id))?)
}

/// Saves what a fact has in them.
pub fn save_own_values(opened: &mut Opened, ask: SaveOwnValues) -> Result<Saved, Failure> {
    opened.write(|tx| {
        extra::set(tx, (&ask.kind, &ask.id), &ask.values)?;
        Ok((Op::SaveOwnValues { cells: ask.values.len() }, saved(ask.id.clone(), "已保存附列内容".to_owned())))
    })
}

fn saved(id: String, label: String) -> Saved {
    Saved { id, number: None, label, writes: Vec::new() }
}

fn voided(id: &str, what: String) -> (Op, Saved) {
    let label = format!("已作废{what}");
    (Op::Void { what }, saved(id.to_owned(), label))
}
