//! Documents as a township has them: forms 4 (list), 2 (card) and 8 (sheet). All people are invented.

use station_table::{
    Align, BoxRow, Cell, Column, Document, Edition, Field, Format, Grid, Look, Mask, Orientation, Part, PartialDate,
    Row, Subject, Table,
};

/// Names as they come, some of them rare.
const NAMES: [&str; 8] = ["王建国", "李秀英", "钱𬭎", "欧阳佑春", "孙䶮", "赵㛃", "周𫖯", "艾力·买买提"];

const MATTERS: [&str; 5] = [
    "反映东关村二组机井水泵损坏，春灌用水困难，请求协调水利站尽快维修。",
    "询问城乡居民医保2026年缴费标准（380元/人）及困难户减免政策。",
    "反映仁庄小学门前道路“晴天一身土、雨天两脚泥”，接送学生不安全，多次反映未解决，希望硬化约340米并安装路灯6盏。",
    "建议在董北村设立公交招呼站。",
    "反映邻居建房占用通道引发纠纷，请代表帮助调解。",
];

const ANSWERS: [&str; 3] = [
    "已当面答复并解释政策",
    "转水利站办理，三个工作日内到现场查看",
    "列入镇政府2026年道路硬化计划，待资金到位后实施；已向来访人说明",
];

fn column(key: &str, label: &str, width: f32) -> Column {
    Column {
        key: key.to_owned(),
        label: label.to_owned(),
        heading: None,
        width,
        align: Align::Center,
        format: Format::Text,
        mask: Mask::None,
        public: true,
    }
}

fn prose(key: &str, label: &str, width: f32) -> Column {
    Column { align: Align::Left, ..column(key, label, width) }
}

fn under(heading: &str, column: Column) -> Column {
    Column { heading: Some(heading.to_owned()), ..column }
}

fn shown(format: Format, column: Column) -> Column {
    Column { format, ..column }
}

fn date(text: &str) -> Cell {
    text.parse::<PartialDate>().map_or(Cell::Empty, Cell::Date)
}

fn subject(name: &str, parts: Vec<Part>) -> Subject {
    let words = |texts: &[&str]| texts.iter().map(|&t| t.to_owned()).collect();
    Subject {
        fact: None,
        name: name.to_owned(),
        head: words(&["填报单位：柳河镇人大代表联络站", "2026年第一季度", "填报日期：2026年4月2日"]),
        parts,
        signature: words(&["填报人：", "审核人：", "负责人："]),
    }
}

fn reception_columns() -> Vec<Column> {
    vec![
        column("number", "登记编号", 24.0),
        shown(Format::Date, column("date", "接待日期", 20.0)),
        column("way", "来访形式", 11.0),
        column("deputies", "接待代表", 17.0),
        under("来访人", column("name", "姓名", 15.0)),
        shown(Format::Number, under("来访人", column("count", "人数", 9.0))),
        under("来访人", column("phone", "联系电话", 23.0)),
        under("来访人", column("village", "住址", 18.0)),
        column("category", "问题类别", 13.0),
        prose("words", "反映的主要问题", 50.0),
        prose("answer", "处理意见", 34.0),
        under("办理", column("unit", "承办单位", 16.0)),
        under("办理", shown(Format::MonthDay, column("closed", "办结日期", 15.0))),
        under("办理", column("satisfied", "满意度", 12.0)),
    ]
}

fn reception(at: usize) -> Row {
    let pick = |list: &[&str]| Cell::text(list[at % list.len()]);
    let day = format!("2026-{:02}-{:02}", at / 28 % 12 + 1, at % 28 + 1);
    let cells = vec![
        Cell::text(format!("JD-2026-{:04}", at + 1)),
        if at % 7 == 3 { date(&day[..7]) } else { date(&day) },
        pick(&["来访", "来信", "来电", "微信群"]),
        pick(&["王建国、赵㛃", "李秀英"]),
        pick(&NAMES),
        Cell::Number(i64::try_from(at % 4 + 1).unwrap_or(1)),
        Cell::text(format!("139{:08}", 10_203_040 + at * 7)),
        pick(&["东关村2组", "仁庄村", "董北村4组"]),
        pick(&["水利", "社保民政", "基础设施"]),
        pick(&MATTERS),
        pick(&ANSWERS),
        if at.is_multiple_of(3) { Cell::Empty } else { Cell::text("镇水利站") },
        if at.is_multiple_of(3) { Cell::Empty } else { date(&day) },
        pick(&["满意", "基本满意", ""]),
    ];
    Row { fact: None, cells }
}

/// Form 4 with so many receptions: 14 columns on lying paper.
pub fn list(rows: usize) -> Document {
    let people: i64 = (0..rows).map(|at| i64::try_from(at % 4 + 1).unwrap_or(1)).sum();
    let mut total = vec![Cell::Empty; 14];
    total[0] = Cell::text("合计");
    total[4] = Cell::text(format!("{rows}批"));
    total[5] = Cell::Number(people);
    let table = Table {
        caption: None,
        columns: reception_columns(),
        rows: (0..rows).map(reception).collect(),
        totals: vec![Row { fact: None, cells: total }],
        ..Table::default()
    };
    Document {
        name: "04 人大代表接待群众来访(信)登记表".to_owned(),
        title: "人大代表接待群众来访（信）登记表".to_owned(),
        look: Look::List,
        orientation: Orientation::Landscape,
        edition: Edition::Internal,
        subjects: vec![subject("", vec![Part::Table(table)])],
        ..Document::default()
    }
}

fn field(label: &str, value: Cell, width: f32) -> Field {
    Field { key: label.to_owned(), label: label.to_owned(), value, width, mask: Mask::None, public: true }
}

fn boxes(height: f32, fields: &[(&str, Cell, f32)]) -> BoxRow {
    BoxRow { fields: fields.iter().map(|(label, value, width)| field(label, value.clone(), *width)).collect(), height }
}

fn person(name: &str) -> Grid {
    let text = |words: &str| Cell::text(words);
    let rows = vec![
        boxes(0.0, &[("姓名", text(name), 0.41), ("性别", text("男"), 0.41), ("", text("照片"), 0.18)]),
        boxes(0.0, &[("民族", text("汉族"), 0.41), ("出生年月", date("1975-06"), 0.41)]),
        boxes(0.0, &[("籍贯", text("河南沈丘"), 0.41), ("政治面貌", text("中共党员"), 0.41)]),
        boxes(0.0, &[("入党时间", date("1999-07-01"), 0.41), ("参加工作时间", date("1996-08"), 0.41)]),
        boxes(
            0.0,
            &[("学历", text("大专"), 0.5), ("毕业院校及专业", text("河南农业广播电视学校 农村经济管理专业"), 0.5)],
        ),
        boxes(
            0.0,
            &[("单位及职务", text("东关村党支部书记、村民委员会主任"), 0.5), ("联系电话", text("13812340000"), 0.5)],
        ),
        boxes(0.0, &[("身份证号", text("412827********0037"), 0.5), ("所属选区", text("第3选区（东关、董北）"), 0.5)]),
        boxes(
            38.0,
            &[(
                "个人简历",
                text(
                    "1996年8月至2001年12月，在镇农机站工作；\n2002年1月至2008年3月，任东关村村民委员会委员、会计；\n\
                     2008年4月至今，任东关村党支部书记、村民委员会主任。2016年起连任镇人大代表，“双联”活动中联系选民35户。",
                ),
                1.0,
            )],
        ),
        boxes(22.0, &[("奖惩情况", text("2021年被评为县优秀人大代表。"), 1.0)]),
        boxes(
            24.0,
            &[(
                "履职承诺",
                text("带头学法守法，联系选民不少于10户，每年提出建议不少于1件，为群众办实事不少于1件。"),
                1.0,
            )],
        ),
    ];
    Grid { rows }
}

fn mandates() -> Table {
    let cells = |texts: [&str; 6]| Row { fact: None, cells: texts.map(Cell::text).to_vec() };
    Table {
        caption: Some("任职情况".to_owned()),
        columns: vec![
            column("level", "层级", 12.0),
            column("term", "届次", 18.0),
            column("area", "选区（选举单位）", 34.0),
            column("group", "代表小组", 24.0),
            column("post", "职务", 28.0),
            column("time", "起止时间", 34.0),
        ],
        rows: vec![
            cells(["镇", "第四届", "第3选区", "东关组", "代表", "2016-11至2021-10"]),
            cells(["镇", "第五届", "第3选区", "东关组", "主席团成员、组长", "2021-10至今"]),
            cells(["县", "第十五届", "柳河镇选区", "柳河团", "代表", "2021-12至今"]),
        ],
        ..Table::default()
    }
}

/// Form 2: a page for each deputy.
pub fn card(names: &[&str]) -> Document {
    let one = |name: &&str| subject(name, vec![Part::Grid(person(name)), Part::Table(mandates())]);
    Document {
        name: "02 人大代表个人信息登记薄".to_owned(),
        title: "人大代表个人信息登记表".to_owned(),
        look: Look::Card,
        orientation: Orientation::Portrait,
        edition: Edition::Internal,
        subjects: names.iter().map(one).collect(),
        ..Document::default()
    }
}

fn deeds() -> Table {
    let row = |cells: (&str, &str, &str, &str, f64)| Row {
        fact: None,
        cells: vec![
            date(cells.0),
            Cell::text(cells.1),
            Cell::text(cells.2),
            Cell::text(cells.3),
            Cell::text(cells.4.to_string()),
        ],
    };
    Table {
        caption: Some("一、履职情况".to_owned()),
        columns: vec![
            shown(Format::Date, column("date", "日期", 24.0)),
            column("kind", "履职类别", 32.0),
            prose("what", "履职内容摘要", 88.0),
            column("present", "出勤", 14.0),
            Column { align: Align::Right, ..column("days", "天数", 14.0) },
        ],
        rows: vec![
            row(("2026-01-15", "接待选民", "在镇联络站接待选民3批5人，收集意见3条，当场答复2条，转办1条", "出席", 0.5)),
            row(("2026-02", "参加学习培训", "学习新修改的代表法", "请假", 0.0)),
            row((
                "2026-03-12",
                "办好事、实事",
                "为董北村维修机井水泵3台，受益38户76人，投入资金12000.00元",
                "出席",
                1.0,
            )),
            row(("2026-03-20", "参加视察、调研及执法检查", "视察农村饮水工程", "出席", 1.0)),
        ],
        totals: vec![Row {
            fact: None,
            cells: vec![Cell::text("合计"), Cell::text("4次"), Cell::Empty, Cell::text("3/4"), Cell::text("2.5")],
        }],
        ..Table::default()
    }
}

fn figures() -> Table {
    let figure =
        |label: &str, format: Format| shown(format, Column { align: Align::Right, ..column(label, label, 30.0) });
    Table {
        caption: Some("二、办实事统计".to_owned()),
        columns: vec![
            under("受益", figure("户数", Format::Number)),
            under("受益", figure("人数", Format::Number)),
            figure("投入资金（元）", Format::Money),
            figure("办结率", Format::Share),
        ],
        rows: vec![Row {
            fact: None,
            cells: vec![Cell::Number(38), Cell::Number(76), Cell::Money(1_200_000), Cell::Share(0.875)],
        }],
        ..Table::default()
    }
}

/// Form 8: a deputy's year, several parts and opinions.
pub fn sheet(names: &[&str]) -> Document {
    let text = |words: &str| Cell::text(words);
    let about = |name: &str| Grid {
        rows: vec![boxes(
            0.0,
            &[
                ("姓名", text(name), 0.25),
                ("层级", text("镇"), 0.25),
                ("选区", text("第3选区"), 0.25),
                ("小组", text("东关组"), 0.25),
            ],
        )],
    };
    let opinions = || Grid {
        rows: vec![
            boxes(24.0, &[("自我评价", text("全年按时参加活动，联系选民认真，所提建议已办结。"), 1.0)]),
            boxes(26.0, &[("小组意见", Cell::Empty, 0.5), ("主席团意见", Cell::Empty, 0.5)]),
        ],
    };
    let remark = || Part::Line {
        text: "本年度共参加活动4次，履职2.5天；出席人代会1次，提出建议1件，联系选民35户。".to_owned(),
    };
    let one = |name: &&str| {
        let parts = vec![
            Part::Grid(about(name)),
            Part::Table(deeds()),
            Part::Table(figures()),
            remark(),
            Part::Grid(opinions()),
        ];
        subject(name, parts)
    };
    Document {
        name: "08 人大代表履职情况登记表".to_owned(),
        title: "人大代表履职情况登记表".to_owned(),
        look: Look::Sheet,
        orientation: Orientation::Portrait,
        edition: Edition::Upward,
        subjects: names.iter().map(one).collect(),
        ..Document::default()
    }
}
