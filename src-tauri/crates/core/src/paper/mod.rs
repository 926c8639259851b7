//! 文书: papers of one fact, each a document made of it.

pub mod talk;
