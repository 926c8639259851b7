//! The orders in which deputies are listed, each with the words that are printed with it.

use serde::{Deserialize, Serialize};

use crate::congress::LEVELS;
use crate::text::{NaturalKey, PinyinKey, StrokeKey, natural_key, pinyin_key, stroke_key};

pub use crate::text::TwoCharacterNames;

/// Offices by the word that names them, in the order of rosters; deputies of each (副) after all chiefs.
const OFFICES: [&[&str]; 6] =
    [&["书记"], &["主席"], &["县长", "区长", "市长", "乡长", "镇长"], &["主任"], &["长"], &["委员", "干部"]];

/// An order of a list. Whom the station gave a place by hand stands first in every order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Order {
    /// 姓名笔画.
    Strokes,
    /// 姓名拼音.
    Pinyin,
    /// 选区号, then strokes.
    #[default]
    Number,
    /// 层级, 职务, then strokes.
    Level,
    /// 选区号, 代表小组, then strokes.
    Group,
    /// 代表证号, then strokes.
    Certificate,
}

impl Order {
    /// The words that are printed with the list. They name the rule for names of two characters where it is not that of
    /// people's congresses.
    pub fn label(self, rule: TwoCharacterNames) -> &'static str {
        match (self, rule) {
            (Self::Strokes, TwoCharacterNames::NoBlank) => "按姓名笔画排序",
            (Self::Strokes, TwoCharacterNames::BlankMiddle) => "按姓氏笔画排序（两字姓名中间空位按零画计）",
            (Self::Pinyin, _) => "按姓名拼音排序",
            (Self::Number, _) => "按选区号排序",
            (Self::Level, TwoCharacterNames::NoBlank) => "按层级、职务、姓名笔画排序",
            (Self::Level, TwoCharacterNames::BlankMiddle) => "按层级、职务、姓氏笔画排序（两字姓名中间空位按零画计）",
            (Self::Group, TwoCharacterNames::NoBlank) => "按选区、代表小组、姓名笔画排序",
            (Self::Group, TwoCharacterNames::BlankMiddle) => {
                "按选区、代表小组、姓氏笔画排序（两字姓名中间空位按零画计）"
            }
            (Self::Certificate, _) => "按代表证号排序",
        }
    }
}

/// What orders look at. Who lacks what an order asks for stands after the others.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ranked<'a> {
    /// 姓名.
    pub name: &'a str,
    /// The place given by hand, the smallest first.
    pub manual: Option<i64>,
    /// 选区号.
    pub number: Option<i64>,
    /// 层级: 全国, 省, 市, 县 or 镇.
    pub level: Option<&'a str>,
    /// 职务 as written.
    pub post: Option<&'a str>,
    /// 代表小组.
    pub group: Option<&'a str>,
    /// 代表证号.
    pub certificate: Option<&'a str>,
}

/// The rows in that order; rows of the same place stay as they were.
pub fn sorted<T>(mut rows: Vec<T>, by: impl Fn(&T) -> Ranked<'_>, order: Order, rule: TwoCharacterNames) -> Vec<T> {
    rows.sort_by_cached_key(|row| place(by(row), order, rule));
    rows
}

/// A value, those that are lacking last.
type Late<T> = (bool, Option<T>);

fn late<T>(value: Option<T>) -> Late<T> {
    (value.is_none(), value)
}

/// The place of a row: what its order does not look at is left the same for all.
#[derive(Default, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    manual: Late<i64>,
    level: usize,
    post: Late<(bool, usize, NaturalKey)>,
    number: Late<i64>,
    word: Late<NaturalKey>,
    pinyin: PinyinKey,
    strokes: StrokeKey,
}

fn place(ranked: Ranked<'_>, order: Order, rule: TwoCharacterNames) -> Place {
    let (manual, strokes) = (late(ranked.manual), stroke_key(ranked.name, rule));
    let place = Place { manual, strokes, ..Place::default() };
    match order {
        Order::Strokes => place,
        Order::Pinyin => Place { pinyin: pinyin_key(ranked.name), ..place },
        Order::Number => Place { number: late(ranked.number), ..place },
        Order::Level => Place { level: level(ranked.level), post: late(ranked.post.and_then(post)), ..place },
        Order::Group => Place { number: late(ranked.number), word: late(ranked.group.map(natural_key)), ..place },
        Order::Certificate => Place { word: late(ranked.certificate.map(natural_key)), ..place },
    }
}

fn level(level: Option<&str>) -> usize {
    LEVELS.iter().position(|known| Some(*known) == level).unwrap_or(LEVELS.len())
}

/// Chiefs before their deputies, each by office, those of no known office last; the same posts together. Of several
/// posts the first counts.
fn post(written: &str) -> Option<(bool, usize, NaturalKey)> {
    let ends = ['、', '，', ',', ';', '；', '/', ' ', '　', '(', '（', '兼'];
    let first = written.split(ends).find(|part| !part.is_empty())?;
    let office = OFFICES.iter().position(|words| words.iter().any(|word| first.ends_with(word)));
    let office = office.unwrap_or(OFFICES.len());
    Some((office == OFFICES.len() || first.contains('副'), office, natural_key(written)))
}

#[cfg(test)]
mod tests {
    use super::TwoCharacterNames::{BlankMiddle, NoBlank};
    use super::{Order, Ranked, sorted};

    /// Name, place by hand, constituency, level, post, group, certificate; `-` = none.
    const DEPUTIES: [&str; 7] = [
        "文小川 - 2 镇 村党支部书记 第二小组 镇10",
        "王伟 - 10 镇 村党支部副书记 第十小组 镇9",
        "张三 - 2 镇 村委会主任、会计 第二小组 镇2",
        "丁一 - - 镇 - - -",
        "安平 - 2 县 务农 第一小组 镇011",
        "钱多 2 9 镇 务农 第一小组 镇1",
        "赵末 1 30 全国 镇长 第九小组 镇3",
    ];

    fn ranked(deputy: &str) -> Ranked<'_> {
        let said: Vec<Option<&str>> = deputy.split(' ').map(|w| Some(w).filter(|w| *w != "-")).collect();
        let number = |at: usize| said[at].and_then(|n| n.parse().ok());
        let (manual, number) = (number(1), number(2));
        let (level, post, group, certificate) = (said[3], said[4], said[5], said[6]);
        Ranked { name: said[0].unwrap_or_default(), manual, number, level, post, group, certificate }
    }

    #[test]
    fn each_order_stands_as_its_label_says() {
        let cases = [
            (Order::Strokes, "丁一 王伟 文小川 安平 张三", "按姓名笔画排序"),
            (Order::Pinyin, "安平 丁一 王伟 文小川 张三", "按姓名拼音排序"),
            (Order::Number, "文小川 安平 张三 王伟 丁一", "按选区号排序"),
            (Order::Level, "安平 文小川 张三 王伟 丁一", "按层级、职务、姓名笔画排序"),
            (Order::Group, "安平 文小川 张三 王伟 丁一", "按选区、代表小组、姓名笔画排序"),
            (Order::Certificate, "张三 王伟 文小川 安平 丁一", "按代表证号排序"),
        ];
        for (order, others, label) in cases {
            let rows = sorted(DEPUTIES.to_vec(), |row| ranked(row), order, NoBlank);
            let names: Vec<&str> = rows.into_iter().map(|row| ranked(row).name).collect();
            assert_eq!(names.join(" "), format!("赵末 钱多 {others}"), "{order:?}, after those with a place by hand");
            assert_eq!(order.label(NoBlank), label);
        }
    }

    #[test]
    fn the_rule_for_two_characters_is_used_and_said() {
        let by =
            |rule| sorted(vec!["田大利", "田富"], |name| Ranked { name, ..Ranked::default() }, Order::Strokes, rule);
        assert_eq!(by(NoBlank), ["田大利", "田富"], "as people's congresses order");
        assert_eq!(by(BlankMiddle), ["田富", "田大利"], "the blank counts as no stroke");
        let label = Order::Strokes.label(BlankMiddle);
        assert_eq!(label, "按姓氏笔画排序（两字姓名中间空位按零画计）", "a list by the other rule says so");
    }

    #[test]
    fn rows_of_one_place_stay_as_they_were() {
        let rows = vec![("李静（女）", 1), ("丁一", 2), ("李　静", 3), ("李静", 4)];
        let rows = sorted(rows, |row| Ranked { name: row.0, ..Ranked::default() }, Order::Strokes, NoBlank);
        let entered: Vec<i32> = rows.into_iter().map(|row| row.1).collect();
        assert_eq!(entered, [2, 1, 3, 4], "two of one name keep the order in which they were entered");
    }

    #[test]
    fn orders_are_named_as_they_are_asked_for() {
        let orders = [Order::Strokes, Order::Pinyin, Order::Number, Order::Level, Order::Group, Order::Certificate];
        let names = orders.map(|order| serde_json::to_string(&order).unwrap_or_default());
        assert_eq!(names.join(" "), r#""strokes" "pinyin" "number" "level" "group" "certificate""#);
    }
}
