//! 文书: papers of one fact, or of a period, each a document made of it.

pub mod roster;
pub mod schedule;
pub mod talk;
