//! How deputies keep in touch with voters, and what both sides say.

pub(crate) const WAYS: [&str; 8] = [
    "contact_way.home",
    "contact_way.home",
    "contact_way.home",
    "contact_way.phone",
    "contact_way.phone",
    "contact_way.chat",
    "contact_way.station",
    "contact_way.other",
];

pub(crate) const PROMOTED: [&str; 9] = [
    "医保缴费政策",
    "秸秆禁烧要求",
    "防电信诈骗知识",
    "高标准农田建设政策",
    "防溺水安全知识",
    "养老保险待遇认证",
    "森林防火要求",
    "代表法和选举知识",
    "移风易俗倡议",
];

/// What voters say beside what they want handled.
pub(crate) const HEARD: [&str; 8] = [
    "对村里的环境整治比较满意，希望坚持下去",
    "希望镇里多组织种植技术培训",
    "希望村务公开再及时一些",
    "盼着通组路早点修好",
    "孩子在外打工，希望有人常来看看老人",
    "建议把快递点设到村里",
    "想申请小额贷款，不清楚手续",
    "希望代表多来村里坐坐",
];

/// What deputies say to the deputy who is paired with them.
pub(crate) const OF_DEPUTIES: [&str; 5] = [
    "交流本季度履职情况，商量共同提出灌溉建议",
    "了解代表走访中遇到的困难，答应协调县直部门",
    "一起看了建议办理现场",
    "交换制种玉米产业发展的想法",
    "提醒准备年底述职材料",
];

/// Of whom a deputy keeps in touch with: kind, situation and needs.
pub(crate) const SITUATIONS: [(&str, &str); 10] = [
    ("standing_kind.voter", "种地为主，农闲在附近打零工，盼着灌溉条件改善"),
    ("standing_kind.voter", "两个孩子上学，关心学校接送和伙食"),
    ("standing_kind.voter", "老两口在家，子女在外务工"),
    ("standing_kind.voter", "在镇区做小买卖，关心集市停车"),
    ("standing_kind.needy", "户主长期患病，享受低保，需要协调大病救助"),
    ("standing_kind.needy", "独居老人，行动不便，需要有人经常上门"),
    ("standing_kind.grower", "流转土地六十余亩种制种玉米，需要技术和销路"),
    ("standing_kind.grower", "养牛二十多头，需要扩建棚舍的用地手续"),
    ("standing_kind.company", "粮食烘干点负责人，希望协调用电增容"),
    ("standing_kind.liaison", "选民联络员，负责收集本组意见"),
];

/// What a walk through a constituency was about.
pub(crate) const WALKS: [&str; 5] = [
    "入户走访并召开院落会，宣传政策，收集意见，能答复的当场答复。",
    "查看通组路和机井，和村两委商量解决办法。",
    "看望独居老人和困难户，登记需要帮办的事项。",
    "向选民通报建议办理结果，听取满意不满意。",
    "查看汛期隐患点，核对转移安置名单。",
];
