//! A set as a file, to be used at another station: its looks, and the columns of its own that they show.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Body, Chosen, ColumnSays, RegisterSays, SetLook, Spelling, all, base, chosen, edit};
use crate::error::{Error, Problem, Result};
use crate::extra::OwnColumn;
use crate::extra::edit::{OwnColumnDraft, columns, draft, save as save_column};
use crate::register::look::{OwnRegister, own_columns};
use crate::store::{Db, Tx};

/// What such a file says of itself.
const FORMAT: &str = "station-register-set";
/// Newest form of the file that this program reads.
const VERSION: i64 = 1;

#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: i64,
    name: String,
    #[serde(default)]
    spelling: Spelling,
    #[serde(default)]
    columns: Vec<OwnSays>,
    #[serde(default)]
    registers: Vec<RegisterSays>,
}

/// A column of the station's own, with the key by which the registers of the file call it.
#[derive(Serialize, Deserialize)]
struct OwnSays {
    key: String,
    fact_kind: String,
    label: String,
    r#type: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    choices: Vec<String>,
}

/// A set by key or name (none = the one in use) as the text of a file, and its name.
///
/// # Errors
/// `Problems` when there is no such set.
pub fn write(db: Db<'_>, wanted: Option<&str>) -> Result<(String, String)> {
    let set = chosen(db, wanted)?;
    let said: Vec<String> = set.body.registers.iter().flat_map(keys).collect();
    let shown = columns(db, None)?.into_iter().filter(|c| said.contains(&c.key()));
    let file = File {
        format: FORMAT.to_owned(),
        version: VERSION,
        name: set.name.clone(),
        spelling: set.body.spelling,
        columns: shown.map(own_says).collect(),
        registers: set.body.registers,
    };
    let text = toml::to_string_pretty(&file).map_err(|e| Error::BadAsset(e.to_string()))?;
    Ok((format!("# 台账样式“{}”，可在另一个站的“台账样式”中导入。\n{text}", set.name), set.name))
}

fn own_says(column: OwnColumn) -> OwnSays {
    let key = column.key();
    let OwnColumnDraft { fact_kind, label, r#type, choices, .. } = draft(column);
    OwnSays { key, fact_kind, label, r#type, choices }
}

/// Every key of a column that a register names.
fn keys(says: &RegisterSays) -> Vec<String> {
    let of = says.columns.iter().flat_map(|c| std::iter::once(&c.key).chain(&c.after));
    let filtered = says.own.iter().flat_map(|own| &own.filters).map(|f| &f.key);
    of.chain(filtered).cloned().collect()
}

/// Takes the set of a file in as one of the station's own; its key and name. Columns of its own are found by kind, label
/// and type, or made.
///
/// # Errors
/// `Problems` when the text is no such file, a newer program wrote it, or it says what no set may say.
pub fn read(tx: &mut Tx<'_>, text: &str) -> Result<(String, String)> {
    let file = parsed(text)?;
    for says in &file.registers {
        base(says).map_err(|_| problem("这个文件里有本程序没有的台账，请先升级程序再导入。"))?;
    }
    let here =
        file.columns.iter().map(|c| Ok((c.key.clone(), own_column(tx, c)?))).collect::<Result<BTreeMap<_, _>>>()?;
    let registers = file.registers.into_iter().map(|says| renamed(says, &here)).collect();
    let name = free_name(tx.db(), &file.name)?;
    let set = Chosen {
        id: String::new(),
        name: name.clone(),
        shipped: false,
        body: Body { spelling: file.spelling, registers },
        own: own_columns(tx.db())?,
    };
    let look = SetLook { id: None, ..set.whole()? };
    let problems = edit::problems(tx.db(), &look)?;
    if let Some(first) = problems.into_iter().next() {
        return Err(problem(&format!("样式文件不对，没有导入：{}", first.message)));
    }
    Ok((edit::put(tx, None, &name, &set.body)?, name))
}

fn parsed(text: &str) -> Result<File> {
    #[derive(Deserialize)]
    struct Said {
        format: String,
        version: i64,
    }
    let unread = |_| problem("这不是台账样式文件，请选择从“台账样式”导出的 .toml 文件。");
    let said: Said = toml::from_str(text).map_err(unread)?;
    if said.format != FORMAT {
        return Err(problem("这不是台账样式文件，请选择从“台账样式”导出的 .toml 文件。"));
    }
    if said.version > VERSION {
        return Err(problem("这个样式文件由更新版本的程序导出，请先升级程序再导入。"));
    }
    toml::from_str(text).map_err(unread)
}

fn problem(message: &str) -> Error {
    Error::Problems(vec![Problem::new("file", message)])
}

/// The key of the station's column that is the file's.
fn own_column(tx: &mut Tx<'_>, says: &OwnSays) -> Result<String> {
    let known = columns(tx.db(), Some(&says.fact_kind))?;
    if let Some(same) = known.iter().find(|c| c.label == says.label && c.r#type == says.r#type) {
        return Ok(same.key());
    }
    // A column of that label that holds something else keeps it; the new one says which it is.
    let taken = |label: &String| known.iter().any(|c| c.label == *label);
    let numbered =
        std::iter::once(format!("{}（导入）", says.label)).chain((2..).map(|n| format!("{}（导入{n}）", says.label)));
    let same = |label: &String| known.iter().find(|c| c.label == *label && c.r#type == says.r#type);
    if let Some(same) = numbered.clone().take_while(taken).find_map(|label| same(&label)) {
        return Ok(same.key());
    }
    let mut free = std::iter::once(says.label.clone()).chain(numbered);
    let label = free.find(|label| !taken(label)).unwrap_or_default();
    let (fact_kind, r#type, choices) = (says.fact_kind.clone(), says.r#type.clone(), says.choices.clone());
    Ok(format!("own.{}", save_column(tx, &OwnColumnDraft { id: None, fact_kind, label, r#type, choices })?))
}

/// What a register says, with the keys that the columns have here.
fn renamed(says: RegisterSays, here: &BTreeMap<String, String>) -> RegisterSays {
    let to = |key: String| here.get(&key).cloned().unwrap_or(key);
    let column = |c: ColumnSays| ColumnSays { key: to(c.key), after: c.after.map(to), ..c };
    let own = says.own.map(|own| {
        let filters = own.filters.into_iter().map(|f| super::super::filter::FilterSays { key: to(f.key), ..f });
        OwnRegister { filters: filters.collect(), ..own }
    });
    RegisterSays { columns: says.columns.into_iter().map(column).collect(), own, ..says }
}

/// The name, numbered where another set has it.
fn free_name(db: Db<'_>, name: &str) -> Result<String> {
    let known = all(db)?;
    let free = |name: &String| known.iter().all(|set| set.name != *name);
    let numbered = (2..).map(|n| format!("{name}（{n}）"));
    Ok(std::iter::once(name.to_owned()).chain(numbered).find(free).unwrap_or_default())
}
