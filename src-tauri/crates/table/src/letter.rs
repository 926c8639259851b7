//! 公文: an official letter, laid out after GB/T 9704-2012.

use serde::{Deserialize, Serialize};

/// A letter under the title of its document. What is empty takes no room.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct Letter {
    /// What stands over the title at the left: 答复类别：A.
    pub mark: String,
    /// 发文字号, over the title at the right: 清人函〔2026〕3号.
    pub number: String,
    /// 主送机关 without its colon.
    pub to: String,
    /// 正文.
    pub body: Vec<Paragraph>,
    /// 附件说明, one line for each.
    pub enclosures: Vec<String>,
    /// 发文机关署名; several sign one under the other.
    pub signed: Vec<String>,
    /// 成文日期.
    pub dated: String,
    /// 附注, each in brackets of its own.
    pub notes: Vec<String>,
    /// 抄送机关, at the foot of the last page.
    pub copies: String,
}

/// A paragraph of a letter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "voice", content = "text", rename_all = "snake_case")]
pub enum Paragraph {
    /// Text in 仿宋.
    Text(String),
    /// A heading of the first level in 黑体: 一、接待时间.
    Heading(String),
    /// A heading of the second level in 楷体: （一）镇联络站.
    Subheading(String),
    /// A line to be filled in by hand.
    Blank,
}

impl Paragraph {
    /// What it says.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Heading(text) | Self::Subheading(text) => text,
            Self::Blank => "",
        }
    }
}

impl Letter {
    /// 附件说明 as printed: `附件：1. …`, the further ones under the first.
    pub fn enclosure_lines(&self) -> Vec<String> {
        match self.enclosures.as_slice() {
            [only] => vec![format!("附件：{only}")],
            several => {
                let lead = |at: usize| if at == 0 { "附件：" } else { "　　　" };
                several.iter().enumerate().map(|(at, text)| format!("{}{}. {text}", lead(at), at + 1)).collect()
            }
        }
    }

    /// 主送机关 as printed, with its colon; none where nobody is addressed.
    pub fn salutation(&self) -> Option<String> {
        (!self.to.is_empty()).then(|| format!("{}：", self.to))
    }

    /// 附注 as printed.
    pub fn note_lines(&self) -> Vec<String> {
        self.notes.iter().map(|note| format!("（{note}）")).collect()
    }

    /// 抄送 as printed; none where nobody gets a copy.
    pub fn copy_line(&self) -> Option<String> {
        (!self.copies.is_empty()).then(|| format!("抄送：{}。", self.copies))
    }

    /// Everything that it says, in reading order.
    pub fn lines(&self) -> Vec<String> {
        let over = [&self.mark, &self.number].into_iter().cloned().chain(self.salutation());
        let body = self.body.iter().map(|p| p.text().to_owned());
        let end = self.enclosure_lines().into_iter().chain(self.signed.clone()).chain([self.dated.clone()]);
        let after = self.note_lines().into_iter().chain(self.copy_line());
        over.chain(body).chain(end).chain(after).filter(|line| !line.is_empty()).collect()
    }
}
