//! A message of the theme, taken apart once: its text, and the places in it that are filled in. Most messages are no more than
//! that, and are put together from here without Fluent, which each would ask for its parts again.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

use crate::inert::inert;

/// A message that has nothing to choose.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Message(pub(crate) Vec<Piece>);

/// A part of a message.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Text(String),
    /// What stands here, by its name. No name stands in a message twice.
    Place(String),
}

impl Message {
    /// The parts of a message; none where it is for Fluent to say: it chooses its words by a number, refers to another message,
    /// fills in a name twice, or its text ends a writing direction that it does not begin.
    pub(crate) fn of(pattern: &Pattern<&str>) -> Option<Self> {
        let mut pieces = Vec::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } if *inert(value) == **value => {
                    pieces.push(Piece::Text((*value).to_owned()));
                }
                PatternElement::Placeable {
                    expression: Expression::Inline(InlineExpression::VariableReference { id }),
                } => {
                    let place = Piece::Place(id.name.to_owned());
                    if pieces.contains(&place) {
                        return None;
                    }
                    pieces.push(place);
                }
                _ => return None,
            }
        }
        Some(Self(pieces))
    }

    /// The text of a message without places.
    pub(crate) fn text(&self) -> Option<&str> {
        match self.0.as_slice() {
            [Piece::Text(text)] => Some(text),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use fluent_bundle::FluentResource;
    use fluent_syntax::ast::Entry;

    use super::{Message, Piece};

    fn of(text: &str) -> Option<Message> {
        let resource = FluentResource::try_new(text.to_owned()).expect("a resource");
        let Some(Entry::Message(message)) = resource.entries().next() else { panic!("no message") };
        Message::of(message.value.as_ref().expect("a value"))
    }

    #[test]
    fn text_and_places_are_taken_apart_and_the_rest_is_left_to_fluent() {
        let (text, place) =
            (|text: &str| Piece::Text(text.to_owned()), |name: &str| Piece::Place(name.to_owned()));
        let expected = Message(vec![text("計 "), place("count"), text(" 件")]);
        assert_eq!(of("a = 計 { $count } 件\n"), Some(expected));
        assert_eq!(of("a = 目標\n").as_ref().and_then(Message::text), Some("目標"));
        for left in [
            "a =\n    { $n ->\n        [one] x\n       *[other] y\n    }\n",
            "a = { b }\n",
            "a = { $n }{ $n }\n",
            "a = \u{202e}x\n",
        ] {
            assert_eq!(of(left), None, "{left}");
        }
    }
}
