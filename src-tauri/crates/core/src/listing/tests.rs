//! Listings and lists of the small world.

use serde_json::{Value, json};

use super::{LISTINGS, listing};
use crate::matter::rules::{Kind, State};
use crate::world::world;
use crate::{activity, deputy, matter, reception};

#[test]
fn listings_have_the_keys_and_values_that_others_read() {
    let world = world();
    let list = |what: &str| listing(world.store.db(), what, world.today).unwrap();
    assert_eq!(
        list("deputies")[2],
        json!({ "name": "姚㛃", "sex": "男", "nation": null, "birth": "1960-09-04", "party": null, "edu": null, "unit": "石羊村",
            "post": "党支部书记", "phone": "13092285142", "idno": null, "constituency": 2, "group": "东关", "levels": ["镇", "县", "市"] }),
        "a deputy with the levels from the station's own upwards and the group of the constituency"
    );
    assert_eq!(list("deputies")[0]["idno"], "140426196009044450", "a listing is unmasked");
    assert_eq!(
        list("districts")[0],
        json!({ "no": 1, "kind": null, "villages": "鼓楼村1—4组", "population": null, "voters": null, "seats": 2, "group": "鼓楼" }),
        "places are written back as they were given"
    );
    assert_eq!(
        list("duty")[2],
        json!({ "date": "2023-03-15", "place": "镇联络站", "deputies": ["张伟", "姚㛃"] }),
        "who was excused is not on duty; who is named in a visit is"
    );
    assert_eq!(
        list("visits")[0],
        json!({ "date": "2023-01-15", "place": "镇联络站", "deputies": ["罗建", "张伟"], "visitor": "王某", "village": "东关",
            "phone": "13912340000", "people": 3, "form": "来访", "category": "水利", "content": "机井水泵老化", "route": "转镇政府",
            "unit": "水利站", "done": "2023-03-10", "satisfied": "满意" }),
        "a visit with what became of it"
    );
    assert_eq!(list("visits")[1]["done"], Value::Null, "what was answered on the spot has no closing of its own");
    assert_eq!(list("visits").as_array().map(Vec::len), Some(5), "a voided visit is none");
    let suggestion = list("matters").as_array().unwrap().iter().find(|m| m["no"] == "5-3-001").cloned();
    assert_eq!(
        suggestion,
        Some(
            json!({ "no": "5-3-001", "title": "关于修桥的建议", "lead": "罗建", "co": ["张伟"], "submitted": "2023-02-01",
            "handed": "2023-02-02", "unit": "镇人民政府", "replied": "2023-03-01", "result": "A", "satisfied": "基本满意" })
        ),
        "a suggestion as it was entered"
    );
    // The small world has none of these.
    let none = |what: &&str| ["talks", "chat_groups"].contains(what);
    assert!(LISTINGS.into_iter().filter(none).all(|what| list(what) == json!([])), "no talk and no group");
    for what in LISTINGS.into_iter().filter(|what| !none(what)) {
        assert!(list(what).as_array().is_some_and(|rows| !rows.is_empty()), "{what} can be listed");
    }
    assert!(listing(world.store.db(), "cats", world.today).is_err(), "what cannot be listed is refused");
}

#[test]
fn activities_contacts_and_deeds_are_listed_in_the_order_of_entry() {
    let world = world();
    let list = |what: &str| listing(world.store.db(), what, world.today).unwrap();
    assert_eq!(
        list("activities"),
        json!([
            { "date": "2023-02-10", "until": "2023-02-10", "title": "代表法学习", "kind": "学习培训", "place": "镇联络站",
                "expected": ["罗建", "张伟", "姚㛃"], "absent": ["张伟", "姚㛃"], "reason": "张伟（因病）、姚㛃", "content": null,
                "opinions": null },
            { "date": "2023-03-08", "until": "2023-03-09", "title": "视察农村饮水", "kind": "视察", "place": "石羊村水厂",
                "expected": ["罗建", "姚㛃"], "absent": [], "reason": null, "content": "看了水厂和两户人家", "opinions": 1 },
        ]),
        "activities in the order of entry; reception days are in the roster of duty"
    );
    assert_eq!(
        list("contacts")[0],
        json!({ "deputy": "张伟", "date": "2023-02-06", "way": "上门走访", "voter": "孙某", "people": 4, "village": "东关",
            "promoted": "医保政策", "opinion": "希望增设路灯", "route": "报联络站" }),
        "a contact as it was entered"
    );
    assert_eq!(
        list("deeds"),
        json!([
            { "deputy": "罗建、姚㛃", "date": "2023-01-20", "category": "争取项目资金", "content": "争取村内道路硬化项目",
                "villages": 1, "households": 16, "people": 96, "money": "12000.50", "source": "争取财政" },
            { "deputy": "张伟", "date": "2023-03-05", "category": "扶弱济困", "content": "走访慰问困难户", "villages": null,
                "households": 3, "people": null, "money": "0.00", "source": null },
        ]),
        "money in yuan as text; none said is 0.00"
    );
    assert_eq!(list("standing")[0]["whom"], "孙某", "standing contacts in the order of entry");
    assert_eq!(list("constituency_visits")[0]["constituency"], "第1选区", "visits to constituencies");
    assert_eq!(
        list("campaigns"),
        json!([{ "name": "双百帮扶", "since": "2023-01-01", "until": null, "facts": 2 }]),
        "campaigns"
    );
}

#[test]
fn lists_find_what_is_searched() {
    let world = world();
    let deputies = |search: &str| {
        let filter = deputy::search::Filter { search: Some(search.to_owned()), ..deputy::search::Filter::default() };
        let rows = deputy::search::deputies(world.store.db(), &filter, world.today).unwrap();
        rows.into_iter().map(|r| r.name).collect::<Vec<_>>()
    };
    assert_eq!(
        (deputies("zw"), deputies("姚")),
        (vec!["张伟".to_owned()], vec!["姚㛃".to_owned()]),
        "by initials and by name"
    );
    let rows = deputy::search::deputies(world.store.db(), &deputy::search::Filter::default(), world.today).unwrap();
    assert_eq!(rows[0].idno.as_deref(), Some("140426********4450"), "the window's list masks ID numbers");
    assert_eq!(rows.iter().map(|r| r.receptions).collect::<Vec<_>>(), [2, 2, 2], "visits of this year in their hands");
    assert!(rows[0].missing.contains(&"民族".to_owned()), "what is 待补 is named");
    let filter = reception::search::Filter { search: Some("修桥".into()), ..reception::search::Filter::default() };
    let visits = reception::search::visits(world.store.db(), &filter).unwrap();
    assert_eq!(visits.len(), 1, "by words");
    assert_eq!((visits[0].state, visits[0].done.as_deref()), (State::办理中, None), "open as long as one matter is");
    let filter = matter::search::Filter { kind: Some("建议".into()), ..matter::search::Filter::default() };
    let matters = matter::search::matters(world.store.db(), &filter, world.today).unwrap();
    assert_eq!(matters.len(), 1, "of one kind");
    let page = matter::search::matter(world.store.db(), &matters[0].id, world.today).unwrap();
    let steps: Vec<&str> = page.rounds[0].steps.iter().map(|s| s.kind_label.as_str()).collect();
    assert_eq!(steps, ["登记", "交办", "答复", "告知"], "its life in order");
    assert_eq!((page.row.next.as_str(), page.offers[0]), ("联络站：办结", Kind::Closed), "and what comes next");
    let days = activity::search::days(world.store.db(), ("2023-03-01", "2023-03-31")).unwrap();
    let who: Vec<_> = days[0].deputies.iter().map(|d| (d.name.as_str(), d.status.as_deref(), d.planned)).collect();
    assert_eq!(
        (days[0].weekday.as_str(), who),
        ("星期三", vec![("罗建", Some("excused"), true), ("张伟", None, true), ("姚㛃", Some("came"), false)]),
        "the roster as planned, then who came besides"
    );
}
