//! 保险柜: the random database key, wrapped once per account and once by the recovery code.
//!
//! A slot is derived with Argon2id and sealed with XChaCha20-Poly1305. The parameters are constants here and are
//! checked when a slot is read: no flag, variable or edited file makes a slot cheaper to guess.

mod account;
mod files;
mod seal;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::error::{Error, Result};
use crate::store::Key;

pub use account::Account;
pub use files::{Safe, SealedFile};
use seal::{Sealed, random};

/// Memory that one guess costs, in KiB (64 MiB).
pub const MEMORY_KIB: u32 = 64 * 1024;
/// Passes over that memory.
pub const PASSES: u32 = 3;
/// Letters of a recovery code: no 0/O, 1/I/L, so that it survives handwriting.
const CODE_LETTERS: &[u8] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";
/// Shortest password accepted.
const SHORTEST: usize = 8;

/// The file `station.keys`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Slots {
    version: u32,
    slots: Vec<Slot>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Slot {
    kind: SlotKind,
    account: String,
    made: String,
    #[serde(flatten)]
    sealed: Sealed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SlotKind {
    Account,
    Recovery,
}

/// A new vault: the slots to write, the key to open the store with, and the code to put into an envelope.
pub struct Founded {
    /// To be written as `station.keys`.
    pub slots: Slots,
    /// Opens the store.
    pub key: Key,
    /// Opens the store when the password is lost: five groups of five letters.
    pub recovery_code: Zeroizing<String>,
}

/// Makes a key and its first two slots.
///
/// # Errors
/// `WeakPassword` below eight characters.
pub fn found(account: &str, password: &str, now: NaiveDateTime) -> Result<Founded> {
    if password.chars().count() < SHORTEST {
        return Err(Error::WeakPassword);
    }
    let key = Key::new(random()?);
    let recovery_code = Zeroizing::new(new_code()?);
    let made = now.format("%Y-%m-%dT%H:%M:%S").to_string();
    let slot = |kind, account: &str, secret: &str| -> Result<Slot> {
        Ok(Slot { kind, account: account.to_owned(), made: made.clone(), sealed: seal::seal(secret, &key)? })
    };
    let slots = vec![
        slot(SlotKind::Account, account, password)?,
        slot(SlotKind::Recovery, account, &plain_code(&recovery_code))?,
    ];
    Ok(Founded { slots: Slots { version: 1, slots }, key, recovery_code })
}

impl Slots {
    /// Reads `station.keys`.
    ///
    /// # Errors
    /// `KeySlots` when it is damaged or asks for weaker protection than this program writes.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let slots: Self = serde_json::from_slice(bytes).map_err(|e| Error::KeySlots(e.to_string()))?;
        match slots.slots.iter().find(|s| s.sealed.is_weak()) {
            Some(slot) => Err(Error::KeySlots(format!("slot of {} is weaker than allowed", slot.account))),
            None => Ok(slots),
        }
    }

    /// As it is written to `station.keys`.
    pub fn bytes(&self) -> Result<Vec<u8>> {
        serde_json::to_vec_pretty(self).map_err(|e| Error::KeySlots(e.to_string()))
    }

    /// The key and the account that a password or recovery code opens.
    ///
    /// # Errors
    /// `WrongPassword` when it opens none.
    pub fn open(&self, secret: &str) -> Result<(Key, String)> {
        for slot in &self.slots {
            let secret = match slot.kind {
                SlotKind::Account => Zeroizing::new(secret.to_owned()),
                SlotKind::Recovery => Zeroizing::new(plain_code(secret)),
            };
            if let Some(key) = seal::open(&secret, &slot.sealed)? {
                return Ok((key, slot.account.clone()));
            }
        }
        Err(Error::WrongPassword)
    }
}

fn new_code() -> Result<String> {
    let bytes: [u8; 25] = random()?;
    let letters: Vec<char> =
        bytes.iter().map(|b| char::from(CODE_LETTERS[usize::from(*b) % CODE_LETTERS.len()])).collect();
    Ok(letters.chunks(5).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-"))
}

/// A code as it is typed back: dashes, spaces and small letters do not matter.
fn plain_code(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Slots, found};

    fn founded() -> super::Founded {
        found("秘书", "correct horse", chrono::NaiveDateTime::default()).expect("a long password founds a vault")
    }

    #[test]
    fn password_and_code_open_the_same_key() {
        let made = founded();
        let read = Slots::read(&made.slots.bytes().expect("slots are written")).expect("and read back");
        let (by_password, account) = read.open("correct horse").expect("the password opens");
        let (by_code, _) =
            read.open(&made.recovery_code.to_lowercase().replace('-', " ")).expect("the code opens as typed");
        assert_eq!((by_password.bytes(), account.as_str()), (made.key.bytes(), "秘书"), "the password gives the key");
        assert_eq!(by_code.bytes(), made.key.bytes(), "the code gives the same key");
        assert_eq!(read.open("wrong horse").err().map(|e| e.code()), Some("wrong_password"), "nothing else opens");
    }

    #[test]
    fn a_slot_that_is_made_cheaper_is_refused() {
        let text = String::from_utf8(founded().slots.bytes().expect("written")).expect("JSON is text");
        let cheaper = text.replacen("65536", "8", 1);
        assert_eq!(
            Slots::read(cheaper.as_bytes()).err().map(|e| e.code()),
            Some("key_slots"),
            "an edited file weakens nothing"
        );
    }
}
