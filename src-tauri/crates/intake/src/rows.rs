//! What the rows under a heading are: data, sections, totals, notes, signatures, repeated headings, blanks.

use serde::{Deserialize, Serialize};

use crate::codes::level_in;
use crate::header::Header;
use crate::heading::squeezed;
use crate::numeral::{is_numeral, plain};
use crate::read::Sheet;

/// A section row: 一、全国人大代表(1名).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its words.
    pub text: String,
    /// Level of people's congress that it names, by label.
    pub level: Option<String>,
}

/// Why a row is no data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SkipReason {
    /// Nothing in it, or a running number alone.
    Blank,
    /// A heading of the rows below: 一、全国人大代表(1名).
    Section,
    /// 合计, 小计.
    Total,
    /// 注：…
    Note,
    /// 填报人, 审核人 …
    Signature,
    /// The heading or the title once more, at the top of a page.
    RepeatedHeader,
    /// A value is missing without which there is nothing to import.
    Incomplete,
}

impl SkipReason {
    /// As a listing says it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Blank => "空行",
            Self::Section => "分节行",
            Self::Total => "合计行",
            Self::Note => "说明行",
            Self::Signature => "签字行",
            Self::RepeatedHeader => "重复的表头",
            Self::Incomplete => "缺少必需的内容",
        }
    }
}

/// A row that is no data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    /// Row, counted from 1.
    pub row: u32,
    /// Its words.
    pub text: String,
    /// Why.
    pub reason: SkipReason,
}

/// What a row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A fact.
    Data,
    /// Begins a section.
    Section(Section),
    /// No data.
    Skip(SkipReason),
}

/// Tells what a row under the heading is; `titles` are the lines above it.
pub fn classify(sheet: &Sheet, header: &Header, titles: &[String], row: u32) -> RowKind {
    let cells = sheet.filled(row);
    let own = |key: &str| header.columns.iter().find(|(_, _, f)| f.is_some_and(|f| f.key == key)).map(|(c, ..)| *c);
    let seq = own("row.seq");
    let told: Vec<&(u32, String)> = cells.iter().filter(|(c, _)| Some(*c) != seq).collect();
    let Some((column, first)) = cells.first() else { return RowKind::Skip(SkipReason::Blank) };
    if told.is_empty() && first.chars().all(|c| c.is_ascii_digit() || c == '.') {
        return RowKind::Skip(SkipReason::Blank);
    }
    if repeats(sheet, header, row) || cells.len() <= 2 && cells.iter().all(|(_, words)| titles.contains(words)) {
        return RowKind::Skip(SkipReason::RepeatedHeader);
    }
    let alone = cells.len() == 1;
    let in_data = header.columns.iter().any(|(c, _, f)| c == column && f.is_some_and(|f| f.key != "row.seq"));
    let by_words = told_by_words(first, &cells, alone).or_else(|| told.first().and_then(|(_, words)| total(words)));
    match by_words {
        Some(reason) => RowKind::Skip(reason),
        None if alone && !(in_data && is_plain_value(sheet, row, *column, first)) => lone(first),
        None => RowKind::Data,
    }
}

/// A lone value that a data row may consist of: not merged over others, not numbered like a section.
fn is_plain_value(sheet: &Sheet, row: u32, column: u32, words: &str) -> bool {
    let wide = sheet.merge(row, column).is_some_and(|m| m.right > m.left);
    !wide && !is_numbered(words) && !counts_people(words) && words.chars().count() <= 12
}

/// A row of one cell that is no value: a section, or some remark.
fn lone(words: &str) -> RowKind {
    let level = level_in(words).map(str::to_owned);
    let is_section = level.is_some() || is_numbered(words) || counts_people(words) || is_group(words);
    if is_section && words.chars().count() <= 40 {
        RowKind::Section(Section { text: words.to_owned(), level })
    } else {
        RowKind::Skip(SkipReason::Note)
    }
}

fn is_group(words: &str) -> bool {
    ["小组", "代表团", "选区", "联络站", "联络点"].iter().any(|end| words.trim_end().ends_with(end))
}

/// 一、… （二）… 3. …
fn is_numbered(words: &str) -> bool {
    let plain = plain(words);
    let rest = plain.trim_start_matches('(');
    let tail = rest.trim_start_matches(|c: char| is_numeral(c) || c.is_ascii_digit());
    tail.len() < rest.len() && tail.starts_with(['、', '.', ')', '，'])
}

/// … (4名)
fn counts_people(words: &str) -> bool {
    let plain = plain(words);
    ["名)", "人)"].iter().any(|end| plain.trim_end().ends_with(end))
}

/// Words that a signature line begins with, and the lines that tell who reports when.
const SIGNATURES: [&str; 15] = [
    "填报人",
    "填表人",
    "制表人",
    "审核人",
    "审核",
    "负责人",
    "经办人",
    "单位负责人",
    "分管领导",
    "签字",
    "盖章",
    "主席签字",
    "填报单位",
    "填报时间",
    "填报日期",
];
/// Words that a remark begins with.
const NOTES: [&str; 6] = ["注", "备注", "说明", "填表说明", "附注", "注意"];

fn told_by_words(first: &str, cells: &[(u32, String)], alone: bool) -> Option<SkipReason> {
    total(first).or_else(|| {
        if signs(first) || alone && cells.iter().any(|(_, words)| signs(words)) {
            Some(SkipReason::Signature)
        } else if remarks(first) || alone && squeezed(first).starts_with("填表说明") {
            Some(SkipReason::Note)
        } else {
            None
        }
    })
}

fn signs(words: &str) -> bool {
    let words = plain(words).replace(' ', ":");
    SIGNATURES.iter().any(|s| words.strip_prefix(s).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '('])))
}

fn remarks(words: &str) -> bool {
    let words = plain(words);
    let mut rests = NOTES.iter().filter_map(|note| words.trim_start().strip_prefix(note));
    rests.any(|rest| rest.trim_start().starts_with([':', '1', '.', '、']))
}

fn total(words: &str) -> Option<SkipReason> {
    let words = squeezed(words);
    let starts = ["合计", "总计", "小计", "共计", "累计", "总合计"].iter().any(|w| words.starts_with(w));
    let counts = words.starts_with('共') && words.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    (starts || counts).then_some(SkipReason::Total)
}

/// Whether most cells of a row are the headings of their columns.
fn repeats(sheet: &Sheet, header: &Header, row: u32) -> bool {
    let cells = sheet.filled(row);
    let same = |(column, words): &&(u32, String)| {
        header.columns.iter().any(|(c, heading, _)| {
            let words = squeezed(words);
            c == column && heading.split('/').any(|part| squeezed(part) == words)
        })
    };
    let found = cells.iter().filter(same).count();
    found >= 2 && found * 2 > cells.len()
}

#[cfg(test)]
mod tests {
    use crate::kind::Kind;
    use crate::take::{Ask, take};

    /// What the one line under a heading is: `data`, or why it was skipped.
    fn kind_of(line: &str) -> String {
        let text = format!("清河镇代表名册\n序号,姓名,性别,职务,联系电话\n{line}\n9,王五,男,村民,13092285142\n");
        let taken = take(Kind::Deputies, "a.csv", text.as_bytes(), &Ask::default());
        let Ok(sheet) = taken.map(|mut t| t.sheets.remove(0)) else { panic!("{line} is read") };
        let section = sheet.rows.last().and_then(|r| r.section.as_ref()).map(|s| s.level.clone().unwrap_or_default());
        let reason = sheet.skipped.first().map_or_else(|| "data".to_owned(), |s| s.reason.label().to_owned());
        format!("{reason}{}", section.map(|level| format!(" {level}")).unwrap_or_default())
    }

    #[test]
    fn every_row_is_told_by_what_it_says() {
        let cases = [
            ("1,张三,女,,", "data"),
            (",张三,,,", "data"),
            ("1,,,,", "空行"),
            (",,,,", "空行"),
            ("一、全国人大代表(1名),,,,", "分节行 全国"),
            (",(二)县级人大代表（20名）,,,", "分节行 县"),
            ("东关代表小组,,,,", "分节行 "),
            ("合　计,5人,,,", "合计行"),
            (",小计,,,5", "合计行"),
            ("共115人,,,,", "合计行"),
            ("注：性别栏空白为男。,,,,", "说明行"),
            ("备注:以上名单已核对,,,,", "说明行"),
            ("以上名单经主席团会议审议通过。,,,,", "说明行"),
            ("填报人：张三,,审核人：李四,,", "签字行"),
            (",,,填表人: ,", "签字行"),
            ("序号,姓　名,性别,职务,联系电话", "重复的表头"),
            ("清河镇代表名册,,,,", "重复的表头"),
            ("1,,女,支书,13092285143", "缺少必需的内容"),
        ];
        for (line, expected) in cases {
            assert_eq!(kind_of(line), expected, "{line:?}");
        }
    }
}
