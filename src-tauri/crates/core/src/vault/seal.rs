//! Sealing a key with a secret: Argon2id (RFC 9106) and XChaCha20-Poly1305.

use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{MEMORY_KIB, PASSES};
use crate::error::{Error, Result};
use crate::store::Key;

/// A key under a secret, with what is needed to open it again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Sealed {
    kdf: String,
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: String,
    nonce: String,
    wrapped: String,
}

impl Sealed {
    pub(super) fn is_weak(&self) -> bool {
        self.kdf != "argon2id" || self.memory_kib < MEMORY_KIB || self.passes < PASSES
    }
}

pub(super) fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(broken)?;
    Ok(bytes)
}

pub(super) fn seal(secret: &str, key: &Key) -> Result<Sealed> {
    let (salt, nonce) = (random::<16>()?, random::<24>()?);
    let mut sealed = Sealed {
        kdf: "argon2id".into(),
        memory_kib: MEMORY_KIB,
        passes: PASSES,
        lanes: 1,
        salt: BASE64.encode(salt),
        nonce: BASE64.encode(nonce),
        wrapped: String::new(),
    };
    let bytes = cipher(secret, &sealed)?.encrypt(XNonce::from_slice(&nonce), key.bytes().as_slice()).map_err(broken)?;
    sealed.wrapped = BASE64.encode(bytes);
    Ok(sealed)
}

/// The key, when the secret is the right one.
pub(super) fn open(secret: &str, sealed: &Sealed) -> Result<Option<Key>> {
    let (nonce, bytes) =
        (BASE64.decode(&sealed.nonce).map_err(broken)?, BASE64.decode(&sealed.wrapped).map_err(broken)?);
    if nonce.len() != 24 {
        return Err(Error::KeySlots("nonce".into()));
    }
    let opened = cipher(secret, sealed)?.decrypt(XNonce::from_slice(&nonce), bytes.as_slice()).ok().map(Zeroizing::new);
    Ok(opened.and_then(|key| <[u8; 32]>::try_from(key.as_slice()).ok()).map(Key::new))
}

fn cipher(secret: &str, sealed: &Sealed) -> Result<XChaCha20Poly1305> {
    let params = Params::new(sealed.memory_kib, sealed.passes, sealed.lanes, Some(32)).map_err(broken)?;
    let salt = BASE64.decode(&sealed.salt).map_err(broken)?;
    let mut derived = Zeroizing::new([0_u8; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(secret.as_bytes(), &salt, derived.as_mut())
        .map_err(broken)?;
    Ok(XChaCha20Poly1305::new(derived.as_ref().into()))
}

fn broken(error: impl std::fmt::Display) -> Error {
    Error::KeySlots(error.to_string())
}
