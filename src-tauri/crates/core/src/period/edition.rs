//! What was sent stays as it was sent: figures, printed rows and a hash over both, numbered by period.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::Result;
use crate::store::{Db, Tx, fact};
use crate::text::hex;

/// A report as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Edition {
    /// Key.
    pub id: String,
    /// When it was sent.
    pub created: String,
    /// When it was voided.
    pub voided: Option<String>,
    /// Which report.
    pub report: String,
    /// Its period, `2023-11`.
    pub period: String,
    /// First, second … edition of that period.
    pub ordinal: i64,
    /// Figures as JSON.
    pub figures: String,
    /// Printed documents as JSON.
    pub rows: String,
    /// SHA-256 over figures and rows.
    pub sha256: String,
}

fact!(Edition, "edition", "已报报表");

const MONTH: &str = "month";

/// Keeps what is sent for a month; its number.
pub fn keep(tx: &mut Tx<'_>, month: &str, (figures, rows): (&str, &str)) -> Result<i64> {
    let ordinal = all(tx.db(), month)?.last().map_or(1, |last| last.ordinal + 1);
    let (id, created) = tx.fresh();
    let digest = Sha256::new().chain_update(figures).chain_update([0]).chain_update(rows).finalize();
    let sha256 = hex(&digest);
    tx.insert(&Edition {
        id,
        created,
        voided: None,
        report: MONTH.to_owned(),
        period: month.to_owned(),
        ordinal,
        figures: figures.to_owned(),
        rows: rows.to_owned(),
        sha256,
    })?;
    Ok(ordinal)
}

/// The editions of a month, the first one first.
pub fn all(db: Db<'_>, month: &str) -> Result<Vec<Edition>> {
    db.all(include_str!("sql/editions.sql"), [MONTH, month])
}
