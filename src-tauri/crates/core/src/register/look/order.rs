//! The order of columns as moves: which stand elsewhere than shipped, and after which column.
//!
//! A column that a new program version brings so keeps its shipped place.

use super::ColumnLook;
use crate::register::set::ColumnSays;

/// Puts the columns of a part where they were moved to: each after the one that it names, the first where it names
/// nothing. What names a column that is gone stays where it is.
pub(super) fn arrange(columns: &mut Vec<ColumnLook>, says: &[ColumnSays]) {
    let moves: Vec<(&str, &str)> = says.iter().filter_map(|s| Some((s.key.as_str(), s.after.as_deref()?))).collect();
    for (key, after) in moves {
        let known = after.is_empty() || columns.iter().any(|c| c.key == after && c.key != key);
        let Some(at) = columns.iter().position(|c| c.key == key).filter(|_| known) else { continue };
        let moved = columns.remove(at);
        let to = columns.iter().position(|c| c.key == after).map_or(0, |at| at + 1);
        columns.insert(to, moved);
    }
}

/// The moves that make the wanted order of a shipped one: key, and the key after which it stands. As few as can be: the
/// longest run that keeps its order stays.
pub(super) fn moves<'a>(shipped: &[&'a str], wanted: &[&'a str]) -> Vec<(&'a str, &'a str)> {
    let places: Vec<Option<usize>> = wanted.iter().map(|key| shipped.iter().position(|s| s == key)).collect();
    let stays = longest_run(&places);
    let before = |at: usize| if at == 0 { "" } else { wanted[at - 1] };
    (0..wanted.len()).filter(|at| !stays.contains(at)).map(|at| (wanted[at], before(at))).collect()
}

/// Places in `values` of the longest rising run; none never belongs to it.
fn longest_run(values: &[Option<usize>]) -> Vec<usize> {
    let mut best: Vec<Vec<usize>> = Vec::new();
    for (at, value) in values.iter().enumerate() {
        let runs = best.iter().filter(|run| run.last().is_some_and(|last| values[*last] < *value));
        let mut run = runs.max_by_key(|run| run.len()).cloned().unwrap_or_default();
        if value.is_some() {
            run.push(at);
        }
        best.push(run);
    }
    best.into_iter().max_by_key(Vec::len).unwrap_or_default()
}
