//! The jobs that this program measures in a process of its own.

use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use calamine::Reader;
use chrono::NaiveDate;
use serde_json::{Value, json};
use station_api::{Clock, Desk, Setting, call};
use station_table::{Document, Part};

use super::measure::{Measured, measured};
use crate::programs::root;

/// The day of the practice township, and of an import.
fn clock() -> Clock {
    let noon = NaiveDate::from_ymd_opt(2026, 11, 20).and_then(|day| day.and_hms_opt(12, 0, 0)).expect("a day");
    Arc::new(move || noon)
}

/// Does a job and tells what it took.
///
/// # Panics
/// When it is not known or cannot be done.
#[expect(clippy::print_stdout, reason = "the answer")]
pub fn run(job: &[&str]) {
    let measured = match *job {
        ["unlock", data] => unlock(data),
        ["argon2", data] => argon2(data),
        ["import", data, password, file] => import((data, password), file),
        ["read", file] => read(file),
        ["register", data, number, from, to] => register(data, number, (from, to)),
        ["month", data, of, out] => month(data, of, out),
        ["document", data, rows, out, from, to] => document(data, rows.parse().expect("a number"), (out, from, to)),
        ["xlsx", document, out] => written(document, out, |document| {
            station_report::workbook(&[document], clock()(), &mut |_, _| Ok(())).expect("a workbook")
        }),
        ["pdf", document, out] => written(document, out, |document| {
            station_report::pdf(&[document], clock()(), &mut |_, _| Ok(())).expect("a PDF").bytes
        }),
        ["font", out] => font(out),
        _ => panic!("no such job: {job:?}"),
    };
    println!("{}", serde_json::to_string(&measured).expect("numbers"));
}

fn desk(data: &str) -> Desk {
    Desk::take(Setting { data: data.into(), clock: clock(), progress: Arc::new(|_, _, _| {}) })
        .expect("the folder is free")
}

fn opened(data: &str, password: &str) -> Desk {
    let desk = desk(data);
    call(&desk, "unlock", json!({ "password": password })).expect("it unlocks");
    desk
}

fn township(data: &str) -> Desk {
    opened(data, station_api::demo::PASSWORD)
}

fn unlock(data: &str) -> Measured {
    measured(|| {
        township(data);
        0
    })
}

/// The derivation alone, with what `station.keys` says.
fn argon2(data: &str) -> Measured {
    let slots = std::fs::read(Path::new(data).join("station.keys")).expect("key slots");
    let slots: Value = serde_json::from_slice(&slots).expect("JSON");
    let number = |key: &str| slots["slots"][0][key].as_u64().and_then(|n| u32::try_from(n).ok()).expect("a number");
    let parameters = argon2::Params::new(number("memory_kib"), number("passes"), number("lanes"), Some(32));
    let argon2 =
        argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, parameters.expect("parameters"));
    measured(|| {
        argon2.hash_password_into(b"correct horse", b"sixteen bytes of", &mut [0; 32]).expect("a key");
        0
    })
}

fn import((data, password): (&str, &str), file: &str) -> Measured {
    let desk = opened(data, password);
    let ask = json!({ "kind": "receptions", "files": [file] });
    measured(|| {
        let done = call(&desk, "import", ask).expect("it is imported");
        done["preview"]["new_facts"].as_array().map_or(0, Vec::len)
    })
}

fn read(file: &str) -> Measured {
    measured(|| {
        let mut book = calamine::open_workbook_auto(file).expect("a workbook");
        book.worksheets().iter().map(|(_, range)| range.height()).sum()
    })
}

fn register(data: &str, number: &str, (from, to): (&str, &str)) -> Measured {
    let desk = township(data);
    let ask = json!({ "number": number.parse::<i64>().expect("a number"), "from": from, "to": to });
    measured(|| rows_of(&shown(&desk, &ask)))
}

fn shown(desk: &Desk, ask: &Value) -> Document {
    let answer = call(desk, "register", ask.clone()).expect("a register");
    serde_json::from_value(answer).expect("a document")
}

/// Rows of its tables; a card has its pages.
fn rows_of(document: &Document) -> usize {
    let rows: usize = document.tables().map(|t| t.rows.len()).sum();
    rows.max(document.subjects.len())
}

fn month(data: &str, month: &str, out: &str) -> Measured {
    let desk = township(data);
    measured(|| {
        let sent = call(&desk, "send_month", json!({ "month": month, "out": out, "draft": true })).expect("it is sent");
        sent["files"].as_array().map_or(0, Vec::len)
    })
}

/// Register 4 of all years, its rows repeated to as many as are wanted.
fn document(data: &str, rows: usize, (out, from, to): (&str, &str, &str)) -> Measured {
    let desk = township(data);
    measured(|| {
        let mut document = shown(&desk, &json!({ "number": 4, "from": from, "to": to }));
        let Some(Part::Table(table)) = document.subjects[0].parts.first_mut() else { panic!("a list is a table") };
        table.rows = table.rows.iter().cycle().take(rows).cloned().collect();
        save(out, &serde_json::to_vec(&document).expect("JSON"));
        rows_of(&document)
    })
}

fn written(document: &str, out: &str, make: impl FnOnce(&Document) -> Vec<u8>) -> Measured {
    let text = std::fs::read(document).expect("the document");
    let document: Document = serde_json::from_slice(&text).expect("a document");
    drop(text);
    measured(|| {
        save(out, &make(&document));
        rows_of(&document)
    })
}

/// The body's font as a file, for programs that need one.
fn font(out: &str) -> Measured {
    let packed = root().join("assets/fonts/Fang-ZhuqueFangsong-Regular.ttf.br");
    measured(|| {
        let packed = std::fs::File::open(packed).expect("the font ships");
        let mut font = Vec::new();
        brotli::Decompressor::new(packed, 1 << 16).read_to_end(&mut font).expect("it is unpacked");
        save(out, &font);
        0
    })
}

/// Written as every file of the station is.
fn save(out: &str, bytes: &[u8]) {
    station_machine::files::write(Path::new(out), bytes).expect("it is written");
}
