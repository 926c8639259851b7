//! Documents made and read back with other people's tools.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod paper;
mod samples;
