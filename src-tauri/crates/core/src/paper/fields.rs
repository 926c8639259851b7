//! What a matter says of the fields that a 常用语 may have.

use std::collections::BTreeMap;

use station_table::Edition;

use super::case;
use super::says::day_text;
use crate::error::Result;
use crate::store::Db;

/// The fields of a matter by name; what it does not say is empty. Voters are named as on what leaves the station, for the
/// text may be read by anybody.
///
/// # Errors
/// `Missing` when there is no such matter.
pub fn fields(db: Db<'_>, matter_id: &str) -> Result<BTreeMap<&'static str, String>> {
    let case = case::load(db, matter_id)?;
    let day = |text: Option<&str>| text.map_or_else(String::new, day_text);
    let handed = case.step(None, &["handed"]);
    let words = |kinds: &[&str]| case.step(None, kinds).and_then(|s| s.words.clone()).unwrap_or_default();
    Ok(BTreeMap::from([
        ("反映人", case.askers(Edition::Upward)),
        ("代表", case.deputies.iter().map(|d| d.name.as_str()).collect::<Vec<_>>().join("、")),
        ("案由", case.title()),
        ("编号", case.number().to_owned()),
        ("反映日期", day(case.about.opened_on.as_deref())),
        ("承办单位", case.units(&["主办", "分办"])),
        ("协办单位", case.units(&["协办"])),
        ("单位电话", handed.and_then(|s| s.unit_phone.clone()).unwrap_or_default()),
        ("交办日期", day(handed.map(|s| s.happened_on.as_str()))),
        ("期限", day(case.deadline().0)),
        ("答复", words(&["replied", "answered"])),
        ("理由", words(&["extended", "stopped", "returned"])),
        ("联络站", case.desk.clone()),
    ]))
}

#[cfg(test)]
mod tests {
    use crate::phrase::FIELDS;
    use crate::world::world;

    #[test]
    fn a_matter_says_something_of_every_field_that_is_offered() {
        let world = world();
        let pump: crate::matter::Matter = world.store.db().having("words", "机井水泵老化").unwrap().remove(0);
        let fields = super::fields(world.store.db(), &pump.id).unwrap();
        let mut offered = FIELDS.to_vec();
        offered.sort_unstable();
        assert_eq!(
            fields.keys().copied().collect::<Vec<_>>(),
            offered,
            "neither more nor less than the settings offer"
        );
        assert_eq!(
            (fields["反映人"].as_str(), fields["承办单位"].as_str()),
            ("王某", "水利站"),
            "as they were entered"
        );
    }
}
