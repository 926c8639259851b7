//! 联名: how many deputies must put a motion forward together, and by which article.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::error::{Error, Result};
use crate::store::Db;

/// What a motion needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needed {
    /// 议案, 质询案 …
    pub name: String,
    /// So many deputies.
    pub count: usize,
    /// By which article.
    pub article: String,
}

#[derive(Deserialize)]
struct Motion {
    id: String,
    name: String,
    count: Option<usize>,
    share: Option<usize>,
    article: String,
}

#[derive(Deserialize)]
struct File {
    motion: Vec<Motion>,
}

/// What a motion needs; none where nothing is said of its kind. Without a kind it is a 议案.
///
/// # Errors
/// `BadAsset` where what ships cannot be read.
pub fn needed(db: Db<'_>, motion_id: Option<&str>, today: NaiveDate) -> Result<Option<Needed>> {
    let file: File = toml::from_str(include_str!("../../../../../assets/signatures.toml"))
        .map_err(|e| Error::BadAsset(e.to_string()))?;
    let asked = motion_id.unwrap_or("motion.bill");
    let Some(motion) = file.motion.into_iter().find(|m| m.id == asked) else { return Ok(None) };
    let count = match (motion.count, motion.share) {
        (Some(count), _) => count,
        (None, Some(share)) => deputies(db, today)?.div_ceil(share.max(1)),
        (None, None) => return Ok(None),
    };
    Ok(Some(Needed { name: motion.name, count, article: motion.article }))
}

/// How many deputies the station's own congress has.
fn deputies(db: Db<'_>, today: NaiveDate) -> Result<usize> {
    let count: Option<i64> = db.value(include_str!("sql/own_deputies.sql"), [today.to_string()])?;
    Ok(usize::try_from(count.unwrap_or(0)).unwrap_or(0))
}
