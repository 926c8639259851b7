//! The life of five matters in the real window, one of each kind: entered, handed on, returned, chased, extended, answered,
//! not satisfied, handled once more, told, closed; each step undone and done again.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

use serde_json::json;
use station_tests::station::{PASSWORD, Station, TODAY};
use station_tests::window::{Window, key};

/// Deputies who sign a 议案, which the law asks five for; the samples have them.
const SIGNED: [&str; 5] = ["罗建", "程勇军", "郭斌占", "文飞宇", "许永"];

/// A step as the clerk takes it: its button, what is put into which field, and what the matter then is.
type Taken = (&'static str, &'static [(&'static str, &'static str)], &'static str);

/// What every matter goes through from its first handing on.
const LIFE: [Taken; 12] = [
    ("handed", &[("step-unit", "水利站")], "办理中"),
    ("returned", &[("step-words", "不属本站职责")], "已退回"),
    ("handed", &[("step-unit", "农业办")], "办理中"),
    ("chased", &[("step-words", "请尽快办理")], "办理中"),
    ("extended", &[("step-words", "需要勘测")], "办理中"),
    ("stopped", &[("step-words", "等待资金批复")], "已中止"),
    ("restarted", &[("step-words", "资金已批复")], "办理中"),
    ("replied", &[("step-words", "已列入计划"), ("step-result", "C")], "已答复"),
    ("told", &[("step-way", "电话"), ("step-by", "罗建"), ("step-grade", "不满意")], "已告知"),
    ("reopened", &[("step-words", "反映人不满意")], "已接单"),
    ("handed", &[("step-unit", "农业办")], "办理中"),
    ("replied", &[("step-words", "已经修好"), ("step-result", "A")], "已答复"),
];

/// Whoever raised it is told, and it is closed.
const END: [Taken; 2] = [
    ("told", &[("step-way", "电话"), ("step-by", "罗建"), ("step-grade", "满意")], "已告知"),
    ("closed", &[], "已办结"),
];

#[test]
fn five_matters_live_their_lives_in_the_window() {
    let station = Station::with_samples();
    let window = Window::open_with(&station.data(), &["--today", TODAY]);
    window.type_text(PASSWORD);
    window.press(key::ENTER);
    window.wait_for("menu-home");
    heard(&window);
    take(&window, &("accepted", &[("step-deputies", "罗建")], "已接单"), "登记");
    live(&window, "已接单");
    for kind in ["建议", "批评", "意见", "议案"] {
        put_forward(&window, kind);
        live(&window, "登记");
    }
    window.go("/board");
    window.wait_for("column-销单");
}

/// A voter says something at the station; then its page is opened from the board.
fn heard(window: &Window) {
    window.go("/visits/new");
    window.type_through("0103↵↵↵罗建↵↵周某↵dg↵13800000000↵↵↵井水发黄有异味");
    window.press(key::SAVE);
    window.wait_gone("save");
    window.go("/board");
    window.wait_for_text("column-点单", "井水发黄有异味");
    let opened =
        "const card = [...document.querySelectorAll('[data-card]')].find((c) => c.textContent.includes(arguments[0]));
        card?.click(); return Boolean(card)";
    assert_eq!(window.run(opened, vec![json!("井水发黄有异味")]), json!(true), "the card stands in its column");
    window.wait_for_text("matter-state", "登记");
}

/// Deputies put a matter forward.
fn put_forward(window: &Window, kind: &str) {
    window.go("/matters/new");
    window.click(&format!("matter-kind-{kind}"));
    window.type_into("matter-title", &format!("关于修桥的{kind}"));
    let signed = if kind == "议案" { &SIGNED[..] } else { &SIGNED[..1] };
    for (at, name) in signed.iter().enumerate() {
        match at {
            0 => window.type_into("matter-lead", name),
            1 => window.type_into("matter-co", name),
            _ => window.type_text(name),
        }
        window.press(key::ENTER);
    }
    window.press(key::SAVE);
    window.wait_for_text("matter-state", "登记");
}

fn live(window: &Window, first: &str) {
    let mut before = first;
    for step in LIFE.iter().chain(&END) {
        take(window, step, before);
        before = step.2;
    }
}

/// Takes a step, takes it back, and takes it again.
fn take(window: &Window, (kind, says, after): &Taken, before: &str) {
    let offer = format!("offer-{kind}");
    let steps = window.count("step");
    if window.count("more-steps") > 0 && window.count(&offer) == 0 {
        window.click("more-steps");
    }
    window.click(&offer);
    window.wait_for("step-form");
    window.wait_focused("step-date");
    for (field, words) in *says {
        window.type_into(field, words);
        if !field.ends_with("words") {
            window.press(key::ENTER);
        }
    }
    window.click("save-step");
    if says.contains(&("step-grade", "不满意")) {
        // The window offers another round at once; it is taken later, by its own button.
        window.wait_for("step-again");
        window.press(key::ESCAPE);
    }
    window.wait_gone("step-form");
    window.wait_count("step", steps + 1);
    window.wait_for_text("matter-state", after);
    window.click("toast-undo");
    window.wait_count("step", steps);
    window.wait_for_text("matter-state", before);
    window.press(key::REDO);
    window.wait_count("step", steps + 1);
    window.wait_for_text("matter-state", after);
}
