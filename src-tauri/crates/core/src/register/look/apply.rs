//! The shipped layout as a look wants it: the one layout from which screen, paper and workbook are made.

use super::{ColumnLook, RegisterLook, own_part};
use crate::extra::OwnColumn;
use crate::register::layout::{GridRow, GridSays, Layout, PartSays, Shows};

/// The layout with everything that the look says; what is hidden is left out.
pub(crate) fn laid_out(shipped: Layout, look: &RegisterLook, own: &[OwnColumn]) -> Layout {
    let own_part = own_part(&shipped);
    let parts = shipped.parts.into_iter().enumerate();
    let parts = parts.map(|(at, part)| {
        let here: Vec<&ColumnLook> = look.columns.iter().filter(|c| c.part == at).collect();
        let own = if own_part == Some(at) { own } else { &[] };
        match part {
            PartSays::Table(table) => {
                let columns = here.iter().filter_map(|c| shown(c, &table.columns, own)).collect();
                PartSays::Table(super::super::layout::TableSays { columns, ..table })
            }
            PartSays::Grid(grid) => PartSays::Grid(boxes(grid, &here, own)),
        }
    });
    Layout {
        name: look.name.clone(),
        title: look.title.clone(),
        orientation: look.orientation,
        page: look.page,
        order: shipped.order.and(look.order),
        head: look.head.clone(),
        signature: look.signature.clone(),
        parts: parts.collect(),
        ..shipped
    }
}

/// A column of a table with what the look says of it; none where it is hidden or nobody knows it.
fn shown(says: &ColumnLook, shipped: &[Shows], own: &[OwnColumn]) -> Option<Shows> {
    if says.hidden {
        return None;
    }
    let mine = || own.iter().find(|c| c.key() == says.key).map(Shows::own);
    let shows = shipped.iter().find(|s| s.key == says.key).cloned().or_else(mine)?;
    Some(Shows {
        label: Some(says.label.clone()),
        heading: says.heading.clone(),
        width: Some(says.width),
        align: Some(says.align),
        hidden: false,
        ..shows
    })
}

/// Boxes keep their rows; those of the station's own stand two by two below.
fn boxes(grid: GridSays, here: &[&ColumnLook], own: &[OwnColumn]) -> GridSays {
    let relabelled = |shows: Shows| {
        let says = here.iter().find(|c| c.key == shows.key)?;
        (!says.hidden).then(|| Shows { label: Some(says.label.clone()), hidden: false, ..shows })
    };
    let row = |row: GridRow| {
        let boxes: Vec<Shows> = row.boxes.into_iter().filter_map(relabelled).collect();
        (!boxes.is_empty()).then_some(GridRow { height: row.height, boxes })
    };
    let mut rows: Vec<GridRow> = grid.rows.into_iter().filter_map(row).collect();
    let mine: Vec<Shows> = here.iter().filter(|c| c.own).filter_map(|c| shown(c, &[], own)).collect();
    rows.extend(mine.chunks(2).map(|pair| GridRow { height: 0.0, boxes: pair.to_vec() }));
    GridSays { rows }
}
