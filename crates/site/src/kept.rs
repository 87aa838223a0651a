//! What is asked for more than once, by name: made when it is first asked for, on whichever thread, and kept. It knows nothing of
//! what it keeps.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use serde::{Serialize, Serializer};
use tera::Value;

use crate::key::Key;

/// Things by name. The same name is always of the same thing.
#[derive(Debug)]
pub(crate) struct Kept<T>(Mutex<BTreeMap<String, Arc<OnceLock<T>>>>);

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Clone> Kept<T> {
    /// The thing of this name; who asks first makes it.
    pub(crate) fn get(&self, name: &str, make: impl FnOnce() -> T) -> T {
        let place = {
            let mut places = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            match places.get(name) {
                Some(place) => Arc::clone(place),
                None => Arc::clone(places.entry(name.to_owned()).or_default()),
            }
        };
        place.get_or_init(make).clone()
    }
}

/// A part of several pages. It is what it holds, but for a template, which has one value of it for all of them.
#[derive(Debug)]
pub(crate) struct Part<T>(Arc<Held<T>>);

#[derive(Debug)]
struct Held<T> {
    part: T,
    value: OnceLock<Value>,
    key: OnceLock<Key>,
}

impl<T> From<T> for Part<T> {
    fn from(part: T) -> Self {
        Self(Arc::new(Held { part, value: OnceLock::new(), key: OnceLock::new() }))
    }
}

impl<T: Default> Default for Part<T> {
    fn default() -> Self {
        T::default().into()
    }
}

impl<T> Clone for Part<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Deref for Part<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0.part
    }
}

impl<T: Hash> Hash for Part<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.key.get_or_init(|| Key::of(&self.0.part)).hash(state);
    }
}

impl<T: Serialize> Serialize for Part<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.value.get_or_init(|| Value::from_serializable(&self.0.part)).serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use tera::Value;

    use super::{Kept, Part};

    #[test]
    fn what_is_kept_is_made_once() {
        let (kept, mut made) = (Kept::default(), 0);
        for name in ["a", "b", "a"] {
            let found = kept.get(name, || {
                made += 1;
                name.to_owned()
            });
            assert_eq!(found, name);
        }
        assert_eq!(made, 2);
    }

    #[test]
    fn a_part_is_to_a_template_what_it_holds() {
        let part = Part::from(vec!["a".to_owned()]);
        let once = Value::from_serializable(&part.clone());
        assert_eq!((&once, part.len()), (&Value::from(vec![Value::from("a")]), 1));
        assert_eq!(Value::from_serializable(&[&part, &part]), Value::from(vec![once.clone(), once]));
    }
}
