//! The three editions: what is whole, what is masked, what is left out, in every kind of file.

use std::collections::BTreeSet;

use station_table::{Cell, Document};
use station_tests::paper::{columns_of, dense, pages_of, sheets_of};
use station_tests::station::{Station, truth};

use crate::exported::{Exported, NUMBERS, all};

const YEAR: (&str, &str) = ("2023-01-01", "2023-12-31");

/// What is known of people in the samples.
struct Known {
    residents: BTreeSet<String>,
    deputies: BTreeSet<String>,
    ids: BTreeSet<String>,
}

impl Known {
    fn of_the_samples() -> Self {
        let truth = truth();
        let all = |list: &str, key: &str| {
            let rows = truth[list].as_array().into_iter().flatten();
            rows.filter_map(|row| row[key].as_str()).map(str::to_owned).collect::<BTreeSet<String>>()
        };
        Self { residents: all("visits", "phone"), deputies: all("deputies", "phone"), ids: all("deputies", "idno") }
    }
}

#[test]
fn each_edition_shows_what_it_may() {
    let (station, known) = (Station::with_samples(), Known::of_the_samples());
    assert!(
        known.residents.len() > 40 && known.deputies.len() > 100 && known.ids.len() > 100,
        "there is something to hide"
    );
    for (edition, residents, deputies) in [("内部", true, true), ("上报", false, true), ("公示", false, false)] {
        let (registers, _) = all(&station, YEAR, edition);
        for text in registers.iter().flat_map(texts_of) {
            let seen = |whole: &BTreeSet<String>| whole.iter().filter(|w| text.contains(w.as_str())).count();
            assert_eq!(seen(&known.ids), 0, "{edition}: an ID number is never whole");
            assert!(residents || seen(&known.residents) == 0, "{edition}: no phone of a resident is whole");
            assert!(deputies || seen(&known.deputies) == 0, "{edition}: no phone of a deputy");
        }
        shows(&registers, &known, (residents, deputies));
    }
}

/// What an edition has is there, in the form that it may have, in each kind of file.
fn shows(registers: &[Exported], known: &Known, (residents, deputies): (bool, bool)) {
    if !deputies {
        return;
    }
    let masked = |of: &BTreeSet<String>, first| of.iter().map(|whole| mask(whole, first, 4)).collect();
    let visitors = if residents { known.residents.clone() } else { masked(&known.residents, 3) };
    let expected = [
        (2, masked(&known.ids, 6), "an ID number keeps its ends"),
        (4, visitors, "a resident's phone is whole inside, 139****0000 when it leaves"),
        (9, known.deputies.clone(), "a deputy can be called"),
    ];
    for (number, words, why) in expected {
        let at = NUMBERS.iter().position(|known| *known == number).expect("there is such a register");
        for text in texts_of(&registers[at]) {
            assert_eq!(count(&words, &text), words.len(), "{}: {why}", registers[at].document.name);
        }
    }
}

fn count(words: &BTreeSet<String>, text: &str) -> usize {
    words.iter().filter(|word| text.contains(word.as_str())).count()
}

fn mask(text: &str, first: usize, last: usize) -> String {
    let hidden = "*".repeat(text.len() - first - last);
    format!("{}{hidden}{}", &text[..first], &text[text.len() - last..])
}

/// The text of the three files of a register.
fn texts_of(made: &Exported) -> [String; 3] {
    let cells: Vec<String> = sheets_of(&made.xlsx).into_iter().flat_map(|(_, rows)| rows.concat()).collect();
    let plain = std::fs::read_to_string(&made.csv).expect("it is UTF-8");
    [pages_of(&made.pdf).concat(), dense(&cells.join("|")), dense(&plain)]
}

#[test]
fn the_public_edition_has_public_columns_only() {
    let station = Station::with_samples();
    let (inside, _) = all(&station, YEAR, "内部");
    let (outside, _) = all(&station, YEAR, "公示");
    let mut numbers = 0;
    for (inside, outside) in inside.iter().zip(&outside) {
        let name = &outside.document.name;
        let keys = |document: &Document| columns_of(document).into_iter().cloned().collect::<Vec<_>>();
        let public: Vec<_> = keys(&inside.document).into_iter().filter(|column| column.public).collect();
        assert_eq!(keys(&outside.document), public, "{name}: what is marked public, in its order, and nothing else");
        assert!(public.len() < keys(&inside.document).len(), "{name}: something is not public");
        for hidden in only_inside(&inside.document, &outside.document) {
            let found = texts_of(outside).iter().position(|text| text.contains(&dense(&hidden)));
            assert_eq!(found, None, "{name}: “{hidden}” stands in no file of the public edition");
            numbers += 1;
        }
    }
    assert!(numbers > 200, "phones, ID numbers and numbers of receptions were looked for: {numbers}");
}

#[test]
fn the_public_edition_says_neither_whom_a_deputy_contacted_nor_what_was_said() {
    let (station, truth) = (Station::with_samples(), truth());
    let contacts = truth["contacts"].as_array().expect("there are contacts");
    let said = |contact: &serde_json::Value| {
        let voter = contact["voter"].as_str().map(|voter| format!("联系选民{voter}"));
        voter.into_iter().chain(contact["opinion"].as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    let words: BTreeSet<String> = contacts.iter().flat_map(said).map(|word| dense(&word)).collect();
    for (edition, least, most) in [("内部", words.len(), words.len()), ("公示", 0, 0)] {
        let (registers, _) = all(&station, YEAR, edition);
        for text in texts_of(&registers[7]) {
            let found = count(&words, &text);
            assert!((least..=most).contains(&found), "form 8 in the edition {edition}: {found} of {}", words.len());
        }
    }
}

/// Phones and numbers of the receptions and cards that only the inner edition shows.
fn only_inside(inside: &Document, outside: &Document) -> Vec<String> {
    let texts = |document: &Document| -> BTreeSet<String> {
        let rows = document.tables().flat_map(|t| &t.rows).flat_map(|r| &r.cells);
        let long =
            |cell: &Cell| matches!(cell, Cell::Text(text) if text.chars().filter(char::is_ascii_digit).count() >= 7);
        rows.filter(|cell| long(cell)).map(Cell::shown).collect()
    };
    texts(inside).difference(&texts(outside)).cloned().collect()
}
