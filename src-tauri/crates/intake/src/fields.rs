//! The fields of all registers and imports, read once from `assets/fields.toml`.

use std::sync::LazyLock;

use serde::Deserialize;
use station_table::Mask;

use crate::kind::Kind;

/// How a cell of a field is read.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Format {
    /// Words as they are.
    Text,
    /// The name of one person.
    Name,
    /// Names of several persons.
    Names,
    /// A count.
    Number,
    /// A number that names something: 第3选区, 第五届.
    Ordinal,
    /// A date known to the year, the month or the day.
    Date,
    /// The day of an event; may lean on the year in the title.
    Day,
    /// A span of days.
    Days,
    /// 星期三.
    Weekday,
    /// Phone numbers.
    Phones,
    /// A citizen's ID number.
    Id,
    /// 水利站、5月3日办结.
    UnitAndDone,
    /// A village, without its last 村.
    Village,
    /// A group of deputies, without 代表小组.
    Group,
    /// Levels of people's congresses.
    Levels,
    /// A sum of money.
    Money,
    /// An entry of the code list of that name.
    Code(String),
}

impl TryFrom<String> for Format {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Ok(match text.as_str() {
            "text" => Self::Text,
            "name" => Self::Name,
            "names" => Self::Names,
            "number" => Self::Number,
            "ordinal" => Self::Ordinal,
            "date" => Self::Date,
            "day" => Self::Day,
            "days" => Self::Days,
            "weekday" => Self::Weekday,
            "phones" => Self::Phones,
            "id" => Self::Id,
            "unit_and_done" => Self::UnitAndDone,
            "village" => Self::Village,
            "group" => Self::Group,
            "levels" => Self::Levels,
            "money" => Self::Money,
            other => match other.strip_prefix("code:") {
                Some(list) => Self::Code(list.to_owned()),
                None => return Err(format!("no such format: {other}")),
            },
        })
    }
}

/// A field of facts.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Noun and field: `person.name`.
    pub key: String,
    /// As registers and messages say it.
    pub label: String,
    /// Other headings for it in office files.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// How a cell is read.
    pub format: Format,
    /// Width in millimetres on paper.
    pub width: f32,
    /// What the values are, for the editions.
    #[serde(default)]
    pub mask: Mask,
    /// Short key of the field of the same row before which a date cannot lie.
    #[serde(default)]
    pub not_before: Option<String>,
}

impl Field {
    /// The part of the key after the noun: what a row of an import calls it.
    pub fn short(&self) -> &str {
        self.key.split_once('.').map_or(self.key.as_str(), |(_, short)| short)
    }
}

/// What an import of one kind may read.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindFields {
    /// Key of the [`Kind`].
    pub key: String,
    /// Its Chinese name.
    pub label: String,
    /// Keys of the fields without which a row is left out.
    pub required: Vec<String>,
    /// Keys of all its fields.
    pub fields: Vec<String>,
}

/// All of `fields.toml`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fields {
    fields: Vec<Field>,
    kinds: Vec<KindFields>,
}

impl Fields {
    /// Every field, in the order of the file.
    pub fn all(&self) -> &[Field] {
        &self.fields
    }

    /// The field with that full key.
    pub fn get(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|f| f.key == key)
    }

    /// What a kind may read.
    pub fn kind(&self, kind: Kind) -> Option<&KindFields> {
        self.kinds.iter().find(|k| k.key == kind.key())
    }

    /// The fields of a kind, in its order.
    pub fn of(&self, kind: Kind) -> Vec<&Field> {
        let keys = self.kind(kind).map_or(&[][..], |k| &k.fields);
        keys.iter().filter_map(|key| self.get(key)).collect()
    }

    /// The fields without which a row of a kind is left out.
    pub fn required(&self, kind: Kind) -> Vec<&Field> {
        let keys = self.kind(kind).map_or(&[][..], |k| &k.required);
        keys.iter().filter_map(|key| self.get(key)).collect()
    }
}

// A broken file is caught by the tests below, never by a user; so there is nothing to report here.
static FIELDS: LazyLock<Fields> = LazyLock::new(|| parse().unwrap_or_default());

fn parse() -> Result<Fields, toml::de::Error> {
    toml::from_str(include_str!("../../../../assets/fields.toml"))
}

/// All fields, parsed once.
pub fn fields() -> &'static Fields {
    &FIELDS
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{fields, parse};
    use crate::kind::Kind;

    #[test]
    fn every_field_stands_there_once_and_every_kind_finds_its_own() -> Result<(), toml::de::Error> {
        let all = parse()?;
        let keys: HashSet<_> = all.all().iter().map(|f| &f.key).collect();
        assert_eq!(keys.len(), all.all().len(), "a key names one field");
        for kind in Kind::ALL {
            let Some(listed) = all.kind(kind) else { panic!("{} is missing", kind.key()) };
            let own = all.of(kind);
            assert_eq!(own.len(), listed.fields.len(), "{} names a field that does not exist", kind.key());
            let shorts: HashSet<_> = own.iter().map(|f| f.short()).collect();
            assert_eq!(shorts.len(), own.len(), "in a row of {} each short key means one field", kind.key());
            assert!(listed.required.iter().all(|r| listed.fields.contains(r)), "what is required can be read");
            for field in &own {
                let earlier = field.not_before.as_deref().is_none_or(|k| shorts.contains(k));
                assert!(earlier || field.key == "matter.replied" || field.key == "matter.handed", "{}", field.key);
            }
        }
        Ok(())
    }

    #[test]
    fn no_heading_means_two_fields_of_one_kind() {
        for kind in Kind::ALL {
            let mut seen = HashSet::new();
            for field in fields().of(kind) {
                for heading in field.aliases.iter().chain([&field.label]) {
                    // A plain 编号 is the suggestion's own number there, else only counts rows.
                    let shared = kind == Kind::Suggestions && heading == "编号";
                    assert!(seen.insert(heading.clone()) || shared, "{heading} of {} is said twice", kind.key());
                }
            }
        }
    }
}
