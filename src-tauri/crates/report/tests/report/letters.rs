//! Official letters: what GB/T 9704-2012 asks of them.

use station_report::{Frame, Page, pages};
use station_table::{
    Align, Cell, Column, Document, Format, Letter, Look, Mask, Orientation, PageSays, Paragraph, Part, Row, Subject,
    Table,
};

use crate::paper::{dense, made, text_of};

const SENTENCE: &str =
    "请各位代表提前安排好工作，按时到站接待选民，认真听取和记录群众反映的意见和要求，向群众宣传法律法规和政策。";

/// A notice of a reception day with so many paragraphs under its last heading.
pub fn notice(paragraphs: usize) -> Document {
    let mut body = vec![
        Paragraph::Text("根据镇人大年度工作安排，现将本次代表接待选民活动有关事项通知如下：".into()),
        Paragraph::Heading("一、接待时间和地点".into()),
        Paragraph::Subheading("（一）镇联络站".into()),
        Paragraph::Text("2026年4月15日上午9:00—11:30，镇联络站接待室。".into()),
        Paragraph::Heading("二、有关要求".into()),
    ];
    body.extend(vec![Paragraph::Text(SENTENCE.into()); paragraphs]);
    let letter = Letter {
        mark: String::new(),
        number: "柳人大〔2026〕3号".into(),
        to: "各位代表，各村（社区）".into(),
        body,
        enclosures: vec!["接待安排表".into(), "签收回执".into()],
        signed: vec!["柳河镇人民代表大会主席团".into()],
        dated: "2026年4月10日".into(),
        notes: vec!["联系人：王某，电话：0355-1234567".into()],
        copies: "县人大常委会代表工作委员会".into(),
    };
    document(letter, Vec::new())
}

fn document(letter: Letter, after: Vec<Part>) -> Document {
    let subject = Subject {
        fact: None,
        name: String::new(),
        head: Vec::new(),
        parts: [vec![Part::Letter(letter)], after].concat(),
        signature: Vec::new(),
    };
    Document {
        name: "通知".into(),
        title: "关于开展代表接待选民活动的通知".into(),
        look: Look::Sheet,
        orientation: Orientation::Portrait,
        page: Some(PageSays::of_letter()),
        subjects: vec![subject],
        ..Document::default()
    }
}

/// Left end, baseline and words of every text of a page.
fn texts(page: &Page) -> Vec<(f32, f32, &str)> {
    let text = |frame: &'_ Frame| matches!(frame, Frame::Text { .. });
    let said = page.frames.iter().filter(|f| text(f)).filter_map(|frame| match frame {
        Frame::Text { x, y, text, .. } => Some((*x, *y, text.as_str())),
        _ => None,
    });
    said.collect()
}

#[test]
fn a_page_has_twenty_two_lines_of_twenty_eight_characters() {
    let body = vec![Paragraph::Text("选民代表联络".repeat(300))];
    let pages = pages(&document(Letter { body, ..Letter::default() }, Vec::new())).unwrap();
    let second = texts(&pages[1]);
    assert_eq!(second.len() - 1, 22, "lines between head and foot, beside the page number");
    assert_eq!(second[0].2.chars().count(), 28, "characters of a full line");
}

#[test]
fn the_signature_is_never_alone_on_its_page() {
    for paragraphs in 1..16 {
        let pages = pages(&notice(paragraphs)).unwrap();
        let on = |page: &Page, words: &str| texts(page).iter().any(|t| t.2.contains(words));
        let last = pages.iter().rev().find(|page| on(page, "2026年4月10日")).unwrap();
        assert!(on(last, "主席团"), "{paragraphs}: signature and date are together");
        let over = texts(last).into_iter().take_while(|t| !t.2.contains("主席团")).count();
        assert!(over >= 2, "{paragraphs}: two lines of text are over them at least, not {over}");
    }
}

#[test]
fn the_date_is_four_characters_from_the_right_and_the_signature_over_its_middle() {
    let notice = notice(1);
    let pages = pages(&notice).unwrap();
    let texts = texts(&pages[0]);
    let of = |words: &str| texts.iter().find(|t| t.2 == words).unwrap().0;
    let em = 15.75 * 25.4 / 72.0;
    // Four characters at the right; the signature is twelve wide.
    let (date, signature) = (of("2026年4月10日"), of("柳河镇人民代表大会主席团"));
    let right = 184.0 - 4.0 * em;
    assert!(date < right && date > right - 9.0 * em, "the date ends at {right}, begins at {date}");
    let (middle, over) = (f32::midpoint(date, right), signature + 6.0 * em);
    assert!((middle - over).abs() < 0.1, "the signature stands over the date: {middle} and {over}");
}

#[test]
fn page_numbers_stand_outside_at_the_right_of_fronts_and_the_left_of_backs() {
    let pages = pages(&notice(20)).unwrap();
    for (at, page) in (1..).zip(&pages) {
        let number = format!("— {at} —");
        let (x, y, _) = *texts(page).iter().find(|t| t.2 == number).unwrap();
        assert!(y > 262.0 + 7.0, "{number} is seven millimetres under the text");
        assert_eq!(x > 105.0, at % 2 == 1, "{number}: odd right, even left");
    }
}

#[test]
fn a_receipt_follows_the_letter_and_all_can_be_read_out() {
    let column = |label: &str| Column {
        key: label.to_owned(),
        label: label.to_owned(),
        heading: None,
        width: 30.0,
        align: Align::Center,
        format: Format::Text,
        mask: Mask::None,
        public: true,
    };
    let table = Table {
        caption: Some("签收回执".into()),
        columns: vec![column("签收单位"), column("签收人")],
        rows: vec![Row { fact: None, cells: vec![Cell::text("镇水利站"), Cell::Empty] }],
        ..Table::default()
    };
    let letter = Letter { body: vec![Paragraph::Text("请签收。".into())], ..Letter::default() };
    let document = document(letter, vec![Part::Table(table)]);
    let text = dense(&text_of(&made(&[&document])));
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} is on the paper: {text}"));
    assert!(at("请签收") < at("签收回执") && at("签收回执") < at("镇水利站"), "in their order");
}
