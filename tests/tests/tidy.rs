//! The tree keeps the house rules; `tests/src/tidy` says what each one is.

use station_tests::{programs, tidy};

#[track_caller]
fn none(breaches: Vec<String>) {
    assert!(breaches.is_empty(), "\n{}", breaches.join("\n"));
}

#[test]
fn files_are_short() {
    none(tidy::long_files(programs::root()));
}

#[test]
fn every_rust_file_says_what_it_is_for() {
    none(tidy::no_opening(programs::root()));
}

#[test]
fn nothing_is_left_unfinished_or_switched_off() {
    none(tidy::unfinished(programs::root()));
}

#[test]
fn only_the_backend_of_the_window_knows_tauri() {
    none(tidy::one_backend(programs::root()));
}

#[test]
fn sql_stands_in_sql_files() {
    none(tidy::sql_outside_files(programs::root()));
}

#[test]
fn nothing_but_a_draft_is_deleted() {
    none(tidy::deletions(programs::root()));
}

#[test]
fn crates_build_only_on_those_below() {
    none(tidy::dependency_rule(programs::root()));
}

#[test]
fn documents_name_what_exists() {
    none(tidy::paths_in_documents(programs::root()));
}

#[test]
fn the_top_level_holds_what_the_house_has() {
    none(tidy::top_level(programs::root()));
}
