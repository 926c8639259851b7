//! The jobs that this program measures in a process of its own.

mod names;
mod papers;

use std::path::Path;
use std::sync::Arc;

use calamine::Reader;
use chrono::NaiveDate;
use serde_json::{Value, json};
use station_api::{Clock, Desk, Setting, answer, call};
use station_table::Document;

use super::measure::{Measured, measured};

/// How often a command is asked again.
const AGAIN: usize = 10;

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
        ["import", data, password, kind, file] => import((data, password), (kind, file)),
        ["contacts", data, password] => contacts((data, password)),
        ["ask", data, name, input] => ask(data, (name, input), false),
        ["ask_after_change", data, name, input] => ask(data, (name, input), true),
        ["read", file] => read(file),
        ["register", data, number, from, to] => register(data, number, (from, to)),
        ["month", data, of, out] => month(data, of, out),
        ["document", data, rows, out, from, to] => {
            papers::document(data, rows.parse().expect("a number"), (out, from, to))
        }
        ["xlsx", document, out] => papers::xlsx(document, out),
        ["pdf", document, out] => papers::pdf(document, out),
        ["form", document, out] => papers::form(document, out),
        ["fill", document, form, out] => papers::fill(document, form, out),
        ["font", out] => papers::font(out),
        ["names", out, count] => names::write(out, count.parse().expect("a number")),
        ["order", file] => names::order(file),
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

/// One command of an open station, asked again and again: what it costs while somebody works. The shortest counts.
/// `changed`: something is written before each time, so that nothing kept in memory serves.
fn ask(data: &str, (name, input): (&str, &str), changed: bool) -> Measured {
    let desk = township(data);
    let input: Value = serde_json::from_str(input).expect("JSON");
    let asked = || answer(&desk, name, input.clone()).expect("an answer").len();
    asked();
    let once = || {
        if changed {
            call(&desk, "save_draft", json!({ "form": "visit", "subject": "bench", "body": {} })).expect("it is kept");
        }
        measured(asked)
    };
    (0..AGAIN).map(|_| once()).min_by(|a, b| a.ms.total_cmp(&b.ms)).expect("it is asked again")
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

fn import((data, password): (&str, &str), (kind, file): (&str, &str)) -> Measured {
    let desk = opened(data, password);
    let ask = json!({ "kind": kind, "files": [file] });
    measured(|| {
        let done = call(&desk, "import", ask).expect("it is imported");
        done["preview"]["new_facts"].as_array().map_or(0, Vec::len)
    })
}

/// The list of contacts as the window asks for it.
fn contacts((data, password): (&str, &str)) -> Measured {
    let desk = opened(data, password);
    let mut text = String::new();
    let listed = measured(|| {
        text = answer(&desk, "contacts", json!({})).expect("a list");
        0
    });
    let rows: Vec<Value> = serde_json::from_str(&text).expect("a list");
    Measured { rows: rows.len(), ..listed }
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

/// Written as every file of the station is.
fn save(out: &str, bytes: &[u8]) {
    station_machine::files::write(Path::new(out), bytes).expect("it is written");
}
