//! Files beside the store: each is sealed by itself under a key that follows from the store's key, and is named by a
//! keyed hash of what is in it, so that the folder tells nothing and equal files are kept once.

use blake2::Blake2bMac;
use blake2::digest::consts::U32;
use blake2::digest::{FixedOutput, Update};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::seal::random;
use crate::error::{Error, Result};
use crate::store::Key;
use crate::text::hex;

/// How a sealed file begins: what it is, and in which form.
const MARK: &[u8; 4] = b"LSF1";
/// Bytes of a nonce of XChaCha20.
const NONCE: usize = 24;

/// Seals and opens files of one station.
pub struct Safe {
    seal: Zeroizing<[u8; 32]>,
    name: Zeroizing<[u8; 32]>,
}

/// A file as it lies on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedFile {
    /// Its name: the keyed hash of what is in it (BLAKE2b, RFC 7693), 64 hexadecimal digits.
    pub name: String,
    /// Mark, nonce, and the bytes under XChaCha20-Poly1305.
    pub bytes: Vec<u8>,
}

impl Safe {
    /// The safe that belongs to a store's key.
    ///
    /// # Errors
    /// None that happens: the lengths are fixed.
    pub fn of(key: &Key) -> Result<Self> {
        Ok(Self {
            seal: Zeroizing::new(keyed(key.bytes(), b"station seal", b"")?),
            name: Zeroizing::new(keyed(key.bytes(), b"station name", b"")?),
        })
    }

    /// The name of a file with these bytes.
    ///
    /// # Errors
    /// None that happens: the lengths are fixed.
    pub fn name(&self, bytes: &[u8]) -> Result<String> {
        Ok(hex(&keyed(&self.name, b"station file", bytes)?))
    }

    /// Seals bytes; the name is sealed in, so that no file can stand in for another.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    pub fn seal(&self, bytes: &[u8]) -> Result<SealedFile> {
        let (name, nonce) = (self.name(bytes)?, random::<NONCE>()?);
        let payload = Payload { msg: bytes, aad: name.as_bytes() };
        let sealed = self.cipher().encrypt(XNonce::from_slice(&nonce), payload).map_err(|_| Error::FileDamaged)?;
        Ok(SealedFile { bytes: [MARK.as_slice(), &nonce, &sealed].concat(), name })
    }

    /// What is in a sealed file of that name.
    ///
    /// # Errors
    /// `FileDamaged` when a single bit of it, or its name, is not what was written.
    pub fn open(&self, name: &str, sealed: &[u8]) -> Result<Vec<u8>> {
        let rest = sealed.strip_prefix(MARK.as_slice()).ok_or(Error::FileDamaged)?;
        let (nonce, sealed) = rest.split_at_checked(NONCE).ok_or(Error::FileDamaged)?;
        let payload = Payload { msg: sealed, aad: name.as_bytes() };
        let bytes = self.cipher().decrypt(XNonce::from_slice(nonce), payload).map_err(|_| Error::FileDamaged)?;
        if self.name(&bytes)? == name { Ok(bytes) } else { Err(Error::FileDamaged) }
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.seal.as_ref().into())
    }
}

/// Keyed BLAKE2b of 256 bits; `purpose` keeps what comes of one key for different ends apart.
fn keyed(key: &[u8; 32], purpose: &[u8; 12], bytes: &[u8]) -> Result<[u8; 32]> {
    let mac = Blake2bMac::<U32>::new_with_salt_and_personal(key, &[], purpose);
    let mut mac = mac.map_err(|e| Error::KeySlots(e.to_string()))?;
    mac.update(bytes);
    Ok(mac.finalize_fixed().into())
}

#[cfg(test)]
mod tests {
    use super::Safe;
    use crate::store::Key;

    fn safe(seed: u8) -> Safe {
        Safe::of(&Key::new([seed; 32])).expect("lengths are fixed")
    }

    #[test]
    fn equal_bytes_have_one_name_and_only_their_own_station_opens_them() {
        let (ours, theirs) = (safe(7), safe(8));
        let (first, second) = (ours.seal(b"photo").expect("sealed"), ours.seal(b"photo").expect("sealed again"));
        assert_eq!(first.name, second.name, "one content, one name, so one file");
        assert_ne!(first.bytes, second.bytes, "a nonce is never used twice");
        assert_eq!(ours.open(&first.name, &first.bytes).ok().as_deref(), Some(b"photo".as_slice()), "it opens");
        assert_ne!(theirs.name(b"photo").ok(), Some(first.name.clone()), "who lacks the key cannot test a guess");
        assert!(theirs.open(&first.name, &first.bytes).is_err(), "and cannot open it");
    }

    #[test]
    fn a_flipped_bit_and_another_files_name_are_refused() {
        let safe = safe(7);
        let (file, other) = (safe.seal(b"photo").expect("sealed"), safe.seal(b"scan").expect("sealed"));
        for at in 0..file.bytes.len() {
            let mut bytes = file.bytes.clone();
            bytes[at] ^= 1;
            let code = safe.open(&file.name, &bytes).err().map(|e| e.code());
            assert_eq!(code, Some("file_damaged"), "byte {at} is sealed too");
        }
        assert!(safe.open(&other.name, &file.bytes).is_err(), "a file that took another's place is refused");
        assert!(safe.open(&file.name, b"LSF1").is_err(), "half a file is refused");
    }
}
