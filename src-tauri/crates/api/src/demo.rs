//! The practice township: its data folder and every document made from it.

use std::path::Path;
use std::sync::Arc;

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use chrono::{Days, Months, NaiveDate, NaiveTime};
use serde_json::{Value, json};
use station_core::Op;
use station_core::activity::{edit::RECEPTION_DAY, list::activities};
use station_core::attachment::Role;
use station_core::entry::demo;
use station_core::filter::Filter;
use station_core::register::board::BoardAsk;
use station_table::Paper;

use crate::attachments::{AttachAsk, FileGiven, attach};
use crate::desk::{Clock, Desk, Opened, Setting};
use crate::exports::{ExportAsk, FileKind, Written, export_registers};
use crate::failure::Failure;
use crate::locking::{SetUp, set_up};
use crate::months::{SendAsk, send_month};
use crate::papers::{ExportPaperAsk, PaperAsk, export_paper};

/// Opens the practice township; it protects nothing, since everything in it is invented.
pub const PASSWORD: &str = "practice-only";

/// Every so many deputies one has a photo.
const PHOTOS: usize = 8;

/// Makes it in `out`: folder 数据, and folder 材料 with the registers, papers and reports of its last twelve months.
pub fn make(out: &Path, years: u32, clock: &Clock) -> Result<Value, Failure> {
    let data = out.join("数据");
    let desk = Desk::take(Setting { data, clock: Arc::clone(clock), progress: Arc::new(|_, _, _| {}) })?;
    set_up(&desk, SetUp { station: demo::station(), account: "练习".to_owned(), password: PASSWORD.to_owned() })?;
    let mut guard = desk.opened();
    let opened = guard.as_mut().ok_or_else(Failure::locked)?;
    let mut hand = station_core::Hand::counted("练习", clock().date().and_time(NaiveTime::MIN), 1);
    let filled = opened.store.transact(&mut hand, Op::Demo, |tx| demo::fill(tx, years, &mut |_, _| Ok(())))?;
    photos(opened, &filled.value)?;
    let folder = out.join("材料");
    let files = [registers(opened, &folder)?, papers(opened, &folder)?, months(opened, &folder)?].concat();
    Ok(json!({
        "folder": out.display().to_string(),
        "files": files,
        "password": PASSWORD,
        "warnings": [format!("练习台账的密码：{PASSWORD}。打开方法：liaison-station --data {}", out.join("数据").display())],
    }))
}

/// Gives some deputies a drawn photo.
fn photos(opened: &mut Opened, deputies: &[String]) -> Result<(), Failure> {
    for (at, id) in deputies.iter().step_by(PHOTOS).enumerate() {
        let pasted = FileGiven::Pasted { name: "证件照.png".to_owned(), base64: BASE64.encode(demo::portrait(at)?) };
        let (kind, id) = ("person".to_owned(), id.clone());
        attach(opened, AttachAsk { kind, id, role: Role::Photo, files: vec![pasted], keep_original: false })?;
    }
    Ok(())
}

/// The registers of the set in use over the last twelve months, as every kind of file.
fn registers(opened: &mut Opened, folder: &Path) -> Result<Vec<Value>, Failure> {
    let today = opened.today();
    let mut files = Vec::new();
    for format in [FileKind::Xlsx, FileKind::Pdf, FileKind::Csv] {
        let (from, to) = (year_before(today).to_string(), today.to_string());
        let ask = ExportAsk {
            numbers: Vec::new(),
            keys: Vec::new(),
            from,
            to,
            format,
            out: folder.join("台账"),
            edition: None,
            set: None,
            campaign: None,
            overwrite: true,
        };
        files.extend(named(&export_registers(opened, ask)?, "台账"));
    }
    Ok(files)
}

/// The sign-in sheet of the newest activity that expects anybody, and the public board in both sizes.
fn papers(opened: &mut Opened, folder: &Path) -> Result<Vec<Value>, Failure> {
    let newest = activities(opened.db(), &Filter::default(), opened.today())?;
    let newest = newest.into_iter().find(|row| row.kind_id != RECEPTION_DAY && row.planned > 0);
    let sheet = newest.map(|activity| PaperAsk::SignIn { id: activity.id });
    let board = |paper| PaperAsk::Board(BoardAsk { size: paper, ..BoardAsk::default() });
    let mut files = Vec::new();
    for (paper, place) in
        [(sheet, "签到表"), (Some(board(Paper::A4)), "公示栏A4"), (Some(board(Paper::A3)), "公示栏A3")]
    {
        let Some(paper) = paper else { continue };
        let out = folder.join(place);
        files.extend(named(&export_paper(opened, ExportPaperAsk { paper, format: FileKind::Pdf, out })?, place));
    }
    Ok(files)
}

/// The reports of the last twelve months, each with registers 2 and 9 besides those that go with every month.
fn months(opened: &mut Opened, folder: &Path) -> Result<Vec<Value>, Failure> {
    let mut files = Vec::new();
    for back in (0..12).rev() {
        let month = opened.today().checked_sub_months(Months::new(back)).unwrap_or(opened.today());
        let month = month.format("%Y-%m").to_string();
        let place = format!("{month}月报");
        let ask = SendAsk { out: folder.join(&place), month, with: vec![2, 9], draft: false, campaign: None };
        files.extend(named(&send_month(opened, ask)?, &place));
    }
    Ok(files)
}

/// What was written, as the answer names it.
fn named(written: &Written, place: &str) -> Vec<Value> {
    let one = |name: &str, bytes: usize| json!({ "name": format!("材料/{place}/{name}"), "bytes": bytes });
    written.files.iter().map(|file| one(&file.name, file.bytes)).collect()
}

/// The day after today a year ago.
fn year_before(today: NaiveDate) -> NaiveDate {
    let then = today.checked_sub_months(Months::new(12)).and_then(|day| day.checked_add_days(Days::new(1)));
    then.unwrap_or(today)
}
