//! How many opinions came of an activity: 形成意见建议3条, in a column of its own or among what happened.

use station_intake::chinese_number;

use super::super::row::Row;

/// Their count, and what the column of opinions says beside it.
pub(super) fn opinions(row: &Row<'_>) -> (Option<i64>, Option<String>) {
    let column = row.text("opinions");
    // 3条 and 3 are counts and no words.
    let alone = column.as_deref().and_then(|text| number(text.trim_end_matches(['条', '件', '项'])));
    let count = row.number("opinion_count").or(alone).or_else(|| counted(&row.text("content")?));
    (count, column.filter(|_| alone.is_none()))
}

/// The one count behind 意见 or 建议; none where a text has none, or several.
fn counted(text: &str) -> Option<i64> {
    let mut found = text.match_indices(['条', '件']).filter_map(|(end, _)| {
        let head = text.get(..end)?.trim_end();
        let digits = head.trim_end_matches(|c: char| c.is_ascii_digit() || "〇零一二两三四五六七八九十百".contains(c));
        let says = ["意见", "建议", "意见建议", "意见和建议"].iter().any(|word| digits.trim_end().ends_with(word));
        number(head.get(digits.len()..)?).filter(|_| says)
    });
    found.next().filter(|_| found.next().is_none())
}

fn number(text: &str) -> Option<i64> {
    let text = text.trim();
    text.parse().ok().or_else(|| chinese_number(text).map(i64::from)).filter(|n| *n >= 0)
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn opinions_are_counted_where_the_words_say_how_many() {
        let cases = [
            ("代表法专题学习,形成意见建议0条。", Some(0)),
            ("形成意见建议 12 条", Some(12)),
            ("提出建议三件。", Some(3)),
            ("收集意见3条、建议2条", None),
            ("查看3条路、2件展品", None),
            ("形成意见建议若干条", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(counted(text), expected, "{text:?}");
        }
    }
}
