//! Which fields of each kind of fact may be edited in a table: key, place in the draft of its form, how it is read.

use station_intake as intake;

use super::Type;
use crate::entry::matter::{PUBLICITY, REPEATED};

/// How the text of a cell becomes a value of a draft. Pointers are JSON pointers into the same draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reads {
    /// One line as typed.
    Text,
    /// Several lines as typed.
    Long,
    /// A count.
    Count,
    /// A sum in 分.
    Money,
    /// The day of something that happened: without a year the last such day.
    Day,
    /// A day that may lie ahead: without a year the one of this year.
    Due,
    /// A date known to the year, the month or the day.
    Date,
    /// First and last day; the pointer is that of the last.
    Days(&'static str),
    /// 是 or 否.
    YesNo,
    /// Phone numbers.
    Phones,
    /// A citizen's ID number.
    IdNumber,
    /// One of these words.
    Words(&'static [&'static str]),
    /// An entry of a code list.
    Code(&'static str),
    /// Deputies by name; the pointer is that of names which the roster lacks.
    Persons(&'static str),
    /// One deputy by name.
    Person,
    /// A village, made when the store lacks it.
    Village,
    /// A village, or else a place as written: the pointer is that of the latter.
    VillageElse(&'static str),
    /// A site.
    Site,
    /// A site, or else a place as written: the pointer is that of the latter.
    SiteElse(&'static str),
    /// A group or delegation.
    Team,
}

impl Reads {
    /// How a table edits it, and from which code list.
    pub(super) fn edited(self) -> (Type, Option<&'static str>) {
        match self {
            Self::Text | Self::Phones | Self::IdNumber => (Type::Text, None),
            Self::Long => (Type::Long, None),
            Self::Count => (Type::Number, None),
            Self::Money => (Type::Money, None),
            Self::Day | Self::Due | Self::Date | Self::Days(_) => (Type::Date, None),
            Self::YesNo => (Type::YesNo, None),
            Self::Words(_) | Self::Team => (Type::Choice, None),
            Self::Code(list) => (Type::Choice, Some(list)),
            Self::Persons(_) | Self::Person => (Type::Persons, None),
            Self::Village | Self::VillageElse(_) => (Type::Village, None),
            Self::Site | Self::SiteElse(_) => (Type::Site, None),
        }
    }
}

/// A field that may be edited in a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    /// Key, as in `fields.toml`.
    pub(super) key: &'static str,
    /// JSON pointer into the draft. One that enters a list stands only where the list has one entry.
    pub(super) at: &'static str,
    /// How it is read.
    pub(super) reads: Reads,
}

impl Field {
    /// As `fields.toml` calls it.
    pub(super) fn label(&self) -> String {
        intake::fields().get(self.key).map_or_else(|| self.key.to_owned(), |f| f.label.clone())
    }
}

/// A row of the tables below.
pub(super) const fn field(key: &'static str, at: &'static str, reads: Reads) -> Field {
    Field { key, at, reads }
}

const SEX: Reads = Reads::Words(&["男", "女"]);
const PERIOD: Reads = Reads::Words(&["会议期间", "闭会期间"]);
const DEPUTIES: Reads = Reads::Persons("/other_deputies");

/// Of a deputy's record.
pub(super) const PERSON: &[Field] = &[
    field("person.name", "/name", Reads::Text),
    field("person.name_note", "/name_note", Reads::Text),
    field("person.sex", "/sex", SEX),
    field("person.nation", "/nation_id", Reads::Code("nation")),
    field("person.birth", "/birth", Reads::Date),
    field("person.native_place", "/native_place", Reads::Text),
    field("person.party", "/party_id", Reads::Code("party")),
    field("person.party_joined", "/party_joined", Reads::Date),
    field("person.work_started", "/work_started", Reads::Date),
    field("person.edu", "/education_id", Reads::Code("education")),
    field("person.degree", "/degree_id", Reads::Code("degree")),
    field("person.school", "/school", Reads::Text),
    field("person.title", "/title", Reads::Text),
    field("person.unit", "/unit", Reads::Text),
    field("person.post", "/post", Reads::Text),
    field("person.social_posts", "/social_posts", Reads::Text),
    field("person.occupation", "/occupation_id", Reads::Code("occupation")),
    field("person.idno", "/id_number", Reads::IdNumber),
    field("person.phone", "/phone", Reads::Phones),
    field("person.address", "/address", Reads::Text),
    field("person.postcode", "/postcode", Reads::Text),
    field("person.email", "/email", Reads::Text),
    field("person.resume", "/resume", Reads::Long),
    field("person.honours", "/honours", Reads::Long),
    field("person.pledge", "/pledge", Reads::Long),
    field("mandate.group", "/team_id", Reads::Team),
    field("mandate.team_role", "/team_role", Reads::Text),
    field("mandate.site", "/site_id", Reads::Site),
    field("mandate.certificate", "/mandates/0/certificate", Reads::Text),
    field("mandate.role", "/mandates/0/role", Reads::Text),
    field("mandate.elected_on", "/mandates/0/elected_on", Reads::Date),
    field("mandate.re_elected", "/mandates/0/re_elected", Reads::YesNo),
    field("person.list_order", "/list_order", Reads::Count),
    field("row.note", "/note", Reads::Text),
];

/// Of an activity that is no reception day.
pub(super) const ACTIVITY: &[Field] = &[
    field("activity.date", "/since", Reads::Days("/until")),
    field("activity.hours", "/hours", Reads::Text),
    field("activity.title", "/title", Reads::Text),
    field("activity.kind", "/kind_id", Reads::Code("activity")),
    field("activity.period", "/period", PERIOD),
    field("activity.place", "/site_id", Reads::SiteElse("/place")),
    field("activity.organiser", "/organiser", Reads::Text),
    field("activity.notified", "/notified_on", Reads::Day),
    field("activity.theme", "/theme", Reads::Text),
    field("activity.guests", "/guests", Reads::Text),
    field("activity.content", "/content", Reads::Long),
    field("activity.opinions", "/outcome", Reads::Long),
    field("activity.opinion_count", "/opinion_count", Reads::Count),
    field("activity.recovered", "/recovered", Reads::Money),
    field("activity.households", "/households", Reads::Count),
    field("activity.people", "/people", Reads::Count),
    field("activity.report", "/report", Reads::Long),
    field("activity.reported_on", "/reported_on", Reads::Day),
    field("activity.feedback_due", "/feedback_due", Reads::Due),
    field("activity.half_days", "/half_days", Reads::Count),
    field("activity.recorder", "/recorder", Reads::Text),
    field("row.note", "/note", Reads::Text),
];

/// Of a visit or letter; what it is about stands only where one thing was raised by one visitor.
pub(super) const VISIT: &[Field] = &[
    field("visit.date", "/happened_on", Reads::Day),
    field("visit.form", "/form_id", Reads::Code("visit_form")),
    field("visit.place", "/site_id", Reads::Site),
    field("visit.deputies", "/deputies", DEPUTIES),
    field("visit.visitor", "/parties/0/name", Reads::Text),
    field("visit.people", "/people", Reads::Count),
    field("visit.sex", "/parties/0/sex", SEX),
    field("visit.age_band", "/parties/0/age_band", Reads::Text),
    field("visit.village", "/parties/0/village", Reads::Village),
    field("visit.phone", "/parties/0/phone", Reads::Phones),
    field("visit.confidential", "/confidential", Reads::YesNo),
    field("visit.recorder", "/recorder", Reads::Text),
    field("matter.content", "/matters/0/words", Reads::Long),
    field("matter.category", "/matters/0/category_id", Reads::Code("category")),
    field("matter.nature", "/matters/0/nature_id", Reads::Code("nature")),
    field("matter.route", "/matters/0/route_id", Reads::Code("route")),
    field("row.note", "/note", Reads::Text),
];

/// Of a matter as the visit that raised it has it; the pointers begin at the matter.
pub(super) const MATTER_OF_VISIT: &[Field] = &[
    field("matter.content", "/words", Reads::Long),
    field("matter.category", "/category_id", Reads::Code("category")),
    field("matter.nature", "/nature_id", Reads::Code("nature")),
    field("matter.route", "/route_id", Reads::Code("route")),
];

/// Of a matter as the activity, contact or visit to a constituency has it that it came of.
pub(super) const OPINION: &[Field] = &[
    field("matter.content", "/words", Reads::Long),
    field("matter.category", "/category_id", Reads::Code("category")),
];

/// Of a suggestion.
pub(super) const MATTER: &[Field] = &[
    field("matter.no", "/number", Reads::Text),
    field("matter.period", "/period", PERIOD),
    field("matter.type", "/kind", Reads::Words(&["建议", "批评", "意见", "议案", "社情民意"])),
    field("matter.title", "/title", Reads::Text),
    field("matter.lead", "/lead", Reads::Persons("/other_lead")),
    field("matter.co", "/co", Reads::Persons("/other_co")),
    field("matter.submitted", "/submitted_on", Reads::Day),
    field("matter.category", "/category_id", Reads::Code("category")),
    field("matter.content", "/words", Reads::Long),
    field("matter.nature", "/nature_id", Reads::Code("nature")),
    field("matter.publicity", "/publicity", Reads::Words(&PUBLICITY)),
    field("matter.repeated", "/repeated", Reads::Words(&REPEATED)),
    field("matter.talk_wanted", "/talk_wanted", Reads::YesNo),
    field("matter.no_written_reply", "/no_written_reply", Reads::YesNo),
    field("matter.supervised", "/supervised", Reads::YesNo),
    field("matter.supervisor", "/supervisor", Reads::Text),
    field("matter.congress_on", "/congress_on", Reads::Due),
    field("matter.published_on", "/published_on", Reads::Due),
    field("row.note", "/note", Reads::Text),
];

/// Of a contact made.
pub(super) const CONTACT: &[Field] = &[
    field("contact.date", "/happened_on", Reads::Day),
    field("contact.deputy", "/deputies", DEPUTIES),
    field("contact.way", "/way_id", Reads::Code("contact_way")),
    field("contact.voter", "/voter", Reads::Text),
    field("contact.people", "/people", Reads::Count),
    field("contact.households", "/households", Reads::Count),
    field("contact.village", "/village", Reads::VillageElse("/place")),
    field("contact.phone", "/phone", Reads::Phones),
    field("contact.promoted", "/promoted", Reads::Long),
    field("contact.opinion", "/opinion", Reads::Long),
    field("contact.route", "/route_id", Reads::Code("contact_route")),
    field("contact.outcome", "/outcome", Reads::Long),
    field("contact.reported_on", "/reported_on", Reads::Day),
    field("contact.recorder", "/recorder", Reads::Text),
    field("row.note", "/note", Reads::Text),
];

/// Of a standing contact with a resident.
pub(super) const STANDING: &[Field] = &[
    field("standing.deputy", "/person_id", Reads::Person),
    field("standing.voter", "/voter", Reads::Text),
    field("standing.sex", "/sex", SEX),
    field("standing.birth", "/birth", Reads::Date),
    field("standing.party", "/party_id", Reads::Code("party")),
    field("standing.household", "/household", Reads::Count),
    field("standing.village", "/village", Reads::Village),
    field("standing.address", "/address", Reads::Text),
    field("standing.phone", "/phone", Reads::Phones),
    field("standing.kind", "/kind_id", Reads::Code("standing_kind")),
    field("standing.since", "/since", Reads::Day),
    field("standing.until", "/until", Reads::Due),
    field("standing.target", "/target", Reads::Count),
    field("standing.situation", "/situation", Reads::Long),
    field("row.note", "/note", Reads::Text),
];

/// Of a pairing: a standing contact with a deputy.
pub(super) const PAIRING: &[Field] = &[
    field("standing.deputy", "/person_id", Reads::Person),
    field("standing.voter", "/partner_id", Reads::Person),
    field("standing.kind", "/kind_id", Reads::Code("pairing_kind")),
    field("standing.since", "/since", Reads::Day),
    field("standing.until", "/until", Reads::Due),
    field("standing.target", "/target", Reads::Count),
    field("standing.situation", "/situation", Reads::Long),
    field("row.note", "/note", Reads::Text),
];

/// Of a visit to a constituency.
pub(super) const CONSTITUENCY_VISIT: &[Field] = &[
    field("constituency_visit.date", "/happened_on", Reads::Day),
    field("constituency_visit.deputies", "/deputies", DEPUTIES),
    field("constituency_visit.places", "/places", Reads::Text),
    field("constituency_visit.households", "/households", Reads::Count),
    field("constituency_visit.people", "/people", Reads::Count),
    field("constituency_visit.opinions", "/opinion_count", Reads::Count),
    field("constituency_visit.settled", "/settled", Reads::Count),
    field("constituency_visit.content", "/content", Reads::Long),
    field("row.note", "/note", Reads::Text),
];

/// Of a constituency.
pub(super) const CONSTITUENCY: &[Field] = &[
    field("district.name", "/name", Reads::Text),
    field("district.kind", "/kind", Reads::Words(&["居住", "单位"])),
    field("district.villages", "/places", Reads::Text),
    field("district.population", "/population", Reads::Count),
    field("district.voters", "/voters", Reads::Count),
    field("district.seats", "/seats", Reads::Count),
    field("district.group", "/team_id", Reads::Team),
    field("district.presidium", "/presidium_contact_id", Reads::Person),
    field("district.situation", "/situation", Reads::Long),
    field("district.concerns", "/concerns", Reads::Long),
    field("row.note", "/note", Reads::Text),
];

/// Of a deed.
pub(super) const DEED: &[Field] = &[
    field("deed.date", "/happened_on", Reads::Day),
    field("deed.deputy", "/deputies", DEPUTIES),
    field("deed.category", "/category_id", Reads::Code("deed")),
    field("deed.content", "/content", Reads::Long),
    field("deed.village", "/village", Reads::VillageElse("/place")),
    field("deed.villages", "/villages", Reads::Count),
    field("deed.households", "/households", Reads::Count),
    field("deed.people", "/people", Reads::Count),
    field("deed.money", "/money", Reads::Money),
    field("deed.source", "/source_id", Reads::Code("fund_source")),
    field("deed.progress", "/progress", Reads::Words(&["已完成", "推进中"])),
    field("row.note", "/note", Reads::Text),
];
