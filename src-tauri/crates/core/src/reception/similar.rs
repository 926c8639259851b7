//! 重复来访: who came, or what was raised, within a year before; shown while typing, linked by the clerk, never merged.

use chrono::{Days, NaiveDate};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::place::edit::kind_and_name;
use crate::store::Db;
use crate::text::{alike, said};

/// What is being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct SimilarAsk {
    /// The visitor's name.
    pub name: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Village, with or without 村.
    pub village: Option<String>,
    /// What is raised.
    pub words: Option<String>,
    /// The day of the visit: what is earlier by at most a year is looked through.
    pub date: String,
    /// The visit that is corrected, which is not like itself.
    pub id: Option<String>,
}

/// Something earlier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Similar {
    /// The matter, to which a new one may be linked.
    pub matter_id: String,
    /// The visit in which it was raised; none where it was raised elsewhere.
    pub visit_id: Option<String>,
    /// 登记编号, else 建议编号.
    pub number: Option<String>,
    /// The day.
    pub date: String,
    /// Who raised it; 匿名 where nobody gave a name.
    pub visitor: Option<String>,
    /// Village without 村.
    pub village: Option<String>,
    /// What was raised.
    pub content: String,
    /// Why it is shown: 同一电话, 同名同村, 同名, 问题相近.
    pub why: Vec<String>,
    /// Whether the same person raised it: coming again, not another with the same thing.
    pub same_person: bool,
}

/// So many are shown: more nobody reads while typing.
const MOST: usize = 5;

/// From here on two texts are about one thing; less is enough where they come from one village.
const LIKE: f64 = 0.6;
const LIKE_NEARBY: f64 = 0.4;

#[derive(Deserialize)]
struct Earlier {
    matter_id: String,
    visit_id: Option<String>,
    number: Option<String>,
    date: String,
    visitor: Option<String>,
    phone: Option<String>,
    village: Option<String>,
    content: String,
}

/// What is like what is being typed, the most alike first, the newest of those first.
///
/// # Errors
/// Those of the store.
pub fn similar(db: Db<'_>, ask: &SimilarAsk) -> Result<Vec<Similar>> {
    let Ok(day) = ask.date.parse::<NaiveDate>() else { return Ok(Vec::new()) };
    let from = day.checked_sub_days(Days::new(365)).unwrap_or(day).to_string();
    let given = named_params! { ":from": from, ":to": ask.date, ":except": ask.id };
    let earlier: Vec<Earlier> = db.all(include_str!("sql/earlier.sql"), given)?;
    let mut found: Vec<(f64, Similar)> = earlier.into_iter().filter_map(|one| judged(ask, one)).collect();
    found.sort_by(|(a, one), (b, other)| b.total_cmp(a).then_with(|| other.date.cmp(&one.date)));
    let mut shown: Vec<Similar> = Vec::new();
    for (_, one) in found {
        if shown.len() < MOST && !shown.iter().any(|known| known.matter_id == one.matter_id) {
            shown.push(one);
        }
    }
    Ok(shown)
}

/// How alike it is, with why; none where it is not.
fn judged(ask: &SimilarAsk, earlier: Earlier) -> Option<(f64, Similar)> {
    let person = person(ask, &earlier);
    let (words, says) = same_words(ask, &earlier);
    let why: Vec<String> = person.map(|(_, why)| why).into_iter().chain(says).map(str::to_owned).collect();
    if why.is_empty() {
        return None;
    }
    let weight = person.map_or(0.0, |(weight, _)| weight) + words;
    let same_person = person.is_some();
    let Earlier { matter_id, visit_id, number, date, visitor, village, content, .. } = earlier;
    Some((weight, Similar { matter_id, visit_id, number, date, visitor, village, content, why, same_person }))
}

/// Whether the same person is meant, how surely, and by what.
fn person(ask: &SimilarAsk, earlier: &Earlier) -> Option<(f64, &'static str)> {
    if same_phone(ask.phone.as_deref(), earlier.phone.as_deref()) {
        return Some((3.0, "同一电话"));
    }
    let name = said(ask.name.as_deref())?;
    if earlier.visitor.as_deref() != Some(&name) {
        return None;
    }
    match (village(ask), earlier.village.as_deref()) {
        (Some(one), Some(other)) if one == other => Some((2.0, "同名同村")),
        (Some(_), Some(_)) => None,
        _ => Some((1.0, "同名")),
    }
}

/// Whether two fields of phones, several joined by 、, have one in common.
fn same_phone(one: Option<&str>, other: Option<&str>) -> bool {
    let all = |text: Option<&str>| -> Vec<String> {
        let numbers = text.unwrap_or_default().split(['、', ',', '，', '/', ' ']);
        let digits = numbers.map(|n| n.chars().filter(char::is_ascii_digit).collect::<String>());
        digits.filter(|n| n.len() >= 7).collect()
    };
    let others = all(other);
    all(one).iter().any(|number| others.contains(number))
}

fn village(ask: &SimilarAsk) -> Option<String> {
    said(ask.village.as_deref()).map(|written| kind_and_name(&written).1)
}

fn same_words(ask: &SimilarAsk, earlier: &Earlier) -> (f64, Option<&'static str>) {
    let like = alike(ask.words.as_deref().unwrap_or_default(), &earlier.content);
    let nearby = earlier.village.is_some() && village(ask) == earlier.village;
    let enough = if nearby { LIKE_NEARBY } else { LIKE };
    match (like >= enough, nearby) {
        (true, true) => (like + 0.5, Some("同村，问题相近")),
        (true, false) => (like, Some("问题相近")),
        _ => (0.0, None),
    }
}

#[cfg(test)]
mod tests {
    use super::{SimilarAsk, similar};
    use crate::world::world;

    fn ask(name: &str, phone: &str, village: &str, words: &str) -> SimilarAsk {
        let text = |t: &str| (!t.is_empty()).then(|| t.to_owned());
        SimilarAsk {
            name: text(name),
            phone: text(phone),
            village: text(village),
            words: text(words),
            date: "2023-03-31".into(),
            id: None,
        }
    }

    #[test]
    fn the_same_person_or_thing_is_recognised_by_what_is_typed_so_far() {
        let world = world();
        let cases: [(&str, SimilarAsk, &[&str]); 8] = [
            ("a phone is enough", ask("", "139-1234-0000", "", ""), &["同一电话"]),
            ("a name in its village", ask("王某", "", "东关村", ""), &["同名同村"]),
            ("a name alone is a hint", ask("王某", "", "", ""), &["同名"]),
            ("the same name of another village is another person", ask("王某", "", "鼓楼", ""), &[]),
            ("the words of somebody else", ask("张三", "", "鼓楼", "机井的水泵老化了"), &["问题相近"]),
            (
                "fewer words are enough in one village",
                ask("张三", "", "东关", "机井老化，要换水泵"),
                &["同村，问题相近"],
            ),
            ("nothing in common", ask("张三", "", "", "要求发放农机补贴"), &[]),
            ("nothing typed", ask("", "", "", ""), &[]),
        ];
        for (why, asked, expected) in cases {
            let found = similar(world.store.db(), &asked).unwrap();
            let first: Vec<&str> =
                found.first().map(|s| s.why.iter().map(String::as_str).collect()).unwrap_or_default();
            assert_eq!(first, expected, "{why}: {found:?}");
        }
    }

    #[test]
    fn the_most_alike_comes_first_and_a_year_is_the_limit() {
        let world = world();
        let both = ask("王某", "13912340000", "东关", "机井水泵老化");
        let found = similar(world.store.db(), &both).unwrap();
        assert_eq!(found[0].content, "机井水泵老化", "same phone and same words before same phone alone");
        assert!(found[0].same_person && found.len() > 1, "others with that phone follow");
        let late = SimilarAsk { date: "2024-01-16".into(), ..both.clone() };
        let found = similar(world.store.db(), &late).unwrap();
        assert!(found.iter().all(|s| s.date.as_str() >= "2023-01-16"), "366 days are more than a year: {found:?}");
        let early = SimilarAsk { date: "2023-01-14".into(), ..both.clone() };
        assert!(similar(world.store.db(), &early).unwrap().is_empty(), "what came later is no earlier visit");
        let own = similar(world.store.db(), &both).unwrap()[0].visit_id.clone();
        let found = similar(world.store.db(), &SimilarAsk { id: own.clone(), ..both }).unwrap();
        assert!(found.iter().all(|s| s.visit_id != own), "a visit is not like itself");
    }
}
