//! The digest chain: each operation's digest covers the one before it, so that nothing can be taken out unseen.
//!
//! A changeset lies in a table of its own and only its hash is in the chain: personal values can later be blanked
//! (个人信息保护法 art. 47) with the chain intact.

use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::error::Result;
use crate::store::Db;
use crate::text::hex;

/// What a digest covers.
#[derive(Deserialize)]
pub(super) struct Link {
    pub seq: i64,
    pub name: String,
    pub account: String,
    pub at: String,
    pub schema: i64,
    pub changeset_sha256: String,
    pub digest: String,
}

impl Link {
    pub(super) fn digest_after(&self, previous: &str) -> String {
        let mut hash = Sha256::new();
        for part in [previous, &self.seq.to_string(), &self.name, &self.account, &self.at, &self.schema.to_string()] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        hash.update(self.changeset_sha256.as_bytes());
        hex(&hash.finalize())
    }
}

pub(super) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Sequences of the operations whose digest does not follow from what stands before them.
pub fn broken_links(db: Db<'_>) -> Result<Vec<i64>> {
    let links: Vec<Link> = db.all(include_str!("sql/links.sql"), [])?;
    let mut previous = String::new();
    let mut broken = Vec::new();
    for link in links {
        if link.digest_after(&previous) != link.digest {
            broken.push(link.seq);
        }
        previous = link.digest;
    }
    Ok(broken)
}
