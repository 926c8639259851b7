//! Photos and scans of facts: what lies on the disk, what is refused, what undo leaves, what a check tells.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use serde_json::{Value, json};
use station_tests::station::{SAMPLES, Station, sample};

/// A station with deputies.
fn station() -> (Station, String) {
    let station = Station::founded();
    for (kind, file) in &SAMPLES[..2] {
        assert_eq!(station.import(kind, &sample(file)).code, 0, "{file} is imported");
    }
    let deputies = station.call("deputies", &json!({ "search": "罗建" }));
    let id = deputies[0]["id"].as_str().expect("he is on the roster").to_owned();
    (station, id)
}

/// Words that no other file holds.
const WORDS: &str = "%PDF-1.4 关于石羊村机井的情况说明";

fn put(station: &Station, name: &str, bytes: &[u8]) -> PathBuf {
    let path = station.path(name);
    station_machine::files::write(&path, bytes).expect("a file is put");
    path
}

fn shade(at: u32) -> u8 {
    u8::try_from(at / 8 % 256).unwrap()
}

/// A photo of that many pixels, as PNG.
fn photo(width: u32, height: u32) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(width, height, |x, y| image::Rgb([shade(x), shade(y), 90]));
    let mut out = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut out, image::ImageFormat::Png).expect("a picture is made");
    out.into_inner()
}

/// The sealed files of a station.
fn sealed(station: &Station) -> Vec<PathBuf> {
    let mut found = Vec::new();
    walk(&station.data().join("attachments"), &mut found);
    found.sort();
    found
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path()) {
        if path.is_dir() { walk(&path, found) } else { found.push(path) }
    }
}

fn attach(station: &Station, person: &str, (role, files): (&str, Value)) -> Value {
    let ask = json!({ "kind": "person", "id": person, "role": role, "files": files, "keep_original": true });
    station.calls(&[("attach", ask)]).remove(0)
}

#[test]
fn a_file_lies_sealed_once_and_comes_back_whole() {
    let (station, luo) = station();
    let note = put(&station, "情况说明.pdf", WORDS.as_bytes());
    let pasted = json!({ "name": "截图.pdf", "base64": BASE64.encode(WORDS) });
    let attached = attach(&station, &luo, ("file", json!([note, pasted])));
    assert_eq!(attached["label"], "已添加附件 情况说明.pdf等2个");
    let files = sealed(&station);
    assert_eq!(files.len(), 1, "two rows of one content are one file: {files:?}");
    let mut everything = Vec::new();
    walk(&station.data(), &mut everything);
    for path in &everything {
        let bytes = fs::read(path).expect("a file is read");
        let tells = |words: &str| bytes.windows(words.len()).any(|w| w == words.as_bytes());
        assert!(!tells("石羊村机井") && !tells("情况说明"), "{} tells nothing to who has no key", path.display());
    }
    let rows = station.call("attachments", &json!({ "kind": "person", "id": luo }));
    let names: Vec<&Value> = rows.as_array().expect("rows").iter().map(|row| &row["name"]).collect();
    assert_eq!(names, ["情况说明.pdf", "截图.pdf"], "in the order in which they came");
    let shown = station.call("attachment", &json!({ "id": rows[1]["id"] }));
    assert_eq!(BASE64.decode(shown["base64"].as_str().unwrap()).unwrap(), WORDS.as_bytes(), "what was pasted is shown");
    let out = station.path("取出.pdf");
    station.call("save_attachment_as", &json!({ "id": rows[0]["id"], "to": out }));
    assert_eq!(fs::read(&out).expect("it was saved"), WORDS.as_bytes(), "byte for byte");
    let history = station.call("history", &json!({ "limit": 1 }));
    assert_eq!(history[0]["label"], "导出 附件 情况说明.pdf", "what leaves the store is recorded");
}

#[test]
fn a_flipped_byte_and_a_missing_file_are_told() {
    let (station, luo) = station();
    let files = json!([put(&station, "一.pdf", b"%PDF-1"), put(&station, "二.pdf", b"%PDF-2")]);
    let rows = attach(&station, &luo, ("file", files))["rows"].clone();
    assert_eq!(station.call("check", &Value::Null)["sound"], true, "nothing is wrong yet");
    let kept = sealed(&station);
    let mut bytes = fs::read(&kept[0]).expect("a sealed file");
    *bytes.last_mut().expect("it has bytes") ^= 1;
    station_machine::files::write(&kept[0], &bytes).expect("it is changed");
    fs::remove_file(&kept[1]).expect("it is taken away");
    let asked: Vec<(&str, Value)> =
        rows.as_array().unwrap().iter().map(|row| ("attachment", json!({ "id": row["id"] }))).collect();
    let mut codes: Vec<String> =
        station.calls(&asked).iter().map(|a| a["failure"]["code"].as_str().unwrap_or("shown").to_owned()).collect();
    codes.sort();
    assert_eq!(codes, ["file_damaged", "file_gone"], "neither is shown");
    let checked = station.call("check", &Value::Null);
    let findings: Vec<&str> = checked["findings"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert_eq!(findings.len(), 2, "a check names both: {findings:?}");
    assert!(
        findings.iter().all(|f| f.starts_with("附件“") && f.ends_with('。')),
        "by name, with what to do: {findings:?}"
    );
    let again = attach(&station, &luo, ("file", json!([station.path("一.pdf"), station.path("二.pdf")])));
    assert_eq!(again["rows"].as_array().map(Vec::len), Some(4), "attached once more");
    assert_eq!(station.call("check", &Value::Null)["sound"], true, "which puts both files right");
}

#[test]
fn undo_takes_the_row_and_leaves_the_file() {
    let (station, luo) = station();
    let note = put(&station, "一.pdf", b"%PDF-1");
    attach(&station, &luo, ("file", json!([note])));
    let rows = || station.call("attachments", &json!({ "kind": "person", "id": luo }));
    station.call("undo", &Value::Null);
    assert_eq!((rows(), sealed(&station).len()), (json!([]), 1), "the row is gone, the file stays for redo");
    station.call("redo", &Value::Null);
    let id = rows()[0]["id"].clone();
    assert!(station.call("attachment", &json!({ "id": id }))["base64"].is_string(), "redo finds it");
    station.call("save_attachment", &json!({ "id": id, "caption": " 机井 ", "sort": 3 }));
    assert_eq!((&rows()[0]["caption"], &rows()[0]["sort"]), (&json!("机井"), &json!(3)), "it says what it shows");
    station.call("void_attachment", &json!({ "id": id }));
    assert_eq!(rows(), json!([]), "voided, it is shown no more");
}

#[test]
fn a_photo_is_shrunk_its_original_kept_and_it_stands_on_paper() {
    let (station, luo) = station();
    let whole = photo(2400, 1800);
    let file = put(&station, "合影.png", &whole);
    let portrait = put(&station, "证件照.png", &photo(900, 1200));
    let rows = attach(&station, &luo, ("file", json!([file])))["rows"].clone();
    let size = |original: bool| {
        let shown = station.call("attachment", &json!({ "id": rows[0]["id"], "original": original }));
        let bytes = BASE64.decode(shown["base64"].as_str().unwrap()).unwrap();
        let picture = image::load_from_memory(&bytes).expect("a picture");
        (shown["media"].clone(), picture.width(), picture.height())
    };
    assert_eq!(size(false), (json!("image/jpeg"), 1600, 1200), "what is shown is smaller");
    assert_eq!(size(true), (json!("image/png"), 2400, 1800), "the whole picture is there too");
    assert_eq!(sealed(&station).len(), 2, "a file each");
    attach(&station, &luo, ("photo", json!([portrait])));
    attach(&station, &luo, ("photo", json!([portrait])));
    assert_eq!(sealed(&station).len(), 4, "the same photo twice is stored once, beside its original");
    let card = json!({ "number": 2, "from": "2024-01-01", "to": "2024-01-05", "person_id": luo });
    let pdf = station.call("register_pdf", &card);
    let path = put(&station, "card.pdf", &BASE64.decode(pdf["base64"].as_str().unwrap()).unwrap());
    let listed = station_tests::paper::said_by("pdfimages", &["-list"], &path, &[]);
    assert!(
        listed.lines().any(|line| line.contains("jpeg") && line.contains(" 600 ")),
        "it stands on the card: {listed}"
    );
    let refused = attach(&station, &luo, ("photo", json!([put(&station, "不是照片.jpg", b"text")])));
    assert_eq!(refused["failure"]["code"], "no_photo", "what is no picture is no photo");
    let large = put(&station, "录像.mp4", &vec![0; 50 * 1024 * 1024 + 1]);
    let refused = attach(&station, &luo, ("file", json!([large])));
    let told = refused["failure"]["message"].as_str().unwrap_or_default();
    assert_eq!(told, "“录像.mp4”超过50兆，不能作为附件，请压缩或拆开后再添加。");
}
