//! 检查: whether the file is whole, its references hold and its log is unbroken.

use crate::error::{Error, Result};
use crate::history::broken_links;
use crate::store::Db;

/// What is wrong, a Chinese sentence each; empty when nothing is.
pub fn findings(db: Db<'_>) -> Result<Vec<String>> {
    match search(db) {
        // A page that cannot be read ends the search; it is what was found.
        Err(Error::Damaged) => Ok(vec![Error::Damaged.sentence()]),
        found => found,
    }
}

fn search(db: Db<'_>) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let damaged = db.column::<String>(include_str!("store/sql/cipher_integrity.sql"), [])?.len();
    let unsound: Vec<String> = db.column(include_str!("store/sql/integrity.sql"), [])?;
    if damaged > 0 || unsound != ["ok"] {
        found.push(Error::Damaged.sentence());
    }
    let dangling = db.column::<String>(include_str!("store/sql/foreign_keys.sql"), [])?.len();
    if dangling > 0 {
        found.push(format!("有{dangling}条记录指向不存在的内容，请把检查结果交给维护人员。"));
    }
    let broken = broken_links(db)?;
    if let Some(first) = broken.first() {
        found.push(format!("操作日志从第{first}项起对不上，日志可能被改动，请把检查结果交给维护人员。"));
    }
    Ok(found)
}
