//! The text of a cell → values of a draft, or one sentence why not. What could only be guessed is refused.

use chrono::NaiveDate;
use serde_json::{Value, json};
use station_intake::{self as intake, Format, Typing, Value as Read, read_as};

use super::fields::{Field, Reads};
use super::show;
use crate::code;
use crate::entry::said;
use crate::error::Error;
use crate::place;
use crate::store::Db;

/// Why a cell gives no value.
#[derive(Debug)]
pub(super) enum Unread {
    /// Its text does not say anything that can be kept: one Chinese sentence.
    Text(String),
    /// The store could not be asked.
    Store(Error),
}

impl<E: Into<Error>> From<E> for Unread {
    fn from(error: E) -> Self {
        Self::Store(error.into())
    }
}

/// What a cell gives: values by pointer into the draft.
pub(super) type Values = Vec<(String, Value)>;

/// What the reading of a cell leans on.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    /// The store, for names and lists.
    pub(super) db: Db<'a>,
    /// 今天.
    pub(super) today: NaiveDate,
}

impl Reader<'_> {
    /// Reads a cell of a draft; `prefix` is the pointer at which the field's own pointers begin.
    pub(super) fn read(self, (field, prefix): (&Field, &str), draft: &Value, text: &str) -> Result<Values, Unread> {
        let at = format!("{prefix}{}", field.at);
        let text = text.replace("\r\n", "\n");
        let text = text.trim();
        let one = |value: Value| Ok(vec![(at.clone(), value)]);
        match field.reads {
            Reads::Text => one(json!(said(Some(&text.replace('\n', " "))))),
            Reads::Long | Reads::Village => one(json!(said(Some(text)))),
            Reads::Words(words) => one(chosen(text, words.iter().map(|w| (json!(w), (*w).to_owned())))?),
            Reads::Code(list) => one(self.code(list, text)?),
            Reads::Site => one(self.site(text)?),
            Reads::Team => one(self.team(text)?),
            Reads::Person => one(self.person(text, draft.pointer(&at))?),
            Reads::Persons(others) => self.persons(text, draft, (at, format!("{prefix}{others}"))),
            Reads::SiteElse(place) => Ok(self.site_or_place(text, (at, format!("{prefix}{place}")))?),
            Reads::VillageElse(place) => Ok(self.village_or_place(text, (at, format!("{prefix}{place}")))?),
            Reads::Days(until) => self.days(text, (at, format!("{prefix}{until}"))),
            Reads::YesNo => one(yes_no(text, draft.pointer(&at))?),
            Reads::Count | Reads::Money | Reads::Day | Reads::Due | Reads::Date | Reads::Phones | Reads::IdNumber => {
                one(self.plain(field.reads, text)?)
            }
        }
    }

    /// A value that the text alone gives.
    fn plain(self, reads: Reads, text: &str) -> Result<Value, Unread> {
        let format = match reads {
            Reads::Count => Format::Number,
            Reads::Money => Format::Money,
            Reads::Date => Format::Date,
            Reads::Phones => Format::Phones,
            Reads::IdNumber => Format::Id,
            _ => Format::Day,
        };
        let typing = Typing { today: self.today, past: reads != Reads::Due };
        let read = read_as(&format, text, typing).map_err(Unread::Text)?;
        Ok(match read {
            None => Value::Null,
            Some(Read::Number(n) | Read::Money(n)) => json!(n),
            Some(Read::Day(day)) => json!(day.to_string()),
            Some(Read::Date(date)) => json!(date.to_string()),
            Some(Read::Phones(phones)) => json!(phones.join("、")),
            Some(Read::Id(id)) if id.sound => json!(id.number),
            Some(Read::Id(id)) => return Err(Unread::Text(format!("身份证号“{}”的校验位不对，请核对。", id.number))),
            Some(_) => return Err(Unread::Text(format!("“{text}”读不出来，请核对。"))),
        })
    }

    fn days(self, text: &str, (since, until): (String, String)) -> Result<Values, Unread> {
        let typing = Typing { today: self.today, past: true };
        match read_as(&Format::Days, text, typing).map_err(Unread::Text)? {
            Some(Read::Days(first, last)) => {
                let last = (last != first).then(|| last.to_string());
                Ok(vec![(since, json!(first.to_string())), (until, json!(last))])
            }
            _ => Ok(vec![(since, json!("")), (until, Value::Null)]),
        }
    }

    /// A label of the list, or another word for one: 党员 means 中共党员.
    fn code(self, list: &str, text: &str) -> Result<Value, Unread> {
        if text.is_empty() {
            return Ok(Value::Null);
        }
        let known = match code::edit::find(self.db, list, text)? {
            Some(code) => Some(code),
            None => match intake::normalise(list, text) {
                Some(label) => code::edit::find(self.db, list, label)?,
                None => None,
            },
        };
        match known {
            Some(code) => Ok(json!(code.id)),
            None => Err(unknown(text, &show::labels(self.db, list)?)),
        }
    }

    fn site(self, text: &str) -> Result<Value, Unread> {
        chosen(text, show::sites(self.db)?.into_iter().map(|(id, name)| (json!(id), name)))
    }

    fn team(self, text: &str) -> Result<Value, Unread> {
        let bare = text.trim_end_matches("代表小组").trim_end_matches("代表团");
        let teams = show::teams(self.db)?;
        let text = if teams.iter().any(|(_, name)| name == text) { text } else { bare };
        chosen(text, teams.into_iter().map(|(id, name)| (json!(id), name)))
    }

    fn site_or_place(self, text: &str, (site, place): (String, String)) -> Result<Values, Error> {
        let found = show::sites(self.db)?.into_iter().find(|(_, name)| name == text).map(|(id, _)| id);
        let written = said(Some(text)).filter(|_| found.is_none());
        Ok(vec![(site, json!(found)), (place, json!(written))])
    }

    /// What is no village that the store knows, and is not called one, stays as it is written.
    fn village_or_place(self, text: &str, (village, place): (String, String)) -> Result<Values, Error> {
        let called = ["村", "社区"].iter().any(|end| text.ends_with(end));
        let is_village = text.is_empty() || called || place::edit::find(self.db, text)?.is_some();
        let (name, written) = if is_village { (said(Some(text)), None) } else { (None, said(Some(text))) };
        Ok(vec![(village, json!(name)), (place, json!(written))])
    }

    fn person(self, text: &str, now: Option<&Value>) -> Result<Value, Unread> {
        if text.is_empty() {
            return Ok(Value::Null);
        }
        let now = now.and_then(Value::as_str).map(str::to_owned);
        let found = self.named(text, now.as_slice())?;
        found.map(|id| json!(id)).ok_or_else(|| nobody(text))
    }

    /// Names that the roster lacks stay where the draft has them as names already.
    fn persons(self, text: &str, draft: &Value, (at, others): (String, String)) -> Result<Values, Unread> {
        let texts = |at: &str| -> Vec<String> {
            let listed = draft.pointer(at).and_then(Value::as_array).into_iter().flatten();
            listed.filter_map(|v| v.as_str().map(str::to_owned)).collect()
        };
        let (now, known_names) = (texts(&at), texts(&others));
        let (mut ids, mut names) = (Vec::new(), Vec::new());
        for name in names_in(text, self.today)? {
            match self.named(&name, &now)? {
                Some(id) => ids.push(id),
                None if known_names.contains(&name) => names.push(name),
                None => return Err(nobody(&name)),
            }
        }
        Ok(vec![(at, json!(ids)), (others, json!(names))])
    }

    /// The deputy of that name; of two, the one whom the draft has already.
    fn named(self, name: &str, now: &[String]) -> Result<Option<String>, Unread> {
        let found: Vec<String> = self.db.column(include_str!("sql/named.sql"), [name])?;
        match found.as_slice() {
            [] => Ok(None),
            [only] => Ok(Some(only.clone())),
            several => match several.iter().find(|id| now.contains(id)) {
                Some(id) => Ok(Some(id.clone())),
                None => Err(Unread::Text(format!(
                    "名册里有{}位“{name}”，表格里分不清是哪一位，请打开这条记录选择。",
                    several.len()
                ))),
            },
        }
    }
}

fn names_in(text: &str, today: NaiveDate) -> Result<Vec<String>, Unread> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    match read_as(&Format::Names, text, Typing { today, past: true }).map_err(Unread::Text)? {
        Some(Read::Names(names)) => Ok(names.into_iter().map(|n| n.name).collect()),
        _ => Ok(Vec::new()),
    }
}

/// 是 and 否; where the draft knows no third, an empty cell says 否.
fn yes_no(text: &str, now: Option<&Value>) -> Result<Value, Unread> {
    match text {
        "" if now.is_some_and(Value::is_boolean) => Ok(json!(false)),
        "" => Ok(Value::Null),
        "是" | "有" | "√" | "1" => Ok(json!(true)),
        "否" | "无" | "0" => Ok(json!(false)),
        _ => Err(Unread::Text(format!("“{text}”不是“是”也不是“否”，请改填。"))),
    }
}

fn chosen(text: &str, all: impl Iterator<Item = (Value, String)>) -> Result<Value, Unread> {
    let all: Vec<(Value, String)> = all.collect();
    match all.iter().find(|(_, label)| label == text) {
        _ if text.is_empty() => Ok(Value::Null),
        Some((value, _)) => Ok(value.clone()),
        None => Err(unknown(text, &all.into_iter().map(|(_, label)| label).collect::<Vec<_>>())),
    }
}

/// Names at most so many entries of a list.
const NAMED: usize = 15;

fn unknown(text: &str, labels: &[String]) -> Unread {
    let more = if labels.len() > NAMED { "等" } else { "" };
    let named = labels.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join("、");
    Unread::Text(format!("没有“{text}”这一项，可填：{named}{more}。"))
}

fn nobody(name: &str) -> Unread {
    Unread::Text(format!("名册里没有“{name}”，请核对姓名；确实不在名册的，请打开这条记录填写。"))
}
