//! A village is known by its name without the last 村, and made under the name that a file or a clerk gives.

use super::Place;
use crate::error::Result;
use crate::store::{Db, Tx};

/// Kind and name of a place as written: `长垣村` is the village 长垣, `东街社区` a community.
pub fn kind_and_name(written: &str) -> (&'static str, String) {
    let plain: String = written.chars().filter(|c| !c.is_whitespace()).collect();
    match plain.strip_suffix('村') {
        Some(name) if !name.is_empty() => ("village", name.to_owned()),
        _ if plain.ends_with("社区") || plain.ends_with("居委会") => ("community", plain),
        _ => ("village", plain),
    }
}

/// The place that is written so, when the store has it. `南村` is the village 南村 where there is one, else 南.
pub fn find(db: Db<'_>, written: &str) -> Result<Option<Place>> {
    let plain: String = written.chars().filter(|c| !c.is_whitespace()).collect();
    db.first(include_str!("sql/find.sql"), [kind_and_name(&plain).1, plain])
}

/// The key of the place that is written so; made when the store lacks it.
pub fn find_or_add(tx: &mut Tx<'_>, written: &str) -> Result<String> {
    if let Some(place) = find(tx.db(), written)? {
        return Ok(place.id);
    }
    let (kind, name) = kind_and_name(written);
    let (id, created) = tx.fresh();
    tx.insert(&Place { id: id.clone(), created, kind: kind.to_owned(), name, ..Place::default() })?;
    Ok(id)
}

#[cfg(test)]
mod tests {
    use super::kind_and_name;

    #[test]
    fn only_the_last_character_is_the_kind() {
        for (written, kind, name) in [
            ("长垣村", "village", "长垣"),
            ("南村村", "village", "南村"),
            ("东街社区", "community", "东街社区"),
            ("村", "village", "村"),
        ] {
            assert_eq!(
                kind_and_name(written),
                (kind, name.to_owned()),
                "a village has no last 村, but 南村村 is called 南村"
            );
        }
    }
}
