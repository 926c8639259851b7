//! The year of the practice township: what it holds when, with whom, and what comes of it.

/// Whom an activity expects.
#[derive(Clone, Copy)]
pub(crate) enum Whom {
    /// 全体镇代表
    All,
    /// 主席团成员
    Presidium,
    /// One group, another one each year.
    Group,
    /// So many, drawn anew.
    Some(usize),
}

/// One activity of the year. {p} is a group's name, {v} a village.
pub(crate) struct Programme {
    /// Month and day, moved to a working day of the week.
    pub(crate) on: (u32, u32),
    /// How many days it lasts.
    pub(crate) days: u64,
    /// Code of list `activity`.
    pub(crate) kind: &'static str,
    pub(crate) title: &'static str,
    pub(crate) whom: Whom,
    pub(crate) hours: &'static str,
    /// Where; empty = at the station, of a group at its point.
    pub(crate) place: &'static str,
    pub(crate) content: &'static str,
    /// 主题 of 带着主题走出去; empty for most.
    pub(crate) theme: &'static str,
    /// Opinions that came of it; some of them become matters.
    pub(crate) opinions: i64,
    /// The least that supervision brought back, in yuan; 0 for most.
    pub(crate) recovered: i64,
    /// Whether people were told of something at their homes.
    pub(crate) reaches: bool,
    /// Whether its report is handed on and answered.
    pub(crate) reports: bool,
}

const PLAIN: Programme = Programme {
    on: (1, 1),
    days: 1,
    kind: "activity.other",
    title: "",
    whom: Whom::All,
    hours: "9:00—11:30",
    place: "",
    content: "",
    theme: "",
    opinions: 0,
    recovered: 0,
    reaches: false,
    reports: false,
};

const fn meeting(on: (u32, u32), title: &'static str, content: &'static str) -> Programme {
    Programme { on, kind: "activity.meeting", title, whom: Whom::Presidium, content, ..PLAIN }
}

const fn seen(on: (u32, u32), kind: &'static str, title: &'static str, content: &'static str) -> Programme {
    Programme {
        on,
        kind,
        title,
        whom: Whom::Some(18),
        content,
        place: ON_THE_SPOT,
        opinions: 3,
        reports: true,
        ..PLAIN
    }
}

const ON_THE_SPOT: &str = "现场查看，镇政府会议室座谈";
const HALL: &str = "镇政府大会议室";

const fn theme(on: (u32, u32), theme: &'static str, content: &'static str) -> Programme {
    let title = "带着主题走出去：{p}片区宣讲";
    Programme { on, kind: "activity.law", title, whom: Whom::Group, content, theme, reaches: true, ..PLAIN }
}

pub(crate) const THE_YEAR: [Programme; 28] = [
    meeting((1, 8), "主席团一季度会议", "研究全年代表活动安排，听取上年建议办理情况。"),
    Programme {
        on: (1, 18),
        kind: "activity.visit",
        title: "{p}片区节前走访困难选民",
        whom: Whom::Group,
        content: "分组入户看望困难户和独居老人，了解过冬取暖和生活情况。",
        reaches: true,
        opinions: 1,
        ..PLAIN
    },
    Programme {
        on: (2, 26),
        kind: "activity.duty_report",
        title: "{p}代表小组向选民述职",
        whom: Whom::Group,
        content: "五名代表向选民口头述职，选民代表提问并当场测评。",
        ..PLAIN
    },
    Programme {
        on: (3, 11),
        days: 2,
        kind: "activity.session",
        title: "",
        hours: "8:30—17:30",
        place: HALL,
        content: "听取和审议政府工作报告、预算报告和主席团工作报告，票决民生实事项目。",
        ..PLAIN
    },
    Programme {
        on: (3, 26),
        kind: "activity.training",
        title: "学习代表法和组织法",
        content: "集中学习代表法，讲解代表的权利义务和建议的写法。",
        ..PLAIN
    },
    meeting((4, 2), "主席团二季度会议", "研究视察和执法检查方案，确定重点督办建议。"),
    seen((4, 9), "activity.inspection", "视察农村饮水工程", "查看{v}村等三处供水点，听取水利站汇报。"),
    theme((4, 23), "防汛和用电安全", "进村讲解防汛避险和用电安全，发放明白纸。"),
    seen(
        (5, 8),
        "activity.research",
        "制种玉米产业发展专题调研",
        "到{v}村合作社和种植户座谈，了解订单、灌溉和晒场情况。",
    ),
    Programme {
        whom: Whom::Some(15),
        recovered: 12_000,
        ..seen(
            (5, 21),
            "activity.enforcement",
            "检查农产品质量安全法实施情况",
            "检查镇区农资门市和{v}村种植基地，抽查台账。",
        )
    },
    Programme {
        whom: Whom::Some(10),
        ..seen((6, 4), "activity.supervision", "重点建议办理情况督办", "现场查看重点建议办理进度，听取承办单位说明。")
    },
    Programme {
        on: (6, 12),
        kind: "activity.deliberation",
        title: "{p}片区民主议事会",
        whom: Whom::Group,
        content: "就村内停车和晒场使用听取各方意见，形成一致做法。",
        opinions: 2,
        ..PLAIN
    },
    Programme {
        on: (6, 25),
        kind: "activity.report",
        title: "听取民生实事项目进展专项报告",
        whom: Whom::Some(30),
        content: "听取镇政府关于票决民生实事项目进展的报告并询问。",
        opinions: 2,
        reports: true,
        ..PLAIN
    },
    meeting((7, 3), "主席团三季度会议", "听取上半年代表履职情况，研究下半年安排。"),
    seen((7, 9), "activity.inspection", "视察汛期水库河道安全", "查看{v}村河道和小水库，核对值守和物资。"),
    Programme {
        on: (7, 23),
        days: 2,
        kind: "activity.training",
        title: "赴邻县学习联络站建设",
        whom: Whom::Some(24),
        hours: "8:00—18:00",
        place: "邻县安乐镇联络站",
        content: "参观两处联络站，交流接待选民和建议办理的做法。",
        ..PLAIN
    },
    theme((8, 6), "医保政策和防诈骗", "进村讲解医保缴费政策，介绍常见诈骗手法。"),
    Programme {
        on: (8, 26),
        kind: "activity.session",
        title: "",
        hours: "8:30—17:30",
        place: HALL,
        content: "听取上半年政府工作情况报告，审查预算调整方案。",
        ..PLAIN
    },
    Programme {
        on: (9, 4),
        kind: "activity.review",
        title: "评议镇直站所工作",
        whom: Whom::Some(40),
        content: "四个站所报告工作，代表提出意见并无记名测评。",
        opinions: 4,
        ..PLAIN
    },
    seen((9, 11), "activity.research", "农村养老服务专题调研", "走访{v}村日间照料点和老人家庭，座谈听取意见。"),
    Programme {
        recovered: 4_000,
        ..seen((9, 24), "activity.enforcement", "检查大气污染防治法实施情况", "检查秸秆禁烧值守和{v}村养殖场治污设施。")
    },
    meeting((10, 9), "主席团四季度会议", "研究年终述职评议和优秀代表推荐办法。"),
    Programme {
        whom: Whom::Some(12),
        recovered: 60_000,
        ..seen((10, 28), "activity.supervision", "监督村级三资清理", "核对{v}村承包合同和账目，督促收回拖欠的承包费。")
    },
    Programme {
        on: (11, 6),
        kind: "activity.visit",
        title: "{p}片区代表集中走访选民",
        whom: Whom::Group,
        content: "代表分组走访选区，征集明年民生实事项目。",
        reaches: true,
        opinions: 3,
        ..PLAIN
    },
    seen((11, 13), "activity.inspection", "视察通组道路和路灯建设", "查看{v}村等新修道路和路灯，听取施工和管护情况。"),
    theme((12, 4), "国家宪法日普法", "在集市设点宣传宪法和代表法，解答群众提问。"),
    Programme {
        on: (12, 11),
        kind: "activity.duty_report",
        title: "镇人大代表集中述职评议会",
        whom: Whom::Some(30),
        content: "八名代表述职，其他书面述职，选民代表测评。",
        ..PLAIN
    },
    Programme {
        on: (12, 18), title: "代表小组年终交流", content: "各小组汇报全年联系选民和办实事情况。", ..PLAIN
    },
];

pub(crate) const ABSENT_FOR: [&str; 8] =
    ["外出务工", "生病住院", "参加县里培训", "家中有事", "农忙抢收", "照顾老人", "单位值班", "外地出差"];

pub(crate) const GUESTS: [&str; 5] =
    ["水利站站长", "镇政府分管副镇长", "农业农村办主任、村党支部书记", "司法所所长", "民政所所长、选民代表6人"];
