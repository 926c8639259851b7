//! Each way of writing, and what it comes to.

use chrono::NaiveDate;

use super::{Leaning, NamedAs, Parsed, Value, parse};
use crate::fields::Format;
use crate::read::Raw;

pub fn text(format: &Format, words: &str) -> Parsed {
    parse(format, &Raw::Text(words.to_owned()), Leaning::default())
}

/// What a parse came to, in short: the value, `?` before a doubtful one, `!` for one left out, `` for a blank.
pub fn short(parsed: &Parsed) -> String {
    match parsed {
        Parsed::Blank => String::new(),
        Parsed::Value(value) => plain(value),
        Parsed::Doubtful(value, _) => format!("?{}", plain(value)),
        Parsed::LeftOut(_) => "!".to_owned(),
    }
}

fn plain(value: &Value) -> String {
    let one = |n: &NamedAs| {
        let hints: Vec<&str> = [&n.sex, &n.nation, &n.note].into_iter().flatten().map(String::as_str).collect();
        if hints.is_empty() { n.name.clone() } else { format!("{}({})", n.name, hints.join(",")) }
    };
    match value {
        Value::Text(text) => text.clone(),
        Value::Number(n) | Value::Money(n) => n.to_string(),
        Value::Date(date) => date.to_string(),
        Value::Day(day) => day.to_string(),
        Value::Days(from, until) => format!("{from}..{until}"),
        Value::Name(name) => one(name),
        Value::Names(names) => names.iter().map(one).collect::<Vec<_>>().join("|"),
        Value::Code(code) => format!("{}{}", code.label, if code.known { "" } else { "*" }),
        Value::Id(id) => id.number.clone(),
        Value::Phones(list) | Value::Levels(list) => list.join("|"),
        Value::UnitAndDone(unit, done) => {
            format!("{}@{}", unit.as_deref().unwrap_or_default(), done.map(|d| d.to_string()).unwrap_or_default())
        }
    }
}

#[test]
fn names_lose_their_padding_and_give_up_their_hints() {
    let cases = [
        ("张　伟", "张伟"),
        (" 张 伟 ", "张伟"),
        ("李静(女,回族)", "李静(女,回族)"),
        ("李　静（女，回）", "李静(女,回族)"),
        ("阿依古丽•买买提", "阿依古丽·买买提"),
        ("阿依古丽・买买提（维吾尔族、女）", "阿依古丽·买买提(女,维吾尔族)"),
        ("巴图 ‧ 额尔德尼", "巴图·额尔德尼"),
        ("巴图.额尔德尼", "巴图·额尔德尼"),
        ("邹　䶮", "邹䶮"),
        ("龚刚𫖯", "龚刚𫖯"),
        ("王五(因病)", "王五(因病)"),
        ("李四等5人", "李四(等5人)"),
        ("等", "?等"),
        ("(女)", "!"),
        ("\u{E81E}明", "\u{9FB4}明"),
        ("\u{E100}明", "?\u{E100}明"),
        ("/", ""),
        ("无", ""),
    ];
    for (words, expected) in cases {
        assert_eq!(short(&text(&Format::Name, words)), expected, "{words:?}");
    }
}

#[test]
fn several_names_are_divided_where_they_should_be() {
    let cases = [
        ("单梅莲、韩敏娟", "单梅莲|韩敏娟"),
        ("周贵㵑 吕强志", "周贵㵑|吕强志"),
        ("何强东、唐　宇", "何强东|唐宇"),
        ("唐　宇、何强东", "唐宇|何强东"),
        ("罗 建 田波鹏", "罗建|田波鹏"),
        ("罗建 田 波", "罗建|田波"),
        ("冯永 邹刚", "冯永|邹刚"),
        ("张 伟 李 强", "张伟|李强"),
        ("王 小明", "王小明"),
        ("欧阳 锋", "欧阳锋"),
        ("王 小 明", "王小明"),
        ("张伟；李强，王五,赵六/钱七\n孙八", "张伟|李强|王五|赵六|钱七|孙八"),
        ("李静(女,回族)、张伟", "李静(女,回族)|张伟"),
        ("巴图·额尔德尼 韩洋", "巴图·额尔德尼|韩洋"),
        ("袁宇 武鑫飞(因病)", "袁宇|武鑫飞(因病)"),
        ("张三等3人", "张三(等3人)"),
        ("无", ""),
    ];
    for (words, expected) in cases {
        assert_eq!(short(&text(&Format::Names, words)), expected, "{words:?}");
    }
}

#[test]
fn dates_are_read_in_every_spelling() {
    let cases = [
        ("1975.08", "1975-08"),
        ("1890.08", "?1890-08"),
        ("1975.8", "1975-08"),
        ("1995.1", "1995-01"),
        ("1974.10", "1974-10"),
        ("1975年8月", "1975-08"),
        ("1975 年 08 月生", "1975-08"),
        ("197508", "1975-08"),
        ("１９７５０８", "1975-08"),
        ("19750812", "1975-08-12"),
        ("1975-08-12", "1975-08-12"),
        ("1975/8/12", "1975-08-12"),
        ("1975.8.12.", "1975-08-12"),
        ("1975年8月12日", "1975-08-12"),
        ("1975-08-12 00:00:00", "1975-08-12"),
        ("一九七五年八月", "1975-08"),
        ("1975", "1975"),
        ("1975年", "1975"),
        ("1975.13", "!"),
        ("1975-02-30", "!"),
        ("8月12日", "!"),
        ("不详", "!"),
        ("—", ""),
    ];
    for (words, expected) in cases {
        assert_eq!(short(&text(&Format::Date, words)), expected, "{words:?}");
    }
    let numbers = [
        (199_007.0, "1990-07"),
        (19_900_725.0, "1990-07-25"),
        (1975.08, "1975-08"),
        (1975.1, "?1975"),
        (27_618.0, "1975-08-12"),
        (3.0, "!"),
    ];
    for (number, expected) in numbers {
        assert_eq!(short(&parse(&Format::Date, &Raw::Number(number), Leaning::default())), expected, "{number}");
    }
}

#[test]
fn the_day_of_an_event_leans_on_the_year_in_the_title() {
    let lean = Leaning { year: Some(2023), not_before: None };
    let cases = [
        ("8月15日", "2023-08-15"),
        ("8月15号（星期二）", "2023-08-15"),
        ("8月15日上午", "2023-08-15"),
        ("2.15", "2023-02-15"),
        ("2-15", "2023-02-15"),
        ("2/5", "2023-02-05"),
        ("2023.01.06", "2023-01-06"),
        ("23.5.24", "2023-05-24"),
        ("24.5.24", "!"),
        ("2月30日", "!"),
        ("1890-05-01", "!"),
        ("2023年5月", "!"),
        ("3月26日—27日", "?2023-03-26"),
    ];
    for (words, expected) in cases {
        assert_eq!(short(&parse(&Format::Day, &Raw::Text(words.to_owned()), lean)), expected, "{words:?}");
        let without = short(&text(&Format::Day, words));
        assert_eq!(without == "!", !words.starts_with("2023.01"), "{words:?} needs the year");
    }
    let two_point_one = parse(&Format::Day, &Raw::Number(2.1), lean);
    assert_eq!(short(&two_point_one), "?2023-02-01", "2.10 loses its last digit in a number cell");
    assert_eq!(short(&parse(&Format::Day, &Raw::Number(2.15), lean)), "2023-02-15");
    let january = Leaning { not_before: NaiveDate::from_ymd_opt(2023, 12, 15), ..lean };
    let next = parse(&Format::Day, &Raw::Text("1月5日".to_owned()), january);
    assert_eq!(short(&next), "?2024-01-05", "what began in December is not done in the January before");
}

#[test]
fn what_an_edition_has_masked_is_never_read_back() {
    let cases = [
        (Format::Phones, "130****5142"),
        (Format::Id, "140426********4450"),
        (Format::Name, "张*"),
        (Format::Names, "李四、王＊"),
        (Format::Text, "东关村***"),
        (Format::Village, "保密"),
        (Format::Names, " 保密 "),
        (Format::Day, "2023-**-01"),
    ];
    for (format, words) in cases {
        assert_eq!(short(&text(&format, words)), "!", "{words:?}");
    }
    let confidential = text(&Format::Code("yes_no".to_owned()), "保密");
    assert_eq!(short(&confidential), "是", "in a column that asks whether, it is an answer");
}

#[test]
fn spans_of_days_are_read() {
    let lean = Leaning { year: Some(2023), not_before: None };
    let cases = [
        ("3月26日—27日", "2023-03-26..2023-03-27"),
        ("3月26日-28日", "2023-03-26..2023-03-28"),
        ("3月30日至4月1日", "2023-03-30..2023-04-01"),
        ("2023.3.26-27", "2023-03-26..2023-03-27"),
        ("5月13日", "2023-05-13..2023-05-13"),
        ("3月26日—20日", "!"),
    ];
    for (words, expected) in cases {
        assert_eq!(short(&parse(&Format::Days, &Raw::Text(words.to_owned()), lean)), expected, "{words:?}");
    }
}

#[test]
fn phones_are_read_in_every_spelling() {
    let cases = [
        ("130 9228 5142", "13092285142"),
        ("130-9228-5142", "13092285142"),
        ("１３０９２２８５１４２", "13092285142"),
        ("+86 13092285142", "13092285142"),
        ("8613092285142", "13092285142"),
        ("13092285142.0", "13092285142"),
        ("1.3092285142E10", "13092285142"),
        ("1.30923E+10", "!"),
        ("17733068297、17952260998", "17733068297|17952260998"),
        ("17733068297 17952260998", "17733068297|17952260998"),
        ("177 3306 8297/179 5226 0998", "17733068297|17952260998"),
        ("0355-8123456", "0355-8123456"),
        ("(0355)8123456", "0355-8123456"),
        ("010 61234567", "010-61234567"),
        ("8123456", "8123456"),
        ("1309228514", "?1309228514"),
        ("无", ""),
    ];
    for (words, expected) in cases {
        assert_eq!(short(&text(&Format::Phones, words)), expected, "{words:?}");
    }
    let number = parse(&Format::Phones, &Raw::Number(1.805_324_611_9E10), Leaning::default());
    assert_eq!(short(&number), "18053246119", "a phone kept as a number");
}

#[test]
fn id_numbers_are_checked_and_rounded_ones_refused() {
    let cases = [
        ("11010519491231002X", "11010519491231002X"),
        ("11010519491231002x", "11010519491231002X"),
        ("１１０１０５ 19491231 002ｘ", "11010519491231002X"),
        ("'11010519491231002X", "11010519491231002X"),
        ("110105194912310021", "?110105194912310021"),
        ("110105194913310026", "?110105194913310026"),
        ("1.4E+17", "!"),
        ("1.40426196009044E+17", "!"),
        ("140426196009044000", "!"),
        ("110105491231002", "?110105491231002"),
        ("1101051949123100", "!"),
        ("一一〇", "!"),
    ];
    for (words, expected) in cases {
        assert_eq!(short(&text(&Format::Id, words)), expected, "{words:?}");
    }
    let rounded = parse(&Format::Id, &Raw::Number(1.404_261_960_090_444_5e17), Leaning::default());
    assert!(matches!(rounded, Parsed::LeftOut(m) if m.contains("文本")), "says what to do");
    let Parsed::Value(Value::Id(sound)) = text(&Format::Id, "140426196009044450") else { panic!("a sound number") };
    assert_eq!((sound.birth.map(|b| b.to_string()).as_deref(), sound.sex.as_deref()), (Some("1960-09-04"), Some("男")));
    let Parsed::Doubtful(Value::Id(wrong), _) = text(&Format::Id, "110105194912310021") else {
        panic!("a wrong digit")
    };
    assert_eq!((wrong.birth, wrong.sex, wrong.sound), (None, None, false), "a wrong number tells nothing");
}

#[test]
fn counts_ordinals_and_sums_are_read() {
    let cases = [
        (Format::Number, "3人", "3"),
        (Format::Number, "1,674", "1674"),
        (Format::Number, "１２", "12"),
        (Format::Number, "三人", "3"),
        (Format::Number, "5.0", "5"),
        (Format::Number, "约30人", "?30"),
        (Format::Number, "3.5", "!"),
        (Format::Number, "-3", "!"),
        (Format::Number, "若干", "!"),
        (Format::Ordinal, "第1选区", "1"),
        (Format::Ordinal, "第十二选区（东关村）", "12"),
        (Format::Ordinal, "12号选区", "12"),
        (Format::Ordinal, "第五届", "5"),
        (Format::Ordinal, "东关选区", "?东关选区"),
        (Format::Ordinal, "-3", "?3"),
        (Format::Ordinal, "第1、2选区", "!"),
        (Format::Money, "3600.5", "360050"),
        (Format::Money, "1.2万元", "1200000"),
        (Format::Money, "800元", "80000"),
        (Format::Money, "若干", "!"),
    ];
    for (format, words, expected) in cases {
        assert_eq!(short(&text(&format, words)), expected, "{words:?}");
    }
}

#[test]
fn words_are_read_by_what_they_name() {
    let code = |list: &str| Format::Code(list.to_owned());
    let cases = [
        (Format::Village, "长垣村", "长垣"),
        (Format::Village, "南村村", "南村"),
        (Format::Village, "南村", "南村"),
        (Format::Village, "东关村2组", "东关村2组"),
        (Format::Group, "靳家街代表小组", "靳家街"),
        (Format::Group, "鼓楼小组", "鼓楼"),
        (Format::Levels, "县、镇", "县|镇"),
        (Format::Levels, "市人大代表", "市"),
        (Format::Levels, "其他", "!"),
        (Format::Weekday, "周三", "星期三"),
        (Format::Weekday, "星期天", "星期日"),
        (code("nothing"), "满意", "满意*"),
        (code("grade"), "满 意", "满意"),
        (code("sex"), "女性", "女"),
        (code("category"), "反诈", "反诈*"),
        (Format::Text, "　第５组\r\n水渠，损毁 ", "第5组\n水渠，损毁"),
    ];
    for (format, words, expected) in cases {
        assert_eq!(short(&text(&format, words)), expected, "{words:?}");
    }
}

#[test]
fn a_unit_and_the_day_on_which_it_was_done_come_apart() {
    let lean = Leaning { year: Some(2023), not_before: NaiveDate::from_ymd_opt(2023, 2, 15) };
    let cases = [
        ("水利站、5月3日办结", "水利站@2023-05-03"),
        ("水利站 5月3日已办结", "水利站@2023-05-03"),
        ("水利站（2023年5月3日办结）", "水利站@2023-05-03"),
        ("水利站5月3日", "水利站@2023-05-03"),
        ("水利站、交通办，5月3日办结。", "水利站、交通办@2023-05-03"),
        ("3月19日办结", "@2023-03-19"),
        ("水利站", "水利站@"),
        ("水利站、已办结", "?水利站@"),
        ("水利站、1月3日办结", "?水利站@2024-01-03"),
        ("水利站、2月30日办结", "?水利站@"),
        ("12345热线", "12345热线@"),
        ("水利站、正在办理", "?水利站@"),
        ("水利站（未办结）", "?水利站@"),
        ("办理中", "?@"),
        ("接待办", "接待办@"),
    ];
    for (words, expected) in cases {
        assert_eq!(short(&parse(&Format::UnitAndDone, &Raw::Text(words.to_owned()), lean)), expected, "{words:?}");
    }
}
