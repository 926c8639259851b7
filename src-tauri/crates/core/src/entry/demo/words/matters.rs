//! What is raised in the practice township, by whom it is handled, and what is answered.

/// What is raised: category, words with the village for {}.
pub(crate) const RAISED: [(&str, &str); 16] = [
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
    ("category.welfare", "{}村独居老人吃饭不方便，盼着办个食堂"),
    ("category.road", "{}村村口没有减速带，学生过马路危险"),
    ("category.water", "{}村自来水冬天经常停"),
    ("category.farming", "{}村农机没有地方停放，路边停得到处都是"),
];

/// Which office of the township handles a category.
pub(crate) fn unit_of(category: &str) -> &'static str {
    match category {
        "category.water" => "水利站",
        "category.road" | "category.building" => "村镇建设办",
        "category.welfare" => "民政所",
        "category.education" => "中心校",
        "category.health" => "卫生院",
        "category.environment" => "环保所",
        "category.land" => "自然资源所",
        "category.safety" | "category.order" => "应急和综治办",
        _ => "农业农村办",
    }
}

pub(crate) const ROUTES: [&str; 8] = [
    "route.township",
    "route.township",
    "route.township",
    "route.village",
    "route.village",
    "route.on_the_spot",
    "route.suggestion",
    "route.petition",
];

pub(crate) const FORMS: [&str; 6] = [
    "visit_form.visit",
    "visit_form.visit",
    "visit_form.visit",
    "visit_form.visit",
    "visit_form.letter",
    "visit_form.group",
];

pub(crate) const GRADES: [&str; 4] = ["grade.satisfied", "grade.satisfied", "grade.mostly", "grade.not"];

/// What was replied, and what it came to.
pub(crate) const REPLIES: [(&str, &str); 6] = [
    ("已到现场查看并处理，后续列入日常维护", "result.a"),
    ("已办理完毕，承办人电话告知了反映人", "result.a"),
    ("已列入本年度镇级项目，资金落实后开工", "result.b"),
    ("已报县级主管部门争取项目，列入明年计划", "result.c"),
    ("已和村两委一起调解，双方同意按协议办", "result.a"),
    ("受政策和资金限制暂时不能解决，已作解释", "result.d"),
];

pub(crate) const AGES: [&str; 4] = ["31—40", "41—50", "51—60", "60以上"];

pub(crate) const HOURS: [&str; 5] = ["9:10", "9:30", "9:50", "10:20", "10:40"];
