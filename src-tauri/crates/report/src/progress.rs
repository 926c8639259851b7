//! How far long work has come; the way to stop it.

use crate::Cancelled;

/// Is told (done, of how many) while a document is made; answers [`Cancelled`] to stop.
pub type Progress<'a> = &'a mut dyn FnMut(usize, usize) -> Result<(), Cancelled>;

/// Counts the steps of a job.
pub(crate) struct Steps<'a> {
    report: Progress<'a>,
    done: usize,
    total: usize,
}

impl<'a> Steps<'a> {
    /// A job of so many steps.
    pub(crate) fn new(report: Progress<'a>, total: usize) -> Self {
        Self { report, done: 0, total }
    }

    /// One step is done.
    ///
    /// # Errors
    /// When the clerk asked to stop.
    pub(crate) fn step(&mut self) -> Result<(), Cancelled> {
        self.done = (self.done + 1).min(self.total);
        (self.report)(self.done, self.total)
    }
}
