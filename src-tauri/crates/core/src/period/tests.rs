//! The month's figures of the small world, counted by hand; and each figure against the rows that it opens.

use serde_json::{Value, json};
use station_table::Cell;

use super::{Asked, Figure, figure, figures_json, month};
use crate::world::world;

/// Figures of one site, zeros left out.
fn counted(value: &Value) -> Value {
    let kept = value.as_object().into_iter().flatten().filter_map(|(key, value)| match value {
        Value::Object(_) => {
            Some((key.clone(), counted(value))).filter(|(_, v)| v.as_object().is_some_and(|o| !o.is_empty()))
        }
        _ => (value != &json!(0)).then(|| (key.clone(), value.clone())),
    });
    Value::Object(kept.collect())
}

#[test]
fn months_say_what_was_counted_by_hand() {
    let world = world();
    let cases = [
        (
            "2023-01",
            json!({
                "镇联络站": { "reception_days": 1, "deputies_received": { "县": 1, "镇": 1 }, "visits": 2, "visitors": 4, "raised": 2,
                    "on_the_spot": 1, "handed_on": 1, "closed": 1, "open_at_end": 1, "closed_of_raised": 1 },
                "东关联络点": {},
            }),
            json!({ "deeds": 1 }),
        ),
        (
            "2023-02",
            json!({
                "镇联络站": { "opening": 1, "open_at_end": 1, "activities": { "学习培训": 1 }, "activities_held": 1, "attendances": 1,
                    "training": 1, "training_attendances": 1 },
                "东关联络点": { "reception_days": 1, "deputies_received": { "市": 1 }, "visits": 1, "visitors": 2, "raised": 1,
                    "closed": 1, "closed_of_raised": 1 },
            }),
            json!({ "suggestions_submitted": 1, "contacts": 1, "voters_contacted": 4 }),
        ),
        (
            "2023-03",
            json!({
                "镇联络站": { "reception_days": 1, "deputies_received": { "市": 1, "镇": 1 }, "visits": 1, "visitors": 5, "raised": 2,
                    "handed_on": 1, "opening": 1, "closed": 1, "open_at_end": 2, "satisfied": { "满意": 1 } },
                "东关联络点": {},
                "未注明": { "visits": 1, "visitors": 1, "raised": 1, "open_at_end": 1, "activities": { "视察": 1 }, "activities_held": 1,
                    "attendances": 1, "inspections": 1, "inspection_attendances": 1 },
            }),
            json!({ "suggestions_replied": 1, "constituency_visits": 1, "deeds": 1 }),
        ),
        (
            "2023-04",
            json!({ "镇联络站": { "opening": 2, "open_at_end": 2 }, "东关联络点": {}, "未注明": { "opening": 1, "open_at_end": 1 } }),
            json!({}),
        ),
    ];
    for (name, sites, in_total) in cases {
        let figures = figures_json(&month(world.store.db(), name, world.today).unwrap());
        let found: serde_json::Map<String, Value> =
            figures["sites"].as_object().unwrap().iter().map(|(site, f)| (site.clone(), counted(f))).collect();
        assert_eq!(Value::Object(found), sites, "{name} by site, as counted by hand; every site is there");
        let keys = [
            "contacts",
            "voters_contacted",
            "constituency_visits",
            "suggestions_submitted",
            "suggestions_replied",
            "deeds",
        ];
        for key in keys {
            assert_eq!(
                figures["total"][key],
                *in_total.get(key).unwrap_or(&json!(0)),
                "{name} {key} is known in total"
            );
        }
    }
}

#[test]
fn every_figure_opens_to_rows_that_add_up_to_it() {
    let world = world();
    for name in ["2023-01", "2023-02", "2023-03"] {
        let report = month(world.store.db(), name, world.today).unwrap();
        let rows = report.sites.iter().map(|s| (Some(s.site.as_str()), &s.figures));
        for (site, figures) in rows.chain([(None, &report.total)]) {
            for (key, value) in figures {
                let Figure::Count(value) = value else { continue };
                let opened = figure(world.store.db(), (name, site), key, world.today).unwrap();
                let amount = |row| match opened.cell(row, "amount") {
                    Some(Cell::Number(n)) => *n,
                    _ => 1,
                };
                assert_eq!(
                    opened.rows.iter().map(amount).sum::<i64>(),
                    *value,
                    "{name} {site:?} {key} opens to its rows"
                );
                assert!(opened.rows.iter().all(|r| r.fact.is_some()), "each row leads to its fact");
            }
        }
    }
}

#[test]
fn sites_add_up_and_matters_flow() {
    let world = world();
    for name in ["2023-01", "2023-02", "2023-03", "2023-04"] {
        let report = month(world.store.db(), name, world.today).unwrap();
        let count = |figures: &super::Figures, key: &str| match figures.get(key) {
            Some(Figure::Count(n)) => *n,
            _ => 0,
        };
        let in_total_only = |key: &str| report.sites.iter().all(|s| s.figures.get(key) == Some(&Figure::Unknown));
        for column in report.columns.iter().filter(|c| !c.share && !in_total_only(&c.key)) {
            let sum: i64 = report.sites.iter().map(|s| count(&s.figures, &column.key)).sum();
            assert_eq!(sum, count(&report.total, &column.key), "{name} {}: sites add up to 合计", column.key);
        }
        for figures in report.sites.iter().map(|s| &s.figures).chain([&report.total]) {
            let flow = count(figures, "opening") + count(figures, "raised") - count(figures, "closed");
            assert_eq!(flow, count(figures, "open_at_end"), "{name}: opening + raised − closed = open at the end");
        }
    }
    let march = month(world.store.db(), "2023-03", world.today).unwrap();
    assert_eq!(march.total["closing_rate"], Figure::Share(0.0), "a rate is recomputed from the sums");
    assert_eq!(march.sites[1].figures["closing_rate"], Figure::Unknown, "and unknown where nothing was raised");
}

#[test]
fn a_campaign_counts_what_belongs_to_it() {
    let world = world();
    let asked = |month| Asked { month, campaign: Some("双百帮扶") };
    let cases = [
        ("2023-01", json!({ "deeds": 1 })),
        ("2023-02", json!({ "contacts": 1, "voters_contacted": 4 })),
        ("2023-03", json!({})),
    ];
    for (name, expected) in cases {
        let report = month(world.store.db(), asked(name), world.today).unwrap();
        assert_eq!(counted(&figures_json(&report)["total"]), expected, "{name}: of the campaign alone");
        let said = report.document.subjects[0].head.iter().any(|line| line == "专项活动：双百帮扶");
        assert!(said, "and the paper says so: {:?}", report.document.subjects[0].head);
    }
    let rows = figure(world.store.db(), (asked("2023-01"), None), "deeds", world.today).unwrap();
    assert_eq!(rows.rows.len(), 1, "it opens to the same rows");
    let unknown = Asked { month: "2023-01", campaign: Some("没有的") };
    assert_eq!(
        month(world.store.db(), unknown, world.today).err().map(|e| e.code()),
        Some("problems"),
        "said, not zero"
    );
}

#[test]
fn one_table_holds_all_figures_of_the_paper() {
    let world = world();
    let report = month(world.store.db(), "2023-02", world.today).unwrap();
    let table = report.table();
    let of = |row: &station_table::Row, key: &str| table.cell(row, key).cloned();
    assert_eq!(of(&table.rows[0], "site"), Some(Cell::text("镇联络站")), "the sites once");
    assert_eq!(of(&table.rows[0], "attendances"), Some(Cell::Number(1)), "the second table beside the first");
    assert_eq!(of(&table.totals[0], "contacts"), Some(Cell::Number(1)), "and the sums");
    let keys = report.columns.iter().filter(|c| !c.key.starts_with("activities.")).count();
    assert_eq!(table.columns.len(), 1 + keys, "every figure that the paper has room for");
}
