//! Who publishes, proven to an SFTP server: by a private key, or by a password.

use std::sync::Arc;

use russh::client::{AuthResult, Handle, KeyboardInteractiveAuthResponse as Asked};
use russh::keys::{Algorithm, HashAlg, PrivateKey, PrivateKeyWithHashAlg, decode_secret_key};
use russh::{MethodKind, MethodSet};

use super::super::{Refusal, RefusalKind};
use super::connection::{Client, refusal};
use crate::target::{self, Credentials};

/// How often a server may ask for something in one login.
const QUESTIONS: usize = 8;

/// A private key.
pub(super) struct Key {
    key: PrivateKey,
    /// The password was needed to open it, so that it is none.
    sealed: bool,
}

/// The private key, if one was given.
pub(super) fn key(credentials: &Credentials) -> Result<Option<Key>, Refusal> {
    let Some(text) = &credentials.key else { return Ok(None) };
    let text = text.reveal().trim_start_matches('\u{feff}').trim();
    let open = |passphrase| decode_secret_key(text, passphrase);
    let key = match (open(None), &credentials.password) {
        (Ok(key), _) => Ok(Key { key, sealed: false }),
        (Err(_), Some(passphrase)) => open(Some(passphrase.reveal())).map(|key| Key { key, sealed: true }),
        (Err(error), None) => Err(error),
    };
    key.map(Some).map_err(|error| Refusal::new(RefusalKind::Key, error))
}

/// Logs in with all that there is, as the server asks for it.
pub(super) async fn prove(
    ssh: &mut Handle<Client>,
    target: &target::Sftp,
    key: Option<Key>,
) -> Result<(), Refusal> {
    let sealed = key.as_ref().is_some_and(|key| key.sealed);
    let password = target.credentials.password.as_ref().filter(|_| !sealed);
    // Asks what the server takes; it is no wrong try.
    let asked = ssh.authenticate_none(&target.user).await.map_err(|error| refusal(&error))?;
    if is_gone(ssh, &asked) {
        return Err(Refusal::new(RefusalKind::Lost, "the connection was closed"));
    }
    let Some(mut offered) = left(asked) else { return Ok(()) };
    if let Some(Key { key, .. }) = key {
        let hash = if matches!(key.algorithm(), Algorithm::Rsa { .. }) { rsa_hash(ssh).await? } else { None };
        let key = PrivateKeyWithHashAlg::new(Arc::new(key), hash);
        let answer = ssh.authenticate_publickey(&target.user, key).await.map_err(|error| refusal(&error))?;
        match left(answer) {
            None => return Ok(()),
            Some(methods) => offered = methods,
        }
    }
    if let Some(password) = password {
        if offered.contains(&MethodKind::Password) {
            let answer = ssh.authenticate_password(&target.user, password.reveal()).await;
            match left(answer.map_err(|error| refusal(&error))?) {
                None => return Ok(()),
                Some(methods) => offered = methods,
            }
        }
        if offered.contains(&MethodKind::KeyboardInteractive)
            && answer(ssh, &target.user, password.reveal()).await.map_err(|error| refusal(&error))?
        {
            return Ok(());
        }
    }
    let taken: Vec<&str> = offered.iter().map(Into::into).collect();
    Err(Refusal::new(RefusalKind::Login, format!("the server takes: {}", taken.join(", "))))
}

/// What a server takes after an answer that is no success.
fn left(answer: AuthResult) -> Option<MethodSet> {
    match answer {
        AuthResult::Success => None,
        AuthResult::Failure { remaining_methods, .. } => Some(remaining_methods),
    }
}

/// Whether what looks like an answer is a connection that broke off.
fn is_gone(ssh: &Handle<Client>, answer: &AuthResult) -> bool {
    matches!(answer, AuthResult::Failure { remaining_methods, .. } if remaining_methods.is_empty())
        && ssh.is_closed()
}

/// The hash that an RSA key signs with. A server that does not say takes SHA-2: SHA-1 is refused everywhere by now.
async fn rsa_hash(ssh: &Handle<Client>) -> Result<Option<HashAlg>, Refusal> {
    let best = ssh.best_supported_rsa_hash().await.map_err(|error| refusal(&error))?;
    Ok(best.unwrap_or(Some(HashAlg::Sha256)))
}

/// Gives the password as the answer to every question that is not to be seen: many servers ask so.
async fn answer(ssh: &mut Handle<Client>, user: &str, password: &str) -> Result<bool, russh::Error> {
    let mut asked = ssh.authenticate_keyboard_interactive_start(user, None).await?;
    for _ in 0..QUESTIONS {
        let Asked::InfoRequest { prompts, .. } = asked else { break };
        let answers =
            prompts.iter().map(|prompt| if prompt.echo { user } else { password }.to_owned()).collect();
        asked = ssh.authenticate_keyboard_interactive_respond(answers).await?;
    }
    Ok(matches!(asked, Asked::Success))
}
