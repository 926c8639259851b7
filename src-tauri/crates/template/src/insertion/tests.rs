//! Rows put in, as other references see it.

use super::*;
use crate::tree::Tree;

/// Three rows before the last of the rows 5 to 14.
fn among_ten() -> Insertion {
    Insertion { sheet: "接待".to_owned(), before: 14, count: 3, model: 13, alone: false }
}

/// Three rows below row 3, which is all that there is.
fn below_one() -> Insertion {
    Insertion { sheet: "接待".to_owned(), before: 4, count: 3, model: 3, alone: true }
}

#[test]
fn formulas_follow_their_cells() {
    let cases = [
        (among_ten(), "接待", "SUM(F5:F14)+F14+F13", "SUM(F5:F17)+F17+F13"),
        (among_ten(), "接待", "SUM(F5:F13)", "SUM(F5:F16)"),
        (among_ten(), "接待", "SUM(D13:F13)+SUM(D14:F14)", "SUM(D13:F13)+SUM(D17:F17)"),
        (among_ten(), "别处", "A14+'接待'!A14+接待!$A$15", "A14+'接待'!A17+接待!$A$18"),
        (among_ten(), "", "接待!$3:$4,接待!$A$1:$N$17", "接待!$3:$4,接待!$A$1:$N$20"),
        (among_ten(), "接待", "SUM(F:F)+\"F14\"", "SUM(F:F)+\"F14\""),
        (below_one(), "接待", "SUM(E3:E3)+E3+E4", "SUM(E3:E6)+E3+E7"),
        (below_one(), "", "接待!$A$1:$H$3", "接待!$A$1:$H$6"),
    ];
    for (insertion, home, formula, expected) in cases {
        assert_eq!(insertion.formula(formula, home, Takes::Ranges), expected, "{formula} on {home:?}");
    }
}

#[test]
fn rules_reach_over_the_new_rows() {
    let cases = [
        (among_ten(), "E5:E14 G13 H14", "E5:E17 G13:G16 H17"),
        (among_ten(), "A1:N17", "A1:N20"),
        (below_one(), "E3 F3:G3 A1", "E3:E6 F3:G6 A1"),
    ];
    for (insertion, cells, expected) in cases {
        assert_eq!(insertion.cells(cells, "接待"), expected, "{cells}");
        assert_eq!(insertion.cells(cells, "别处"), cells, "rules of other sheets stay");
    }
}

#[test]
fn new_rows_look_like_their_model() {
    let sheet = "<s><sheetData><row r=\"3\" ht=\"26\" customHeight=\"1\"><c r=\"A3\" s=\"4\" t=\"s\"><v>7</v></c>\
        <c r=\"B3\" s=\"5\"><f>A3*SUM(A3:A3)</f><v>1</v></c></row><row r=\"4\"><c r=\"B4\"><f>SUM(B3:B3)</f></c></row>\
        </sheetData><mergeCells count=\"2\"><mergeCell ref=\"C3:D3\"/><mergeCell ref=\"A4:A5\"/></mergeCells></s>";
    let mut tree = Tree::read(sheet.as_bytes()).unwrap();
    let insertion = Insertion { count: 1, ..below_one() };
    insertion.move_references(&mut tree.root, "接待");
    rows::put(&insertion, &mut tree.root);
    let expected = "<s><sheetData><row r=\"3\" ht=\"26\" customHeight=\"1\"><c r=\"A3\" s=\"4\" t=\"s\"><v>7</v></c>\
        <c r=\"B3\" s=\"5\"><f>A3*SUM(A3:A3)</f><v>1</v></c></row>\
        <row r=\"4\" ht=\"26\" customHeight=\"1\"><c r=\"A4\" s=\"4\"/><c r=\"B4\" s=\"5\"><f>A4*SUM(A4:A4)</f></c></row>\
        <row r=\"5\"><c r=\"B5\"><f>SUM(B3:B4)</f></c></row></sheetData>\
        <mergeCells count=\"3\"><mergeCell ref=\"C3:D3\"/><mergeCell ref=\"A5:A6\"/><mergeCell ref=\"C4:D4\"/></mergeCells></s>";
    assert_eq!(String::from_utf8(tree.bytes()).unwrap(), expected, "style, height, formula and merge, but no value");
}

#[test]
fn shared_formulas_are_written_out() {
    let sheet = "<s><sheetData><row r=\"5\"><c r=\"B5\"><f t=\"shared\" ref=\"B5:B6\" si=\"0\">A5*$A$1</f><v>2</v></c></row>\
        <row r=\"6\"><c r=\"B6\"><f t=\"shared\" si=\"0\"/><v>4</v></c></row></sheetData></s>";
    let mut tree = Tree::read(sheet.as_bytes()).unwrap();
    shared::expand(&mut tree.root, |_| true);
    let formulas: Vec<String> = tree.root.all("f").map(Element::text).collect();
    assert_eq!(formulas, ["A5*$A$1", "A6*$A$1"], "each cell says what it shared");
}
