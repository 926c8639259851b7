//! Taking in, as a clerk and a script do it: joint visits, repeats, where a matter belongs, ID numbers, talks, groups.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

use serde_json::{Value, json};
use station_tests::station::Station;

const NUMBER: &str = "11010519491231002X";
const MASKED: &str = "110105********002X";
const YEAR: (&str, &str) = ("2024-01-01", "2024-12-31");

/// Everything that lists and papers show of the year, as one text.
fn shown(station: &Station) -> String {
    let filter = json!({ "from": null, "to": null, "site_id": null, "campaign_id": null, "search": null });
    let mut asked =
        vec![("visits", filter), ("talks", json!({})), ("matters", json!({})), ("history", json!({ "limit": 50 }))];
    for number in [3, 4, 6, 8] {
        for edition in ["内部", "上报", "公示"] {
            asked.push(("register", json!({ "number": number, "from": YEAR.0, "to": YEAR.1, "edition": edition })));
        }
    }
    station.calls(&asked).iter().map(Value::to_string).collect::<Vec<_>>().join("\n")
}

fn visit(name: &str, phone: &str, words: &str) -> Value {
    json!({ "happened_on": "2024-01-03", "form_id": "visit_form.letter",
        "parties": [{ "name": name, "phone": phone, "village": "东关" }], "matters": [{ "words": words }] })
}

fn failed(answer: &Value) -> Vec<&str> {
    let problems = answer["failure"]["problems"].as_array().expect("problems");
    problems.iter().filter_map(|p| p["field"].as_str()).collect()
}

#[test]
fn a_joint_visit_with_six_speakers_is_doubted_with_the_article() {
    let station = Station::founded();
    let names: Vec<Value> = (1..=6).map(|n| json!({ "name": format!("村民{n}") })).collect();
    let draft = json!({ "happened_on": "2024-01-03", "joint": true, "people": 20, "parties": names,
        "matters": [{ "words": "要求修路" }] });
    let [preview, saved] = station
        .calls(&[("preview_reception", draft.clone()), ("save_reception", draft)])
        .try_into()
        .expect("two answers");
    let doubt = preview["doubts"][0]["message"].as_str().expect("a doubt");
    assert!(doubt.contains("信访工作条例第二十条"), "the doubt names its article: {doubt}");
    let loaded = station.call("reception", &json!({ "id": saved["id"] }));
    assert_eq!((&loaded["joint"], &loaded["people"]), (&json!(true), &json!(20)), "a doubt does not keep it out");
}

#[test]
fn what_was_raised_before_is_recognised_and_linked_by_the_clerk() {
    let station = Station::founded();
    let first = station.call("save_reception", &visit("王某", "13912340000", "村口水井抽不上水"));
    let asked = json!({ "name": "王家老二", "phone": "139-1234-0000", "village": "东关村",
        "words": "村口的水井，不出水了", "date": "2024-01-05" });
    let found = station.call("similar", &asked);
    assert_eq!(found[0]["visit_id"], first["id"], "by the phone, though name and words differ");
    assert_eq!(found[0]["why"], json!(["同一电话", "同村，问题相近"]), "it says why");
    let mut again = visit("王家老二", "13912340000", "水井还是不出水");
    again["matters"][0]["same_as"] = found[0]["matter_id"].clone();
    let saved = station.call("save_reception", &again);
    let loaded = station.call("reception", &json!({ "id": saved["id"] }));
    assert_eq!(loaded["matters"][0]["same_as"], found[0]["matter_id"], "linked");
    assert_ne!(loaded["matters"][0]["id"], found[0]["matter_id"], "not merged");
    station.call("undo", &Value::Null);
    assert_eq!(station.list("visits").len(), 1, "and taken back like any other entry");
}

#[test]
fn what_belongs_elsewhere_is_sent_on_to_a_named_office() {
    let station = Station::founded();
    let advice = station.call("advice", &json!({ "nature_id": "nature.court", "words": "判决没有执行" }));
    assert_eq!(advice["route_id"], "route.court", "涉法涉诉 goes to the courts");
    let mut draft = visit("王某", "", "判决没有执行");
    draft["matters"][0]["nature_id"] = json!("nature.court");
    draft["matters"][0]["route_id"] = advice["route_id"].clone();
    draft["matters"][0]["unit"] = advice["office"].clone();
    let saved = station.call("save_reception", &draft);
    let loaded = station.call("reception", &json!({ "id": saved["id"] }));
    assert_eq!(loaded["matters"][0]["unit"], advice["office"], "the office is kept for the slip");
}

#[test]
fn a_visitors_id_number_is_refused_by_default_and_masked_everywhere() {
    let station = Station::founded();
    let mut draft = visit("王某", "13912340000", "要求修路");
    draft["parties"][0]["id_number"] = json!(NUMBER);
    let refused = station.calls(&[("save_reception", draft.clone())]).remove(0);
    assert_eq!(failed(&refused), ["parties.0.id_number"], "off by default");
    station.call("save_intake_setting", &json!({ "visitor_ids": true }));
    let saved = station.call("save_reception", &draft);
    let loaded = station.call("reception", &json!({ "id": saved["id"] }));
    assert_eq!(loaded["parties"][0]["id_number"], MASKED, "the form shows it masked");
    let all = shown(&station);
    assert!(!all.contains(NUMBER) && !all.contains("19491231"), "no list, register or history has it");
    let whole = station.call("read_id_number", &json!({ "id": loaded["parties"][0]["id"] }));
    assert_eq!(whole, NUMBER, "read whole only on request");
    let newest = station.call("history", &json!({ "limit": 1 }));
    let label = newest[0]["label"].as_str().expect("a label");
    assert!(label.contains("身份证号") && !label.contains(NUMBER), "which the history says: {label}");
}

#[test]
fn a_talk_has_its_number_its_paper_and_its_place_in_form_8() {
    let station = Station::with_samples();
    let choices = station.call("choices", &Value::Null);
    let deputy = choices["deputies"].as_array().expect("deputies").iter().find(|d| d["label"] == "罗建").expect("罗建");
    let talk = json!({ "happened_on": "2024-01-03", "subject": "宅基地边界", "kind_id": "conflict.homestead",
        "parties": [{ "side": "甲方", "name": "赵一" }, { "side": "乙方", "name": "钱二" }],
        "deputies": [deputy["id"]], "result_id": "talk_result.settled" });
    let saved = station.call("save_talk", &talk);
    assert_eq!(saved["number"], "TX-2024-001", "numbers of a year");
    assert!(shown(&station).contains("谈心调解（宅基地）：宅基地边界，化解"), "it counts for its deputy");
    let paper = station.call("paper_pdf", &json!({ "paper": "talk", "id": saved["id"] }));
    assert_eq!((&paper["pages"], &paper["warnings"]), (&json!(1), &json!([])), "its record is one page");
    let found = station.call("find", &json!({ "words": "钱二" }));
    assert_eq!(found[0]["kind"], "talk", "and the find box finds it by its parties");
    station.call("void_facts", &json!([{ "kind": "talk", "id": saved["id"] }]));
    assert!(!shown(&station).contains("谈心调解"), "void, it counts no more");
    assert_eq!(station.call("save_talk", &talk)["number"], "TX-2024-002", "and keeps its number");
}

#[test]
fn messages_of_a_group_become_receptions_in_one_operation() {
    let station = Station::founded();
    station.call("save_reception", &visit("张三", "", "路灯坏了没人修"));
    let group = station.call("save_chat_group", &json!({ "name": "东关片区群", "area": "东关", "members": 126 }));
    let text = "张三 2024-01-04 10:11\n路灯坏了\n李四 2024-01-04 10:12\n[图片]\n王五 昨天 9:05\n要求修路";
    let rows = station.call("read_chat", &json!({ "text": text, "chat_group_id": group["id"] }));
    let told: Vec<String> = rows
        .as_array()
        .expect("rows")
        .iter()
        .map(|r| format!("{} {} {}", r["who"], r["date"], r["only_media"]))
        .collect();
    assert_eq!(
        told,
        ["\"张三\" \"2024-01-04\" false", "\"李四\" \"2024-01-04\" true", "\"王五\" \"2024-01-04\" false"]
    );
    assert_eq!(rows[0]["similar"][0]["why"][0], "同名同村", "the group's area tells that it is the same 张三");
    let draft = |at: usize| {
        json!({ "happened_on": rows[at]["date"], "form_id": "visit_form.group", "chat_group_id": group["id"],
            "parties": [{ "name": rows[at]["who"] }], "matters": [{ "words": rows[at]["words"] }] })
    };
    let nothing = json!({ "happened_on": "2024-01-04", "parties": [{}], "matters": [] });
    let refused = station.calls(&[("save_receptions", json!([draft(0), nothing]))]).remove(0);
    assert_eq!(failed(&refused), ["1.matters"], "all or nothing, and it says which row");
    assert_eq!(station.list("visits").len(), 1, "nothing was saved");
    station.call("save_receptions", &json!([draft(0), draft(2)]));
    assert_eq!(station.call("chat_groups", &Value::Null)[0]["visits"], 2, "the group knows what came of it");
    station.call("undo", &Value::Null);
    assert_eq!(station.list("visits").len(), 1, "one undo takes both back");
}
