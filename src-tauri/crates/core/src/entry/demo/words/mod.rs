//! Invented names and words of the practice township.

mod activities;
mod contacts;
mod deeds;
mod matters;
mod names;
mod people;

pub(super) use activities::{ABSENT_FOR, GUESTS, Programme, THE_YEAR, Whom};
pub(super) use contacts::{HEARD, OF_DEPUTIES, PROMOTED, SITUATIONS, WALKS, WAYS};
pub(super) use deeds::{DEEDS, DeedWords};
pub(super) use matters::{AGES, FORMS, GRADES, HOURS, RAISED, REPLIES, ROUTES, unit_of};
pub(super) use names::{GIVEN, POINTS, RARE, SURNAMES, VILLAGES};
pub(super) use people::{CONCERNS, HONOURS, LEADERS, PLEDGES, POSTS, SCHOOLS};
