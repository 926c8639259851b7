//! What deputies do for their voters beside their duties.

/// A kind of deed: what was done, and between which bounds its figures lie.
pub(crate) struct DeedWords {
    /// Code of list `deed`.
    pub(crate) category: &'static str,
    /// With the village for {}.
    pub(crate) content: &'static str,
    /// Least and most yuan; both 0 where it takes no money.
    pub(crate) yuan: (i64, i64),
    /// Codes of list `fund_source`, empty without money.
    pub(crate) source: &'static str,
    /// Least and most households.
    pub(crate) households: (i64, i64),
}

const fn deed(
    category: &'static str,
    content: &'static str,
    (yuan, source): ((i64, i64), &'static str),
    households: (i64, i64),
) -> DeedWords {
    DeedWords { category, content, yuan, source, households }
}

const FREE: ((i64, i64), &str) = ((0, 0), "");

pub(crate) const DEEDS: [DeedWords; 18] = [
    deed("deed.good", "为{}村维修机井水泵", ((3000, 20000), "fund_source.own"), (20, 80)),
    deed("deed.good", "组织清理{}村排水渠", ((1000, 6000), "fund_source.village"), (30, 120)),
    deed("deed.good", "为{}村安装太阳能路灯", ((8000, 36000), "fund_source.company"), (40, 150)),
    deed("deed.good", "帮助{}村老人代办医保缴费和待遇认证", FREE, (5, 30)),
    deed("deed.mediation", "调解{}村两户宅基地边界纠纷", FREE, (2, 2)),
    deed("deed.mediation", "调解{}村土地流转租金纠纷", FREE, (3, 12)),
    deed("deed.mediation", "化解{}村邻里因排水引起的矛盾", FREE, (2, 4)),
    deed("deed.needy", "看望{}村困难户，送去米面油", ((600, 4000), "fund_source.own"), (2, 10)),
    deed("deed.needy", "帮助{}村脱贫户销售土豆", FREE, (1, 6)),
    deed("deed.needy", "为{}村独居老人翻修屋顶", ((2000, 9000), "fund_source.own"), (1, 1)),
    deed("deed.charity", "向{}小学捐赠图书和文具", ((2000, 12000), "fund_source.company"), (40, 160)),
    deed("deed.charity", "资助{}村两名大学新生", ((4000, 10000), "fund_source.own"), (2, 2)),
    deed("deed.project", "为{}村争取通组道路硬化项目", ((150_000, 600_000), "fund_source.public"), (60, 220)),
    deed("deed.project", "为{}村争取高标准农田建设资金", ((200_000, 900_000), "fund_source.public"), (80, 260)),
    deed("deed.industry", "带动{}村农户种植制种玉米", ((20_000, 80_000), "fund_source.own"), (10, 60)),
    deed("deed.industry", "吸收{}村村民到合作社务工", FREE, (8, 25)),
    deed("deed.investment", "引进蔬菜大棚项目落户{}村", ((300_000, 1_200_000), "fund_source.company"), (15, 50)),
    deed("deed.other", "为{}村义务接送就医群众", FREE, (3, 15)),
];
