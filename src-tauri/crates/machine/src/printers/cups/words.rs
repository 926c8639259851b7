//! The service's states and reasons (RFC 8011, 5.3.7, 5.3.8, 5.4.12) in a few Chinese words.

use crate::printers::JobState;

/// Beginnings of reasons, as they may carry `-error`, `-warning` or `-report` behind them.
const TROUBLES: [(&str, &str); 16] = [
    ("media-empty", "缺纸"),
    ("media-needed", "缺纸"),
    ("media-jam", "卡纸"),
    ("toner-empty", "没有墨粉了"),
    ("marker-supply-empty", "没有墨了"),
    ("cover-open", "盖子没有关好"),
    ("door-open", "盖子没有关好"),
    ("interlock-open", "盖子没有关好"),
    ("offline", "打印机没有连上"),
    ("connecting-to-device", "正在连接打印机"),
    ("timed-out", "打印机没有应答"),
    ("paused", "打印机已暂停"),
    ("moving-to-paused", "打印机已暂停"),
    ("printer-stopped", "打印机已暂停"),
    ("shutdown", "打印机已关机"),
    ("spool-area-full", "打印队列已满"),
];
const OF_JOBS: [(&str, &str); 8] = [
    ("job-canceled-by-user", "已取消"),
    ("job-canceled-by-operator", "已被管理员取消"),
    ("job-canceled-at-device", "已在打印机上取消"),
    ("aborted-by-system", "打印服务中止了它"),
    ("document-format-error", "文件读不出来"),
    ("unsupported-document-format", "打印机不认这种文件"),
    ("job-completed-with-errors", "打印时出了错"),
    ("job-hold-until-specified", "被暂停，等待放行"),
];

/// How far a document is. With errors it counts as failed, whether it was called completed or was stopped, which CUPS
/// does with a document that it cannot read, to wait for somebody for ever.
pub(super) fn state(number: i32, reasons: &[String]) -> JobState {
    let with_errors = reasons.iter().any(|reason| reason == "job-completed-with-errors");
    match number {
        3 | 4 => JobState::Waiting,
        5 => JobState::Printing,
        6 if !with_errors => JobState::Waiting,
        9 if !with_errors => JobState::Done,
        _ => JobState::Failed,
    }
}

/// What is wrong with a printer.
pub(super) fn trouble(reasons: &[String]) -> Option<String> {
    reasons.iter().find_map(|reason| found(&TROUBLES, reason))
}

/// Why a document waits or failed; for a failure without known reason the service's own words.
pub(super) fn reason(state: JobState, reasons: &[String], message: Option<String>) -> Option<String> {
    let known = || reasons.iter().find_map(|r| found(&TROUBLES, r).or_else(|| found(&OF_JOBS, r)));
    match state {
        JobState::Done | JobState::Printing => None,
        JobState::Waiting => known(),
        JobState::Failed => known().or(message.filter(|text| !text.is_empty())).or_else(|| Some("原因不明".to_owned())),
    }
}

fn found(words: &[(&str, &str)], reason: &str) -> Option<String> {
    words.iter().find(|(begin, _)| reason.starts_with(begin)).map(|(_, word)| (*word).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_and_reasons_are_told_in_words() {
        let cases: [(i32, &str, JobState, Option<&str>); 9] = [
            (3, "none", JobState::Waiting, None),
            (3, "printer-stopped", JobState::Waiting, Some("打印机已暂停")),
            (6, "media-empty-error", JobState::Waiting, Some("缺纸")),
            (5, "job-printing", JobState::Printing, None),
            (9, "job-completed-successfully", JobState::Done, None),
            (9, "job-completed-with-errors", JobState::Failed, Some("打印时出了错")),
            (6, "job-completed-with-errors", JobState::Failed, Some("打印时出了错")),
            (7, "job-canceled-by-user", JobState::Failed, Some("已取消")),
            (8, "something-else", JobState::Failed, Some("原因不明")),
        ];
        for (number, text, expected, why) in cases {
            let reasons = [text.to_owned()];
            let state = state(number, &reasons);
            assert_eq!(state, expected, "{number} {text}");
            assert_eq!(reason(state, &reasons, None).as_deref(), why, "{number} {text}");
        }
        assert_eq!(trouble(&["none".to_owned()]), None, "nothing is wrong");
    }
}
