//! A rule in plain Chinese, and back: station.toml and older stores hold a rule only in words.

mod read;
mod tell;

pub use read::{Read, read};
pub use tell::tell;

/// Weekdays as RFC 5545 writes them, in the order of the week.
const DAYS: [(&str, char); 7] =
    [("MO", '一'), ("TU", '二'), ("WE", '三'), ("TH", '四'), ("FR", '五'), ("SA", '六'), ("SU", '日')];

/// Digits as they stand in 农历逢二五八.
const DIGITS: [char; 10] = ['十', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

#[cfg(test)]
mod tests {
    use super::{read, tell};
    use crate::calendar::ReceptionRule;
    use crate::calendar::shift::Shift;
    use crate::calendar::when::When;

    #[test]
    fn the_usual_words_become_rules() {
        for (words, rule) in [
            ("每月15日", "FREQ=MONTHLY;BYMONTHDAY=15"),
            ("每月15、20日", "FREQ=MONTHLY;BYMONTHDAY=15,20"),
            ("每月15日、20日", "FREQ=MONTHLY;BYMONTHDAY=15,20"),
            ("每月 5 号和 20 号", "FREQ=MONTHLY;BYMONTHDAY=5,20"),
            ("每月十五日上午", "FREQ=MONTHLY;BYMONTHDAY=15"),
            ("每月15日（遇节假日顺延）", "FREQ=MONTHLY;BYMONTHDAY=15"),
            ("每月最后一天", "FREQ=MONTHLY;BYMONTHDAY=-1"),
            ("单月15日", "FREQ=MONTHLY;BYMONTH=1,3,5,7,9,11;BYMONTHDAY=15"),
            ("双月10日", "FREQ=MONTHLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=10"),
            ("每周五", "FREQ=WEEKLY;BYDAY=FR"),
            ("每周五上午", "FREQ=WEEKLY;BYDAY=FR"),
            ("每周一、三、五", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
            ("每星期一至星期五", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
            ("隔周星期五", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
            ("每月第一个星期一、星期二", "FREQ=MONTHLY;BYDAY=1MO,1TU"),
            ("每月首个周一/周二", "FREQ=MONTHLY;BYDAY=1MO,1TU"),
            ("每月第一、三个周五", "FREQ=MONTHLY;BYDAY=1FR,3FR"),
            ("每月第二周的周三", "FREQ=MONTHLY;BYDAY=2WE"),
            ("每月最后一个星期五", "FREQ=MONTHLY;BYDAY=-1FR"),
            ("每季度第一个月10日", "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10"),
        ] {
            let found = read(words).map(|read| read.when);
            assert_eq!(found, Some(When::Recur(rule.to_owned())), "{words}");
        }
        assert_eq!(read("农历逢二五八").map(|r| r.when), Some(When::Lunar(vec![2, 5, 8])), "market days");
        assert_eq!(read("农历每月逢3、6、9赶集日").map(|r| r.when), Some(When::Lunar(vec![3, 6, 9])), "in figures");
        assert_eq!(read("每个工作日坐班").map(|r| r.when), Some(When::Daily), "daily duty");
    }

    #[test]
    fn what_is_said_beside_the_days_is_read_too() {
        let read_of = |words: &str| read(words).unwrap();
        assert_eq!(read_of("每周五上午9:00-11:00").hours.as_deref(), Some("上午9:00-11:00"), "hours");
        assert_eq!(read_of("每月15日，节假日顺延到下周同日").how.shift, Shift::WeekLater, "a week later");
        let both = read_of("每月15日，节假日、双休日顺延");
        assert_eq!((both.how.shift, both.how.weekends), (Shift::NextWorkday, true), "weekends count as well");
        assert_eq!(read_of("每周五，遇节假日不接待").how.shift, Shift::Skip, "not at all");
    }

    #[test]
    fn words_that_say_no_days_say_nothing() {
        for words in ["", "另行通知", "每月", "每月45日", "随时接待"] {
            assert!(read(words).is_none(), "{words}");
        }
    }

    #[test]
    fn a_rule_is_told_as_a_clerk_would_write_it_and_read_back() {
        for (rrule, words) in [
            ("FREQ=MONTHLY;BYMONTHDAY=15,20", "每月15日、20日"),
            ("FREQ=WEEKLY;BYDAY=FR", "每周五"),
            ("FREQ=WEEKLY;BYDAY=MO,WE", "每周一、周三"),
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "每2周周五"),
            ("FREQ=MONTHLY;BYDAY=1MO,1TU", "每月第一个星期一、星期二"),
            ("FREQ=MONTHLY;BYDAY=1MO,3FR", "每月第一个星期一、第三个星期五"),
            ("FREQ=MONTHLY;BYDAY=-1FR", "每月最后一个星期五"),
            ("FREQ=MONTHLY;BYMONTH=1,3,5,7,9,11;BYMONTHDAY=15", "单月15日"),
            ("FREQ=MONTHLY;BYMONTHDAY=-1", "每月最后一天"),
            ("FREQ=MONTHLY;BYMONTH=3,9;BYMONTHDAY=15", "3、9月15日"),
        ] {
            let when = When::Recur(rrule.to_owned());
            assert_eq!(tell(&when), words, "{rrule}");
            assert_eq!(read(words).map(|r| r.when), Some(when), "{words} is read back");
        }
        assert_eq!(tell(&When::Lunar(vec![2, 5, 8])), "农历逢二、五、八", "market days");
        assert_eq!(tell(&When::Daily), "每个工作日坐班", "daily duty");
        assert_eq!(
            tell(&When::Recur("FREQ=YEARLY;BYYEARDAY=100".into())),
            "按规则 FREQ=YEARLY;BYYEARDAY=100",
            "no words for it"
        );
        let old = ReceptionRule { rule: "每月15日".into(), ..ReceptionRule::default() };
        assert!(old.when().is_some(), "an older store's words are a rule");
    }
}
