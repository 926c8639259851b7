//! Who writes, when, and where new keys come from: handed in, so that nothing here has a clock of its own.

use chrono::{NaiveDate, NaiveDateTime};
use uuid::{Builder, Uuid};

/// Where new keys come from.
#[derive(Clone, Debug)]
enum Keys {
    /// Time-ordered and random, as a real station needs them.
    Random,
    /// Counted from a seed, so that the practice township repeats.
    Counted(u64),
}

/// The hand that writes: an account at a moment.
#[derive(Clone, Debug)]
pub struct Hand {
    /// Account under which is written.
    pub account: String,
    /// The moment, local time.
    pub now: NaiveDateTime,
    keys: Keys,
    made: u32,
}

impl Hand {
    /// A real hand.
    pub fn new(account: impl Into<String>, now: NaiveDateTime) -> Self {
        Self { account: account.into(), now, keys: Keys::Random, made: 0 }
    }

    /// A hand whose keys repeat from run to run.
    pub fn counted(account: impl Into<String>, now: NaiveDateTime, from: u64) -> Self {
        Self { account: account.into(), now, keys: Keys::Counted(from), made: 0 }
    }

    /// Today's date.
    pub fn today(&self) -> NaiveDate {
        self.now.date()
    }

    /// The moment as facts keep it.
    pub fn stamp(&self) -> String {
        self.now.format("%Y-%m-%dT%H:%M:%S").to_string()
    }

    /// A key that was never used: UUIDv7.
    pub fn new_id(&mut self) -> String {
        let millis = u64::try_from(self.now.and_utc().timestamp_millis()).unwrap_or(0);
        let mut tail = [0_u8; 10];
        match &mut self.keys {
            Keys::Random => tail.copy_from_slice(&Uuid::now_v7().as_bytes()[6..]),
            Keys::Counted(next) => {
                *next += 1;
                tail[2..].copy_from_slice(&next.to_be_bytes());
            }
        }
        // Keys made by one hand sort in the order of their making: 4,096 to a millisecond, then the next one.
        self.made = self.made.wrapping_add(1);
        tail[..2].copy_from_slice(&u16::try_from(self.made & 0x0FFF).unwrap_or(0).to_be_bytes());
        Builder::from_unix_timestamp_millis(millis + u64::from(self.made >> 12), &tail).into_uuid().to_string()
    }
}
