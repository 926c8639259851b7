//! `station.toml`: read leniently, so that a helpdesk can write it by hand; what is not understood is named.

use toml::{Table, Value};

use super::{SiteSays, Station, TermSays};
use crate::error::{Error, Problem, Result};

/// The station that a file describes, and the keys in it that mean nothing here.
///
/// # Errors
/// `Problems` when the file is no TOML.
pub fn read(text: &str) -> Result<(Station, Vec<String>)> {
    let mut table: Table = text.parse().map_err(|error: toml::de::Error| {
        let line = error.span().map_or(1, |span| text.get(..span.start).unwrap_or_default().lines().count().max(1));
        Error::Problems(vec![Problem::new("station.toml", format!("站点文件第{line}行写法不对，请按 TOML 格式改正。"))])
    })?;
    if let Some(Value::Table(inner)) = table.remove("station") {
        table.extend(inner);
    }
    let mut ignored = Vec::new();
    let mut station = Station {
        name: text_of(table.remove("name")).unwrap_or_default(),
        level: level_of(&text_of(table.remove("level")).unwrap_or_default()),
        county: text_of(table.remove("county")),
        reports_as: text_of(table.remove("reports_as")),
        term: named(&mut ignored, "term", table.remove("term"), term_of),
        sites: sites_of(&mut ignored, table.remove("sites")),
    };
    let (rule, hours) = (text_of(table.remove("rule")), text_of(table.remove("hours")));
    for site in station.sites.iter_mut().filter(|site| site.rule.is_none()) {
        site.rule.clone_from(&rule);
        site.hours = site.hours.take().or_else(|| hours.clone());
    }
    ignored.extend(table.keys().cloned());
    if station.sites.is_empty() && rule.is_some() {
        ignored.push("rule".to_owned());
    }
    Ok((station, ignored))
}

fn text_of(value: Option<Value>) -> Option<String> {
    value.map(|v| match v {
        Value::String(text) => text.trim().to_owned(),
        other => other.to_string(),
    })
}

/// 镇, 乡 and 街道 are one level.
fn level_of(written: &str) -> String {
    match written {
        "乡" | "乡镇" | "街道" | "township" => "镇",
        "区" | "县级市" | "county" => "县",
        other => other,
    }
    .to_owned()
}

/// What a value means; a value that means nothing is named under its key.
fn named<T>(ignored: &mut Vec<String>, key: &str, value: Option<Value>, read: fn(Value) -> Option<T>) -> Option<T> {
    let given = value.is_some();
    let meant = value.and_then(read);
    if given && meant.is_none() {
        ignored.push(key.to_owned());
    }
    meant
}

fn term_of(value: Value) -> Option<TermSays> {
    match value {
        Value::Integer(ordinal) => Some(TermSays { ordinal, ..TermSays::default() }),
        Value::String(text) => ordinal_of(&text).map(|ordinal| TermSays { ordinal, ..TermSays::default() }),
        Value::Table(mut table) => {
            let number = ["ordinal", "number", "no"].iter().find_map(|key| table.remove(*key));
            let ordinal = number.and_then(term_of)?.ordinal;
            let mut date = |keys: [&str; 2]| keys.iter().find_map(|key| text_of(table.remove(*key)));
            Some(TermSays { ordinal, since: date(["since", "from"]), until: date(["until", "to"]) })
        }
        _ => None,
    }
}

/// 第五届, 5 or 五.
fn ordinal_of(text: &str) -> Option<i64> {
    let bare = text.trim().trim_start_matches('第').trim_end_matches('届');
    bare.parse().ok().or_else(|| station_intake::chinese_number(bare).map(i64::from))
}

fn sites_of(ignored: &mut Vec<String>, value: Option<Value>) -> Vec<SiteSays> {
    let sites = match value {
        Some(Value::Array(sites)) => sites,
        Some(one) => vec![one],
        None => Vec::new(),
    };
    sites.into_iter().filter_map(|site| named(ignored, "sites", Some(site), site_of)).collect()
}

fn site_of(value: Value) -> Option<SiteSays> {
    match value {
        Value::String(name) => Some(SiteSays { name, ..SiteSays::default() }),
        Value::Table(mut table) => {
            let mut text = |key: &str| text_of(table.remove(key));
            let (name, kind, rule, hours) = (text("name")?, text("kind"), text("rule"), text("hours"));
            Some(SiteSays { id: None, kind: kind_of(kind.as_deref().unwrap_or_default()), name, rule, hours })
        }
        _ => None,
    }
}

fn kind_of(written: &str) -> String {
    match written {
        "站" | "联络站" => "station",
        "点" | "联络点" => "point",
        "村站" | "工作站" => "village_station",
        "室" => "room",
        known @ ("station" | "point" | "village_station" | "room") => known,
        _ => "",
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn name_and_level_are_enough_and_the_rest_may_be_short_or_long() {
        let (short, _) = read("name = '清河镇联络站'\nlevel = '镇'").expect("two keys are enough");
        assert_eq!((short.name.as_str(), short.level.as_str()), ("清河镇联络站", "镇"), "both are taken");
        let long = "name='甲'\nlevel='乡'\nterm=5\nrule='每月15日'\nsites=['镇联络站', {name='东关联络点', kind='点'}]\ncolour='red'";
        let (station, ignored) = read(long).expect("the long form is read too");
        assert_eq!(
            station.sites.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(),
            ["镇联络站", "东关联络点"],
            "both forms of a site"
        );
        assert_eq!(station.term.map(|t| t.ordinal), Some(5), "a bare number is the term");
        assert_eq!(ignored, ["colour"], "what means nothing is named");
    }
}
