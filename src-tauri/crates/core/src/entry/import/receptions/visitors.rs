//! Who came, by the cell of names, and how many by its words: 丁某等5人, 己某夫妇.

use station_intake::{NamedAs, chinese_number};

use super::super::Import;
use super::super::row::Row;

/// More than come to a station at once, or are met by one deputy.
const MANY: i64 = 1000;

/// Names and sexes as written; an empty name is 匿名.
pub(super) fn named(import: &mut Import<'_, '_>, row: &Row<'_>) -> Vec<(String, Option<String>)> {
    let anonymous = |name: &str| matches!(name, "匿名" | "不详" | "不愿留名");
    let one = |n: &NamedAs| (if anonymous(&n.name) { String::new() } else { n.name.clone() }, n.sex.clone());
    let named: Vec<_> = row.names("visitor").iter().map(one).collect();
    if !named.is_empty() {
        return named;
    }
    import.said.kept(row.at("visitor"), None, "没有来访人姓名，按匿名登记；请核对。");
    vec![(String::new(), None)]
}

/// How many there were: by 人数, else as the names in the cell of that field say; none where neither does.
pub(in crate::entry::import) fn people(import: &mut Import<'_, '_>, row: &Row<'_>, names: &str) -> Option<i64> {
    let by_names = row.names(names).last().and_then(counted);
    match (row.number("people"), by_names) {
        (Some(people), by_names) if people < 1 => {
            import.said.left_out(row.at("people"), row.raw("people"), "人数至少是1，没有导入；请核对。");
            by_names
        }
        (Some(people), by_names) => {
            if by_names.is_some_and(|n| n != people) {
                let field = row.at(names).field.unwrap_or_default();
                let message = format!("人数写的是{people}，与{field}一栏所写的不同，按人数栏保留；请核对。");
                import.said.kept(row.at("people"), row.raw("people"), message);
            } else if people > MANY {
                import.said.kept(row.at("people"), row.raw("people"), "这一次的人数过大；请核对。");
            }
            Some(people)
        }
        (None, by_names) => by_names,
    }
}

/// The count behind or within a name.
fn counted(named: &NamedAs) -> Option<i64> {
    let among = named.note.as_deref().and_then(|note| note.split('、').find_map(|part| part.strip_prefix('等')));
    let name = named.name.as_str();
    if let Some(count) = among.or(Some(name).filter(|n| n.ends_with(['人', '名']))).and_then(last_number) {
        return Some(count);
    }
    ["夫妇", "夫妻", "夫妻俩", "两口子"].iter().any(|pair| name.ends_with(pair)).then_some(2)
}

/// The number before the last word of measure: 东关村村民12人 → 12.
fn last_number(text: &str) -> Option<i64> {
    let digits = text.trim_end_matches(['人', '名', '位']);
    let from = digits.trim_end_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十百".contains(c)).len();
    let count = digits.get(from..).filter(|count| !count.is_empty())?;
    count.parse().ok().or_else(|| chinese_number(count).map(i64::from)).filter(|n| *n > 0)
}
