//! What is kept of a look gives the look back; a column that a new version brings keeps its shipped place.

use proptest::prelude::*;
use station_table::{Align, Orientation};

use super::{Around, ColumnLook, RegisterLook, differences, look_of, order};
use crate::extra::OwnColumn;
use crate::register::layout::Layout;
use crate::register::set::{ColumnSays, RegisterSays, Spelling};
use crate::register::shipped::{SHIPPED, Shipped};

fn own(id: &str, kind: &str) -> OwnColumn {
    let (id, fact_kind) = (id.to_owned(), kind.to_owned());
    OwnColumn { id, fact_kind, label: "联系人".into(), r#type: "text".into(), ..OwnColumn::default() }
}

fn said(shipped: &Shipped) -> RegisterSays {
    RegisterSays { key: shipped.key(), ..RegisterSays::default() }
}

fn layout_of(shipped: &Shipped) -> Layout {
    shipped.layout().unwrap()
}

/// The columns of a look in another order: shuffled within their part, hidden ones of the station's own at its end.
fn shuffled(columns: &[ColumnLook], seed: u64) -> Vec<ColumnLook> {
    let mut random = fastrand::Rng::with_seed(seed);
    let mut columns = columns.to_vec();
    for column in columns.iter_mut().filter(|c| !c.boxed && !c.own) {
        match random.u8(..6) {
            0 => column.hidden = !column.hidden,
            1 => column.label = "换个名字".into(),
            2 => column.width = 33.0,
            3 => column.heading = Some("合并".into()).filter(|_| random.bool()),
            4 => column.align = Align::Right,
            _ => {}
        }
    }
    let parts = columns.iter().map(|c| c.part).max().unwrap_or(0);
    let mut all = Vec::new();
    for part in 0..=parts {
        let mut here: Vec<ColumnLook> = columns.iter().filter(|c| c.part == part).cloned().collect();
        if here.iter().all(|c| !c.boxed) {
            random.shuffle(&mut here);
            here.sort_by_key(|c| c.own && c.hidden);
        }
        all.extend(here);
    }
    all
}

proptest! {
    #[test]
    fn what_is_kept_gives_the_look_back(at in 0..SHIPPED.len(), seed in any::<u64>()) {
        let shipped = &SHIPPED[at];
        let layout = layout_of(shipped);
        let own = [own("x", layout.fact.as_deref().unwrap())];
        let around = Around { own: &own, spelling: Spelling::Book };
        let look = look_of(&layout, &said(shipped), &around).unwrap();
        let changed = RegisterLook {
            columns: shuffled(&look.columns, seed),
            title: "本县的名称".into(),
            name: "简称".into(),
            orientation: Orientation::Portrait,
            ..look
        };
        let says = differences(&layout, &changed, &around).unwrap();
        let again = look_of(&layout, &says, &around).unwrap();
        prop_assert_eq!(again, changed);
    }
}

#[test]
fn what_is_as_shipped_is_not_kept() {
    for shipped in SHIPPED {
        let layout = layout_of(shipped);
        let own = [own("x", layout.fact.as_deref().unwrap())];
        let around = Around { own: &own, spelling: Spelling::Thin };
        let look = look_of(&layout, &said(shipped), &around).unwrap();
        let kept = differences(&layout, &look, &around).unwrap();
        assert_eq!(kept, said(shipped), "form {}: nothing was changed", shipped.number);
    }
}

#[test]
fn as_few_columns_as_can_be_are_moved() {
    let cases = [
        ("a b c d", "a b c d", ""),
        ("a b c d", "b c d a", "a>d"),
        ("a b c d", "d a b c", "d>"),
        ("a b c d", "a c b d", "c>a"),
        ("a b c d", "a own b c d", "own>a"),
    ];
    for (shipped, wanted, moved) in cases {
        let split = |text: &'static str| text.split(' ').collect::<Vec<_>>();
        let moves = order::moves(&split(shipped), &split(wanted));
        let shown: Vec<String> = moves.iter().map(|(key, after)| format!("{key}>{after}")).collect();
        assert_eq!(shown.join(" "), moved, "{shipped} as {wanted}");
    }
}

#[test]
fn a_new_column_stands_at_its_shipped_place() {
    let column = |key: &str| ColumnLook { key: key.into(), ..ColumnLook::default() };
    let says = [ColumnSays { key: "a".into(), after: Some("c".into()), ..ColumnSays::default() }];
    let mut columns: Vec<ColumnLook> = ["a", "b", "new", "c", "d"].map(column).into();
    order::arrange(&mut columns, &says);
    let keys: Vec<&str> = columns.iter().map(|c| c.key.as_str()).collect();
    assert_eq!(keys, ["b", "new", "c", "a", "d"], "a station that moved a column gets the new one between b and c");
    let gone = [ColumnSays { key: "a".into(), after: Some("gone".into()), ..ColumnSays::default() }];
    let mut columns: Vec<ColumnLook> = ["a", "b"].map(column).into();
    order::arrange(&mut columns, &gone);
    assert_eq!(columns[0].key, "a", "where the column before it is gone, it stays where it is");
}
