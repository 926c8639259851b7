//! Every change that a user can make, with its name in the log and its Chinese label.

/// What is being done; recorded with all its changes by [`Store::transact`](crate::store::Store::transact).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// 建站
    SetUp,
    /// 站点信息
    SaveStation,
    /// 登记或更正代表
    SaveDeputy {
        /// Whose record.
        name: String,
    },
    /// 登记或更正接待
    SaveReception {
        /// Number of the visit.
        number: String,
    },
    /// 登记或更正接待日
    SaveDay {
        /// Date of the day.
        date: String,
    },
    /// 登记或更正事项
    SaveMatter {
        /// Title of the matter.
        title: String,
    },
    /// 登记办理步骤
    SaveStep {
        /// The step's Chinese name.
        step: String,
    },
    /// 作废
    Void {
        /// What was voided.
        what: String,
    },
    /// 导入
    Import {
        /// 选区、代表 …
        what: String,
        /// Names of the files.
        files: String,
    },
    /// 撤销
    Undo {
        /// What was taken back.
        of: i64,
        /// Its label.
        label: String,
    },
    /// 重做
    Redo {
        /// The undo that was taken back.
        of: i64,
        /// Label of what is done again.
        label: String,
    },
    /// 查询清单 (an internal listing, unmasked)
    List {
        /// What was listed.
        what: String,
    },
    /// 导出
    Export {
        /// What was exported.
        what: String,
    },
    /// 上报
    Send {
        /// Report and period.
        what: String,
    },
    /// 演示数据
    Demo,
}

impl Op {
    /// Name in the log; stable.
    pub fn name(&self) -> &'static str {
        match self {
            Self::SetUp => "set_up",
            Self::SaveStation => "save_station",
            Self::SaveDeputy { .. } => "save_deputy",
            Self::SaveReception { .. } => "save_reception",
            Self::SaveDay { .. } => "save_day",
            Self::SaveMatter { .. } => "save_matter",
            Self::SaveStep { .. } => "save_step",
            Self::Void { .. } => "void",
            Self::Import { .. } => "import",
            Self::Undo { .. } => "undo",
            Self::Redo { .. } => "redo",
            Self::List { .. } => "list",
            Self::Export { .. } => "export",
            Self::Send { .. } => "send",
            Self::Demo => "demo",
        }
    }

    /// What the history shows.
    pub fn label(&self) -> String {
        match self {
            Self::SetUp => "建立台账".into(),
            Self::SaveStation => "修改站点信息".into(),
            Self::SaveDeputy { name } => format!("登记代表 {name}"),
            Self::SaveReception { number } => format!("登记接待 {number}"),
            Self::SaveDay { date } => format!("登记接待日 {date}"),
            Self::SaveMatter { title } => format!("登记事项 {title}"),
            Self::SaveStep { step } => format!("登记办理 {step}"),
            Self::Void { what } => format!("作废 {what}"),
            Self::Import { what, files } => format!("导入{what} {files}"),
            Self::Undo { label, .. } => format!("撤销 {label}"),
            Self::Redo { label, .. } => format!("重做 {label}"),
            Self::List { what } => format!("列出 {what}"),
            Self::Export { what } => format!("导出 {what}"),
            Self::Send { what } => format!("上报 {what}"),
            Self::Demo => "生成演示数据".into(),
        }
    }

    /// The operation that this one takes back.
    pub fn takes_back(&self) -> Option<i64> {
        match self {
            Self::Undo { of, .. } | Self::Redo { of, .. } => Some(*of),
            _ => None,
        }
    }

    /// Whether undo may take it back. Listings, exports, sent reports and the founding of a station are only logged.
    pub fn undoable(&self) -> bool {
        !self.logged_only() && !matches!(self, Self::SetUp | Self::Demo)
    }

    /// Whether it is recorded even though it changes no fact.
    pub fn logged_only(&self) -> bool {
        matches!(self, Self::List { .. } | Self::Export { .. } | Self::Send { .. })
    }
}
