//! Documents with pictures, boards of cards, blank forms and bound pages. All people are invented; the photo is drawn.

use station_table::{
    Binding, Card, Cards, Cell, Document, Look, Orientation, PageSays, Paper, Part, Picture, Row, Subject,
};

use crate::samples;

/// The drawn photo, 150 by 200 pixels: a yellow mark shows its upper left corner.
pub fn jpeg() -> Vec<u8> {
    include_bytes!("fixtures/photo.jpg").to_vec()
}

/// The same, smaller, of 32 colours.
pub fn png() -> Vec<u8> {
    include_bytes!("fixtures/photo.png").to_vec()
}

/// The photo as a camera writes it that was held in another way: 1 to 8, as Exif has it.
pub fn turned_jpeg(turn: u8) -> Vec<u8> {
    let tiff = [b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".as_slice(), &[turn], b"\0\0\0\0\0\0"].concat();
    let exif = [b"Exif\0\0".as_slice(), &tiff].concat();
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    let file = jpeg();
    [&file[..2], &[0xFF, 0xE1], &length, &exif, &file[2..]].concat()
}

/// Form 2 with a photo in its box.
pub fn card_with_photo(photo: Vec<u8>) -> Document {
    let mut document = samples::card(&["王建国"]);
    let Some(Part::Grid(grid)) = document.subjects[0].parts.first_mut() else { panic!("form 2 begins with boxes") };
    grid.rows[0].fields[2].value = Cell::Picture("photo".to_owned());
    document.pictures.insert("photo".to_owned(), Picture::from(photo));
    document
}

const UNITS: [&str; 5] =
    ["东关村党支部书记", "镇中心小学教师", "柳河镇卫生院院长、主治医师", "个体经营户", "董北村村民"];

fn member(at: usize) -> Card {
    let names = ["王建国", "李秀英", "钱𬭎", "欧阳佑春", "孙䶮", "赵㛃", "周𫖯", "艾力·买买提"];
    let line = |text: &str| text.to_owned();
    Card {
        picture: (at % 3 != 2).then(|| line(["jpeg", "png"][at % 2])),
        lines: vec![
            line(names[at % names.len()]),
            line(UNITS[at % UNITS.len()]),
            line(["代表", "第三代表小组组长"][usize::from(at.is_multiple_of(9))]),
            format!("139{:08}", 10_203_040 + at * 7),
        ],
    }
}

/// The public board with so many deputies.
pub fn board(count: usize, across: usize, orientation: Orientation, paper: Paper) -> Document {
    let cards = Cards { across, cards: (0..count).map(member).collect() };
    let subject = Subject {
        fact: None,
        name: String::new(),
        head: vec!["柳河镇人大代表联络站".to_owned(), "2026年4月".to_owned()],
        parts: vec![Part::Cards(cards)],
        signature: Vec::new(),
    };
    let pictures = [("jpeg", jpeg()), ("png", png())];
    Document {
        name: "人大代表信息公示栏".to_owned(),
        title: "柳河镇人大代表信息公示栏".to_owned(),
        look: Look::Card,
        orientation,
        page: Some(PageSays { paper, ..PageSays::of(orientation) }),
        subjects: vec![subject],
        pictures: pictures.map(|(name, file)| (name.to_owned(), Picture::from(file))).into(),
        ..Document::default()
    }
}

/// Form 4 to be filled in by hand: so many rows of so many millimetres.
pub fn blank(rows: usize, row_height: f32) -> Document {
    let mut document = samples::list(0);
    let Some(Part::Table(table)) = document.subjects[0].parts.first_mut() else { panic!("form 4 is one table") };
    table.rows = vec![Row { fact: None, cells: vec![Cell::Empty; table.columns.len()] }; rows];
    table.totals = Vec::new();
    table.row_height = row_height;
    document
}

/// A document bound in a book that is printed on both sides.
pub fn bound(document: Document, binding: Binding) -> Document {
    let says = PageSays { inner: 28.0, outer: 14.0, binding, mirrored: true, ..PageSays::of(document.orientation) };
    Document { page: Some(says), ..document }
}
