//! look (temporary)
#![allow(clippy::all, clippy::pedantic, clippy::unwrap_used, clippy::expect_used, missing_docs)]
use station_tests::station::{PASSWORD, Station};
use station_tests::window::{Window, key};
use std::path::Path;

fn shot(w: &Window, name: &str) {
    std::thread::sleep(std::time::Duration::from_millis(700));
    std::fs::create_dir_all("/tmp/look").unwrap();
    w.picture(&Path::new("/tmp/look").join(format!("{name}.png")));
}
fn go(w: &Window, path: &str) {
    w.run("location.hash = arguments[0]", vec![serde_json::json!(path)]);
}

#[test]
fn look() {
    let s = Station::with_samples();
    let zoom = std::env::var("LOOK_ZOOM").unwrap_or_default();
    let w = Window::open_with(&s.data(), &["--today", "2024-01-05"]);
    shot(&w, "00-unlock");
    w.type_into("unlock-password", PASSWORD);
    w.press(key::ENTER);
    w.wait_for("menu-home");
    if !zoom.is_empty() {
        w.run("[...document.querySelectorAll('.zoom button')].at(-1).click()", vec![]);
    }
    let z = if zoom.is_empty() { "" } else { "big-" };
    let shot = |n: &str| shot(&w, &format!("{z}{n}"));
    shot("01-home");
    w.click("menu-deputies");
    shot("02-deputies");
    w.run("document.querySelector('[data-testid=deputies] [role=row]:nth-child(1)')", vec![]);
    w.run("document.querySelector('[data-testid=deputies] .rows .row').click()", vec![]);
    w.wait_for("deputy-drawer");
    shot("03-deputy-drawer");
    w.click("edit-deputy");
    w.wait_for("deputy-form");
    shot("04-deputy-form");
    w.click("deputy-more");
    w.run("document.querySelector('[data-testid=deputy-form]').scrollTo(0,9999)", vec![]);
    shot("05-deputy-form-more");
    w.click("menu-visits");
    shot("06-visits");
    w.run("document.querySelector('[data-testid=visits] .rows .row').click()", vec![]);
    w.wait_for("reception-form");
    shot("07-reception");
    w.click("menu-visits");
    w.click("tab-days");
    shot("08-days");
    w.type_into("period-from", "20230101");
    w.press(key::ENTER);
    w.press(key::TAB);
    shot("09-days-2023");
    w.click("day-open");
    w.wait_for("day-drawer");
    shot("10-day-drawer");
    w.press(key::ESCAPE);
    w.click("menu-matters");
    shot("11-matters");
    w.run("document.querySelector('[data-testid=matters] .rows .row').click()", vec![]);
    shot("12-matter");
    w.click("menu-registers");
    w.type_into("period-from", "20231101");
    w.press(key::TAB);
    w.type_into("period-to", "20231130");
    w.press(key::TAB);
    for n in ["2", "3", "4", "8", "9", "10"] {
        w.click(&format!("register-{n}"));
        shot(&format!("13-register-{n}"));
    }
    w.click("register-4");
    w.click("print-preview");
    w.wait_for("pdf");
    std::thread::sleep(std::time::Duration::from_secs(4));
    shot("14-pdf");
    w.press(key::ESCAPE);
    w.wait_gone("pdf");
    w.click("export");
    w.wait_for("export-dialog");
    shot("15-export");
    w.press(key::ESCAPE);
    w.click("menu-reports");
    shot("16-reports");
    w.click("month-back");
    w.click("month-back");
    shot("17-reports-2023-11");
    w.click("figure-visits");
    w.wait_for("figure-rows");
    shot("18-figure");
    w.press(key::ESCAPE);
    w.click("tab-paper");
    shot("19-report-paper");
    w.click("send");
    w.wait_for("send-dialog");
    shot("20-send");
    w.press(key::ESCAPE);
    for t in ["station", "import", "history", "check", "about"] {
        go(&w, &format!("#/settings/{t}"));
        if t == "check" {
            w.click("check");
        }
        shot(&format!("21-settings-{t}"));
    }
    w.press(key::F1);
    shot("22-help");
    w.press(key::F1);
    w.click("enter");
    shot("23-enter");
    w.click("enter-matter");
    shot("24-enter-matter");
}
