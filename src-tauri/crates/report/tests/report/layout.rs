//! Where things stand on a page, compared with what was looked at and found right.
//!
//! `BLESS=1 cargo test -p station-report` renews the files in `layouts`; look at the samples before keeping them.

use std::path::Path;

use station_report::{Frame, Page, pages, pages_as_text};
use station_table::Document;

use crate::samples;

fn all() -> [(&'static str, Document); 3] {
    [("list", samples::list(3)), ("card", samples::card(&["钱𬭎"])), ("sheet", samples::sheet(&["王建国"]))]
}

#[test]
fn layouts_are_as_they_were() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/report/layouts");
    for (name, document) in all() {
        let path = folder.join(format!("{name}.txt"));
        let found = pages_as_text(&pages(&document).unwrap());
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, &found).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        let differs = found.lines().zip(kept.lines()).find(|(a, b)| a != b);
        assert_eq!(differs, None, "{name}: first line that differs, found and kept");
        assert_eq!(found.lines().count(), kept.lines().count(), "{name}: as many frames");
    }
}

#[test]
fn nothing_leaves_the_paper() {
    for (name, document) in all() {
        for page in pages(&document).unwrap() {
            assert!(page.frames.iter().all(|f| is_inside(f, &page)), "{name}: margins stay free");
        }
    }
}

fn is_inside(frame: &Frame, page: &Page) -> bool {
    let (x, y) = match frame {
        Frame::Text { x, y, .. } => (*x, *y),
        Frame::Line { to, .. } => *to,
    };
    (15.0..=page.width - 15.0).contains(&x) && (15.0..=page.height - 8.0).contains(&y)
}
