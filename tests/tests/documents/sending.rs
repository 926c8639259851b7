//! Sending the month: manifest, numbered editions, folders that cannot be written, a stick.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use station_machine::files::sha256;
use station_tests::station::Station;
use station_tests::stick::Stick;

use crate::argument;

const MONTH: &str = "2023-11";

/// What a month leaves in its folder.
const FILES: [&str; 7] = [
    "2023-11月报.xlsx",
    "人大代表联络站活动情况月报表.pdf",
    "03 人大代表活动情况登记表.pdf",
    "04 人大代表接待群众来访(信)登记表.pdf",
    "08 人大代表履职情况登记表.pdf",
    "10 人大代表建议、批评和意见办理登记表.pdf",
    "manifest.json",
];

fn send(station: &Station, out: &Path, more: &[&str]) -> Value {
    station.json(&[&["report", "month", MONTH, "--out", argument(out)], more].concat())["written"].clone()
}

#[test]
fn the_manifest_tells_what_was_sent() {
    let station = Station::with_samples();
    let out = station.path("out");
    send(&station, &out, &[]);
    let mut found: Vec<String> = names_in(&out);
    let mut expected = FILES.map(str::to_owned).to_vec();
    found.sort();
    expected.sort();
    assert_eq!(found, expected, "files are named by number and title, and no part is left");
    let manifest: Value = serde_json::from_slice(&fs::read(out.join("manifest.json")).unwrap()).unwrap();
    let told = manifest["files"].as_array().expect("files");
    assert_eq!(told.len(), FILES.len() - 1, "all but the manifest itself");
    for file in told {
        let bytes = fs::read(out.join(file["name"].as_str().unwrap())).expect("what the manifest names is there");
        assert_eq!(file["sha256"], json!(sha256(&bytes)), "{}: SHA-256 of what stands on the disk", file["name"]);
        assert_eq!(file["bytes"], json!(bytes.len()), "{}: its size", file["name"]);
    }
}

#[test]
fn what_is_sent_is_numbered_and_a_draft_is_not() {
    let station = Station::with_samples();
    let send = |folder: &str, more: &[&str]| send(&station, &station.path(folder), more);
    assert_eq!(send("first", &[])["edition"], json!(1), "the first that is sent");
    let draft = send("draft", &["--draft"]);
    assert_eq!(draft["edition"], Value::Null, "a draft is kept nowhere");
    let second = send("second", &["--with", "2,9"]);
    assert_eq!(second["edition"], json!(2), "the second, whatever drafts there were");
    assert_eq!(second["files"].as_array().map(Vec::len), Some(FILES.len() + 2), "registers 2 and 9 on request");
    let report = station.call("month_report", &json!({ "month": MONTH }));
    let kept: Vec<&Value> = report["editions"].as_array().into_iter().flatten().map(|e| &e["ordinal"]).collect();
    assert_eq!(kept, [&json!(1), &json!(2)], "both are kept, the oldest first");
}

#[test]
fn a_folder_that_cannot_be_written_is_said_and_nothing_is_sent() {
    let station = Station::with_samples();
    let file = station.path("station.toml");
    let places = [file.clone(), file.join("inside"), PathBuf::from("/proc/no-such-folder")];
    for place in &places {
        let out = argument(place);
        let register = ["export", "register", "4", "--from", "2023-01-01", "--to", "2023-12-31", "--out", out];
        for asked in [&["report", "month", MONTH, "--out", out][..], &register] {
            let ran = station.run(asked);
            assert_eq!(ran.code, 2, "{asked:?} could not be done: {}{}", ran.out, ran.err);
            let said = ran.err.trim();
            let sentence = said.ends_with('。') && said.matches('。').count() == 1 && said.contains(out);
            assert!(sentence, "{asked:?}: one sentence that names the place: {said}");
        }
    }
    let report = station.call("month_report", &json!({ "month": MONTH }));
    assert_eq!(report["editions"], json!([]), "what never left is no edition");
    assert!(fs::read_to_string(&file).is_ok_and(|text| text.contains("清河镇")), "the file in the way is as it was");
}

#[test]
fn on_a_stick_the_month_has_a_folder_of_its_own() {
    let stick = match Stick::plug_in(&format!("报送盘 {}", std::process::id())) {
        Ok(stick) => stick,
        Err(why) => return say(&format!("no stick could be mounted here, nothing proved: {why}")),
    };
    let station = Station::with_samples();
    let drives = station.call("drives", &Value::Null);
    let listed = drives.as_array().into_iter().flatten().any(|drive| drive["path"] == json!(stick.at));
    assert!(listed, "the stick is offered: {drives}");
    let written = send(&station, &stick.at, &[]);
    let folder = stick.at.join("清河镇人大代表联络站_2023年11月");
    assert_eq!(written["folder"], json!(folder), "a folder of its own, so that months do not mix");
    let mut found = names_in(&folder);
    let mut expected = FILES.map(str::to_owned).to_vec();
    found.sort();
    expected.sort();
    assert_eq!(found, expected, "the month is on the stick");
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

#[expect(clippy::print_stderr, reason = "whoever runs the tests must see that this one proved nothing")]
fn say(what: &str) {
    eprintln!("{what}");
}
