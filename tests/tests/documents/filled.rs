//! A station in which every one of the ten registers has something to show.

use serde_json::{Value, json};
use station_tests::station::{SAMPLES, Station, sample};

/// The samples that a new station takes in besides those that every station under test has.
const MORE: [(&str, &str); 3] =
    [("activities", "activities.xlsx"), ("contacts", "contacts.xlsx"), ("deeds", "deeds.xlsx")];

/// The samples whole, and by hand what no sample has: whom deputies keep in touch with, visits to constituencies, a
/// campaign.
pub fn filled() -> Station {
    let station = Station::with_samples();
    for (kind, file) in MORE.iter().filter(|(kind, _)| !SAMPLES.iter().any(|(known, _)| known == kind)) {
        let ran = station.import(kind, &sample(file));
        assert_eq!(ran.code, 0, "{file} is imported: {}{}", ran.out, ran.err);
    }
    let choices = station.call("choices", &Value::Null);
    let id = |list: &str, at: usize| choices[list][at]["id"].clone();
    let campaign = station.call("save_campaign", &json!({ "name": "双百帮扶", "since": "2023-01-01" }))["id"].clone();
    let standing = |at: usize, voter: &str| {
        json!({
            "person_id": id("deputies", at), "kind_id": "standing_kind.needy", "since": "2023-01-10", "target": 2,
            "voter": voter, "sex": "女", "birth": "1968", "village": "董北", "address": "2组", "phone": "13800001111",
            "situation": "独居，行动不便，盼望在村口修一个休息的凉亭", "campaigns": [campaign],
        })
    };
    let visit = |at: usize, day: &str| {
        json!({
            "constituency_id": id("constituencies", at), "happened_on": day, "deputies": [id("deputies", at)],
            "places": "1组、2组", "households": 12, "people": 30, "opinion_count": 3, "settled": 2,
            "content": "走访了解春耕用水和道路出行情况", "campaigns": [campaign],
        })
    };
    let pairing = json!({ "person_id": id("deputies", 0), "partner_id": id("deputies", 1), "kind_id": "pairing_kind.county",
        "since": "2023-01-01", "target": 2 });
    let calls = [
        ("save_standing", standing(0, "孙某")),
        ("save_standing", standing(3, "李某某")),
        ("save_standing", pairing),
        ("save_constituency_visit", visit(0, "2023-03-20")),
        ("save_constituency_visit", visit(0, "2023-11-08")),
        ("save_constituency_visit", visit(2, "2023-11-15")),
    ];
    for (answer, (name, input)) in station.calls(&calls).into_iter().zip(&calls) {
        assert!(answer["id"].is_string(), "{name} {input}: {answer}");
    }
    station
}
