//! What may be typed after `station`.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};
use serde::de::DeserializeOwned;
use station_api::{Edition, ImportKind, Order, exports::FileKind};

/// 代表联络站台账：不开窗口做同样的事。
#[derive(Debug, Parser)]
#[command(name = "station", version, disable_help_subcommand = true)]
pub struct Arguments {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub job: Job,
}

/// Options that may stand before or after the command.
#[derive(Args, Debug)]
pub struct Common {
    /// 数据文件夹；不写则用本用户的
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// 存放密码的文件；也可用环境变量 STATION_PASSWORD
    #[arg(long, global = true, value_name = "FILE")]
    pub password_file: Option<PathBuf>,
    /// 输出 JSON
    #[arg(long, global = true)]
    pub json: bool,
    /// A day to pretend, for practice and tests
    #[arg(long, global = true, hide = true, value_name = "DATE")]
    pub today: Option<chrono::NaiveDate>,
}

/// The jobs.
#[derive(Debug, Subcommand)]
pub enum Job {
    /// 建站：name 和 level 必填，其余可有可无
    Init {
        /// 站点信息（TOML）
        #[arg(long, value_name = "FILE")]
        station: PathBuf,
    },
    /// 导入办公文件（xlsx、xls、ods、csv）
    Import {
        #[arg(value_parser = kinds())]
        kind: ImportKind,
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// 只看不导入
        #[arg(long)]
        preview: bool,
        /// 有一行不能导入就全部不导入
        #[arg(long)]
        all_or_nothing: bool,
    },
    /// 列出 deputies、districts、duty、visits、matters、activities、contacts、deeds、standing、constituency_visits、
    /// campaigns（内部清单，不遮盖）
    List {
        what: String,
        /// 代表的顺序：strokes（姓名笔画）、pinyin（姓名拼音）或 number（选区号）
        #[arg(long, value_parser = named::<Order>)]
        order: Option<Order>,
    },
    /// 导出
    #[command(subcommand)]
    Export(Export),
    /// 推算接待日：按规则是哪天，遇节假日改到哪天；不需要台账和密码
    Days(Days),
    /// 报表
    #[command(subcommand)]
    Report(Report),
    /// 填写县里的表格
    #[command(subcommand)]
    Template(Template),
    /// 值班排班
    #[command(subcommand)]
    Roster(Roster),
    /// 打印 PDF 文件
    Print {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// 打印机；不写则用默认打印机
        #[arg(long, value_name = "NAME")]
        printer: Option<String>,
        /// 份数
        #[arg(long, default_value_t = 1)]
        copies: u32,
        /// one（单面）、two（双面，长边翻页）或 two-short（双面，短边翻页）
        #[arg(long, default_value = "one", value_parser = ["one", "two", "two-short"])]
        sides: String,
        /// 页码范围，如 2-3,5；不写则全部
        #[arg(long)]
        pages: Option<String>,
    },
    /// 推算期限：到哪天、几个月几日、依据哪一条
    Deadline {
        /// 哪种期限，如 suggestion（建议答复）、opinion（社情民意承办）、petition（信访办理）、return（退办）
        #[arg(long)]
        kind: String,
        /// 起算日（交办、登记、答复之日）
        #[arg(long, value_name = "DATE")]
        from: chrono::NaiveDate,
        /// 中止计时：停在哪天、哪天恢复，如 2026-06-01..2026-06-10；可写多次
        #[arg(long, value_name = "DATE..DATE", value_parser = stop)]
        stopped: Vec<(chrono::NaiveDate, chrono::NaiveDate)>,
    },
    /// 检查数据是否完好
    Check,
    /// 撤销最近一项操作
    Undo,
    /// 重做刚才撤销的操作
    Redo,
    /// 调用任一命令；NAME 为 - 时从标准输入逐行读“NAME JSON”
    Call {
        name: String,
        /// 输入（JSON）；不写为 null
        input: Option<String>,
    },
    /// 生成练习用的乡镇：数据文件夹和由它生成的全部文件
    Demo {
        /// 放在哪里
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// 几年的数据
        #[arg(long, default_value_t = 1)]
        years: u32,
    },
}

/// 推算哪些日子。
#[derive(Args, Debug)]
pub struct Days {
    /// 规则（RFC 5545），如 FREQ=MONTHLY;BYMONTHDAY=15,20；从 --from 那天起算
    #[arg(long, value_name = "RRULE", required_unless_present = "lunar", conflicts_with = "lunar")]
    pub rule: Option<String>,
    /// 农历逢几，如 2,5,8
    #[arg(long, value_name = "DIGITS")]
    pub lunar: Option<String>,
    /// 遇节假日：next-workday（顺延到下一个工作日）、week-later（下周同日）、keep（照常）或 skip（不接待）
    #[arg(long, default_value = "next-workday", value_parser = ["next-workday", "week-later", "keep", "skip"])]
    pub holidays: String,
    /// 周末也算放假
    #[arg(long)]
    pub weekends: bool,
    #[arg(long, value_name = "DATE")]
    pub from: chrono::NaiveDate,
    #[arg(long, value_name = "DATE")]
    pub to: chrono::NaiveDate,
}

/// 导出什么。
#[derive(Debug, Subcommand)]
pub enum Export {
    /// 台账：编号、标题或 all
    Register {
        number: String,
        #[arg(long, value_name = "DATE")]
        from: chrono::NaiveDate,
        #[arg(long, value_name = "DATE")]
        to: chrono::NaiveDate,
        /// xlsx、pdf 或 csv
        #[arg(long, default_value = "xlsx", value_parser = named::<FileKind>)]
        format: FileKind,
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// 内部、上报或公示
        #[arg(long, default_value = "内部", value_parser = named::<Edition>)]
        edition: Edition,
        /// 台账样式的名称；不写则用正在使用的
        #[arg(long, value_name = "NAME")]
        set: Option<String>,
        /// 只要某个专项活动的
        #[arg(long, value_name = "NAME")]
        campaign: Option<String>,
    },
}

/// 报表。
#[derive(Debug, Subcommand)]
pub enum Report {
    /// 月报
    Month {
        /// 年月，如 2023-11
        month: String,
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// 草稿：不留存为一次上报
        #[arg(long)]
        draft: bool,
        /// 只要某个专项活动的（只能是草稿）
        #[arg(long, value_name = "NAME", requires = "draft")]
        campaign: Option<String>,
        /// 另附的台账编号，如 2,9
        #[arg(long, value_delimiter = ',')]
        with: Vec<i64>,
    },
}

/// 县里的表格。
#[derive(Debug, Subcommand)]
pub enum Template {
    /// 把一种台账或一个月的数字填进县里的 .xlsx，其余内容不动
    Fill {
        #[arg(value_name = "FILE.xlsx")]
        file: PathBuf,
        /// 台账编号
        #[arg(long, value_name = "NUMBER", requires_all = ["from", "to"], required_unless_present = "month")]
        register: Option<i64>,
        #[arg(long, value_name = "DATE")]
        from: Option<chrono::NaiveDate>,
        #[arg(long, value_name = "DATE")]
        to: Option<chrono::NaiveDate>,
        /// 内部、上报或公示
        #[arg(long, default_value = "内部", value_parser = named::<Edition>)]
        edition: Edition,
        /// 月份，如 2023-11；填月报的数字
        #[arg(long, conflicts_with_all = ["register", "from", "to"])]
        month: Option<String>,
        #[arg(long, value_name = "FILE.xlsx")]
        out: PathBuf,
    },
}

/// 值班排班。
#[derive(Debug, Subcommand)]
pub enum Roster {
    /// 排班建议：哪天谁值班、哪些要求没排到、各人次数；不写入
    Propose(RosterAsk),
    /// 照排班建议写入接待日
    Accept(RosterAsk),
}

/// For what a roster is wanted.
#[derive(Args, Debug)]
pub struct RosterAsk {
    #[arg(long, value_name = "DATE")]
    pub from: chrono::NaiveDate,
    #[arg(long, value_name = "DATE")]
    pub to: chrono::NaiveDate,
    /// 只排这个站点；可写多次；不写则全部
    #[arg(long, value_name = "NAME")]
    pub site: Vec<String>,
    /// 每次几名县代表；不写则照设置
    #[arg(long, value_name = "N")]
    pub county: Option<u32>,
    /// 每次几名本级代表；不写则照设置
    #[arg(long, value_name = "N")]
    pub own: Option<u32>,
    /// 以后已排好的日子也重新看：还能值班的不动，只换必须换的（调过班的不动）
    #[arg(long)]
    pub redo: bool,
}

/// The kinds of files that may be imported, each with its Chinese name in the help.
fn kinds() -> impl TypedValueParser<Value = ImportKind> {
    let kinds = ImportKind::ALL.map(|kind| PossibleValue::new(kind.key()).help(kind.label()));
    PossibleValuesParser::new(kinds).try_map(|key| key.parse())
}

/// Two days.
fn stop(text: &str) -> Result<(chrono::NaiveDate, chrono::NaiveDate), String> {
    let day = |text: &str| text.parse().ok();
    let read = text.split_once("..").and_then(|(from, to)| day(from).zip(day(to)));
    read.ok_or_else(|| "请写成 2026-06-01..2026-06-10 这样".to_owned())
}

/// A word as the api calls a thing.
fn named<T: DeserializeOwned>(word: &str) -> Result<T, String> {
    serde_json::from_value(word.into()).map_err(|_| format!("没有“{word}”这种写法，请用 --help 查看。"))
}
