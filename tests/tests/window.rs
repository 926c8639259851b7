//! The clerk's first month in the real window: set up, take in the roster, register, see it everywhere, send it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

use std::path::Path;
use std::thread;
use std::time::Duration;

use serde_json::Value;
use station_tests::station::{PASSWORD, SITES, Station, TODAY, sample};
use station_tests::window::{Window, key};

/// What the visitor of the one reception says.
const WORDS: &str = "东关村东头路灯坏了两个多月，老人晚上出门不方便";
/// A deputy whose name ends beyond the basic plane, as the roster writes it, and his initials.
const RARE: (&str, &str) = ("盖福𬭎", "gfh");
/// Another one.
const PLAIN: (&str, &str) = ("田波鹏", "tbp");
/// Longer than a draft waits for the next key, and than storing it takes on a busy machine.
const DRAFT_KEPT: Duration = Duration::from_secs(2);

fn open(data: &Path) -> Window {
    Window::open_with(data, &["--today", TODAY])
}

fn unlocked(data: &Path) -> Window {
    let window = open(data);
    unlock(&window, PASSWORD);
    window.wait_for("menu-home");
    window
}

fn unlock(window: &Window, password: &str) {
    window.type_into("unlock-password", password);
    window.press(key::ENTER);
}

/// Takes a choice of a list as a clerk does: its initials or its beginning, and Enter.
fn choose(window: &Window, testid: &str, typed: &str) {
    window.type_into(testid, typed);
    window.press(key::ENTER);
}

/// Fills in the reception of 9 November 2023 at 东关联络点, a day that no roster has, and does not save it.
fn fill_in(window: &Window) {
    window.click("enter");
    choose(window, "happened-on", "20231109");
    choose(window, "site", "东关");
    choose(window, "deputies", RARE.1);
    window.type_text(PLAIN.1);
    window.press(key::ENTER);
    assert_eq!(window.texts("deputies-chip").len(), 2, "initials and Enter pick one deputy each");
    window.type_into("party-name-0", "杨䶮");
    choose(window, "party-village-0", "东关");
    window.type_into("party-phone-0", "13800010001");
    window.type_into("matter-words-0", WORDS);
    choose(window, "matter-category-0", "道路");
    choose(window, "matter-route-0", "转镇政府");
    choose(window, "matter-unit-0", "交通办");
}

/// Opens the registers of November 2023.
fn registers(window: &Window) {
    window.click("menu-registers");
    for (field, day) in [("period-from", "20231101"), ("period-to", "20231130")] {
        choose(window, field, day);
    }
}

/// Waits until the register shows each of the texts.
fn shows(window: &Window, register: &str, texts: &[&str]) {
    window.click(&format!("register-{register}"));
    for text in texts {
        window.wait_for_text("paper", text);
    }
}

/// Waits until the sheet of a deputy shows each of the texts: a month has a hundred sheets, and not all are drawn at once.
fn shows_of(window: &Window, deputy: &str, texts: &[&str]) {
    choose(window, "register-person", deputy);
    shows(window, "8", texts);
}

/// Waits until a list that is asked anew no longer has the text.
fn shows_no(window: &Window, register: &str, text: &str) {
    window.click(&format!("register-{register}"));
    for _ in 0..100 {
        if !window.text("paper").contains(text) {
            return;
        }
        thread::sleep(Duration::from_millis(50));
    }
    panic!("form {register} still shows {text}: {}", window.text("paper"));
}

/// Opens the figures of November 2023.
fn figures(window: &Window) {
    window.click("menu-reports");
    window.click("month-back");
    window.click("month-back");
    window.wait_for_text("month", "11");
}

/// Waits until the figure of that site has the value.
fn figure(window: &Window, site: &str, key: &str, value: &str) {
    window.wait_for_text(&format!("figure-{site}-{key}"), value);
}

/// Registers it, and waits until it is stored.
fn register(window: &Window) {
    fill_in(window);
    window.click("save");
    window.wait_for_text("toast", "JD-2023-");
    window.wait_gone("reception-form");
}

fn set_up(window: &Window) {
    window.type_into("station-name-field", "清河镇人大代表联络站");
    window.click("station-level-镇");
    window.click("setup-next");
    for (at, site) in SITES.iter().enumerate() {
        window.click("add-site");
        window.type_into(&format!("site-name-{at}"), site);
    }
    window.click("setup-next");
    window.type_into("station-term", "5");
    window.click("setup-next");
    window.type_into("account", "李敏");
    window.type_into("password", PASSWORD);
    window.type_into("password-again", "another one");
    window.click("setup-next");
    window.wait_for("password-again");
    assert_eq!(window.count("recovery-code"), 0, "two passwords that differ found no station");
    window.type_into("password-again", PASSWORD);
    window.click("setup-next");
    let code = window.text("recovery-code");
    assert!(code.chars().filter(char::is_ascii_alphanumeric).count() >= 20, "a recovery code to copy by hand: {code}");
    window.click("copied");
    window.click("code-done");
}

/// Takes in a file by its path, after a look at what it brings.
fn take_in(window: &Window, kind: &str, file: &str, new: &str) {
    window.click(&format!("import-kind-{kind}"));
    window.type_into("import-paths", sample(file).to_str().expect("a plain path"));
    window.click("import-preview");
    window.wait_for_text("import-counts", new);
    window.click("import-run");
    window.wait_for_text("import-done", file);
}

/// Sends November 2023 into the folder; what the window says was written, and where.
fn send(window: &Window, out: &Path) -> (String, String) {
    figures(window);
    window.click("send");
    window.type_into("out-path", out.to_str().expect("a plain path"));
    window.click("send-run");
    window.wait_for_text("written", "读回核对无误");
    (window.text("written"), window.text("written-folder"))
}

#[test]
fn a_station_is_set_up_and_its_first_month_goes_out() {
    let place = tempfile::tempdir().unwrap();
    let window = open(&place.path().join("data"));
    set_up(&window);
    window.click("import-roster");
    take_in(&window, "districts", "districts.xlsx", "新增 40");
    take_in(&window, "deputies", "roster-town.xlsx", "新增 115");
    window.click("menu-deputies");
    window.wait_for_text("deputies", "罗建");

    register(&window);
    registers(&window);
    shows(&window, "3", &["2023-11-09", "东关联络点", RARE.0, PLAIN.0]);
    shows(&window, "4", &[WORDS, "杨䶮", RARE.0]);
    shows(&window, "8", &["在东关联络点接待选民1批1人", RARE.0]);

    let (said, folder) = send(&window, place.path());
    assert!(said.contains("第 1 版"), "what was sent is kept as the first edition: {said}");
    let manifest = std::fs::read_dir(&folder).unwrap().find_map(|entry| {
        let path = entry.unwrap().path();
        path.extension().is_some_and(|e| e == "json").then(|| std::fs::read_to_string(path).unwrap())
    });
    let manifest: Value = serde_json::from_str(&manifest.expect("a manifest lies beside the files")).unwrap();
    let files = manifest["files"].as_array().expect("the manifest lists files");
    assert!(files.len() >= 5, "the workbook, the report and the registers: {manifest}");
    for file in files {
        let path = Path::new(&folder).join(file["name"].as_str().expect("a name"));
        assert!(path.metadata().is_ok_and(|m| m.len() > 0), "{} was written", path.display());
    }
}

#[test]
fn one_reception_is_in_forms_3_4_and_8_and_in_the_figures_changes_in_all_and_is_undone_in_all() {
    let station = Station::with_samples();
    let window = unlocked(&station.data());
    fill_in(&window);
    for form in ["表3", "表4", "表8"] {
        window.wait_for_text("writes", form);
    }
    window.click("save");
    window.wait_for_text("toast", "表8");
    window.wait_gone("reception-form");
    registers(&window);
    shows(&window, "3", &["2023-11-09", "东关联络点"]);
    shows(&window, "4", &[WORDS, "杨䶮"]);
    shows_of(&window, RARE.1, &["在东关联络点接待选民1批1人", RARE.0]);
    figures(&window);
    figure(&window, "东关联络点", "visits", "1");
    window.click("figure-东关联络点-visits");
    window.wait_for_text("figure-rows", "共 1 行");
    window.click_on("paper-cell", WORDS);

    // Other words, another site: nothing else is touched.
    window.wait_for("reception-form");
    window.wait_for_text("matter-words-0", WORDS);
    window.type_into("matter-words-0", "东关村自来水浑浊");
    choose(&window, "site", "仁庄");
    window.click("save");
    window.wait_gone("reception-form");
    changed(&window);

    window.click("undo");
    registers(&window);
    shows(&window, "4", &[WORDS]);
    window.click("undo");
    choose(&window, "register-person", RARE.1);
    for (form, text) in [("4", WORDS), ("3", "2023-11-09"), ("8", "2023-11-09")] {
        shows_no(&window, form, text);
    }
    figures(&window);
    figure(&window, "东关联络点", "visits", "0");
    window.click("redo");
    figure(&window, "东关联络点", "visits", "1");
    window.click("redo");
    changed(&window);
}

/// The corrected reception, at every place where the first one was.
fn changed(window: &Window) {
    registers(window);
    shows(window, "4", &["东关村自来水浑浊", "仁庄联络点"]);
    shows_no(window, "4", WORDS);
    shows(window, "3", &["2023-11-09", "仁庄联络点"]);
    shows_no(window, "3", "东关联络点");
    shows_of(window, RARE.1, &["在仁庄联络点接待选民1批1人"]);
    figures(window);
    figure(window, "仁庄联络点", "visits", "1");
    figure(window, "东关联络点", "visits", "0");
}

#[test]
fn a_wrong_password_says_so_and_the_right_one_opens() {
    let station = Station::founded();
    let window = unlocked(&station.data());
    window.click("lock");
    unlock(&window, "wrong horse");
    window.wait_for_text("failure", "密码不对");
    assert_eq!(window.count("menu-home"), 0, "a wrong password opens nothing");
    unlock(&window, PASSWORD);
    window.wait_for("menu-home");
}

#[test]
fn a_half_typed_reception_survives_a_killed_program() {
    let station = Station::founded();
    let window = unlocked(&station.data());
    window.click("enter");
    window.type_into("party-name-0", "杨䶮");
    window.type_into("matter-words-0", WORDS);
    thread::sleep(DRAFT_KEPT);
    window.kill();

    let window = unlocked(&station.data());
    window.click("draft-continue");
    window.wait_for_text("matter-words-0", WORDS);
    assert_eq!(window.value("party-name-0"), "杨䶮", "also what was typed before the last field");
    window.click("save");
    window.wait_gone("reception-form");
    window.click("menu-home");
    window.wait_gone("home-draft");
}

#[test]
fn the_enter_that_takes_pinyin_neither_moves_nor_saves() {
    let station = Station::founded();
    let window = unlocked(&station.data());
    window.click("enter");
    window.type_into("party-name-0", "");
    window.commit_with_enter("杨䶮");
    assert_eq!((window.focused().as_str(), window.value("party-name-0").as_str()), ("party-name-0", "杨䶮"));
    window.press(key::ENTER);
    assert_eq!(window.focused(), "party-village-0", "an Enter of its own moves on");
    window.commit_with_enter("东关");
    assert_eq!(window.focused(), "party-village-0", "nor in a field with a list");
    assert_eq!(window.count("toast"), 0, "nothing was saved");
    window.type_into("matter-words-0", "路灯");
    window.press(key::SAVE);
    window.wait_for_text("toast", "JD-2024-0001");
}

#[test]
fn saving_takes_what_is_still_being_typed_and_stops_at_a_date_that_is_none() {
    let station = Station::founded();
    let window = unlocked(&station.data());
    window.click("enter");
    window.type_into("party-name-0", "杨䶮");
    window.type_into("matter-words-0", WORDS);
    window.type_into("happened-on", "0230");
    window.press(key::SAVE);
    assert_eq!(window.focused(), "happened-on", "30 February is no day, and no other is stored in its place");
    assert_eq!(window.count("toast"), 0, "nothing was saved");
    window.type_into("happened-on", "0103");
    window.press(key::SAVE);
    window.wait_gone("reception-form");
    window.wait_for_text("visits", "2024-01-03");
}
