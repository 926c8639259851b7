//! Names of sheets: what Excel allows, none twice.

use std::collections::HashSet;

/// Longest name in UTF-16 units.
const LONGEST: usize = 31;

/// Names given so far, in small letters.
#[derive(Default)]
pub(super) struct Names {
    taken: HashSet<String>,
}

impl Names {
    /// The nearest name to `wanted` that Excel allows and no other sheet has.
    pub(super) fn take(&mut self, wanted: &str) -> String {
        let clean: String =
            wanted.chars().map(|c| if r"[]:*?/\".contains(c) || c.is_control() { '-' } else { c }).collect();
        let clean = clean.trim().trim_matches('\'');
        let clean = if clean.is_empty() || clean.eq_ignore_ascii_case("history") { "台账" } else { clean };
        let mut name = shortened(clean, LONGEST);
        let mut number = 2;
        while !self.taken.insert(name.to_lowercase()) {
            let suffix = format!(" ({number})");
            name = shortened(clean, LONGEST - suffix.len()) + &suffix;
            number += 1;
        }
        name
    }
}

fn shortened(name: &str, longest: usize) -> String {
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= longest
    };
    name.chars().take_while(fits).collect::<String>().trim_end_matches(['\'', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn names_are_allowed_and_unique() {
        let long = "人".repeat(40);
        let cases = [
            ("03/活动[登记]", "03-活动-登记-".to_owned()),
            ("Abc", "Abc".to_owned()),
            ("abc", "abc (2)".to_owned()),
            ("", "台账".to_owned()),
            (&long, "人".repeat(31)),
            (&long, "人".repeat(27) + " (2)"),
        ];
        let mut names = Names::default();
        for (wanted, expected) in cases {
            assert_eq!(names.take(wanted), expected, "{wanted}");
        }
    }
}
