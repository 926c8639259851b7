//! The labels of the code lists (`assets/codes/codes.toml`) and other words for them (`synonyms.toml`), read once.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use crate::numeral::{plain, without_spaces};

/// By list and by other word: the label.
type Lists = HashMap<String, HashMap<String, String>>;

// A broken file is caught by the tests below, never by a user.
static LISTS: LazyLock<Lists> = LazyLock::new(|| parse().unwrap_or_default());

fn parse() -> Result<Lists, toml::de::Error> {
    let shipped: BTreeMap<String, Vec<(String, String, String)>> =
        toml::from_str(include_str!("../../../../assets/codes/codes.toml"))?;
    let others: BTreeMap<String, BTreeMap<String, Vec<String>>> =
        toml::from_str(include_str!("../../../../assets/codes/synonyms.toml"))?;
    let mut lists = Lists::new();
    for (list, entries) in others {
        let words = entries
            .into_iter()
            .flat_map(|(label, others)| others.into_iter().map(move |o| (squeezed(&o), label.clone())));
        lists.entry(list).or_default().extend(words);
    }
    // A label means itself, whatever else it may also be a word for.
    for (list, entries) in shipped {
        lists.entry(list).or_default().extend(entries.into_iter().map(|(_, label, _)| (squeezed(&label), label)));
    }
    for words in lists.values_mut() {
        let labels: Vec<String> = words.values().cloned().collect();
        words.extend(labels.into_iter().map(|label| (squeezed(&label), label)));
    }
    Ok(lists)
}

fn squeezed(text: &str) -> String {
    without_spaces(&plain(text)).to_uppercase()
}

/// The label of a code list that those words mean: (`party`, `党员`) → `中共党员`; none when the list has no such word.
pub fn normalise(list: &str, text: &str) -> Option<&'static str> {
    LISTS.get(list)?.get(&squeezed(text)).map(String::as_str)
}

/// The level of people's congress that a phrase names: 一、全国人大代表(1名) → 全国; none for 各级 or none at all.
pub fn level_in(text: &str) -> Option<&'static str> {
    let text = squeezed(text);
    let end = ["人民代表大会", "人大", "代表"].iter().find_map(|word| text.find(word))?;
    let head = without_term(&text[..end]).trim_end_matches('级');
    if ["社区", "选区", "辖区", "片区"].iter().any(|area| head.ends_with(area)) {
        return None;
    }
    let words = ["全国", "自治区", "直辖市", "自治州", "自治县", "民族乡", "县级市", "乡镇"];
    match words.iter().find(|word| head.ends_with(**word)) {
        Some(word) => normalise("level", word),
        None => normalise("level", &head.chars().last()?.to_string()),
    }
}

/// 清河镇第五届 → 清河镇.
fn without_term(head: &str) -> &str {
    let bare = head.strip_suffix('届').and_then(|h| h.rfind('第').map(|at| &h[..at]));
    bare.unwrap_or(head).trim_end_matches(['(', ')'])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{level_in, normalise, parse};

    #[test]
    fn words_of_office_files_become_labels() -> Result<(), toml::de::Error> {
        parse()?;
        let cases = [
            ("nation", "回", Some("回族")),
            ("nation", "土", Some("土族")),
            ("party", "中国共产党党员", Some("中共党员")),
            ("party", "群 众", Some("群众")),
            ("party", "无党派", Some("无党派人士")),
            ("education", "大学专科", Some("大专")),
            ("education", "大学", Some("本科")),
            ("education", "硕士研究生", Some("研究生")),
            ("education", "中等专科", Some("中专")),
            ("result", "ａ", Some("A")),
            ("route", "转村（社区）", Some("转村")),
            ("occupation", "农民", Some("农民")),
            ("party", "民革", Some("民革会员")),
            ("nation", "火星族", None),
            ("nothing", "回", None),
        ];
        for (list, word, label) in cases {
            assert_eq!(normalise(list, word), label, "{list}: {word}");
        }
        Ok(())
    }

    #[test]
    fn every_other_word_leads_to_a_label_that_ships() -> Result<(), toml::de::Error> {
        let shipped: BTreeMap<String, Vec<(String, String, String)>> =
            toml::from_str(include_str!("../../../../assets/codes/codes.toml"))?;
        let others: BTreeMap<String, BTreeMap<String, Vec<String>>> =
            toml::from_str(include_str!("../../../../assets/codes/synonyms.toml"))?;
        for (list, entries) in shipped.iter().filter_map(|(list, e)| Some((e, others.get(list)?))) {
            for label in entries.keys() {
                assert!(list.iter().any(|(_, shipped, _)| shipped == label), "{label} is no label of its list");
            }
        }
        Ok(())
    }

    #[test]
    fn a_level_is_read_from_titles_and_section_rows() {
        let cases = [
            ("一、全国人大代表(1名)", Some("全国")),
            ("二、省人大代表(1名)", Some("省")),
            ("三、市人大代表（4名）", Some("市")),
            ("（四）县级人大代表", Some("县")),
            ("清河镇第五届人民代表大会代表名册", Some("镇")),
            ("某某县第十六届人民代表大会代表名册", Some("县")),
            ("高河乡代表", Some("镇")),
            ("清河镇选区(辖区)各级人大代表名单", None),
            ("东关代表小组", None),
        ];
        for (text, level) in cases {
            assert_eq!(level_in(text), level, "{text}");
        }
    }
}
