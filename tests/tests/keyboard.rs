//! Each of the ten is fed by the keyboard alone: no pointer touches a form, and the register shows what was typed.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

use station_tests::station::{PASSWORD, Station, TODAY};
use station_tests::window::{Window, key};

/// Number of a register, and words that it then shows.
type Seen = &'static [(i64, &'static str)];

/// A form, what is typed into it from its first field on (`↵` is Enter), and where it is then seen: register and words.
const ENTERED: [(&str, &str, Seen); 8] = [
    ("/deeds/new", "0103↵frjk↵dg↵罗建↵↵修通三里路↵1↵20↵60↵1.2万元↵", &[(1, "修通三里路"), (8, "修通三里路")]),
    ("/deputies/new", "孟测试↵", &[(2, "孟测试"), (9, "孟测试")]),
    ("/activities/new", "查看水库大坝↵0103↵↵↵sc↵", &[(3, "查看水库大坝")]),
    ("/visits/new", "0103↵↵↵罗建↵↵周某↵dg↵13800000000↵↵↵井水发黄", &[(4, "周某")]),
    ("/standing/new", "罗建↵钱某某↵", &[(5, "钱某某")]),
    ("/contacts/new", "0103↵dh↵dg↵罗建↵↵孙某某↵3↵↵防汛↵希望修桥↵", &[(6, "孙某某"), (8, "联系选民孙某某")]),
    ("/rounds/new", "3↵0104↵东关一组↵罗建↵↵12↵30↵", &[(7, "东关一组")]),
    ("/matters/new", "关于修桥的建议↵罗建↵↵↵", &[(10, "关于修桥的建议")]),
];

#[test]
fn each_of_the_ten_is_fed_by_the_keyboard_alone() {
    let station = Station::with_samples();
    let window = Window::open_with(&station.data(), &["--today", TODAY]);
    window.type_text(PASSWORD);
    window.press(key::ENTER);
    window.wait_for("menu-home");
    for (page, typed, _) in ENTERED {
        window.go(page);
        window.type_through(typed);
        window.press(key::SAVE);
        window.wait_gone("save");
        window.go("/home");
    }
    repeats_the_deputy(&window);
    for (number, words) in ENTERED.iter().flat_map(|(.., seen)| *seen) {
        window.go(&format!("/registers?number={number}&from=2024-01-01&to=2024-01-31"));
        if *number == 2 {
            // Of 116 sheets the first few are shown.
            window.type_into("register-person", words);
            window.press(key::ENTER);
        }
        window.wait_for_text("paper", words);
        window.go("/home");
    }
}

/// Two dots, one after the other, are the deputies of the last contact, and leave no dot that would be taken for a name.
fn repeats_the_deputy(window: &Window) {
    window.go("/contacts/new");
    for keys in [key::ENTER, key::ENTER, key::ENTER, ".", "."] {
        window.press(keys);
    }
    window.wait_for_text("contact-deputies-chip", "罗建");
    window.press(key::TAB);
    let chips = window.texts("contact-deputies-chip");
    assert!(chips.len() == 1, "the deputy and nobody called “.”: {chips:?}");
    window.go("/home");
}
