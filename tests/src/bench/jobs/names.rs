//! Names of people in the order of strokes.

use station_core::deputy::order::{Order, Ranked, TwoCharacterNames, sorted};

use super::super::measure::{Measured, measured};
use super::super::office::SURNAMES;
use super::save;

/// Writes so many names as JSON: usual surnames, given names of any of the 20,902 characters of GBK, each fourth of one.
pub(super) fn write(out: &str, count: usize) -> Measured {
    let given =
        |n: usize| u32::try_from(n % 20_902).ok().and_then(|n| char::from_u32(0x4E00 + n)).expect("a character");
    let name = |at: usize| {
        let surname = SURNAMES.chars().nth(at % SURNAMES.chars().count()).expect("a surname");
        let second = (!at.is_multiple_of(4)).then(|| given(at * 104_729));
        [Some(surname), Some(given(at * 7919)), second].into_iter().flatten().collect::<String>()
    };
    measured(|| {
        let names: Vec<String> = (0..count).map(name).collect();
        save(out, &serde_json::to_vec(&names).expect("JSON"));
        names.len()
    })
}

/// Orders them by 姓名笔画.
pub(super) fn order(file: &str) -> Measured {
    let text = std::fs::read(file).expect("the names");
    let names: Vec<String> = serde_json::from_slice(&text).expect("names");
    measured(|| {
        let rule = TwoCharacterNames::NoBlank;
        sorted(names, |name| Ranked { name, ..Ranked::default() }, Order::Strokes, rule).len()
    })
}
