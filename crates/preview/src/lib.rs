//! Serves a built site on this machine for those who write it: a page reloads as soon as the site has changed, and says what is wrong
//! with the content while it does not. And watches the files that the site is made of.
//!
//! It knows files, HTTP and browsers. It knows neither plans nor how a site is made: what it shows is handed to it as text.

mod answer;
mod event;
mod fingerprint;
mod guard;
mod location;
mod outline;
mod page;
mod server;
mod state;
mod watch;

pub use server::{Preview, Settings, StartError};
pub use state::{State, Told, Tone};
pub use watch::{Change, Refusal, Stop, Watch, Way};
