//! A cell as a page says it: the city's own words in their language, what they mean in the others.

use nendo_model::{Bound, Cell, Quantity, Range, Reading};
use serde::{Serialize, Serializer};
use tera::Value;

use crate::phrase::{Asked, Phrase};
use crate::voice::Voice;

/// What may stand behind a number that has its unit from elsewhere.
const BOUNDS: [&str; 6] = ["以上", "以下", "以内", "未満", "超", "程度"];

/// Lines of a cell as a page shows them; a template has them as HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Spoken {
    /// The lines, or the items of a list.
    pub(crate) lines: Vec<Phrase>,
    /// Whether the lines are items.
    pub(crate) list: bool,
}

impl Spoken {
    /// One line.
    pub(crate) fn word(line: Phrase) -> Self {
        Self::prose(vec![line])
    }

    fn prose(lines: Vec<Phrase>) -> Self {
        Self { lines, list: false }
    }

    /// The lines as HTML: a list, or one below the other.
    fn html(&self) -> String {
        let lines: Vec<String> = self.lines.iter().map(Phrase::html).collect();
        if self.list { format!("<ul><li>{}</li></ul>", lines.join("</li><li>")) } else { lines.join("<br>") }
    }
}

impl Serialize for Spoken {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Value::safe_string(&self.html()).serialize(serializer)
    }
}

impl Voice<'_> {
    /// A cell as a page of this language shows it: the city's own words, or what they say.
    pub(crate) fn cell(&self, cell: &Cell) -> Spoken {
        match &*cell.reading {
            Reading::NotSet { reason: None } => Spoken::prose(vec![self.fill("not-set", [])]),
            Reading::NotSet { reason: Some(reason) } => {
                Spoken::prose(vec![self.fill("not-set-because", [("reason", self.phrase(reason).into())])])
            }
            Reading::List(items) => {
                Spoken { lines: items.iter().map(|item| self.phrase(item)).collect(), list: true }
            }
            Reading::Quantity(quantity) if self.is_source() => {
                Spoken::prose(self.as_written(&half_width(&cell.written), quantity))
            }
            _ if self.is_source() => Spoken::prose(source_lines(&cell.written)),
            _ => match self.words.translation(&cell.written, self.tag()) {
                Some(text) => Spoken::prose(
                    text.lines()
                        .map(|line| Phrase::translated(line, Asked::Text(cell.written.to_string())))
                        .collect(),
                ),
                None => Spoken::prose(self.interpreted(cell)),
            },
        }
    }

    /// A quantity in the city's own words; where they are a number alone, or a bound, with the unit that another column says.
    fn as_written(&self, written: &str, quantity: &Quantity) -> Vec<Phrase> {
        let bare = |text: &str| text.replace([',', ' '], "");
        let number = quantity.value.in_units_of(quantity.magnitude.power()).map(|value| self.number(value));
        let written_bare = bare(written);
        let rest = number.and_then(|number| written_bare.strip_prefix(&bare(&number)));
        match rest {
            Some(rest) if !quantity.unit.is_empty() && (rest.is_empty() || BOUNDS.contains(&rest)) => {
                vec![self.value(quantity).then(Phrase::plain(rest))]
            }
            _ => source_lines(written),
        }
    }

    /// What a cell says, in the words of a language that is not its own.
    fn interpreted(&self, cell: &Cell) -> Vec<Phrase> {
        match &*cell.reading {
            Reading::Quantity(quantity) => self.quantity(quantity),
            Reading::Range(range) => vec![self.range(range)],
            Reading::Several(several) => {
                several.quantities.iter().flat_map(|part| self.quantity(part)).collect()
            }
            Reading::Closed { year: Some(year) } => {
                vec![self.fill("closed-in", [("year", self.year(*year).into())])]
            }
            Reading::Closed { year: None } => vec![self.fill("closed", [])],
            _ => vec![self.phrase(&cell.written)],
        }
    }

    /// A range from end to end; an end that is not part of it says so.
    fn range(&self, range: &Range) -> Phrase {
        let end = |end: &Quantity| match end.bound {
            Bound::AtLeast | Bound::AtMost => self.value(end),
            _ => self.amount(end),
        };
        let said =
            self.fill("range", [("from", end(&range.lowest).into()), ("to", end(&range.highest).into())]);
        self.qualified(said, &range.lowest)
    }

    /// An amount with what the cell says of how it is counted: 累計, revised, and the name before it.
    fn qualified(&self, mut said: Phrase, quantity: &Quantity) -> Phrase {
        let Quantity { cumulative, revision, label, .. } = quantity;
        if *cumulative {
            said = self.fill("cumulative", [("amount", said.into())]);
        }
        if let Some(revision) = revision {
            said = self.fill(&format!("revised-{}", revision.name()), [("amount", said.into())]);
        }
        if let Some(label) = label {
            said = self.labelled(self.phrase(label), said);
        }
        said
    }

    /// A quantity with all that the cell says about it: one line, and one for each note.
    fn quantity(&self, quantity: &Quantity) -> Vec<Phrase> {
        let Quantity { tail, notes, breakdown, unit, .. } = quantity;
        let mut said = self.amount(quantity);
        if let Some(tail) = tail {
            said = said.then(Phrase::plain(" ")).then(self.phrase(tail));
        }
        said = self.qualified(said, quantity);
        if !breakdown.is_empty() {
            let parts = breakdown.iter().map(|part| {
                let amount = if part.unit == *unit {
                    Phrase::plain(self.number(part.value))
                } else {
                    self.counted(part.value, &part.unit)
                };
                self.labelled(self.phrase(&part.name), amount)
            });
            let parts = Phrase::join(parts, &self.word("list-separator"));
            said = self.fill("with-parts", [("amount", said.into()), ("parts", parts.into())]);
        }
        let notes = notes.iter().map(|note| self.fill("note", [("note", self.phrase(note).into())]));
        std::iter::once(said).chain(notes).collect()
    }

    fn labelled(&self, label: Phrase, amount: Phrase) -> Phrase {
        self.fill("labelled", [("label", label.into()), ("amount", amount.into())])
    }
}

fn source_lines(text: &str) -> Vec<Phrase> {
    text.lines().map(Phrase::plain).collect()
}

/// Full-width forms of ASCII in their usual width: `79％` is shown as `79%`.
fn half_width(text: &str) -> String {
    text.chars().map(nendo_model::half_width).collect()
}

#[cfg(test)]
mod tests {
    use super::{Phrase, Spoken};

    #[test]
    fn lines_stand_below_each_other_or_in_a_list() {
        let lines = || vec![Phrase::plain("a<b"), Phrase::plain("c")];
        assert_eq!(Spoken { lines: lines(), list: false }.html(), "a&lt;b<br>c");
        assert_eq!(Spoken { lines: lines(), list: true }.html(), "<ul><li>a&lt;b</li><li>c</li></ul>");
        assert_eq!(Spoken::default().html(), "");
    }
}
