//! A host and a site, brought together: first what would change, then the change.

#[cfg(test)]
mod tests;

use tokio::runtime::{Builder, Runtime};

use crate::event::Listener;
use crate::host::any::Any;
use crate::host::{Refusal, RefusalKind};
use crate::lock::Publisher;
use crate::outcome::{Done, Stopped};
use crate::patience::Patient;
use crate::plan::{Conflicts, Plan};
use crate::send::Sending;
use crate::site::Site;
use crate::survey::{Survey, ledgers};
use crate::target::Target;

/// A host and a site that is published there.
pub struct Session<'a> {
    runtime: Runtime,
    host: Any,
    retries: u32,
    site: &'a Site,
    listener: &'a dyn Listener,
    survey: Survey,
}

impl<'a> Session<'a> {
    /// Looks at a host, and changes nothing.
    ///
    /// # Errors
    /// It cannot be reached, or not be read.
    pub fn open(target: &Target, site: &'a Site, listener: &'a dyn Listener) -> Result<Self, Stopped> {
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| Refusal::new(RefusalKind::Other, error))?;
        let host = Any::of(target)?;
        let retries = target.retries;
        let survey = runtime.block_on(async {
            let patient = Patient::new(&host, retries, listener);
            Survey::of(&patient, site, listener).await
        })?;
        Ok(Self { runtime, host, retries, site, listener, survey })
    }

    /// What would change.
    #[must_use]
    pub fn plan(&self) -> Plan {
        Plan::of(self.site, &self.survey)
    }

    /// Changes it.
    ///
    /// # Errors
    /// Why it stopped half-way. What stands on the host is whole all the same.
    pub fn carry_out(
        &self,
        plan: &Plan,
        conflicts: Conflicts,
        publisher: &Publisher,
        nendo: &str,
    ) -> Result<Done, Stopped> {
        self.runtime.block_on(async {
            let host = Patient::new(&self.host, self.retries, self.listener);
            let sending = Sending::begin(&host, publisher, self.listener, self.site, nendo).await?;
            let done = async {
                if ledgers(&host).await? != self.survey.ledgers {
                    return Err(Stopped::Outdated);
                }
                sending.carry_out(plan, conflicts, &self.survey).await
            };
            let done = done.await;
            // Without its lock it has nothing to give back.
            if done != Err(Stopped::LockLost) {
                sending.end().await;
            }
            done
        })
    }
}
