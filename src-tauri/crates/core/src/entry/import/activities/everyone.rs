//! Words that stand for a list of names: 全体镇代表, 东关代表小组全体代表, 镇联络站全体代表.

use station_intake::level_in;

use crate::entry::activity::ExpectedAsk;
use crate::error::Result;
use crate::site;
use crate::store::Db;
use crate::team::Team;
use crate::team::edit::group_name;

/// Whom such words mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Everyone {
    /// Those of a level; none = all of the station's own.
    Level(Option<String>),
    /// Those of a group, delegation or site of that name.
    Of(String),
    /// All of something, but not of what deputies belong to.
    Unclear,
}

impl Everyone {
    /// Whether words stand for a list, and for which; none for the name of a person.
    pub(super) fn read(words: &str) -> Option<Self> {
        let plain: String = words.chars().filter(|c| !c.is_whitespace()).collect();
        let all = ["全体", "全部", "所有"].iter().any(|word| plain.contains(word));
        let bare = ["全体", "全部", "所有"].iter().fold(plain, |text, word| text.replace(word, ""));
        let bare = bare.replace("人大代表", "代表");
        let of = ["代表", "成员", "人员"].iter().find_map(|end| bare.strip_suffix(end)).unwrap_or(&bare);
        let is_group = ["小组", "代表组", "代表团", "联络站", "联络点", "活动室"].iter().any(|end| of.ends_with(end));
        let level = level_in(&format!("{of}代表")).filter(|_| of.trim_end_matches('级').chars().count() <= 3);
        match (is_group, of) {
            (true, of) => Some(Self::Of(of.to_owned())),
            (false, "") if all => Some(Self::Level(None)),
            (false, of) if level.is_some() && (all || bare != of) => Some(Self::Level(level.map(str::to_owned))),
            (false, _) => all.then_some(Self::Unclear),
        }
    }

    /// What to ask the store for; none where it knows no such group or site.
    pub(super) fn ask(&self, db: Db<'_>, day: &str) -> Result<Option<ExpectedAsk>> {
        let ask = ExpectedAsk { date: Some(day.to_owned()), ..ExpectedAsk::default() };
        let name = match self {
            Self::Level(level) => return Ok(Some(ExpectedAsk { level: level.clone(), ..ask })),
            Self::Of(name) => name,
            Self::Unclear => return Ok(None),
        };
        let group: Option<Team> = db.first(include_str!("../sql/team.sql"), [&group_name(name), name])?;
        if let Some(team) = group {
            return Ok(Some(ExpectedAsk { team_id: Some(team.id), ..ask }));
        }
        Ok(site::edit::find(db, name)?.map(|site| ExpectedAsk { site_id: Some(site.id), ..ask }))
    }
}

#[cfg(test)]
mod tests {
    use super::Everyone;

    #[test]
    fn words_for_a_list_are_told_from_names() {
        let level = |level: &str| Some(Everyone::Level(Some(level.to_owned())));
        let of = |name: &str| Some(Everyone::Of(name.to_owned()));
        let cases = [
            ("全体镇代表", level("镇")),
            ("全体镇人大代表", level("镇")),
            ("全体县级人大代表", level("县")),
            ("镇代表", level("镇")),
            ("全体县", level("县")),
            ("全体代表", Some(Everyone::Level(None))),
            ("全体人大代表", Some(Everyone::Level(None))),
            ("东关代表小组全体代表", of("东关代表小组")),
            ("东关代表小组", of("东关代表小组")),
            ("第一代表团全体成员", of("第一代表团")),
            ("镇联络站全体代表", of("镇联络站")),
            ("全体村干部", Some(Everyone::Unclear)),
            ("巴图·额尔德尼", None),
            ("韩俊", None),
            ("代表", None),
        ];
        for (words, expected) in cases {
            assert_eq!(Everyone::read(words), expected, "{words}");
        }
    }
}
