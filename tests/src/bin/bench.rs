//! look (temporary)
#![allow(clippy::all, clippy::pedantic, clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, missing_docs)]
use station_table::{Document, Part};
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let mut d: Document = serde_json::from_str(&std::fs::read_to_string(&a[1]).unwrap()).unwrap();
    let lay: toml::Value = toml::from_str(&std::fs::read_to_string(&a[2]).unwrap()).unwrap();
    let mut tables: Vec<&toml::Value> = Vec::new();
    let mut cols: Vec<toml::Value> = Vec::new();
    if let Some(parts) = lay.get("parts") {
        for p in parts.as_array().unwrap() {
            if p["part"].as_str() == Some("table") {
                tables.push(p);
            }
        }
    }
    if let Some(t) = tables.first() {
        cols = t["columns"].as_array().unwrap().clone();
    } else {
        cols = lay["figures"].as_array().unwrap().clone();
        cols.insert(0, {
            let mut t = lay["site"].clone();
            t.as_table_mut().unwrap().insert("key".into(), "site".into());
            t
        });
    }
    for s in &mut d.subjects {
        for p in &mut s.parts {
            if let Part::Table(t) = p {
                for c in &mut t.columns {
                    if let Some(l) = cols.iter().find(|l| l["key"].as_str() == Some(&c.key)) {
                        if let Some(w) = l.get("width") {
                            c.width = w.as_float().map(|f| f as f32).or(w.as_integer().map(|i| i as f32)).unwrap();
                        }
                    }
                }
                println!("sum {:.1}", t.columns.iter().map(|c| c.width).sum::<f32>());
            }
        }
        break;
    }
    let first = d.subjects.first().map(|s| s.parts.clone());
    drop(first);
    let pages = station_report::pages(&d).unwrap();
    let mut least = 99.0_f32;
    let mut small = std::collections::BTreeMap::new();
    for p in &pages {
        for f in &p.frames {
            if let station_report::Frame::Text { size, text, .. } = f {
                least = least.min(*size);
                if *size < 8.0 {
                    *small.entry(format!("{size:.2} {text}")).or_insert(0) += 1;
                }
            }
        }
    }
    println!("pages {} least {least:.2}; {:?}", pages.len(), small.iter().take(12).collect::<Vec<_>>());
    let now = chrono::NaiveDate::from_ymd_opt(2026, 4, 2).unwrap().and_hms_opt(9, 0, 0).unwrap();
    std::fs::write(&a[3], station_report::pdf(&[&d], now, &mut |_, _| Ok(())).unwrap().bytes).unwrap();
    std::fs::write(a[3].replace(".pdf", ".xlsx"), station_report::workbook(&[&d], now, &mut |_, _| Ok(())).unwrap())
        .unwrap();
}
