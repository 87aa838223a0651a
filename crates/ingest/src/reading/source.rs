//! A cell's text in two forms side by side: folded to half width for reading, and as written for showing.
//! Both have the same characters at the same places, so whatever is found in one can be cut from the other.

/// What may enclose a remark.
const BRACKETS: [(char, char); 4] = [('(', ')'), ('【', '】'), ('[', ']'), ('〔', '〕')];

/// Owns the two forms of one cell.
#[derive(Clone, Debug)]
pub(super) struct Source {
    folded: Vec<char>,
    written: Vec<char>,
}

/// A piece of a cell. Everything is looked up in the folded form.
#[derive(Clone, Copy, Debug)]
pub(super) struct Text<'a> {
    folded: &'a [char],
    written: &'a [char],
}

impl Source {
    /// Folds a text. Characters that nobody can see are left out, so that they cannot part a number.
    pub(super) fn new(written: &str) -> Self {
        let written: Vec<char> = written.chars().filter(|letter| !is_invisible(*letter)).collect();
        Self { folded: written.iter().map(|letter| fold(*letter)).collect(), written }
    }

    /// The whole text.
    pub(super) fn text(&self) -> Text<'_> {
        Text { folded: &self.folded, written: &self.written }
    }
}

impl<'a> Text<'a> {
    pub(super) fn is_empty(self) -> bool {
        self.folded.is_empty()
    }

    /// The number of characters.
    pub(super) fn len(self) -> usize {
        self.folded.len()
    }

    pub(super) fn first(self) -> Option<char> {
        self.folded.first().copied()
    }

    pub(super) fn last(self) -> Option<char> {
        self.folded.last().copied()
    }

    /// The folded characters.
    pub(super) fn chars(self) -> impl DoubleEndedIterator<Item = char> + Clone + 'a {
        self.folded.iter().copied()
    }

    /// Without the first `count` characters.
    pub(super) fn skip(self, count: usize) -> Self {
        let count = count.min(self.len());
        Self { folded: &self.folded[count..], written: &self.written[count..] }
    }

    /// The first `count` characters.
    pub(super) fn take(self, count: usize) -> Self {
        let count = count.min(self.len());
        Self { folded: &self.folded[..count], written: &self.written[..count] }
    }

    /// The piece that stands before `rest`, which is an end of this text.
    pub(super) fn before(self, rest: Text<'_>) -> Self {
        self.take(self.len().saturating_sub(rest.len()))
    }

    /// Without the characters at the start that satisfy `wanted`.
    pub(super) fn skip_while(self, wanted: impl Fn(char) -> bool) -> Self {
        self.skip(self.chars().take_while(|letter| wanted(*letter)).count())
    }

    pub(super) fn trim_start(self) -> Self {
        self.skip_while(char::is_whitespace)
    }

    pub(super) fn trim(self) -> Self {
        let blank = self.chars().rev().take_while(|letter| letter.is_whitespace()).count();
        self.take(self.len() - blank).trim_start()
    }

    /// What follows `word`, if the text starts with it.
    pub(super) fn strip(self, word: &str) -> Option<Self> {
        let mut letters = self.folded.iter();
        word.chars()
            .all(|wanted| letters.next() == Some(&wanted))
            .then(|| self.skip(self.len() - letters.len()))
    }

    /// What follows the first of `words` with which the text starts.
    pub(super) fn strip_any(self, words: &[&str]) -> Option<Self> {
        let first = self.first()?;
        let mut bytes = [0; 4];
        let bytes = first.encode_utf8(&mut bytes).as_bytes();
        // Nearly every word differs in its first byte or its last of the first letter.
        let may_be = |word: &&&str| {
            let own = word.as_bytes();
            own.first() == bytes.first() && own.get(bytes.len() - 1) == bytes.last()
        };
        words.iter().filter(may_be).find_map(|word| self.strip(word))
    }

    /// Without the first of `words` with which the text starts, if it starts with one.
    pub(super) fn without(self, words: &[&str]) -> Self {
        self.strip_any(words).unwrap_or(self)
    }

    /// Whether the whole text is one of `words`.
    pub(super) fn is_one_of(self, words: &[&str]) -> bool {
        words.iter().any(|word| self.strip(word).is_some_and(Text::is_empty))
    }

    pub(super) fn ends_with_any(self, words: &[&str]) -> bool {
        let end = |word: &str| self.skip(self.len().saturating_sub(word.chars().count()));
        words.iter().any(|word| end(word).strip(word).is_some())
    }

    /// How many digits stand first.
    pub(super) fn digits(self) -> usize {
        self.chars().take_while(char::is_ascii_digit).count()
    }

    pub(super) fn starts_with_digit(self) -> bool {
        self.first().is_some_and(|letter| letter.is_ascii_digit())
    }

    pub(super) fn has_digit(self) -> bool {
        self.any(|letter| letter.is_ascii_digit())
    }

    /// Whether a word that stands before this text ends there.
    pub(super) fn ends_word(self) -> bool {
        self.first().is_none_or(|next| !continues_word(next))
    }

    /// The place of the first character that satisfies `wanted`.
    pub(super) fn find(self, wanted: impl FnMut(char) -> bool) -> Option<usize> {
        self.chars().position(wanted)
    }

    pub(super) fn any(self, wanted: impl Fn(char) -> bool) -> bool {
        self.find(wanted).is_some()
    }

    /// Whether one of `words` stands anywhere.
    pub(super) fn contains_any(self, words: &[&str]) -> bool {
        (0..self.len()).any(|at| self.skip(at).strip_any(words).is_some())
    }

    /// The pieces between characters that satisfy `wanted`.
    pub(super) fn split(self, wanted: fn(char) -> bool) -> impl Iterator<Item = Text<'a>> {
        let mut rest = Some(self);
        std::iter::from_fn(move || {
            let text = rest?;
            let at = text.find(wanted);
            rest = at.map(|at| text.skip(at + 1));
            Some(at.map_or(text, |at| text.take(at)))
        })
    }

    /// What stands in the parentheses, or other brackets, with which the text starts, and what follows them.
    pub(super) fn parenthesis(self) -> Option<(Self, Self)> {
        let (opening, closing) = BRACKETS.into_iter().find(|(opening, _)| self.first() == Some(*opening))?;
        let mut depth = 0_usize;
        let close = self.find(|letter| {
            depth += usize::from(letter == opening);
            depth -= usize::from(letter == closing);
            depth == 0
        })?;
        Some((self.skip(1).take(close - 1), self.skip(close + 1)))
    }

    /// The inside, if the whole text stands in one pair of parentheses.
    pub(super) fn enclosed(self) -> Option<Self> {
        self.parenthesis().filter(|(_, rest)| rest.is_empty()).map(|(inner, _)| inner.trim())
    }

    /// The folded characters as a string.
    pub(super) fn folded(self) -> String {
        self.chars().collect()
    }

    /// The city's own characters.
    pub(super) fn written(self) -> String {
        self.written.iter().collect()
    }
}

/// How much deeper in brackets a text is after this character.
pub(super) fn depth(letter: char) -> i32 {
    let opens = BRACKETS.into_iter().any(|(opening, _)| opening == letter);
    let closes = BRACKETS.into_iter().any(|(_, closing)| closing == letter);
    i32::from(opens) - i32::from(closes)
}

/// A dash, or the `?` that Windows-31J makes of one.
pub(super) fn is_dash(letter: char) -> bool {
    nendo_model::is_dash(letter) || letter == '?'
}

/// Kanji with 々, as in a counter or a name.
pub(super) fn is_kanji(letter: char) -> bool {
    matches!(letter, '々' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Katakana of either width, with the long sound mark and the small ヶ.
pub(super) fn is_katakana(letter: char) -> bool {
    matches!(letter, '\u{30A1}'..='\u{30FA}' | 'ー' | '\u{FF66}'..='\u{FF9F}')
}

pub(super) fn is_hiragana(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{309F}')
}

/// Whether a word that ends before this character would go on with it.
pub(super) fn continues_word(letter: char) -> bool {
    is_kanji(letter) || is_katakana(letter) || is_hiragana(letter) || letter.is_ascii_alphanumeric()
}

fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}')
}

/// One character for one, so that both forms keep the same places. ー stays: it is part of words.
fn fold(letter: char) -> char {
    match letter {
        '￥' => '¥',
        '〜' | '∼' => '~',
        '−' | '﹣' => '-',
        '､' => '、',
        '｡' => '。',
        '･' => '・',
        '∶' => ':',
        '⁄' | '∕' => '/',
        _ => nendo_model::half_width(letter),
    }
}
