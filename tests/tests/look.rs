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
    w.run(&format!("location.hash = '{path}'"), vec![]);
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
        std::thread::sleep(std::time::Duration::from_secs(2));
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
    w.wait_for_text("visits", "转镇政府");
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

#[test]
fn look2() {
    let s = Station::with_samples();
    let w = Window::open_with(&s.data(), &["--today", "2024-01-05"]);
    w.type_into("unlock-password", PASSWORD);
    w.press(key::ENTER);
    w.wait_for("menu-home");
    let shot = |n: &str| shot(&w, &format!("b-{n}"));
    // matters to 办结
    w.click("menu-matters");
    w.wait_for_text("matters", "办理中");
    w.run("[...document.querySelectorAll('[data-testid=matters] .rows .row')].find(r => r.innerText.includes('办理中')).click()", vec![]);
    shot("01-matter-open");
    let offers =
        w.run("return [...document.querySelectorAll('[data-testid^=offer]')].map(e => e.dataset.testid)", vec![]);
    println!("offers {offers}");
    w.click("offer-replied");
    w.wait_for("step-form");
    w.type_into("step-words", "已修好路面215米");
    shot("02-replied");
    w.click("save-step");
    w.wait_for("toast");
    shot("03-replied-saved");
    w.click("offer-told");
    w.wait_for("step-form");
    w.type_into("step-way_id", "dh");
    w.press(key::ENTER);
    shot("04-told-way");
    w.type_into("step-grade_id", "满意");
    w.press(key::ENTER);
    shot("04-told");
    w.click("save-step");
    w.wait_for_text("toast", "告知");
    shot("05-told-saved");
    let offers =
        w.run("return [...document.querySelectorAll('[data-testid^=offer]')].map(e => e.dataset.testid)", vec![]);
    println!("offers {offers}");
    w.click("offer-closed");
    w.wait_for("step-form");
    shot("06-closing");
    w.click("save-step");
    shot("07-closed");
    // toast undo
    w.click("toast-undo");
    shot("08-toast-undone");
    // ctrl+z outside text
    w.run("document.activeElement.blur()", vec![]);
    w.press(key::UNDO);
    shot("09-ctrl-z");
    // closing without telling
    // day confirm
    w.click("menu-visits");
    w.click("tab-days");
    w.type_into("period-from", "20230101");
    w.press(key::TAB);
    w.click("day-open");
    w.wait_for("day-drawer");
    w.click("all-came");
    shot("10-day");
    w.click("save-day");
    shot("11-day-saved");
    // text undo inside a field
    w.click("enter");
    w.type_into("party-name-0", "张三");
    w.press(key::UNDO);
    println!("after ctrl-z in text: {:?}", w.value("party-name-0"));
    // errors
    w.type_into("party-phone-0", "123");
    w.type_into("happened-on", "0230");
    w.press(key::TAB);
    shot("12-form-wrong-date");
    w.type_into("happened-on", "20240301");
    w.press(key::TAB);
    w.click("save");
    shot("13-form-problems");
    w.type_into("matter-words-0", "路灯");
    w.type_into("party-name-0", "李四");
    w.type_into("party-village-0", "d");
    shot("14-village-list");
    w.press(key::TAB);
    w.click("more");
    shot("15-more");
    // F1
    w.press(key::F1);
    shot("16-f1");
    w.press(key::F1);
    // unsaved draft and leave
    w.click("menu-home");
    shot("17-home-draft");
    // import with doubts
    w.run("location.hash = '#/settings/import?kind=deputies'", vec![]);
    w.wait_for("import-paths");
    w.type_into("import-paths", concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/other-layout/roster.xlsx"));
    w.click("import-preview");
    w.wait_for("import-counts");
    shot("20-import-preview");
    w.run("document.querySelector('.body').scrollTo(0, 700)", vec![]);
    shot("21-import-preview-2");
    w.run("document.querySelector('.body').scrollTo(0, 99999)", vec![]);
    shot("22-import-preview-3");
    println!("{}", w.text("import").chars().take(6000).collect::<String>());
    // wrong file
    w.type_into("import-paths", "/nowhere/x.xlsx");
    w.click("import-preview");
    w.wait_for("failure");
    shot("23-import-nofile");
}
#[test]
fn look3() {
    let s = Station::founded();
    let w = Window::open_with(&s.data(), &["--today", "2024-01-05"]);
    w.type_into("unlock-password", PASSWORD);
    w.press(key::ENTER);
    w.wait_for("menu-home");
    let shot = |n: &str| shot(&w, &format!("c-{n}"));
    shot("01-empty-home");
    w.click("menu-deputies");
    shot("02-empty-deputies");
    w.click("menu-visits");
    shot("03");
    w.click("menu-matters");
    shot("04");
    w.click("menu-registers");
    shot("05");
    w.click("menu-reports");
    shot("06");
    w.run("location.hash = '#/settings/import?kind=deputies'", vec![]);
    w.wait_for("import-paths");
    w.type_into("import-paths", concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/other-layout/roster.xlsx"));
    w.click("import-preview");
    w.wait_for("import-counts");
    shot("20-import-preview");
    println!("{}", w.text("import").chars().take(5000).collect::<String>());
    let a = w.run("return [...document.querySelectorAll('[data-testid^=answer]')].map(e => e.dataset.testid)", vec![]);
    println!("answers {a}");
    let first = a.as_array().and_then(|a| a.first()).and_then(|v| v.as_str().map(str::to_owned));
    if let Some(id) = first {
        w.click(&id);
        shot("21-answered");
    }
    w.click("import-run");
    w.wait_for("import-done");
    shot("22-imported");
    w.click("menu-deputies");
    shot("23-deputies");
    w.click("new-deputy");
    w.type_into("deputy-name", "张三");
    w.click("save");
    shot("24-new-deputy");
}

#[test]
fn look4() {
    let s = Station::founded();
    std::fs::write(
        s.path("a.csv"),
        "姓名,性别,联系电话,单位\n张伟,男,13800010001,东关村\n张伟,男,13800010002,仁庄村\n",
    )
    .unwrap();
    std::fs::write(s.path("b.csv"), "姓名,性别,学历\n张伟,男,大专\n李四,女,本科\n").unwrap();
    let w = Window::open_with(&s.data(), &["--today", "2024-01-05"]);
    w.type_into("unlock-password", PASSWORD);
    w.press(key::ENTER);
    w.wait_for("menu-home");
    let shot = |n: &str| shot(&w, &format!("d-{n}"));
    w.run("location.hash = '#/settings/import?kind=deputies'", vec![]);
    for f in ["a.csv", "b.csv"] {
        w.wait_for("import-paths");
        w.type_into("import-paths", s.path(f).to_str().unwrap());
        w.click("import-preview");
        w.wait_for("import-counts");
        shot(&format!("{f}-1"));
        println!("{f}\n{}", w.text("import").chars().take(900).collect::<String>());
        let a =
            w.run("return [...document.querySelectorAll('[data-testid^=answer]')].map(e => e.dataset.testid)", vec![]);
        println!("answers {a}");
        let first = a.as_array().and_then(|a| a.first()).and_then(|v| v.as_str().map(str::to_owned));
        if let Some(id) = first {
            w.click(&id);
            shot(&format!("{f}-2-answered"));
            w.click("import-again");
            shot(&format!("{f}-3-again"));
        }
        w.click("import-run");
        w.wait_for("import-done");
        shot(&format!("{f}-4-done"));
    }
    w.click("menu-deputies");
    shot("5");
    w.click("new-deputy");
    shot("6-new");
    w.type_into("deputy-name", "张三");
    w.click("save");
    shot("7-new-deputy");
    w.click("enter");
    w.click("deputies");
    w.type_text("zw");
    shot("8-two-of-one-name");
    w.press(key::DOWN);
    w.press(key::ENTER);
    shot("9-second");
    w.type_into("happened-on", "0230");
    w.press(key::TAB);
    w.click("more");
    shot("10-more");
}

#[test]
fn look5() {
    let s = Station::with_samples();
    let w = Window::open_with(&s.data(), &["--today", "2023-12-15"]);
    w.type_into("unlock-password", PASSWORD);
    w.press(key::ENTER);
    w.wait_for("menu-home");
    w.run("[...document.querySelectorAll('.zoom button')].at(-1).click()", vec![]);
    std::thread::sleep(std::time::Duration::from_secs(1));
    let shot = |n: &str| shot(&w, &format!("e-{n}"));
    let js = |id: &str| {
        w.wait_for(id);
        w.run(&format!("document.querySelector('[data-testid=\"{id}\"]').click()"), vec![]);
    };
    shot("01-home");
    go(&w, "#/deputies");
    shot("02-deputies");
    w.wait_for_text("deputies", "罗建");
    w.run("document.querySelector('[data-testid=deputies] .rows .row').click()", vec![]);
    shot("03-drawer");
    js("edit-deputy");
    shot("04-deputy-form");
    go(&w, "#/visits");
    shot("05-visits");
    go(&w, "#/visits?tab=days");
    shot("06-days");
    js("day-open");
    shot("07-day");
    go(&w, "#/visits/new");
    shot("08-new");
    go(&w, "#/matters");
    shot("09-matters");
    w.run("document.querySelector('[data-testid=matters] .rows .row').click()", vec![]);
    shot("10-matter");
    go(&w, "#/registers?number=4&from=2023-11-01&to=2023-11-30");
    shot("11-reg4");
    js("register-8");
    shot("12-reg8");
    js("print-preview");
    std::thread::sleep(std::time::Duration::from_secs(3));
    shot("13-pdf");
    w.run("document.querySelector('.el-dialog__headerbtn').click()", vec![]);
    js("export");
    shot("14-export");
    w.run("[...document.querySelectorAll('.el-dialog__headerbtn')].forEach(b => b.click())", vec![]);
    go(&w, "#/reports?month=2023-11");
    shot("15-reports");
    js("tab-paper");
    shot("16-paper");
    js("send");
    shot("17-send");
    w.run("[...document.querySelectorAll('.el-dialog__headerbtn')].forEach(b => b.click())", vec![]);
    go(&w, "#/settings/import");
    shot("18-import");
    go(&w, "#/settings/station");
    shot("19-station");
    go(&w, "#/settings/history");
    shot("20-history");
    js("help");
    shot("21-help");
}
