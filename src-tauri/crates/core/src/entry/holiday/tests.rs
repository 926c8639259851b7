//! A notice as it is copied, files of both kinds, and a year over what ships.

use super::{HolidayDraft, read_file, read_notice, save, void, years};
use crate::calendar::days::{Calendar, Day};
use crate::world::world;
use crate::{Hand, Op};

/// The notice of 2026 as it stands on the page.
const NOTICE: &str = "国务院办公厅关于2026年部分节假日安排的通知
国办发明电〔2025〕7号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
国务院办公厅
2025年11月4日";

#[test]
fn the_notice_itself_is_read_day_by_day() {
    let read = read_notice(NOTICE, None);
    let shipped: Vec<Day> = Calendar::shipped().year(2026).unwrap().days().cloned().collect();
    let mut days = read.draft.days.clone();
    days.sort_by_key(|day| day.date);
    assert_eq!(days, shipped, "exactly what ships for 2026");
    assert_eq!(read.draft.year, 2026, "the year of the heading");
    assert_eq!(read.draft.notice.as_deref(), Some("国办发明电〔2025〕7号"), "its number");
    assert_eq!(read.draft.issued_on.as_deref(), Some("2025-11-04"), "its date");
    assert!(read.notes.is_empty(), "the counts agree: {:?}", read.notes);
    assert!(read.unread.iter().any(|s| s.contains("妥善安排")), "what says no days is shown: {:?}", read.unread);
}

#[test]
fn what_a_notice_says_otherwise_is_pointed_out() {
    let read = read_notice("一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。", Some(2023));
    assert_eq!(read.draft.days.len(), 2, "the last day of 2022 belongs to 2022");
    assert!(read.notes[0].contains("2022-12-31"), "and is named: {:?}", read.notes);
    let wrong = read_notice("一、元旦：1月1日至2日放假，共3天。", Some(2027));
    assert!(wrong.notes[0].contains("共3天"), "the count does not agree: {:?}", wrong.notes);
    let advice =
        read_notice("二、春节：2月10日至17日放假调休，共8天。鼓励各单位安排职工在除夕（2月9日）休息。", Some(2024));
    assert_eq!((advice.draft.days.len(), advice.unread.len()), (8, 1), "advice is no day off");
}

#[test]
fn a_file_may_be_a_table_or_the_form_that_ships() {
    let csv = "2027年放假安排\n日期,名称,放假或上班\n2027-01-01,元旦,放假\n2027/1/2,元旦,放假\n2027年1月3日,元旦,上班\n不详,元旦,放假\n";
    let read = read_file("2027.csv", csv.as_bytes()).unwrap();
    assert_eq!((read.draft.year, read.draft.days.len(), read.unread.len()), (2027, 3, 1), "one row is no date");
    assert!(!read.draft.days[2].off, "the third is a workday");
    let json = include_bytes!("../../../../../../assets/holidays/2026.json");
    assert_eq!(read_file("2026.json", json).unwrap().draft.days.len(), 39, "33 days off and 6 workdays");
    assert!(read_file("x.csv", "甲,乙\n1,2\n".as_bytes()).is_err(), "a table of something else");
}

#[test]
fn a_year_that_is_entered_holds_until_it_is_voided() {
    let mut world = world();
    let mut hand = Hand::counted("测试", world.today.and_hms_opt(10, 0, 0).unwrap(), 50_000);
    let date = "2027-01-01".parse().unwrap();
    let draft = HolidayDraft {
        year: 2027,
        days: vec![Day { date, name: "元旦".into(), off: true }],
        ..HolidayDraft::default()
    };
    let id = world.store.transact(&mut hand, Op::SaveHolidays { year: 2027 }, |tx| save(tx, &draft)).unwrap().value.id;
    assert!(Calendar::load(world.store.db()).unwrap().is_holiday(date), "it is announced now");
    let today = "2026-12-01".parse().unwrap();
    assert!(years(world.store.db(), today).unwrap()[0].announced, "and listed as announced");
    world.store.transact(&mut hand, Op::Demo, |tx| void(tx, &id)).unwrap();
    let rows = years(world.store.db(), today).unwrap();
    assert!(!rows[0].announced && rows[0].days.len() == 13, "2027 is estimated again");
    let twice = HolidayDraft { days: [draft.days.clone(), draft.days.clone()].concat(), ..draft };
    assert!(world.store.transact(&mut hand, Op::Demo, |tx| save(tx, &twice)).is_err(), "a day stands once");
}
