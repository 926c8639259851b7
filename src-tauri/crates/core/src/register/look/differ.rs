//! What of a look differs from the shipped layout: only that is kept, by stable key.

use super::{Around, ColumnLook, RegisterLook, look_of, order};
use crate::error::Result;
use crate::register::layout::Layout;
use crate::register::set::{ColumnSays, RegisterSays};

/// What a set keeps of a register's look.
pub(crate) fn differences(layout: &Layout, look: &RegisterLook, around: &Around<'_>) -> Result<RegisterSays> {
    let blank = RegisterSays { key: look.key.clone(), ..RegisterSays::default() };
    let shipped = look_of(layout, &blank, around)?;
    // A shipped title that was shown in the other spelling is no title of the station's own.
    let own_words = |said: &String, shipped: &String| (around.spelling.of(said) != *shipped).then(|| said.clone());
    let title = own_words(&look.title, &shipped.title);
    Ok(RegisterSays {
        key: look.key.clone(),
        shown: other(&look.shown, &shipped.shown),
        name: own_words(&look.name, title.as_ref().unwrap_or(&shipped.name)),
        title,
        orientation: other(&look.orientation, &shipped.orientation),
        order: look.order.filter(|_| look.order != shipped.order),
        head: other(&look.head, &shipped.head),
        signature: other(&look.signature, &shipped.signature),
        page: look.page,
        columns: columns(&shipped.columns, &look.columns),
        own: look.own.clone(),
    })
}

fn other<T: Clone + PartialEq>(wanted: &T, shipped: &T) -> Option<T> {
    (wanted != shipped).then(|| wanted.clone())
}

/// Where a column was moved, and what else is said of it. Columns of the station's own that are not shown are not named.
fn columns(shipped: &[ColumnLook], wanted: &[ColumnLook]) -> Vec<ColumnSays> {
    let known = |c: &&ColumnLook| shipped.iter().any(|s| s.key == c.key && s.part == c.part);
    let wanted: Vec<&ColumnLook> = wanted.iter().filter(known).filter(|c| !(c.own && c.hidden)).collect();
    let mut says: Vec<ColumnSays> = wanted.iter().filter_map(|w| column(shipped, w)).collect();
    let parts = wanted.iter().map(|c| c.part).max().map_or(0, |last| last + 1);
    for part in 0..parts {
        let own = |c: &&&ColumnLook| c.part == part && !c.boxed;
        let keys: Vec<&str> = wanted.iter().filter(own).map(|c| c.key.as_str()).collect();
        let before: Vec<&str> = shipped.iter().filter(|c| c.part == part && !c.own).map(|c| c.key.as_str()).collect();
        for (key, after) in order::moves(&before, &keys) {
            let after = Some(after.to_owned());
            // Moves are carried out in this order, so a column that is moved stands behind those moved before it.
            let at = says.iter().position(|s| s.key == key);
            let said =
                at.map_or_else(|| ColumnSays { key: key.to_owned(), ..ColumnSays::default() }, |at| says.remove(at));
            says.push(ColumnSays { after, ..said });
        }
    }
    says
}

fn column(shipped: &[ColumnLook], wanted: &ColumnLook) -> Option<ColumnSays> {
    let was = shipped.iter().find(|s| s.key == wanted.key)?;
    let heading = other(&wanted.heading, &was.heading).map(Option::unwrap_or_default);
    let says = ColumnSays {
        key: wanted.key.clone(),
        label: other(&wanted.label, &was.label),
        heading: heading.filter(|_| !wanted.boxed),
        width: other(&wanted.width, &was.width).filter(|_| !wanted.boxed),
        align: other(&wanted.align, &was.align).filter(|_| !wanted.boxed),
        hidden: other(&wanted.hidden, &was.hidden).filter(|_| !wanted.own),
        after: None,
    };
    let silent = says == ColumnSays { key: wanted.key.clone(), ..ColumnSays::default() };
    (!silent || wanted.own).then_some(says)
}
