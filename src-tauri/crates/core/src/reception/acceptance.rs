//! 受理判断: whether what was raised is the station's own, or belongs to 信访, courts, arbitration or an office with its own
//! procedure (信访工作条例 arts 28–31). It advises; the clerk decides.

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

/// What is known of a matter while it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct AdviceAsk {
    /// 诉求性质, a code of list `nature`.
    pub nature_id: Option<String>,
    /// 问题类别, a code of list `category`.
    pub category_id: Option<String>,
    /// What was said.
    pub words: String,
}

/// Where it belongs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Advice {
    /// accepted, petition, court, labour, land, police, review or accusation.
    pub key: String,
    /// 处理方式 that fits; none = taken in.
    pub route_id: Option<String>,
    /// The office to name.
    pub office: Option<String>,
    /// What the visitor is told.
    pub says: String,
    /// 依据.
    pub basis: String,
    /// Whether the nature alone says so: the form preselects route and office.
    pub firm: bool,
}

/// 集体来访: how many speak for all.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct Joint {
    /// At most so many.
    pub(crate) most: usize,
    /// 依据.
    pub(crate) article: String,
}

#[derive(Deserialize)]
struct File {
    joint: Joint,
    advice: Vec<Case>,
}

/// One case as `assets/intake.toml` has it.
#[derive(Deserialize)]
struct Case {
    key: String,
    #[serde(default)]
    natures: Vec<String>,
    #[serde(default)]
    words: Vec<String>,
    route: Option<String>,
    office: Option<String>,
    says: String,
    basis: String,
    firm: bool,
}

fn file() -> Result<File> {
    toml::from_str(include_str!("../../../../../assets/intake.toml")).map_err(|e| Error::BadAsset(e.to_string()))
}

/// How many may speak for those who come together.
pub(crate) fn joint() -> Result<Joint> {
    Ok(file()?.joint)
}

/// Where a matter belongs.
///
/// # Errors
/// `BadAsset` where the cases that ship cannot be read.
pub fn advice(ask: &AdviceAsk) -> Result<Advice> {
    let found = file()?.advice.into_iter().find(|case| fits(case, ask));
    let Case { key, route, office, says, basis, firm, .. } = found.ok_or(Error::Missing("受理判断"))?;
    Ok(Advice { key, route_id: route, office, says, basis, firm })
}

fn fits(case: &Case, ask: &AdviceAsk) -> bool {
    let nature = ask.nature_id.as_deref().unwrap_or_default();
    let natural = case.natures.is_empty() || case.natures.iter().any(|known| known == nature);
    let said = |word: &String| ask.words.contains(word.as_str()) || ask.category_id.as_ref() == Some(word);
    natural && (case.words.is_empty() || case.words.iter().any(said))
}

#[cfg(test)]
mod tests {
    use super::{AdviceAsk, advice, file};
    use crate::matter::rules::Kind;

    fn asked(nature: &str, words: &str) -> AdviceAsk {
        let nature_id = (!nature.is_empty()).then(|| format!("nature.{nature}"));
        AdviceAsk { nature_id, category_id: None, words: words.to_owned() }
    }

    #[test]
    fn what_belongs_elsewhere_is_explained_and_sent_on() {
        let cases = [
            ("advice", "希望增设路灯", "accepted", None),
            ("question", "被判决后怎样申请法律援助", "accepted", None),
            ("help", "村口水井抽不上水", "accepted", None),
            ("", "村口水井抽不上水", "accepted", None),
            ("help", "多次上访没有结果", "petition", Some("镇信访办")),
            ("accusation", "村干部贪污", "accusation", Some("县纪委监委")),
            ("accusation", "法院判决不公", "accusation", Some("县纪委监委")),
            ("court", "邻里纠纷", "court", Some("县人民法院")),
            ("complaint", "判决一年了没有强制执行", "court", Some("县人民法院")),
            ("", "工地拖欠工资三个月", "labour", Some("县劳动人事争议仲裁委员会")),
            ("complaint", "承包地被邻居占了", "land", Some("县农村土地承包仲裁委员会")),
            ("help", "网上被骗两万元", "police", Some("派出所")),
            ("complaint", "不服罚款", "review", Some("县人民政府行政复议机构")),
            ("complaint", "低保没有评上", "petition", Some("镇信访办")),
        ];
        for (nature, words, key, office) in cases {
            let found = advice(&asked(nature, words)).unwrap();
            assert_eq!((found.key.as_str(), found.office.as_deref()), (key, office), "{nature} {words}");
            assert!(found.says.ends_with('。') && !found.basis.is_empty(), "it is explained, with its article");
        }
    }

    #[test]
    fn whatever_is_sent_on_is_a_guided_step_that_names_an_office() {
        for case in file().unwrap().advice {
            let guided = case.route.as_deref().map(Kind::of_route) == Some(Kind::Guided);
            assert_eq!(
                (guided, case.office.is_some()),
                (case.key != "accepted", case.key != "accepted"),
                "{}",
                case.key
            );
        }
    }

    #[test]
    fn the_category_is_a_hint_too() {
        let ask = AdviceAsk { category_id: Some("category.order".into()), ..asked("", "") };
        assert_eq!(advice(&ask).unwrap().key, "petition", "治安信访 without a nature");
    }

    #[test]
    fn only_what_the_nature_alone_says_is_preselected() {
        let firm = |nature, words| advice(&asked(nature, words)).unwrap().firm;
        assert!(firm("accusation", "") && firm("court", "") && firm("complaint", "低保没有评上"));
        assert!(!firm("", "拖欠工资") && !firm("advice", "修路"), "a word is a hint");
    }
}
