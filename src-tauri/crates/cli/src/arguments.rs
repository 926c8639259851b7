//! What may be typed after `station`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

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
        kind: Kind,
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// 只看不导入
        #[arg(long)]
        preview: bool,
        /// 有一行不能导入就全部不导入
        #[arg(long)]
        all_or_nothing: bool,
    },
    /// 列出 deputies、districts、duty、visits、matters 等（内部清单，不遮盖）
    List { what: String },
    /// 导出
    #[command(subcommand)]
    Export(Export),
    /// 报表
    #[command(subcommand)]
    Report(Report),
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

/// 可以导入的文件种类。
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Kind {
    /// 选区
    Districts,
    /// 代表
    Deputies,
    /// 接待安排
    Duty,
    /// 接待
    Receptions,
    /// 建议
    Suggestions,
}

/// 导出什么。
#[derive(Debug, Subcommand)]
pub enum Export {
    /// 台账：编号或 all
    Register {
        number: String,
        #[arg(long, value_name = "DATE")]
        from: chrono::NaiveDate,
        #[arg(long, value_name = "DATE")]
        to: chrono::NaiveDate,
        #[arg(long, default_value = "xlsx")]
        format: Format,
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// 内部、上报或公示
        #[arg(long, default_value = "内部")]
        edition: Edition,
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
        /// 另附的台账编号，如 2,9
        #[arg(long, value_delimiter = ',')]
        with: Vec<i64>,
    },
}

/// 文件格式。
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Format {
    Xlsx,
    Pdf,
    Csv,
}

/// 版本。
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Edition {
    #[value(name = "内部")]
    Internal,
    #[value(name = "上报")]
    Upward,
    #[value(name = "公示")]
    Public,
}

impl Kind {
    /// As the api calls it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Districts => "districts",
            Self::Deputies => "deputies",
            Self::Duty => "duty",
            Self::Receptions => "receptions",
            Self::Suggestions => "suggestions",
        }
    }
}

impl Format {
    /// As the api calls it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Pdf => "pdf",
            Self::Csv => "csv",
        }
    }
}

impl Edition {
    /// As the api calls it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Internal => "内部",
            Self::Upward => "上报",
            Self::Public => "公示",
        }
    }
}
