//! Every screen, at the standard size and at the largest: axe finds nothing serious, and nothing sticks out of 1366×768.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

use serde_json::{Value, json};
use station_tests::station::{PASSWORD, Station, TODAY};
use station_tests::window::{Window, key};

/// Addresses that need no fact of their own.
const PAGES: [&str; 50] = [
    "/home",
    "/deputies",
    "/deputies/new",
    "/districts",
    "/districts/new",
    "/blanks",
    "/visits",
    "/visits?tab=days",
    "/visits/new",
    "/calendar",
    "/roster",
    "/talks",
    "/talks/new",
    "/groups",
    "/groups/new",
    "/contacts",
    "/contacts/new",
    "/standing",
    "/standing/new",
    "/standing/new?pairing=1",
    "/rounds",
    "/rounds/new",
    "/activities",
    "/reviews",
    "/activities/new",
    "/deeds",
    "/deeds/new",
    "/board",
    "/units",
    "/matters",
    "/matters/new",
    "/registers?number=1&from=2023-01-01&to=2023-12-31",
    "/registers?number=3&from=2023-01-01&to=2023-12-31",
    "/registers?number=8&from=2023-11-01&to=2023-11-30",
    "/looks",
    "/reports",
    "/reports/receptions",
    "/reports/suggestions",
    "/settings/station",
    "/settings/rules",
    "/settings/holidays",
    "/settings/deadlines",
    "/settings/phrases",
    "/settings/intake",
    "/settings/import",
    "/settings/codes",
    "/settings/campaigns",
    "/settings/paper",
    "/settings/history",
    "/settings/about",
];

/// Dialogs and drawers: the page, what opens it, and what is then there.
const DIALOGS: [(&str, &str, &str); 5] = [
    ("/visits?tab=days", "new-day", "day-drawer"),
    ("/registers?number=3&from=2023-01-01&to=2023-03-31", "print-preview", "print-dialog"),
    ("/registers?number=3&from=2023-01-01&to=2023-03-31", "print-all", "print-queue"),
    ("/registers?number=3&from=2023-01-01&to=2023-03-31", "export", "export-dialog"),
    ("/home", "help", "help-text"),
];

/// The pages of one fact of each list.
fn of_facts(station: &Station) -> Vec<String> {
    let everything = json!({ "from": null, "to": null });
    let lists = [
        ("deputies", "deputies", "/edit"),
        ("visits", "visits", ""),
        ("contacts", "contacts", ""),
        ("activities", "activities", ""),
        ("deeds", "deeds", ""),
        ("matters", "matters", ""),
    ];
    let of = |(command, page, edit): (&str, &str, &str)| {
        let rows = station.call(command, &if command == "deputies" { json!({}) } else { everything.clone() });
        // A reception day opens among the days, not as an activity.
        let own = |row: &&Value| row["kind_id"] != "activity.reception_day";
        let id = rows.as_array().into_iter().flatten().find(own).and_then(|row| row["id"].as_str());
        let id = id.unwrap_or_else(|| panic!("{command} has a row: {rows}"));
        format!("/{page}/{id}{edit}")
    };
    lists.into_iter().map(of).collect()
}

#[test]
fn no_screen_has_a_serious_finding_or_sticks_out() {
    let station = Station::with_samples();
    let pages: Vec<String> = PAGES.iter().map(|page| (*page).to_owned()).chain(of_facts(&station)).collect();
    let window = Window::open_with(&station.data(), &["--today", TODAY]);
    window.load_axe();
    let mut found = vec![("locked".to_owned(), window.audit())];
    window.type_into("unlock-password", PASSWORD);
    window.press(key::ENTER);
    window.wait_for("menu-home");
    for size in ["1", "1.3"] {
        window.click(&format!("zoom-{size}"));
        for page in &pages {
            window.go(page);
            found.push((format!("{page} at {size}"), window.audit()));
        }
        for (page, button, dialog) in DIALOGS {
            window.go(page);
            window.wait_for(button);
            // The pointer of the driver does not know of the larger size.
            window.run(&format!("document.querySelector('[data-testid={button}]').click()"), vec![]);
            window.wait_for(dialog);
            found.push((format!("{dialog} at {size}"), window.audit()));
            window.press(key::ESCAPE);
            window.wait_gone(dialog);
        }
    }
    let wrong: Vec<Value> =
        found.into_iter().filter(|(_, f)| !f.is_empty()).map(|(page, f)| json!({ page: f })).collect();
    assert!(wrong.is_empty(), "whoever sees badly or has no mouse must get along: {:#}", json!(wrong));
}
