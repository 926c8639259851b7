//! Everything that can be asked: before unlocking, and after it what only asks and what changes facts. Router, permissions and the window's types come from this list.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::Value;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::{
    activities, attachments, blanks, calendar, cells, chats, codes, contacts, deadlines, deeds, deputies, drafts,
    exports, facts, imports, locking, matters, months, names, papers, past, phrases, printing, receptions, registers,
    reviews, rosters, sets, stations, talks, templates, views,
};

/// When a command may be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// Also while locked, or one that waits for another program and must not hold the open station meanwhile.
    Before,
    /// Only in an open station; changes no fact.
    Asks,
    /// Only in an open station; afterwards what is on the screen may no longer be true.
    Changes,
}

macro_rules! commands {
    (
        before { $($b:ident::$bn:ident ($bi:ty) -> $bo:ty;)* }
        $($rank:ident { $($a:ident::$an:ident ($ai:ty) -> $ao:ty;)* })*
    ) => {
        /// Names of all commands.
        pub const COMMANDS: &[(&str, Rank)] =
            &[$((stringify!($bn), Rank::Before),)* $($((stringify!($an), Rank::$rank),)*)*];

        fn route(desk: &Desk, name: &str, input: Value) -> Result<String, Failure> {
            match name {
                $(stringify!($bn) => output($b::$bn(desk, read::<$bi>(name, input)?)?),)*
                $($(stringify!($an) => {
                    let input = read::<$ai>(name, input)?;
                    let mut opened = desk.opened();
                    output($a::$an(opened.as_mut().ok_or_else(Failure::locked)?, input)?)
                })*)*
                _ => Err(Failure::new("no_command", "程序版本不一致，请重新安装。").with_detail(name)),
            }
        }

        #[cfg(test)]
        pub(crate) fn types(config: &ts_rs::Config) -> Vec<(&'static str, String, String)> {
            use ts_rs::TS;
            vec![
                $((stringify!($bn), <$bi>::name(config), <$bo>::name(config)),)*
                $($((stringify!($an), <$ai>::name(config), <$ao>::name(config)),)*)*
            ]
        }

        #[cfg(test)]
        pub(crate) fn visit(visitor: &mut impl ts_rs::TypeVisitor) {
            visitor.visit::<Failure>();
            $(visitor.visit::<$bi>(); visitor.visit::<$bo>();)*
            $($(visitor.visit::<$ai>(); visitor.visit::<$ao>();)*)*
        }
    };
}

commands! {
    before {
        locking::state(()) -> locking::State;
        locking::set_up(locking::SetUp) -> locking::Founded;
        locking::unlock(locking::Unlock) -> locking::State;
        locking::lock(()) -> locking::State;
        locking::cancel(()) -> ();
        calendar::rule_days(calendar::RuleDaysAsk) -> Vec<station_core::calendar::shift::Held>;
        printing::printers(()) -> Vec<printing::PrinterShown>;
        printing::print_jobs(()) -> Vec<printing::PrintJobShown>;
        printing::print(printing::PrintAsk) -> printing::Printed;
    }
    Asks {
        stations::home(()) -> station_core::today::Home;
        stations::station(()) -> station_core::entry::station::Station;
        stations::choices(()) -> station_core::today::Choices;
        stations::check(()) -> stations::Checked;
        stations::drives(()) -> Vec<stations::Drive>;
        deputies::deputies(station_core::deputy::search::Filter) -> Vec<station_core::deputy::search::DeputyRow>;
        deputies::deputy(stations::OfFact) -> station_core::entry::deputy::DeputyDraft;
        receptions::visits(station_core::reception::search::Filter) -> Vec<station_core::reception::search::VisitRow>;
        receptions::reception(stations::OfFact) -> station_core::entry::reception::ReceptionDraft;
        receptions::preview_reception(station_core::entry::reception::ReceptionDraft) -> station_core::entry::reception::ReceptionPreview;
        receptions::similar(station_core::reception::similar::SimilarAsk) -> Vec<station_core::reception::similar::Similar>;
        receptions::advice(station_core::reception::acceptance::AdviceAsk) -> station_core::reception::acceptance::Advice;
        receptions::read_id_number(stations::OfFact) -> String;
        receptions::intake_setting(()) -> station_core::reception::setting::IntakeSetting;
        chats::chat_groups(()) -> Vec<station_core::chat::list::ChatGroupRow>;
        chats::chat_group(stations::OfFact) -> station_core::entry::chat::ChatGroupDraft;
        chats::read_chat(chats::PasteAsk) -> Vec<chats::PastedMessage>;
        talks::talks(station_core::filter::Filter) -> Vec<station_core::talk::list::TalkRow>;
        talks::talk(stations::OfFact) -> station_core::entry::talk::TalkDraft;
        receptions::days(stations::Between) -> Vec<station_core::activity::search::DayRow>;
        calendar::calendar(calendar::CalendarAsk) -> Vec<station_core::almanac::CalendarDay>;
        calendar::reception_rules(()) -> Vec<station_core::entry::rule::RuleRow>;
        calendar::preview_rule(station_core::entry::rule::RuleDraft) -> station_core::entry::rule::RulePreview;
        calendar::holiday_years(()) -> Vec<station_core::entry::holiday::HolidayYearRow>;
        calendar::preview_holidays(calendar::HolidaySource) -> station_core::entry::holiday::HolidayPreview;
        rosters::propose_roster(station_core::roster::ask::RosterAsk) -> station_core::roster::ask::Proposal;
        rosters::roster(stations::Between) -> station_core::roster::stands::Roster;
        rosters::duty_balance(stations::Between) -> station_core::roster::balance::Balance;
        rosters::roster_ahead(()) -> rosters::RosterAhead;
        rosters::roster_wishes(()) -> station_core::roster::wishes::Wishes;
        rosters::leaves(stations::Between) -> Vec<station_core::duty::search::LeaveRow>;
        matters::matters(station_core::matter::search::Filter) -> Vec<station_core::matter::search::MatterRow>;
        matters::matter(stations::OfFact) -> station_core::matter::search::MatterShown;
        matters::matter_board(()) -> Vec<station_core::matter::search::MatterRow>;
        matters::step_draft(stations::OfFact) -> station_core::entry::step::StepDraft;
        matters::preview_step(station_core::entry::step::StepDraft) -> station_core::entry::step::StepPreview;
        matters::matter_draft(stations::OfFact) -> station_core::entry::matter::MatterDraft;
        activities::activities(station_core::filter::Filter) -> Vec<station_core::activity::list::ActivityRow>;
        activities::activity(stations::OfFact) -> station_core::entry::activity::ActivityDraft;
        activities::expected(station_core::entry::activity::ExpectedAsk) -> Vec<station_core::entry::activity::AttendanceDraft>;
        contacts::contacts(station_core::filter::Filter) -> Vec<station_core::contact::list::ContactRow>;
        contacts::contact(stations::OfFact) -> station_core::entry::contact::ContactDraft;
        contacts::standing(station_core::filter::Filter) -> Vec<station_core::contact::list::StandingRow>;
        contacts::standing_contact(stations::OfFact) -> station_core::entry::standing::StandingDraft;
        deadlines::deadline(deadlines::DeadlineAsk) -> deadlines::Deadline;
        deadlines::deadline_rules(()) -> Vec<station_core::entry::deadline::DeadlineRow>;
        deadlines::deadline_presets(()) -> Vec<station_core::deadline::rules::Preset>;
        matters::unit_ranking(station_core::matter::ranking::RankingAsk) -> station_core::matter::ranking::Ranking;
        contacts::constituency_visits(station_core::filter::Filter) -> Vec<station_core::contact::list::ConstituencyVisitRow>;
        contacts::constituency_visit(stations::OfFact) -> station_core::entry::constituency_visit::ConstituencyVisitDraft;
        contacts::districts(()) -> Vec<station_core::constituency::search::DistrictRow>;
        contacts::district(stations::OfFact) -> station_core::entry::district::DistrictDraft;
        deeds::deeds(station_core::filter::Filter) -> Vec<station_core::deed::list::DeedRow>;
        deeds::deed(stations::OfFact) -> station_core::entry::deed::DeedDraft;
        codes::codes(()) -> Vec<station_core::code::list::CodeRow>;
        codes::campaigns(()) -> Vec<station_core::campaign::list::CampaignRow>;
        codes::find(station_core::today::FindAsk) -> Vec<station_core::today::Found>;
        registers::registers(registers::RegistersAsk) -> Vec<station_core::register::RegisterInfo>;
        registers::register(station_core::register::RegisterAsk) -> station_table::Document;
        registers::register_pdf(station_core::register::RegisterAsk) -> papers::PdfShown;
        papers::paper_pdf(papers::PaperAsk) -> papers::PdfShown;
        papers::export_paper(papers::ExportPaperAsk) -> exports::Written;
        papers::matter_papers(stations::OfFact) -> Vec<station_core::paper::offers::PaperOffer>;
        phrases::phrases(()) -> phrases::PhrasesShown;
        phrases::fill_phrase(phrases::FillPhrase) -> String;
        papers::paper_setting(()) -> station_core::register::paper::PaperSetting;
        blanks::blank_sets(blanks::BlankSetsAsk) -> Vec<station_core::blank::edit::BlankRow>;
        sets::register_sets(()) -> Vec<station_core::register::set::SetInfo>;
        sets::register_set(sets::SetAsk) -> station_core::register::set::SetLook;
        sets::export_register_set(sets::ExportSetAsk) -> station_core::entry::Saved;
        sets::own_columns(sets::OwnColumnsAsk) -> Vec<station_core::extra::edit::OwnColumnDraft>;
        sets::own_values_of(sets::OwnValuesAsk) -> std::collections::BTreeMap<String, std::collections::BTreeMap<String, String>>;
        sets::own_values(station_table::FactRef) -> Vec<station_core::extra::edit::OwnSays>;
        exports::export_registers(exports::ExportAsk) -> exports::Written;
        months::month_report(months::OfMonth) -> station_core::period::MonthReport;
        months::month_figures(months::OfMonth) -> Value;
        months::figure(months::OfFigure) -> station_table::Table;
        imports::preview_import(imports::ImportAsk) -> station_core::entry::import::ImportPreview;
        past::history(past::HistoryAsk) -> Vec<station_core::history::HistoryRow>;
        past::list(past::ListAsk) -> Value;
        attachments::attachments(station_table::FactRef) -> Vec<station_core::attachment::search::AttachmentRow>;
        attachments::attachment(attachments::AttachmentAsk) -> attachments::AttachmentShown;
        attachments::save_attachment_as(attachments::SaveAttachmentAs) -> ();
        cells::cell_fields(cells::OfKind) -> Vec<station_core::entry::cells::EditableField>;
        cells::preview_cells(cells::CellsAsk) -> station_core::entry::cells::Changed;
        cells::compare_register(cells::CompareAsk) -> station_core::entry::cells::compare::Compared;
        cells::last(cells::OfKind) -> Option<Value>;
        names::rare_characters(names::OfName) -> names::RareCharacters;
        names::rare_names(()) -> Vec<names::RareName>;
        templates::template_fill(templates::TemplateAsk) -> exports::Written;
        views::view(views::OfView) -> Option<String>;
        views::keep_view(views::KeepView) -> ();
        drafts::drafts(()) -> Vec<station_core::entry::draft::Draft>;
        drafts::save_draft(drafts::KeepDraft) -> ();
        drafts::drop_draft(drafts::OfDraft) -> ();
    }
    Changes {
        stations::save_station(station_core::entry::station::Station) -> station_core::entry::Saved;
        deputies::save_deputy(station_core::entry::deputy::DeputyDraft) -> station_core::entry::Saved;
        receptions::save_reception(station_core::entry::reception::ReceptionDraft) -> station_core::entry::Saved;
        receptions::save_intake_setting(station_core::reception::setting::IntakeSetting) -> station_core::entry::Saved;
        chats::save_chat_group(station_core::entry::chat::ChatGroupDraft) -> station_core::entry::Saved;
        chats::save_receptions(Vec<station_core::entry::reception::ReceptionDraft>) -> station_core::entry::Saved;
        talks::save_talk(station_core::entry::talk::TalkDraft) -> station_core::entry::Saved;
        receptions::save_day(station_core::entry::day::DayDraft) -> station_core::entry::Saved;
        calendar::save_reception_rule(station_core::entry::rule::RuleDraft) -> station_core::entry::Saved;
        calendar::void_reception_rule(stations::OfFact) -> station_core::entry::Saved;
        calendar::save_holidays(station_core::entry::holiday::HolidayDraft) -> station_core::entry::Saved;
        rosters::accept_roster(station_core::entry::roster::RosterDraft) -> station_core::entry::Saved;
        rosters::save_roster_wishes(station_core::roster::wishes::Wishes) -> station_core::entry::Saved;
        rosters::save_leave(station_core::entry::roster::leave::LeaveDraft) -> station_core::entry::Saved;
        rosters::void_leave(stations::OfFact) -> station_core::entry::Saved;
        rosters::save_swap(station_core::entry::roster::swap::SwapDraft) -> station_core::entry::Saved;
        matters::save_matter(station_core::entry::matter::MatterDraft) -> station_core::entry::Saved;
        matters::save_step(station_core::entry::step::StepDraft) -> station_core::entry::Saved;
        matters::void_step(stations::OfFact) -> station_core::entry::Saved;
        deadlines::save_deadline(station_core::entry::deadline::DeadlineDraft) -> station_core::entry::Saved;
        deadlines::void_deadline(stations::OfFact) -> station_core::entry::Saved;
        deadlines::take_deadline_preset(deadlines::PresetAsk) -> station_core::entry::Saved;
        facts::void_facts(Vec<station_table::FactRef>) -> station_core::entry::Saved;
        activities::save_activity(station_core::entry::activity::ActivityDraft) -> station_core::entry::Saved;
        contacts::save_contact(station_core::entry::contact::ContactDraft) -> station_core::entry::Saved;
        contacts::save_standing(station_core::entry::standing::StandingDraft) -> station_core::entry::Saved;
        contacts::save_constituency_visit(station_core::entry::constituency_visit::ConstituencyVisitDraft) -> station_core::entry::Saved;
        contacts::save_district(station_core::entry::district::DistrictDraft) -> station_core::entry::Saved;
        deeds::save_deed(station_core::entry::deed::DeedDraft) -> station_core::entry::Saved;
        codes::save_code(station_core::entry::code::CodeDraft) -> station_core::entry::Saved;
        codes::save_campaign(station_core::entry::campaign::CampaignDraft) -> station_core::entry::Saved;
        papers::number_step(stations::OfFact) -> station_core::entry::Saved;
        papers::mark_notified(stations::OfFact) -> station_core::entry::Saved;
        phrases::save_phrase(station_core::entry::phrase::PhraseDraft) -> station_core::entry::Saved;
        phrases::void_phrase(stations::OfFact) -> station_core::entry::Saved;
        papers::save_paper_setting(station_core::register::paper::PaperSetting) -> station_core::entry::Saved;
        blanks::save_blank_set(station_core::blank::edit::BlankDraft) -> station_core::entry::Saved;
        blanks::void_blank_set(stations::OfFact) -> station_core::entry::Saved;
        reviews::save_reviews(station_core::review::edit::ReviewDraft) -> station_core::entry::Saved;
        sets::save_register_set(station_core::register::set::SetLook) -> station_core::entry::Saved;
        sets::choose_register_set(stations::OfFact) -> station_core::entry::Saved;
        sets::void_register_set(stations::OfFact) -> station_core::entry::Saved;
        sets::import_register_set(sets::SetFile) -> station_core::entry::Saved;
        sets::save_own_column(station_core::extra::edit::OwnColumnDraft) -> station_core::entry::Saved;
        sets::void_own_column(stations::OfFact) -> station_core::entry::Saved;
        sets::save_own_values(sets::SaveOwnValues) -> station_core::entry::Saved;
        months::send_month(months::SendAsk) -> exports::Written;
        imports::import(imports::ImportAsk) -> imports::ImportDone;
        attachments::attach(attachments::AttachAsk) -> attachments::Attached;
        attachments::save_attachment(attachments::SaveAttachment) -> ();
        attachments::void_attachment(stations::OfFact) -> ();
        cells::change_cells(cells::CellsAsk) -> cells::CellsDone;
        past::undo(()) -> past::TakenBack;
        past::redo(()) -> past::TakenBack;
    }
}

/// When a command may be called, and whether it changes facts; none when there is no such command.
pub fn rank(name: &str) -> Option<Rank> {
    COMMANDS.iter().find(|(known, _)| *known == name).map(|(_, rank)| *rank)
}

/// What a command answers, as JSON text. A panic inside becomes an ordinary failure; the transaction it was in has rolled
/// back.
///
/// # Errors
/// What the command says, `locked` when the station is not open.
pub fn answer(desk: &Desk, name: &str, input: Value) -> Result<String, Failure> {
    catch_unwind(AssertUnwindSafe(|| route(desk, name, input))).unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<&str>().copied().map(str::to_owned);
        Err(Failure::internal(said.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()))
    })
}

/// What a command answers, to look into.
///
/// # Errors
/// As [`answer`].
pub fn call(desk: &Desk, name: &str, input: Value) -> Result<Value, Failure> {
    serde_json::from_str(&answer(desk, name, input)?).map_err(Failure::internal)
}

fn read<T: serde::de::DeserializeOwned>(name: &str, input: Value) -> Result<T, Failure> {
    serde_json::from_value(input).map_err(|e| Failure::input(name, &e))
}

fn output<T: serde::Serialize>(value: T) -> Result<String, Failure> {
    serde_json::to_string(&value).map_err(Failure::internal)
}
