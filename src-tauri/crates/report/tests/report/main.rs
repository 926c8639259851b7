//! Documents made, and read back with other people's tools.

#![allow(clippy::unwrap_used, clippy::expect_used)]
// What a test writes is thrown away.
#![allow(clippy::disallowed_methods)]

mod boards;
mod book;
mod fonts;
mod layout;
mod letters;
mod paper;
mod pictures;
mod samples;
mod trace;
mod whole;

/// A fixed time, so that no test depends on the day it runs.
fn made_at() -> chrono::NaiveDateTime {
    chrono::NaiveDate::from_ymd_opt(2026, 4, 2).and_then(|d| d.and_hms_opt(9, 30, 0)).unwrap()
}
