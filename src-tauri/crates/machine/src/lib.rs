//! This computer: data folder and lock, sticks, safe writing of files.
//! Knows nothing of the station's facts; nothing here opens a network socket.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod data;
pub mod drives;
mod error;
pub mod files;
mod lock;
pub mod printers;

pub use error::FileError;
pub use lock::{Lock, LockError};
