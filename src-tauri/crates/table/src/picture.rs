//! Pictures of a document, and cards that show them.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A picture file: JPEG or PNG. Cheap to clone.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Picture(Arc<[u8]>);

/// The pictures that cells and cards of a document name.
pub type Pictures = BTreeMap<String, Picture>;

impl Picture {
    /// The file as it was put in.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for Picture {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes.into())
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({} bytes)", self.0.len())
    }
}

/// Cards side by side, as on a public board; a card is never split.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Cards {
    /// How many stand side by side; at least one.
    pub across: usize,
    /// In reading order.
    pub cards: Vec<Card>,
}

/// One of several cards: a photo and what is said under it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Card {
    /// Name of the photo among the document's pictures; without it an empty frame.
    pub picture: Option<String>,
    /// The first is the name and is larger.
    pub lines: Vec<String>,
}
