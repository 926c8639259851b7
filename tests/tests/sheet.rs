//! Lists that behave like a sheet, in the real window with a real input method, a real clipboard and a real wheel.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};
use station_tests::ime::{Ime, Letters};
use station_tests::screen::Screen;
use station_tests::station::{PASSWORD, Station, TODAY, sample};
use station_tests::window::{Window, key};

const HEADINGS: [&str; 9] =
    ["日期", "代表姓名", "联系方式", "选民姓名", "人数", "村", "宣传内容", "选民反映的意见", "处理去向"];
/// The first eight columns of the list, as its rows have them.
const COLUMNS: [&str; 8] = ["date", "deputy", "way", "voter", "people", "village", "promoted", "opinion"];
/// How far right 选民 stands.
const VOTER: usize = 3;
/// Two rows: a band this high without anything on it was not drawn. Less is seen where a picture is caught between two.
const BAND: usize = 76;

/// A station with so many contacts, the newest first, each of another voter.
fn with_contacts(count: u32) -> Station {
    let station = Station::founded();
    let file = station.path("contacts.xlsx");
    write_contacts(&file, count);
    for (kind, file) in [("deputies", sample("roster-town.xlsx")), ("contacts", file)] {
        let ran = station.import(kind, &file);
        assert_eq!(ran.code, 0, "{kind} are taken in: {}{}", ran.out, ran.err);
    }
    station
}

fn write_contacts(file: &Path, count: u32) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write_string(0, column, heading).unwrap();
    }
    for at in 0..count {
        let date = format!("2023-{:02}-{:02}", 1 + at / 28 % 12, 1 + at % 28);
        let cells = [&date, "罗建", "上门走访", &voter(at), "1", "东关村", "宣传内容", "意见", "无需处理"];
        for (column, text) in (0..).zip(cells) {
            sheet.write_string(at + 1, column, text).unwrap();
        }
    }
    station_machine::files::write(file, &book.save_to_buffer().unwrap()).unwrap();
}

/// A name of its own for each; one with digits would be doubted.
fn voter(at: u32) -> String {
    let digit = |c: char| "零一二三四五六七八九".chars().nth(c.to_digit(10).unwrap() as usize).unwrap();
    format!("王{}", at.to_string().chars().map(digit).collect::<String>())
}

fn open(station: &Station, letters: Letters) -> Window {
    let window = Window::open_with_ime(&station.data(), &["--today", TODAY], letters);
    window.type_into("unlock-password", PASSWORD);
    window.press(key::ENTER);
    window.wait_for("menu-home");
    window.run("location.hash = '#/contacts'", vec![]);
    window.wait_for("contacts-row");
    window.click("contacts-sheet");
    window
}

/// Puts the cursor into the first row, so many columns to the right.
fn first_row(window: &Window, right: usize) {
    window.click("contacts-row");
    window.ime().press(&["ctrl+Home"]);
    window.ime().press(&vec!["Right"; right]);
}

/// What stands in the box that lies over the active cell, seen or not.
fn typed(window: &Window) -> String {
    let script = "return document.querySelector('[data-testid=contacts-cell]').value";
    window.run(script, vec![]).as_str().unwrap().to_owned()
}

/// The keys of the first rows, top to bottom.
fn keys(window: &Window, count: usize) -> Vec<String> {
    let script = "return [...document.querySelectorAll('[data-testid=contacts-row]')].map(row => row.dataset.id)";
    let mut seen = Vec::new();
    while seen.len() < count {
        for key in window.run(script, vec![]).as_array().unwrap() {
            let key = key.as_str().unwrap().to_owned();
            if !seen.contains(&key) {
                seen.push(key);
            }
        }
        window.ime().press(&["Next"]);
    }
    seen.truncate(count);
    seen
}

/// The contacts as they are stored, once the window has let go of them.
fn stored(station: &Station) -> Vec<Value> {
    let all =
        json!({ "from": null, "to": null, "person_id": null, "team_id": null, "campaign_id": null, "search": null });
    station.call("contacts", &all).as_array().unwrap().clone()
}

fn chinese_is_typed_at_once(letters: Letters) {
    let station = with_contacts(24);
    let window = open(&station, letters);
    let ime: &Ime = window.ime();
    first_row(&window, VOTER);
    ime.types("nihao");
    assert_eq!(typed(&window).is_empty(), letters == Letters::Beside, "where the letters stand: {}", typed(&window));
    ime.press(&["space"]);
    assert_eq!(typed(&window), "你好", "nothing of the pinyin is lost, and nothing is left of it");
    ime.press(&["Return"]);
    ime.types("wo");
    ime.press(&["space", "Return"]);
    ime.press(&["Shift_L"]);
    ime.types("abc");
    ime.press(&["Tab"]);
    for text in ["你好", "我", "abc"] {
        window.wait_for_text("contacts-row", text);
    }
    window.wait_for("toast");
    ime.press(&["ctrl+z"]);
    window.wait_for_text("toast", "已撤销");
    window.close();
    let voters: Vec<Value> = stored(&station).iter().map(|row| row["voter"].clone()).collect();
    for text in ["你好", "我"] {
        assert!(voters.contains(&json!(text)), "{text} is stored: {voters:?}");
    }
    assert!(!voters.contains(&json!("abc")), "on a cell Ctrl+Z takes back what was saved last: {voters:?}");
}

#[test]
fn chinese_is_typed_at_once_on_a_selected_cell() {
    chinese_is_typed_at_once(Letters::Beside);
}

#[test]
fn chinese_is_typed_at_once_with_its_letters_in_the_cell() {
    chinese_is_typed_at_once(Letters::InText);
}

/// Twenty rows of eight as a clerk has them: dates in four ways, line breaks, blanks, quotes.
fn block() -> Vec<[String; 8]> {
    let dates = ["2024-01-03", "0104", "1月2日", "20231231"];
    let row = |at: usize| {
        [
            dates[at % 4].to_owned(),
            if at.is_multiple_of(3) { "罗建、田波鹏" } else { "田波鹏" }.to_owned(),
            "电话".to_owned(),
            format!("张{}", voter(u32::try_from(at).unwrap())),
            (at + 2).to_string(),
            if at.is_multiple_of(2) { "" } else { "仁庄" }.to_owned(),
            if at % 4 == 1 { "" } else { "第一行\n第二行" }.to_owned(),
            format!("他说\"好{at}\"，\n\n还说  不急"),
        ]
    };
    (0..20).map(row).collect()
}

/// What is stored of a row of the block.
fn expected(row: &[String; 8]) -> [Value; 8] {
    let date = match row[0].as_str() {
        "0104" => "2024-01-04",
        "1月2日" => "2024-01-02",
        "20231231" => "2023-12-31",
        other => other,
    };
    let mut values = row.clone().map(|text| if text.is_empty() { Value::Null } else { json!(text) });
    values[0] = json!(date);
    values[4] = json!(row[4].parse::<i64>().unwrap());
    values
}

/// As WPS and Excel write it: quotes where a cell needs them, a line break at the end; and one empty row more.
fn as_text(block: &[[String; 8]]) -> String {
    let field = |text: &String| {
        if text.contains(['\n', '"']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.clone() }
    };
    let line = |row: &[String; 8]| row.each_ref().map(field).join("\t");
    let lines: Vec<String> = block.iter().chain([&Default::default()]).map(line).collect();
    lines.join("\r\n") + "\r\n"
}

/// As LibreOffice writes it, but with the hard blanks of Excel, and with one empty row more.
fn as_html(block: &[[String; 8]]) -> String {
    let cell = |text: &String| match text.as_str() {
        "" => "\t\t<td height=\"17\" align=\"left\"><br></td>\n".to_owned(),
        text => format!(
            "\t\t<td align=\"left\"><font face=\"Noto Sans CJK SC\">{}</font></td>\n",
            text.replace('"', "&quot;").replace("  ", "&nbsp; ").replace('\n', "<br>")
        ),
    };
    let line = |row: &[String; 8]| format!("\t<tr>\n{}\t</tr>\n", row.each_ref().map(cell).concat());
    let lines: String = block.iter().chain([&Default::default()]).map(line).collect();
    format!(
        "<!DOCTYPE html>\n<html>\n<head>\n\t<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"/>\n\
         \t<style type=\"text/css\">\n\t\ttd {{ font-size:x-small }}\n\t</style>\n</head>\n<body>\n\
         <table cellspacing=\"0\" border=\"0\">\n\t<colgroup span=\"8\" width=\"85\"></colgroup>\n{lines}</table>\n</body>\n</html>"
    )
}

fn a_block_is_pasted(kind: &str, content: &str) {
    let station = with_contacts(24);
    let before = stored(&station);
    let window = open(&station, Letters::Beside);
    first_row(&window, 0);
    let shown = keys(&window, 24);
    window.ime().press(&["ctrl+Home"]);
    window.ime().copy(kind, content);
    window.ime().press(&["ctrl+v"]);
    window.wait_for_text("contacts-plan", "20 行 × 8 列");
    window.click("contacts-plan-ok");
    window.wait_for("toast");
    assert_eq!(window.count("contacts-forget"), 0, "every cell was taken: {}", window.text("contacts"));
    window.close();
    let after = stored(&station);
    let of = |rows: &[Value], key: &String| {
        let row = rows.iter().find(|row| row["id"] == json!(key)).expect("the row is still there");
        COLUMNS.map(|column| row[column].clone())
    };
    for (row, key) in block().iter().zip(&shown) {
        assert_eq!(of(&after, key), expected(row), "cell for cell what was copied");
    }
    for key in &shown[20..] {
        assert_eq!(of(&after, key), of(&before, key), "the empty row at the end of the block blanks nothing");
    }
}

#[test]
fn a_block_of_20_by_8_is_pasted_from_a_table() {
    a_block_is_pasted("text/html", &as_html(&block()));
}

#[test]
fn a_block_of_20_by_8_is_pasted_from_text() {
    a_block_is_pasted("text/plain;charset=utf-8", &as_text(&block()));
}

/// Waits until the rows are not only in the page but on the screen.
fn drawn(screen: &Screen, rectangle: [usize; 4]) {
    for _ in 0..100 {
        if screen.frame().unwrap().longest_blank(rectangle) < BAND {
            return;
        }
        thread::sleep(Duration::from_millis(50));
    }
    panic!("the screen never shows the rows");
}

/// What the screen showed of a rectangle while something happened: how many pictures unlike the one before, and the
/// highest band without anything on it.
fn watched(screen: &Screen, rectangle: [usize; 4], happens: impl FnOnce()) -> (usize, usize) {
    drawn(screen, rectangle);
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        let watch = scope.spawn(|| {
            let mut last = screen.frame().unwrap();
            let mut seen = (0, last.longest_blank(rectangle));
            while !over.load(Ordering::Relaxed) {
                let frame = screen.frame().unwrap();
                if frame != last {
                    seen = (seen.0 + 1, seen.1.max(frame.longest_blank(rectangle)));
                    last = frame;
                }
            }
            seen
        });
        happens();
        over.store(true, Ordering::Relaxed);
        watch.join().unwrap()
    })
}

#[test]
fn ten_thousand_rows_scroll_without_blank_bands_in_600_nodes() {
    let station = with_contacts(10_000);
    let window = open(&station, Letters::Beside);
    let nodes = || {
        let count = "return document.querySelectorAll('[data-testid=contacts] *').length + 1";
        window.run(count, vec![]).as_u64().unwrap()
    };
    window.wait_for_text("contacts", "共 10000 行");
    assert!(nodes() <= 600, "{} nodes before scrolling", nodes());
    let rows = "const pane = document.querySelector('[data-testid=contacts] [role=grid]').parentElement.getBoundingClientRect();
        return [pane.left, pane.top + 38, pane.left + 100, pane.bottom].map(Math.round)";
    let rows: [usize; 4] = serde_json::from_value(window.run(rows, vec![])).unwrap();
    let pointer = (i64::try_from(rows[0]).unwrap() + 300, i64::try_from(rows[1]).unwrap() + 200);
    let (pictures, blank) = watched(window.screen(), rows, || {
        for clicks in [120, 120, -80, 200, -40] {
            window.ime().turn_wheel(pointer, clicks);
        }
    });
    assert!(pictures > 20, "the wheel moved the rows: {pictures} pictures");
    assert!(blank < BAND, "a band of {blank} points without anything on it");
    assert!(nodes() <= 600, "{} nodes after scrolling", nodes());
    window.run("document.querySelector('[data-testid=contacts-cell]').focus()", vec![]);
    window.ime().press(&["ctrl+End"]);
    window.wait_for_text("contacts", "第 10000 行");
}
