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
    /// 登记多次接待 (of pasted messages)
    SaveReceptions {
        /// How many.
        count: usize,
    },
    /// 登记或更正接待日
    SaveDay {
        /// Date of the day.
        date: String,
    },
    /// 接待日规则
    SaveRule {
        /// In words.
        words: String,
    },
    /// 节假日安排
    SaveHolidays {
        /// Of which year.
        year: i64,
    },
    /// 采用排班
    AcceptRoster {
        /// How many days.
        days: usize,
    },
    /// 排班要求
    SaveRosterWishes,
    /// 调班
    SaveSwap {
        /// Day and who with whom.
        what: String,
    },
    /// 请假
    SaveLeave {
        /// Who and when.
        what: String,
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
    /// 期限规定
    SaveDeadline {
        /// What it is for.
        name: String,
    },
    /// 在表格里修改
    ChangeCells {
        /// What kind of records: 联系.
        what: String,
        /// How many cells.
        cells: usize,
    },
    /// 添加附件
    Attach {
        /// Names of the files.
        what: String,
    },
    /// 修改附件说明
    SaveAttachment {
        /// Name of the file.
        name: String,
    },
    /// 登记或更正活动
    SaveActivity {
        /// Its title.
        title: String,
    },
    /// 登记或更正联系
    SaveContact {
        /// Date and with whom.
        what: String,
    },
    /// 登记或更正联系对象
    SaveStanding {
        /// The two by name.
        what: String,
    },
    /// 登记或更正走访选区
    SaveConstituencyVisit {
        /// Date and constituency.
        what: String,
    },
    /// 登记或更正实事
    SaveDeed {
        /// Its first words.
        what: String,
    },
    /// 登记或更正谈心记录
    SaveTalk {
        /// Number of the talk.
        number: String,
    },
    /// 登记或更正微信群
    SaveChatGroup {
        /// Its name.
        name: String,
    },
    /// 登记或更正选区
    SaveDistrict {
        /// 选区号.
        number: i64,
    },
    /// 登记或更正专项活动
    SaveCampaign {
        /// Its name.
        name: String,
    },
    /// 修改字典
    SaveCode {
        /// The entry's label.
        label: String,
    },
    /// 台账样式
    SaveRegisterSet {
        /// Its name.
        name: String,
    },
    /// 改用另一种台账样式
    ChooseRegisterSet {
        /// Its name.
        name: String,
    },
    /// 附列
    SaveOwnColumn {
        /// Its heading.
        label: String,
    },
    /// 附列内容
    SaveOwnValues {
        /// How many of a fact.
        cells: usize,
    },
    /// 空白本
    SaveBlankSet {
        /// Whose it is.
        name: String,
    },
    /// 履职审核
    SaveReviews {
        /// 通过, 不通过; none = taken back.
        status: Option<String>,
        /// How many parts in facts.
        count: usize,
    },
    /// 给文书编号
    NumberStep {
        /// The number.
        number: String,
    },
    /// 通知已发出
    MarkNotified {
        /// Title of the activity.
        title: String,
    },
    /// 常用语
    SavePhrase {
        /// What it is called.
        title: String,
    },
    /// 打印设置
    SavePaper,
    /// 来访登记设置
    SaveIntake {
        /// Whether visitors' ID numbers are written down from now on.
        visitor_ids: bool,
    },
    /// 程序升级后补充字典
    Upgrade,
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
    /// 查看来访人身份证号
    ReadIdNumber {
        /// Number of the visit.
        number: String,
    },
    /// 导出
    Export {
        /// What was exported.
        what: String,
    },
    /// 打印
    Print {
        /// What was printed.
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
            Self::SaveReceptions { .. } => "save_receptions",
            Self::SaveDay { .. } => "save_day",
            Self::SaveRule { .. } => "save_rule",
            Self::SaveHolidays { .. } => "save_holidays",
            Self::AcceptRoster { .. } => "accept_roster",
            Self::SaveRosterWishes => "save_roster_wishes",
            Self::SaveSwap { .. } => "save_swap",
            Self::SaveLeave { .. } => "save_leave",
            Self::SaveMatter { .. } => "save_matter",
            Self::SaveStep { .. } => "save_step",
            Self::SaveDeadline { .. } => "save_deadline",
            Self::ChangeCells { .. } => "change_cells",
            Self::Attach { .. } => "attach",
            Self::SaveAttachment { .. } => "save_attachment",
            Self::SaveActivity { .. } => "save_activity",
            Self::SaveContact { .. } => "save_contact",
            Self::SaveStanding { .. } => "save_standing",
            Self::SaveConstituencyVisit { .. } => "save_constituency_visit",
            Self::SaveDeed { .. } => "save_deed",
            Self::SaveTalk { .. } => "save_talk",
            Self::SaveChatGroup { .. } => "save_chat_group",
            Self::SaveDistrict { .. } => "save_district",
            Self::SaveCampaign { .. } => "save_campaign",
            Self::SaveCode { .. } => "save_code",
            Self::SaveRegisterSet { .. } => "save_register_set",
            Self::ChooseRegisterSet { .. } => "choose_register_set",
            Self::SaveOwnColumn { .. } => "save_own_column",
            Self::SaveOwnValues { .. } => "save_own_values",
            Self::SaveBlankSet { .. } => "save_blank_set",
            Self::SaveReviews { .. } => "save_reviews",
            Self::NumberStep { .. } => "number_step",
            Self::MarkNotified { .. } => "mark_notified",
            Self::SavePhrase { .. } => "save_phrase",
            Self::SavePaper => "save_paper",
            Self::SaveIntake { .. } => "save_intake",
            Self::Upgrade => "upgrade",
            Self::Void { .. } => "void",
            Self::Import { .. } => "import",
            Self::Undo { .. } => "undo",
            Self::Redo { .. } => "redo",
            Self::List { .. } => "list",
            Self::ReadIdNumber { .. } => "read_id_number",
            Self::Export { .. } => "export",
            Self::Print { .. } => "print",
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
            Self::SaveReceptions { count } => format!("登记接待 {count}条"),
            Self::SaveDay { date } => format!("登记接待日 {date}"),
            Self::SaveRule { words } => format!("保存接待日规则 {words}"),
            Self::SaveHolidays { year } => format!("保存{year}年节假日安排"),
            Self::AcceptRoster { days } => format!("采用排班 {days}个接待日"),
            Self::SaveRosterWishes => "修改排班要求".into(),
            Self::SaveSwap { what } => format!("登记调班 {what}"),
            Self::SaveLeave { what } => format!("登记请假 {what}"),
            Self::SaveMatter { title } => format!("登记事项 {title}"),
            Self::SaveStep { step } => format!("登记办理 {step}"),
            Self::SaveDeadline { name } => format!("修改期限 {name}"),
            Self::ChangeCells { what, cells: 1 } => format!("修改 {what}"),
            Self::ChangeCells { what, cells } => format!("批量修改 {what} {cells}处"),
            Self::Attach { what } => format!("添加附件 {what}"),
            Self::SaveAttachment { name } => format!("修改附件说明 {name}"),
            Self::SaveActivity { title } => format!("登记活动 {title}"),
            Self::SaveContact { what } => format!("登记联系 {what}"),
            Self::SaveStanding { what } => format!("登记联系对象 {what}"),
            Self::SaveConstituencyVisit { what } => format!("登记走访选区 {what}"),
            Self::SaveDeed { what } => format!("登记实事 {what}"),
            Self::SaveTalk { number } => format!("登记谈心记录 {number}"),
            Self::SaveChatGroup { name } => format!("登记微信群 {name}"),
            Self::SaveDistrict { number } => format!("登记第{number}选区"),
            Self::SaveCampaign { name } => format!("登记专项活动 {name}"),
            Self::SaveCode { label } => format!("修改字典 {label}"),
            Self::SaveRegisterSet { name } => format!("保存台账样式 {name}"),
            Self::ChooseRegisterSet { name } => format!("改用台账样式 {name}"),
            Self::SaveOwnColumn { label } => format!("保存附列 {label}"),
            Self::SaveOwnValues { cells } => format!("填写附列 {cells}处"),
            Self::SaveBlankSet { name } => format!("登记空白本 {name}"),
            Self::SaveReviews { status: Some(status), count } => format!("审核履职 {count}条：{status}"),
            Self::SaveReviews { status: None, count } => format!("取消审核 {count}条"),
            Self::NumberStep { number } => format!("文书编号 {number}"),
            Self::MarkNotified { title } => format!("记下已发通知 {title}"),
            Self::SavePhrase { title } => format!("保存常用语 {title}"),
            Self::SavePaper => "修改打印设置".into(),
            Self::SaveIntake { visitor_ids: true } => "启用登记来访人身份证号".into(),
            Self::SaveIntake { visitor_ids: false } => "停用登记来访人身份证号".into(),
            Self::Upgrade => "升级程序后补充字典".into(),
            Self::Void { what } => format!("作废 {what}"),
            Self::Import { what, files } => format!("导入{what} {files}"),
            Self::Undo { label, .. } => format!("撤销 {label}"),
            Self::Redo { label, .. } => format!("重做 {label}"),
            Self::List { what } => format!("列出 {what}"),
            Self::ReadIdNumber { number } => format!("查看来访人身份证号 {number}"),
            Self::Export { what } => format!("导出 {what}"),
            Self::Print { what } => format!("打印 {what}"),
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
        !self.logged_only() && !matches!(self, Self::SetUp | Self::Demo | Self::Upgrade)
    }

    /// Whether it is recorded even though it changes no fact.
    pub fn logged_only(&self) -> bool {
        matches!(
            self,
            Self::List { .. }
                | Self::ReadIdNumber { .. }
                | Self::Export { .. }
                | Self::Print { .. }
                | Self::Send { .. }
        )
    }
}
