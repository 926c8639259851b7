//! Where things stand on a page, compared with what was looked at and found right.
//!
//! `BLESS=1 cargo test -p station-report` renews the files in `layouts`; look at the samples before keeping them.

use std::path::Path;

use station_report::{Frame, Page, pages, pages_as_text};
use station_table::{Binding, Document, Orientation, Paper};

use crate::paper::made;
use crate::{boards, letters, samples};

fn all() -> [(&'static str, Document); 6] {
    [
        ("list", samples::list(3)),
        ("card", samples::card(&["钱𬭎"])),
        ("sheet", samples::sheet(&["王建国"])),
        ("photo", boards::card_with_photo(boards::jpeg())),
        ("letter", letters::notice(2)),
        ("board", boards::board(7, 5, Orientation::Portrait, Paper::A4)),
    ]
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

#[test]
fn the_bound_edge_is_free_on_both_sides_of_a_sheet() {
    // Left and right, top and bottom that are free on fronts and on backs.
    let cases = [
        (boards::bound(samples::sheet(&["王建国", "钱𬭎"]), Binding::Left), [[28.0, 14.0], [14.0, 28.0]], false),
        (boards::bound(samples::list(40), Binding::Top), [[28.0, 18.0], [18.0, 28.0]], true),
    ];
    for (document, free, upright) in cases {
        for (at, page) in pages(&document).unwrap().iter().enumerate() {
            let along = |(x, y): (f32, f32)| if upright { y } else { x };
            let ruled = page.frames.iter().filter_map(|f| match f {
                Frame::Line { from, to, .. } => Some([along(*from), along(*to)]),
                _ => None,
            });
            let (first, last) = ruled.flatten().fold((f32::MAX, 0.0_f32), |(a, b), at| (a.min(at), b.max(at)));
            let [before, after] = free[at % 2];
            let whole = along((page.width, page.height));
            assert!(first > before - 0.3, "{} page {}: begins at {first}", document.name, at + 1);
            assert!(last < whole - after + 0.3, "{} page {}: ends at {last} of {whole}", document.name, at + 1);
            assert!(upright || first < before + 0.3 && last > whole - after - 0.3, "and uses the whole width");
        }
    }
}

#[test]
fn a_document_printed_on_both_sides_begins_a_sheet() {
    let one = boards::bound(samples::card(&["王建国"]), Binding::Left);
    let count = |documents: &[&Document]| made(documents).pages;
    assert_eq!(count(&[&one, &one]), 3, "the back of the first stays empty");
    assert_eq!(count(&[&samples::card(&["王建国"]); 2]), 2, "printed on one side, nothing stays empty");
}

fn is_inside(frame: &Frame, page: &Page) -> bool {
    let (x, y) = match frame {
        Frame::Text { x, y, .. } => (*x, *y),
        Frame::Line { to, .. } => *to,
        Frame::Picture { x, y, width, height, .. } => (x + width, y + height),
    };
    (15.0..=page.width - 15.0).contains(&x) && (15.0..=page.height - 8.0).contains(&y)
}
