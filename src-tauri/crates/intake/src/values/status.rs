//! Words that say where a matter stands, written where its unit should stand.

/// At the end of a cell or alone; longer ones first.
const TAILS: [&str; 16] = [
    "正在办理中",
    "正在办理",
    "正在处理",
    "正在落实",
    "正在协调",
    "尚未办结",
    "暂未办结",
    "还未办结",
    "跟踪办理",
    "未办结",
    "未办理",
    "未落实",
    "办理中",
    "处理中",
    "协调中",
    "落实中",
];

/// Alone only: 接待办 is an office.
const WHOLE: [&str; 14] = [
    "待办",
    "待办理",
    "待处理",
    "待答复",
    "待回复",
    "待定",
    "在办",
    "未办",
    "未定",
    "已办结",
    "已办理",
    "已完成",
    "办结",
    "办理完毕",
];

/// A unit, and the word behind it that says where the matter stands: 水利站(正在办理) → 水利站, 正在办理.
pub fn without_status(text: &str) -> (&str, Option<&'static str>) {
    let edge = |c: char| c.is_whitespace() || "、,，;；:：。()（）".contains(c);
    let bare = text.trim_matches(edge);
    if let Some(word) = WHOLE.iter().find(|word| bare == **word) {
        return ("", Some(word));
    }
    match TAILS.iter().find_map(|word| Some((bare.strip_suffix(word)?, *word))) {
        Some((unit, word)) => (unit.trim_matches(edge), Some(word)),
        None => (text.trim(), None),
    }
}
