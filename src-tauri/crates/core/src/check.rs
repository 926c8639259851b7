//! 检查: whether the file is whole, its references hold and its log is unbroken.

use crate::error::Result;
use crate::history::broken_links;
use crate::store::Db;

/// What is wrong, a Chinese sentence each; empty when nothing is.
pub fn findings(db: Db<'_>) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let damaged = db.column::<String>(include_str!("store/sql/cipher_integrity.sql"), [])?.len();
    let unsound: Vec<String> = db.column(include_str!("store/sql/integrity.sql"), [])?;
    if damaged > 0 || unsound != ["ok"] {
        found.push("数据文件有损坏，请停止使用并从备份恢复。".to_owned());
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
