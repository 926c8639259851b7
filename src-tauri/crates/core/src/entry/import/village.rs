//! A village as a cell names it: 东关村2组 lies in 东关村, and a place that is no village stays as written.

use super::row::Row;
use super::said::Overlay;
use crate::error::Result;
use crate::place;
use crate::store::Db;

/// Words that a village or community ends with; nothing else is one unless the store or the heading says so.
const ENDS: [&str; 4] = ["村", "社区", "居委会", "村委会"];

/// As places are written: `intake` has taken the last 村 off, and 东关村2组 lies in 东关村.
pub(super) fn village(name: &str) -> String {
    match name.rfind('村') {
        Some(at)
            if name.get(at + '村'.len_utf8()..).is_some_and(|rest| {
                rest.starts_with(|c: char| c.is_numeric() || "一二三四五六七八九十第".contains(c))
            }) =>
        {
            name.get(..at + '村'.len_utf8()).unwrap_or(name).to_owned()
        }
        _ if ["社区", "居委会", "街道", "镇", "县"].iter().any(|end| name.ends_with(end)) => name.to_owned(),
        _ => format!("{name}村"),
    }
}

/// Village and place of a cell: 东关村 is the village, 东关村2组 a place in it, 镇敬老院 a place and no village.
fn village_and_place(db: Db<'_>, row: &Row<'_>, key: &str) -> Result<(Option<String>, Option<String>)> {
    let Some(name) = row.text(key) else { return Ok((None, None)) };
    let (written, raw) = (village(&name), row.raw(key).unwrap_or_default().trim());
    let says = || ENDS.iter().any(|end| raw.ends_with(end)) || row.heading(key).contains('村');
    if written.chars().count() < name.chars().count() {
        return Ok((Some(written), Some(name)));
    }
    let known = place::edit::find(db, raw)?.is_some() || place::edit::find(db, &written)?.is_some();
    Ok(if known || says() { (Some(written), None) } else { (None, Some(name)) })
}

/// Lays the village and the place of a cell over those of a draft.
pub(super) fn lay_village(
    db: Db<'_>,
    overlay: &mut Overlay,
    (row, key): (&Row<'_>, &str),
    (village, place): (&mut Option<String>, &mut Option<String>),
) -> Result<()> {
    let (written, elsewhere) = village_and_place(db, row, key)?;
    if let Some(written) = written {
        let old = village.as_deref().map(|v| as_loaded(db, v)).transpose()?;
        if overlay.takes(row.at(key), old.as_deref(), &as_loaded(db, &written)?) {
            *village = Some(written);
        }
    }
    overlay.text(row.at(key), place, elsewhere);
    Ok(())
}

/// The name of the place that is written so, as a draft that was loaded has it.
pub(super) fn as_loaded(db: Db<'_>, written: &str) -> Result<String> {
    let standing = place::edit::find(db, written)?.map(|p| p.name);
    Ok(standing.unwrap_or_else(|| place::edit::kind_and_name(written).1))
}
