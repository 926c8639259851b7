//! Papers besides the filled registers: blank forms, a deputy's bound set, sign-in sheets, the public board.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use station_tests::paper::{pages_of, said_by};
use station_tests::station::Station;

use crate::argument;
use crate::filled::filled;

/// Writes a paper as a PDF; the file, and what the clerk was told.
fn written(station: &Station, name: &str, paper: Value) -> PathBuf {
    let out = station.path(name);
    let ask = json!({ "paper": paper, "format": "pdf", "out": argument(&out) });
    let written = station.call("export_paper", &ask);
    assert_eq!(written["warnings"], json!([]), "{name}: every character has a font");
    let file = out.join(written["files"][0]["name"].as_str().unwrap_or_else(|| panic!("a file: {written}")));
    is_sound(&file);
    file
}

fn is_sound(file: &Path) {
    said_by("qpdf", &["--check"], file, &[]);
    let fonts = said_by("pdffonts", &[], file, &[]);
    let fonts: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(!fonts.is_empty() && fonts.iter().all(|f| f.contains("yes yes yes")), "fonts are embedded: {fonts:?}");
}

#[test]
fn papers_to_be_filled_in_by_hand() {
    let station = filled();
    let choices = station.call("choices", &Value::Null);
    let deputy = &choices["deputies"][0];
    for number in 1..=10 {
        let asked = json!({ "paper": "register", "number": number, "blank": 0 });
        let pages = pages_of(&written(&station, &format!("blank{number}"), asked));
        assert_eq!(pages.len(), if number == 2 { 1 } else { pages.len() }, "a card is one page");
        assert!(pages[0].contains("填报单位：清河镇人大代表联络站"), "form {number}: whose it is: {}", pages[0]);
    }
    let bound = json!({ "paper": "bound", "person_id": deputy["id"], "period": "2024年", "rows": 16 });
    let pages = pages_of(&written(&station, "bound", bound));
    let name = deputy["label"].as_str().expect("a name");
    assert!(pages[0].contains(name) && pages[0].contains("2024年"), "the cover says whose it is, and for when");
    assert!(pages.len() > 10, "a cover and the ten: {}", pages.len());
    let activities = station.call("activities", &json!({}));
    let largest = activities.as_array().into_iter().flatten().max_by_key(|a| a["planned"].as_i64());
    let largest = largest.expect("activities");
    let pages = pages_of(&written(&station, "sign-in", json!({ "paper": "sign_in", "id": largest["id"] })));
    let text = pages.concat();
    let expected: Vec<&str> = largest["expected"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert!(expected.len() > 100, "all deputies were to come: {}", expected.len());
    assert!(expected.iter().all(|who| text.contains(who)), "each has a line to sign on");
    assert!(pages.len() <= 3, "in two columns of names: {} pages", pages.len());
}

#[test]
fn the_public_board_in_both_sizes() {
    let station = filled();
    let roster = station.call("deputies", &json!({}));
    let names: Vec<&str> = roster.as_array().into_iter().flatten().filter_map(|d| d["name"].as_str()).collect();
    for (paper, size) in [("A4", "(A4)"), ("A3", "(A3)")] {
        let file = written(&station, paper, json!({ "paper": "board", "order": "strokes", "size": paper }));
        let text = pages_of(&file).concat();
        assert!(names.len() > 100 && names.iter().all(|name| text.contains(name)), "{paper}: everybody who sits");
        assert!(!text.contains("1399"), "{paper}: no telephone unless the station wants it");
        let info = said_by("pdfinfo", &[], &file, &[]);
        assert!(info.contains(size), "{paper}: {info}");
    }
}
