//! Pictures and boards as poppler, calamine and the workbook's own parts show them.

use std::io::Cursor;
use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader, Xlsx};
use station_report::{Frame, Page, pages};
use station_table::{Binding, Cell, Orientation, Paper, Part};

use crate::book::part;
use crate::paper::{dense, made, said_by, text_of};
use crate::{boards, book, samples};

/// Left, top, width and height of the pictures of a page, in millimetres.
fn pictures(page: &Page) -> Vec<[f32; 4]> {
    let area = |frame: &Frame| match frame {
        Frame::Picture { x, y, width, height, .. } => Some([*x, *y, *width, *height]),
        _ => None,
    };
    page.frames.iter().filter_map(area).collect()
}

/// Pixels of a PDF's first page at 72 dots an inch, row by row.
fn seen(file: &[u8]) -> (usize, Vec<[u8; 3]>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.pdf");
    std::fs::write(&path, file).unwrap();
    let out =
        Command::new("pdftoppm").args(["-r", "72", "-singlefile"]).arg(&path).arg(folder.path().join("a")).status();
    assert!(out.unwrap().success(), "poppler draws it");
    let image = std::fs::read(folder.path().join("a.ppm")).unwrap();
    let mut words = image.splitn(4, u8::is_ascii_whitespace);
    let width = String::from_utf8_lossy(words.nth(1).unwrap()).parse().unwrap();
    let pixels = &words.nth(1).unwrap()[4..];
    (width, pixels.as_chunks().0.to_vec())
}

/// The colour at a place of a page in millimetres.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page has some hundred pixels")]
fn colour((width, pixels): &(usize, Vec<[u8; 3]>), x: f32, y: f32) -> [u8; 3] {
    let at = |millimetres: f32| (millimetres * 72.0 / 25.4) as usize;
    pixels[at(y) * width + at(x)]
}

fn is_yellow([red, green, blue]: [u8; 3]) -> bool {
    red > 200 && green > 180 && blue < 130
}

#[test]
fn a_photo_is_upright_however_the_camera_was_held() {
    for turn in 1..=8 {
        let document = boards::card_with_photo(boards::turned_jpeg(turn));
        let [x, y, width, height] = pictures(&pages(&document).unwrap()[0])[0];
        let upright = if turn < 5 { 0.75 } else { 1.0 / 0.75 };
        assert!((width / height - upright).abs() < 0.01, "way {turn}: its proportion is kept: {width} by {height}");
        let seen = seen(&made(&[&document]).bytes);
        // Where the upper left corner of the file goes to (Exif 2.32, tag 0x0112).
        let (right, down) = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0), (1, 0), (1, 1), (0, 1)][turn as usize - 1];
        for corner in [(0, 0), (1, 0), (0, 1), (1, 1)] {
            let inside = |from: f32, size: f32, far: i32| if far == 1 { from + size * 0.9 } else { from + size * 0.1 };
            let found = colour(&seen, inside(x, width, corner.0), inside(y, height, corner.1));
            assert_eq!(is_yellow(found), corner == (right, down), "way {turn}: the mark, at {corner:?}: {found:?}");
        }
    }
}

#[test]
fn a_picture_stands_within_its_box() {
    for photo in [boards::jpeg(), boards::png()] {
        let document = boards::card_with_photo(photo);
        let page = &pages(&document).unwrap()[0];
        let [x, y, width, height] = pictures(page)[0];
        assert!(width > 24.0 && height > 32.0, "the box is used: {width} by {height}");
        assert!(x + width < page.width - 20.0 && y > 22.0, "margins stay free");
        let through = page.frames.iter().any(|f| match f {
            Frame::Line { from, to, .. } => {
                from.0 < x + width - 0.1 && to.0 > x + 0.1 && from.1 < y + height - 0.1 && to.1 > y + 0.1
            }
            _ => false,
        });
        assert!(!through, "no line goes through it");
    }
}

#[test]
fn a_jpeg_goes_in_as_it_is() {
    let pdf = made(&[&boards::card_with_photo(boards::jpeg()), &boards::card_with_photo(boards::jpeg())]);
    let photo = boards::jpeg();
    let found = pdf.bytes.windows(photo.len()).filter(|window| *window == photo).count();
    assert_eq!(found, 1, "its bytes are not written anew, and stand once in the file");
    let listed = said_by("pdfimages", &["-list"], &pdf.bytes, &[]);
    assert!(listed.contains("150   200  rgb     3   8  jpeg"), "{listed}");
    said_by("qpdf", &["--check"], &pdf.bytes, &[]);
}

#[test]
fn a_picture_that_cannot_be_drawn_is_said() {
    let cut = boards::png()[..300].to_vec();
    for file in [b"GIF89a".to_vec(), cut, boards::jpeg()[..100].to_vec()] {
        let document = boards::card_with_photo(file);
        let pdf = made(&[&document]);
        assert_eq!(pdf.unreadable, ["photo"], "for the clerk");
        assert!(dense(&text_of(&pdf)).contains("（照片无法读取）"), "and on paper");
        let book: Xlsx<_> = Xlsx::new(Cursor::new(book::made(&[&document]))).unwrap();
        let sheet = { book }.worksheets().remove(0).1;
        assert!(sheet.cells().any(|c| *c.2 == Data::String("（照片无法读取）".to_owned())), "and in the workbook");
    }
}

#[test]
fn a_table_shows_pictures() {
    let mut document = samples::list(3);
    let Some(Part::Table(table)) = document.subjects[0].parts.first_mut() else { panic!("form 4 is one table") };
    table.rows[1].cells[10] = Cell::Picture("photo".to_owned());
    document.pictures.insert("photo".to_owned(), boards::jpeg().into());
    let found = pictures(&pages(&document).unwrap()[0]);
    assert!(found.len() == 1 && found[0][3] > 30.0, "its row is as high as it needs: {found:?}");
}

/// The cards of a page: where each begins and ends, in millimetres from the top.
fn rows_of_cards(page: &Page) -> Vec<(f32, f32)> {
    let mut upright: Vec<(f32, f32)> = Vec::new();
    for frame in &page.frames {
        if let Frame::Line { from, to, .. } = frame
            && (from.0 - to.0).abs() < 0.01
            && to.1 - from.1 > 30.0
        {
            upright.push((from.1, to.1));
        }
    }
    upright
}

#[test]
fn a_board_has_every_card_whole() {
    let cases = [
        ("20 on A4", boards::board(20, 5, Orientation::Portrait, Paper::A4), 1),
        ("115 on A3", boards::board(115, 10, Orientation::Landscape, Paper::A3), 3),
        ("two beside each other", boards::board(9, 2, Orientation::Portrait, Paper::A4), 1),
    ];
    for (name, document, most) in cases {
        let pages = pages(&document).unwrap();
        assert!(pages.len() <= most, "{name}: {} pages", pages.len());
        for (at, page) in (1..).zip(&pages) {
            let (first, last) = (22.0, page.height - 18.0);
            assert!(rows_of_cards(page).iter().all(|r| r.0 > first && r.1 <= last), "{name}: page {at} ends at a card");
            let titles = page.frames.iter().filter(|f| matches!(f, Frame::Text { size, .. } if *size > 20.0)).count();
            assert_eq!(titles, 1, "{name}: page {at} has the title");
        }
        let text = dense(&text_of(&made(&[&document])));
        let lost: Vec<String> = document.shown().into_iter().filter(|line| !text.contains(&dense(line))).collect();
        assert_eq!(lost, Vec::<String>::new(), "{name}: every line is on paper");
        let Some(Part::Cards(cards)) = document.subjects[0].parts.first() else { panic!("a board is cards") };
        let photos: usize = pages.iter().map(|p| pictures(p).len()).sum();
        assert_eq!(photos, cards.cards.iter().filter(|c| c.picture.is_some()).count(), "{name}: every photo");
        assert_eq!(text.matches("照片").count(), cards.cards.len() - photos, "{name}: an empty frame for the others");
    }
}

#[test]
fn a_board_is_a_sheet_with_photos() {
    let document = boards::board(20, 5, Orientation::Portrait, Paper::A3);
    let book = book::made(&[&document]);
    let sheet = part(&book, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("paperSize=\"8\""), "A3");
    let drawing = part(&book, "xl/drawings/drawing1.xml");
    assert_eq!(drawing.matches("<xdr:pic>").count(), 14, "a picture for each card that has one");
    let mut read: Xlsx<_> = Xlsx::new(Cursor::new(book)).unwrap();
    let cells: Vec<String> = read.worksheets()[0].1.cells().map(|(_, _, data)| data.to_string()).collect();
    for line in document.shown() {
        assert!(cells.iter().any(|cell| cell.contains(&line)), "{line}");
    }
}

#[test]
fn blank_rows_are_as_high_as_asked() {
    let rows = station_report::rows_on_a_page(&boards::blank(0, 10.0)).unwrap();
    assert!((10..14).contains(&rows), "as many as A4 lying holds under its header: {rows}");
    let form = boards::blank(rows, 10.0);
    let made = pages(&form).unwrap();
    assert_eq!(made.len(), 1, "they fill one page");
    assert_eq!(pages(&boards::blank(rows + 1, 10.0)).unwrap().len(), 2, "and one more does not fit");
    let across = made[0].frames.iter().filter_map(|f| match f {
        Frame::Line { from, to, .. } if from.1.to_bits() == to.1.to_bits() && to.0 - from.0 > 200.0 => Some(from.1),
        _ => None,
    });
    let mut across: Vec<f32> = across.collect();
    across.sort_by(f32::total_cmp);
    across.dedup();
    let high = across.windows(2).filter(|w| (w[1] - w[0] - 10.0).abs() < 0.02).count();
    assert_eq!(high, rows, "ten millimetres each, to write in: {across:?}");
    let sheet = part(&book::made(&[&form]), "xl/worksheets/sheet1.xml");
    assert_eq!(sheet.matches("ht=\"28.5\"").count(), rows, "in the workbook too");
}

/// `REPORT_SAMPLES=folder cargo test` leaves the samples there to be looked at.
#[test]
fn boards_are_left_for_looking_at() {
    let Some(folder) = std::env::var_os("REPORT_SAMPLES") else { return };
    let long = || samples::list(24);
    for (name, document) in [
        ("card", boards::card_with_photo(boards::jpeg())),
        ("board20", boards::board(20, 5, Orientation::Portrait, Paper::A4)),
        ("board115", boards::board(115, 10, Orientation::Landscape, Paper::A3)),
        ("board115p", boards::board(115, 7, Orientation::Portrait, Paper::A3)),
        ("board9", boards::board(9, 2, Orientation::Portrait, Paper::A4)),
        ("blank", boards::blank(11, 10.0)),
        ("bound-left", boards::bound(samples::sheet(&["王建国", "钱𬭎", "孙䶮"]), Binding::Left)),
        ("bound-top", boards::bound(long(), Binding::Top)),
    ] {
        let path = |ending| Path::new(&folder).join(format!("{name}.{ending}"));
        std::fs::write(path("pdf"), made(&[&document]).bytes).unwrap();
        std::fs::write(path("xlsx"), book::made(&[&document])).unwrap();
    }
}
