//! What the lines above the heading say: years, term, level, who reports.

use serde::{Deserialize, Serialize};
use station_table::PartialDate;

use crate::codes::level_in;
use crate::fields::Format;
use crate::numeral::{arabic, before, plain};
use crate::read::{Raw, Sheet};
use crate::values::{Leaning, Parsed, Value, parse};

/// Facts from the lines above the heading, and from the names of sheet and file where the lines are silent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TitleFacts {
    /// The lines, top to bottom.
    pub lines: Vec<String>,
    /// The one year that dates without a year belong to; none when there is none, or more than one.
    pub year: Option<i32>,
    /// All years said, ascending.
    pub years: Vec<i32>,
    /// 第五届 → 5.
    pub term: Option<u32>,
    /// Level of people's congress, by label.
    pub level: Option<String>,
    /// After 填报单位.
    pub reporter: Option<String>,
    /// After 填报时间.
    pub reported: Option<PartialDate>,
}

/// Reads what stands above the heading row.
pub fn facts(sheet: &Sheet, header_row: u32, file: &str) -> TitleFacts {
    let above = sheet.row_range().filter(|row| *row < header_row);
    let lines: Vec<String> = above.flat_map(|row| sheet.filled(row)).map(|(_, words)| words).collect();
    let mut facts = TitleFacts { lines, ..TitleFacts::default() };
    for line in facts.lines.clone() {
        for piece in plain(&line).split([' ', '\n']).filter(|p| !p.is_empty()) {
            facts.take_label(piece);
        }
        facts.term = facts.term.or_else(|| before(&line, "届"));
        facts.level = facts.level.or_else(|| level_in(&line).map(str::to_owned));
    }
    let titles: Vec<&String> = facts.lines.iter().filter(|l| !is_report_line(l)).collect();
    let mut years: Vec<i32> = titles.iter().flat_map(|l| years_in(l)).collect();
    for name in [&sheet.name, file] {
        if years.is_empty() {
            years = years_in(name);
        }
    }
    years.sort_unstable();
    years.dedup();
    facts.year = match years.as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    facts.years = years;
    facts
}

impl TitleFacts {
    fn take_label(&mut self, piece: &str) {
        let after = |labels: [&str; 4]| {
            let label = labels.iter().find(|l| piece.starts_with(**l))?;
            let value = piece[label.len()..].trim_start_matches([':', '：']).trim();
            (!value.is_empty()).then(|| value.to_owned())
        };
        if let Some(unit) = after(["填报单位", "填表单位", "制表单位", "报送单位"]) {
            self.reporter.get_or_insert(unit);
        }
        if let Some(when) = after(["填报时间", "填报日期", "填表时间", "填表日期"]) {
            let parsed = parse(&Format::Date, &Raw::Text(when), Leaning::default());
            if let Parsed::Value(Value::Date(date)) = parsed {
                self.reported.get_or_insert(date);
            }
        }
    }
}

fn is_report_line(line: &str) -> bool {
    ["填报", "填表", "制表", "报送", "截至", "截止"].iter().any(|word| line.contains(word))
}

/// Years as 2023年, (2023), 二〇二三年度; not the digits of longer numbers.
fn years_in(text: &str) -> Vec<i32> {
    let text = arabic(&plain(text));
    let groups = text.split(|c: char| !c.is_ascii_digit()).filter(|g| g.len() == 4);
    groups.filter_map(|g| g.parse().ok()).filter(|y| (1949..=2100).contains(y)).collect()
}

#[cfg(test)]
mod tests {
    use super::facts;
    use crate::read::{Raw, Sheet};

    fn sheet(lines: &[&str]) -> Sheet {
        let rows = lines.iter().map(|l| vec![Some(Raw::Text((*l).to_owned()))]).collect();
        Sheet { name: "Sheet1".to_owned(), rows, ..Sheet::default() }
    }

    #[test]
    fn a_title_tells_year_term_level_and_reporter() {
        let lines =
            ["清河镇第十六届人民代表大会代表名册（2023年度）", "填报单位：清河镇人大主席团　填报时间：2024年1月"];
        let facts = facts(&sheet(&lines), 2, "a.xlsx");
        assert_eq!((facts.year, facts.term, facts.level.as_deref()), (Some(2023), Some(16), Some("镇")));
        assert_eq!(facts.reporter.as_deref(), Some("清河镇人大主席团"));
        assert_eq!(
            facts.reported.map(|d| d.to_string()).as_deref(),
            Some("2024-01"),
            "when it was filled in is no year of events"
        );
    }

    #[test]
    fn two_years_settle_nothing_and_the_file_name_helps_where_the_title_is_silent() {
        assert_eq!(facts(&sheet(&["2022—2023年度登记表"]), 1, "a.xlsx").year, None);
        assert_eq!(facts(&sheet(&["登记表"]), 1, "接待2023.xlsx").year, Some(2023));
        assert_eq!(facts(&sheet(&["二〇二三年登记表"]), 1, "接待2022.xlsx").year, Some(2023), "the title is nearer");
    }
}
