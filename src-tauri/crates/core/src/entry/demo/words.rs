//! Invented names and words of the practice township.

pub(super) const POINTS: [&str; 5] = ["东岗", "西岭", "石桥", "柳湾", "北坪"];

pub(super) const VILLAGES: [&str; 20] = [
    "东岗",
    "西岭",
    "石桥",
    "柳湾",
    "北坪",
    "上河",
    "下河",
    "槐树",
    "白塔",
    "青石",
    "杨家庄",
    "李家沟",
    "梨园",
    "南坡",
    "官道",
    "河口",
    "新桥",
    "后营",
    "前营",
    "枣林",
];

pub(super) const SURNAMES: [&str; 30] = [
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马",
    "罗", "梁", "宋", "郑", "谢", "韩", "唐", "欧阳", "单", "曾", "仇",
];

pub(super) const GIVEN: [&str; 32] = [
    "建国", "秀英", "志强", "桂兰", "文", "伟", "敏", "静", "丽华", "国栋", "海燕", "春生", "玉梅", "永刚", "晓东",
    "红霞", "德胜", "素芳", "俊杰", "小平", "福𬭎", "䶮", "㛃", "雪梅", "振华", "月娥", "保国", "喜凤", "庆生", "爱民",
    "云飞", "兰英",
];

pub(super) const POSTS: [&str; 10] = [
    "村党支部书记",
    "村委会主任",
    "种植专业合作社理事长",
    "养殖大户",
    "小学教师",
    "村医",
    "务农",
    "企业负责人",
    "村妇联主席",
    "个体工商户",
];

/// What is raised: category, words with the village for {}.
pub(super) const RAISED: [(&str, &str); 12] = [
    ("category.water", "{}村机井水泵老化，浇地排不上队"),
    ("category.road", "{}村到镇区的路坑洼多，下雨没法走"),
    ("category.welfare", "{}村有几户低保申请了半年没有回音"),
    ("category.education", "{}小学教室漏雨，冬天取暖不够"),
    ("category.health", "{}村卫生室常用药不全"),
    ("category.environment", "{}村养殖场的污水流进了水渠"),
    ("category.farming", "{}村玉米制种水渠被冲毁，影响秋种"),
    ("category.land", "{}村宅基地界线有争议，两家说不拢"),
    ("category.village", "{}村误工补贴一直没有发"),
    ("category.safety", "{}村变压器旁没有护栏，孩子常去玩"),
    ("category.building", "{}村活动广场的路灯坏了一半"),
    ("category.order", "{}村夜里有人偷挖河沙"),
];

pub(super) const UNITS: [&str; 6] = ["水利站", "交通办", "民政所", "环保所", "自然资源所", "农业农村办"];

pub(super) const ROUTES: [&str; 8] = [
    "route.township",
    "route.township",
    "route.township",
    "route.village",
    "route.village",
    "route.on_the_spot",
    "route.suggestion",
    "route.petition",
];

pub(super) const FORMS: [&str; 6] = [
    "visit_form.visit",
    "visit_form.visit",
    "visit_form.visit",
    "visit_form.visit",
    "visit_form.letter",
    "visit_form.group",
];

pub(super) const GRADES: [&str; 4] = ["grade.satisfied", "grade.satisfied", "grade.mostly", "grade.not"];
