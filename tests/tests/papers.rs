//! The papers of matters, the notice of a reception day and the ledgers, as files that other people's tools read.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use station_tests::paper::{dense, pages_of, sheets_of};
use station_tests::station::Station;

/// A station with one ordinary matter, two that are confidential, of which one belongs elsewhere, and one suggestion.
struct Desk {
    station: Station,
    ordinary: String,
    quarrel: String,
    secret: String,
    suggestion: String,
}

impl Desk {
    fn open() -> Self {
        let station = Station::founded();
        let deputy = json!({ "name": "罗建", "phone": "13092285142", "mandates": [{ "level": "镇" }] });
        let lead = station.call("save_deputy", &deputy)["id"].clone();
        let visit = |confidential: bool, name: &str, matter: Value| {
            json!({ "happened_on": "2023-11-09", "form_id": "visit_form.visit", "people": 1, "confidential": confidential,
                    "parties": [{ "name": name, "village": "长垣村", "phone": "13912345678" }], "matters": [matter] })
        };
        let pump = json!({ "words": "村口水井抽不上水", "category_id": "category.water", "route_id": "route.township",
                           "unit": "水利站" });
        let wall = json!({ "words": "邻居砌墙占了通道", "route_id": "route.petition" });
        station.call("save_reception", &visit(false, "石大山", pump));
        let fees = json!({ "words": "村里收费没有收据", "route_id": "route.township", "unit": "镇经管站" });
        station.call("save_reception", &visit(true, "钱小河", wall));
        station.call("save_reception", &visit(true, "孙小满", fees));
        let lamps = json!({ "kind": "建议", "number": "5-3-007", "title": "关于增设路灯的建议", "submitted_on": "2023-10-08",
                            "words": "东关村主路夜间无灯，请增设路灯。", "lead": [lead], "publicity": "同意全文公开" });
        let suggestion = station.call("save_matter", &lamps)["id"].as_str().unwrap().to_owned();
        let desk = Self { ordinary: String::new(), quarrel: String::new(), secret: String::new(), suggestion, station };
        let [ordinary, quarrel, secret] = ["村口水井", "邻居砌墙", "村里收费"].map(|words| desk.matter(words));
        let desk = Self { ordinary, quarrel, secret, ..desk };
        desk.live();
        desk
    }

    fn matter(&self, words: &str) -> String {
        let rows = self.station.call("matters", &json!({ "search": words }));
        rows[0]["id"].as_str().expect("it was raised").to_owned()
    }

    /// Both that are handled here are answered, and who raised them is told.
    fn live(&self) {
        let step = |matter: &str, kind: &str, day: &str, more: Value| {
            let mut step = json!({ "id": null, "matter_id": matter, "kind": kind, "happened_on": day });
            step.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            self.station.call("save_step", &step)
        };
        step(&self.secret, "chased", "2023-12-20", json!({}));
        step(&self.ordinary, "replied", "2023-11-20", json!({ "words": "已换新泵，恢复供水" }));
        let told =
            json!({ "way_id": "way.phone", "by_whom": "王站长", "words": "已告知换泵", "grade_id": "grade.satisfied" });
        step(&self.ordinary, "told", "2023-11-22", told);
        step(&self.ordinary, "closed", "2023-11-23", json!({}));
        step(&self.suggestion, "handed", "2023-10-10", json!({ "unit": "镇人民政府", "role": "主办" }));
        step(
            &self.suggestion,
            "replied",
            "2023-12-01",
            json!({ "result_id": "result.a", "words": "已安装路灯二十盏" }),
        );
    }

    fn step_of(&self, matter: &str, kind: &str) -> String {
        let offers = self.station.call("matter_papers", &json!({ "id": matter }));
        let offer = offers.as_array().unwrap().iter().find(|o| o["kind"] == kind && o["step_id"].is_string()).cloned();
        offer.expect("it is offered")["step_id"].as_str().unwrap().to_owned()
    }

    /// Writes a paper as a file.
    fn written(&self, paper: &Value, format: &str) -> PathBuf {
        let out = self.station.path("papers");
        let ask = json!({ "paper": paper, "format": format, "out": out });
        let written = self.station.call("export_paper", &ask);
        assert_eq!(written["warnings"], json!([]), "every character has its font");
        out.join(written["files"][0]["name"].as_str().expect("one file"))
    }

    fn text(&self, paper: &Value) -> String {
        pages_of(&self.written(paper, "pdf")).concat()
    }
}

fn of(matter: &str, kind: &str) -> Value {
    json!({ "paper": "matter", "id": matter, "kind": kind })
}

fn cells(file: &Path) -> String {
    let sheets = sheets_of(file);
    dense(&format!("{sheets:?}"))
}

#[test]
fn every_paper_of_a_matter_is_a_file_that_says_what_it_is_for() {
    let desk = Desk::open();
    let cases: [(&str, &str, &[&str], usize); 9] = [
        (&desk.suggestion, "suggestion", &["代表建议、批评和意见专用纸", "5-3-007", "罗建", "☑同意全文公开"], 1),
        (&desk.suggestion, "handover", &["代表建议、批评和意见交办单", "镇人民政府", "签收回执", "前说明理由退回"], 1),
        (&desk.ordinary, "handover", &["社情民意转办单", "水利站", "石大山", "139****5678"], 1),
        (&desk.suggestion, "reply", &["对“关于增设路灯的建议”的答复", "罗建代表：", "答复类别：A", "抄送："], 1),
        (&desk.suggestion, "opinion", &["办理情况征询意见表", "☐满意", "对办理态度", "对办理结果"], 1),
        (&desk.ordinary, "told", &["回访记录", "石大山", "13912345678", "王站长", "已告知换泵"], 1),
        (&desk.secret, "urging", &["关于催办“村里收费没有收据”的函", "镇经管站：", "已超过办理期限"], 1),
        (&desk.quarrel, "referral", &["引导告知单", "反映人：", "《信访工作条例》第二十三条"], 1),
        (&desk.ordinary, "closing", &["办结单", "石大山", "告知人王站长", "2023年11月23日"], 1),
    ];
    for (matter, kind, expected, pages) in cases {
        let pdf = desk.written(&of(matter, kind), "pdf");
        assert_eq!(pages_of(&pdf).len(), pages, "{kind} fits on its page");
        let (pdf, xlsx) = (pages_of(&pdf).concat(), cells(&desk.written(&of(matter, kind), "xlsx")));
        for words in expected {
            assert!(pdf.contains(words), "{kind} on paper says {words}: {pdf}");
            assert!(xlsx.contains(words), "{kind} as a workbook says {words}: {xlsx}");
        }
    }
}

#[test]
fn who_asked_for_confidence_is_named_on_the_record_of_the_telling_alone() {
    let desk = Desk::open();
    let papers = [("referral", &desk.quarrel), ("closing", &desk.quarrel), ("suggestion", &desk.quarrel)];
    let handed = ["handover", "urging", "reply", "closing", "referral"].map(|kind| (kind, &desk.secret));
    for (kind, matter) in papers.into_iter().chain(handed) {
        let (pdf, xlsx) = (desk.text(&of(matter, kind)), cells(&desk.written(&of(matter, kind), "xlsx")));
        for said in [pdf, xlsx] {
            let named = ["钱小河", "孙小满", "13912345678"].iter().any(|secret| said.contains(secret));
            assert!(!named, "{kind} names nobody: {said}");
        }
    }
    assert!(desk.text(&of(&desk.quarrel, "told")).contains("钱小河"), "the record of the telling stays inside");
    let ledger = |edition: &str| json!({ "paper": "ledger", "ledger": "opinions", "from": "2023-11-01", "to": "2023-11-30", "edition": edition });
    for edition in ["内部", "上报"] {
        let said = desk.text(&ledger(edition));
        assert!(!said.contains("钱小河") && said.contains("石大山"), "a ledger on paper hides one of the two: {said}");
    }
}

#[test]
fn a_paper_keeps_its_number_and_a_printed_one_is_never_given_again() {
    let desk = Desk::open();
    let (first, second) = (desk.step_of(&desk.ordinary, "handover"), desk.step_of(&desk.suggestion, "handover"));
    let number = |step: &str| desk.station.call("number_step", &json!({ "id": step }))["number"].clone();
    assert_eq!(number(&first), "JB-2023-001", "the first of its year");
    assert_eq!(number(&first), "JB-2023-001", "however often it is asked for");
    desk.station.call("undo", &Value::Null);
    assert_eq!(number(&second), "JB-2023-001", "not printed, it was given back");
    let paper = json!({ "paper": "matter", "id": desk.suggestion, "kind": "handover", "step_id": second });
    let file = desk.written(&paper, "pdf");
    assert!(file.to_string_lossy().contains("交办单 JB-2023-001"), "the file is named after it: {}", file.display());
    assert!(pages_of(&file).concat().contains("JB-2023-001"), "and it stands on the paper");
    desk.station.call("undo", &Value::Null);
    assert_eq!(number(&first), "JB-2023-002", "somebody has number one in their hands");
}

#[test]
fn looking_at_a_paper_gives_it_no_number_and_keeping_it_as_a_file_does() {
    let desk = Desk::open();
    let paper = json!({ "paper": "matter", "id": desk.ordinary, "kind": "handover" });
    let number = || {
        let offers = desk.station.call("matter_papers", &json!({ "id": desk.ordinary }));
        let offer = offers.as_array().unwrap().iter().find(|o| o["kind"] == "handover").cloned();
        offer.expect("it is offered")["number"].clone()
    };
    let shown = desk.station.call("paper_pdf", &paper);
    assert_eq!((shown["pages"].as_i64(), number()), (Some(1), Value::Null), "looked at");
    let file = desk.written(&paper, "pdf");
    let said = pages_of(&file).concat();
    assert!(said.contains("JB-2023-001"), "on the paper: {said}");
    assert_eq!(number(), "JB-2023-001", "and kept");
}

#[test]
fn a_notice_is_printed_and_only_then_said_to_have_gone_out() {
    let desk = Desk::open();
    let day = json!({ "date": "2024-01-15", "site_id": null, "duty": [{ "name": "罗建" }] });
    let id = desk.station.call("save_day", &day)["id"].clone();
    let said = desk.text(&json!({ "paper": "notice", "activity_id": id }));
    for words in ["关于开展代表接待选民活动的通知", "2024年1月15日（星期一）", "罗建", "不直接办理具体案件", "—1—"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
    let activity = || desk.station.call("activity", &json!({ "id": id }))["notified_on"].clone();
    assert_eq!(activity(), Value::Null, "printing says nothing");
    let told = desk.station.call("mark_notified", &json!({ "id": id }));
    assert_eq!((told["label"].as_str(), activity()), (Some("已记通知日期 2024-01-05，提前10日"), json!("2024-01-05")));
}

#[test]
fn a_phrase_is_filled_from_its_matter() {
    let desk = Desk::open();
    let shown = desk.station.call("phrases", &Value::Null);
    assert!(shown["phrases"].as_array().unwrap().len() > 20, "good texts ship");
    let own = json!({ "list": "telling", "title": "本站回访", "body": "{反映人}，{承办单位}已答复：{答复}。期限{期限}，{理由}" });
    let id = desk.station.call("save_phrase", &own)["id"].clone();
    let filled = desk.station.call("fill_phrase", &json!({ "id": id, "matter_id": desk.ordinary }));
    assert_eq!(
        filled, "石大山，水利站已答复：已换新泵，恢复供水。期限2023年11月24日，{理由}",
        "what is not known stays to be filled"
    );
    desk.station.call("void_phrase", &json!({ "id": id }));
    let left = desk.station.call("phrases", &Value::Null)["phrases"].to_string();
    assert!(!left.contains("本站回访"), "it is no longer offered");
}
