//! The desk at which one data folder is worked on: locked, or opened by a password.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{NaiveDate, NaiveDateTime};
use station_core::store::{Db, Store};
use station_core::{Hand, Op};
use station_machine::Lock;

use crate::failure::Failure;

/// Where the present moment comes from, local time.
pub type Clock = Arc<dyn Fn() -> NaiveDateTime + Send + Sync>;

/// Told what long work is doing: label, done, total.
pub type ProgressSink = Arc<dyn Fn(&str, usize, usize) + Send + Sync>;

/// What a face brings along.
#[derive(Clone)]
pub struct Setting {
    /// Data folder of the station.
    pub data: PathBuf,
    /// The clock.
    pub clock: Clock,
    /// Told of long work.
    pub progress: ProgressSink,
}

/// One data folder, held by one program at a time.
pub struct Desk {
    pub(crate) setting: Setting,
    cancelled: Arc<AtomicBool>,
    opened: Mutex<Option<Opened>>,
    lock: Lock,
}

/// A station that a password has opened.
pub struct Opened {
    pub(crate) store: Store,
    pub(crate) account: String,
    pub(crate) setting: Setting,
    pub(crate) cancelled: Arc<AtomicBool>,
}

impl Desk {
    /// Takes the data folder.
    ///
    /// # Errors
    /// When another program has it, or it cannot be made.
    pub fn take(setting: Setting) -> Result<Self, Failure> {
        let lock = Lock::take(&setting.data)?;
        // A program that was killed could not.
        station_machine::printers::forget();
        Ok(Self { setting, cancelled: Arc::default(), opened: Mutex::default(), lock })
    }

    /// Whether a second start asked for the first window.
    pub fn called_to_front(&self) -> bool {
        self.lock.called_to_front()
    }

    /// Asks long work to stop; it leaves nothing half done.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    pub(crate) fn opened(&self) -> MutexGuard<'_, Option<Opened>> {
        self.cancelled.store(false, Ordering::Relaxed);
        self.opened.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn open(&self, store: Store, account: String) -> Opened {
        Opened { store, account, setting: self.setting.clone(), cancelled: Arc::clone(&self.cancelled) }
    }

    pub(crate) fn now(&self) -> NaiveDateTime {
        (self.setting.clock)()
    }

    /// The encrypted store.
    pub(crate) fn database(&self) -> PathBuf {
        self.setting.data.join("station.db")
    }

    /// The key slots.
    pub(crate) fn keys(&self) -> PathBuf {
        self.setting.data.join("station.keys")
    }
}

impl Opened {
    /// Reads.
    pub fn db(&self) -> Db<'_> {
        self.store.db()
    }

    /// Today, by the face's clock.
    pub fn today(&self) -> NaiveDate {
        (self.setting.clock)().date()
    }

    /// The hand that writes now.
    pub fn hand(&self) -> Hand {
        Hand::new(self.account.clone(), (self.setting.clock)())
    }

    /// One operation, all or nothing.
    pub(crate) fn write<T>(
        &mut self,
        body: impl FnOnce(&mut station_core::store::Tx<'_>) -> station_core::Result<(Op, T)>,
    ) -> Result<T, Failure> {
        let mut hand = self.hand();
        Ok(self.store.transact_as(&mut hand, body)?.value)
    }

    /// Records that data left the store.
    pub(crate) fn log(&mut self, op: Op) -> Result<(), Failure> {
        let mut hand = self.hand();
        self.store.transact(&mut hand, op, |_| Ok(()))?;
        Ok(())
    }

    /// Tells how far long work is; an error when it was cancelled.
    pub(crate) fn step(&self, label: &str, done: usize, total: usize) -> Result<(), Failure> {
        (self.setting.progress)(label, done, total);
        if self.is_cancelled() { Err(station_core::Error::Cancelled.into()) } else { Ok(()) }
    }

    pub(crate) fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}
