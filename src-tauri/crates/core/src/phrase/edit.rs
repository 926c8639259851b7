//! Shipped texts are put into a store; fields in braces are filled.

use std::collections::BTreeMap;

use super::Phrase;
use crate::error::{Error, Result};
use crate::store::{Db, Tx};

/// What `assets/phrases.toml` holds: list → entries of key, title, text.
type Shipped = BTreeMap<String, Vec<[String; 3]>>;

/// Puts the shipped texts that the store never had into it; how many. One that the station changed or voided stays so.
///
/// # Errors
/// Those of the store.
pub fn seed(tx: &Tx<'_>) -> Result<usize> {
    let shipped: Shipped = toml::from_str(include_str!("../../../../../assets/phrases.toml"))
        .map_err(|e| Error::BadAsset(e.to_string()))?;
    let mut added = 0;
    for (list, entries) in shipped {
        for (sort, [id, title, body]) in (0_i64..).zip(entries) {
            if tx.db().first::<Phrase>(include_str!("sql/by_id.sql"), [&id])?.is_none() {
                let (created, list) = (tx.stamp(), list.clone());
                tx.insert(&Phrase { id, created, voided: None, list, title, body, sort })?;
                added += 1;
            }
        }
    }
    Ok(added)
}

/// The place of the last text of a list.
///
/// # Errors
/// Those of the store.
pub fn last_place(db: Db<'_>, list: &str) -> Result<i64> {
    Ok(db.value(include_str!("sql/last_place.sql"), [list])?.unwrap_or(0))
}

/// A text with its fields filled; `{期限}` stays as it is where nothing is known of it.
pub fn fill(body: &str, fields: &BTreeMap<&str, String>) -> String {
    let mut filled = String::with_capacity(body.len());
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, behind)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        match fields.get(name).filter(|value| !value.is_empty()) {
            Some(value) => filled.push_str(value),
            None => filled.extend(["{", name, "}"]),
        }
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::fill;

    #[test]
    fn known_fields_are_filled_and_others_stay_for_the_clerk() {
        let fields = BTreeMap::from([("承办单位", "镇水利站".to_owned()), ("期限", String::new())]);
        let cases = [
            ("请到{承办单位}办理", "请到镇水利站办理"),
            ("{期限}前办结", "{期限}前办结"),
            ("{没有这一项}，{承办单位}", "{没有这一项}，镇水利站"),
            ("没有括号", "没有括号"),
            ("只有一半{承办单位", "只有一半{承办单位"),
            ("{{承办单位}}", "{{承办单位}}"),
        ];
        for (body, expected) in cases {
            assert_eq!(fill(body, &fields), expected, "{body}");
        }
    }
}
