//! Previews a folder and does as it is told, for the tests in tests/browser: it says its address, then reads lines. `good` and `bad 3` are
//! states; it ends with its input.

use std::collections::BTreeMap;
use std::env;
use std::io::{self, BufRead, Write};
use std::net::Ipv4Addr;

use nendo_preview::{Preview, Settings, State, Told, Tone};

fn main() -> io::Result<()> {
    let root = env::args_os().nth(1).unwrap_or_default().into();
    let port = env::args().nth(2).and_then(|port| port.parse().ok());
    let settings = Settings { root, host: Ipv4Addr::LOCALHOST.into(), port: Some(port.unwrap_or(0)) };
    let preview = Preview::start(settings).map_err(|error| io::Error::other(format!("{error:?}")))?;
    writeln!(io::stdout(), "http://{}/", preview.address())?;
    for line in io::stdin().lock().lines() {
        let line = line?;
        match line.split_once(' ') {
            None => preview.show(State::Good),
            Some((_, count)) => preview.show(bad(count.parse().map_err(io::Error::other)?)),
        }
    }
    Ok(())
}

/// So many problems, of every tone, in two languages.
fn bad(count: usize) -> State {
    let told = |number: usize, words: [&str; 4]| Told {
        severity: words[number % 3].to_owned(),
        tone: [Tone::Error, Tone::Warning, Tone::Note][number % 3],
        place: format!("content/plans/dx/2023.csv:{} D{0}", number + 4),
        text: words[3].to_owned(),
        hint: format!("{} <b>{number}</b>", words[3]),
    };
    let all = |words: [&str; 4]| (0..count).map(|number| told(number, words)).collect();
    let words = [
        ("ja", ["エラー", "注意", "お知らせ", "「<img src=x onerror=alert(1)>」は数ではありません。"]),
        ("en", ["Error", "Warning", "Note", "“<img src=x onerror=alert(1)>” is not a number."]),
    ];
    State::Bad(BTreeMap::from(words.map(|(tag, words)| (tag.to_owned(), all(words)))))
}
