//! What was read once and stays true until the store changes.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::error::Result;

/// Of each type, how many rows had ever been changed when its value was read, and the value.
type Values = HashMap<TypeId, (u64, Arc<dyn Any + Send + Sync>)>;

/// One value of each type, true as long as no row is changed. It goes when the store is locked.
#[derive(Default)]
pub struct Kept(Mutex<Values>);

impl Kept {
    /// The value that stands, else what `read` reads now.
    pub(super) fn get<T: Any + Send + Sync>(&self, changes: u64, read: impl FnOnce() -> Result<T>) -> Result<Arc<T>> {
        let stands = self.all(|all| all.get(&TypeId::of::<T>()).filter(|(at, _)| *at == changes).cloned());
        if let Some(value) = stands.and_then(|(_, value)| value.downcast().ok()) {
            return Ok(value);
        }
        let value = Arc::new(read()?);
        self.all(|all| all.insert(TypeId::of::<T>(), (changes, value.clone())));
        Ok(value)
    }

    fn all<R>(&self, with: impl FnOnce(&mut Values) -> R) -> R {
        with(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
