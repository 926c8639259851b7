//! What deputies do for a living, and what their records and constituencies say of them.

/// Post, 职业构成, and what is said of it in a life.
type Work = (&'static str, &'static str, &'static str);

pub(crate) const POSTS: [Work; 10] = [
    ("党支部书记", "occupation.village", "历任村会计、村委会主任、村党支部书记"),
    ("村委会主任", "occupation.village", "历任村民小组长、村委会委员、村委会主任"),
    ("种植专业合作社理事长", "occupation.farmer", "回村流转土地种植制种玉米，牵头成立种植专业合作社"),
    ("养殖大户", "occupation.farmer", "在村发展肉牛养殖，带动邻里入股"),
    ("小学教师", "occupation.specialist", "一直在本镇小学任教，现任教研组长"),
    ("村医", "occupation.specialist", "在村卫生室行医，负责家庭医生签约"),
    ("村民", "occupation.farmer", "在村务农，担任村民代表"),
    ("粮油加工厂厂长", "occupation.entrepreneur", "外出务工后返乡创办粮油加工厂"),
    ("妇联主席", "occupation.village", "历任村民小组长、村妇联主席"),
    ("个体工商户", "occupation.other", "在镇区经营农资门市"),
];

/// Unit and post of the first deputies.
pub(crate) const LEADERS: [(&str, &str); 3] = [("柳河镇人大", "主席"), ("柳河镇党委", "书记"), ("柳河镇政府", "镇长")];

pub(crate) const SCHOOLS: [&str; 4] =
    ["市农业学校 种植专业", "省广播电视大学 行政管理专业", "师范学院 汉语言文学专业", "县职业高中"];

pub(crate) const HONOURS: [&str; 5] =
    ["镇优秀人大代表", "县优秀共产党员", "县“双带”先进个人", "镇优秀村干部", "市最美乡村教师提名"];

pub(crate) const PLEDGES: [&str; 5] = [
    "每季度至少走访两户困难群众，有事必应。",
    "任期内每年提出一件群众最急的建议，并跟到办成。",
    "带头移风易俗，带头环境整治，当好政策宣传员。",
    "把合作社的技术和销路教给乡亲，共同增收。",
    "每年向选民报告一次履职情况，接受监督。",
];

/// What constituencies lack most; what is raised there is no other.
pub(crate) const CONCERNS: [&str; 8] = [
    "灌溉机井老化；通组路有三处损坏；老年人就餐不便。",
    "自来水冬季水压不足；村卫生室缺药；路灯不亮。",
    "制种玉米销路不稳；晒场不够；农机停放难。",
    "小学接送车辆少；校门口路段拥堵。",
    "雨污不分流；垃圾清运不及时；水渠淤塞。",
    "留守老人多，缺日间照料；村级文化活动少。",
    "电压低，夏天空调带不动；变压器需要增容。",
    "河道护坡损坏，汛期有隐患；两处危桥待修。",
];
