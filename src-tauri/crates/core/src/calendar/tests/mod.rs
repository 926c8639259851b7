//! The calendar vectors, and twenty rules over 2019–2026 against a second computation that shares nothing with the first.

mod by_hand;
mod planned;
mod vectors;
