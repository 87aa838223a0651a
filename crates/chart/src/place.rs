//! Where the labels of one fiscal year go. Within a band the bar, the target's line and up to two labels share a column, so
//! a label must find a height at which it touches none of the others. Heights are in units, downwards; knows no text.

/// Upper and lower edge.
pub(crate) type Span = (f64, f64);

/// What already stands in the column.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    /// The highest and the lowest place a label may reach.
    pub(crate) limits: Span,
    /// The base line; a label stays on its value's side.
    pub(crate) base: f64,
    /// The bar.
    pub(crate) bar: Option<Span>,
    /// Lines, markers, and labels that have found their place.
    pub(crate) taken: Vec<Span>,
}

/// What a label would like.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wish {
    /// The value's height.
    pub(crate) anchor: f64,
    /// Distance to keep from it.
    pub(crate) clear: f64,
    /// Height of the label.
    pub(crate) height: f64,
    /// Which way leads away from zero.
    pub(crate) away: Away,
    /// Upon what it may stand.
    pub(crate) ground: Ground,
}

/// Away from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Away {
    Up,
    Down,
}

/// What a label may stand upon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ground {
    /// The bar or the paper.
    Any,
    /// The paper only.
    Paper,
}

/// The place found for a label.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Seat {
    /// Upper edge of the label.
    pub(crate) top: f64,
    /// Whether it still stands at its value.
    pub(crate) nearness: Nearness,
    /// What it came to stand upon.
    pub(crate) upon: Upon,
}

/// Whether a label stands at its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nearness {
    Beside,
    Apart,
}

/// What a label stands upon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Upon {
    Bar,
    Paper,
}

impl Column {
    /// The cheapest place for a label that leaves everything readable, if there is one.
    pub(crate) fn seat(&self, wish: &Wish) -> Option<Seat> {
        self.places(wish).next().map(|(_, seat)| seat)
    }

    /// The cheapest places for both labels; a label without any is left out.
    pub(crate) fn seats(&self, one: Option<&Wish>, other: Option<&Wish>) -> (Option<Seat>, Option<Seat>) {
        let (Some(one), Some(other)) = (one, other) else {
            return (one.and_then(|wish| self.seat(wish)), other.and_then(|wish| self.seat(wish)));
        };
        let mut best: Option<(u32, Seat, Seat)> = None;
        let dearer = |cost, best: Option<(u32, Seat, Seat)>| best.is_some_and(|(least, ..)| cost >= least);
        // Places come cheapest first.
        for (cost, seat) in self.places(one) {
            if dearer(cost, best) {
                break;
            }
            for (more, next) in self.places(other) {
                if dearer(cost + more, best) {
                    break;
                }
                let cost = cost + more + disorder(one, other, &seat, &next);
                let free = apart((seat.top, seat.top + one.height), (next.top, next.top + other.height));
                if free && !dearer(cost, best) {
                    best = Some((cost, seat, next));
                }
            }
        }
        match best {
            Some((_, seat, next)) => (Some(seat), Some(next)),
            None => (self.seat(one), None),
        }
    }

    /// The upper edge of a label within a part of the bar, as near to its middle as what stands there lets it.
    pub(crate) fn within(&self, part: Span, height: f64) -> Option<f64> {
        let middle = f64::midpoint(part.0, part.1) - height / 2.0;
        let tops =
            (0..FARTHEST).flat_map(|step| [-1.0, 1.0].map(|sign| middle + sign * f64::from(step) * STRIDE));
        let mut tops = tops.take_while(|top| (top - middle).abs() <= part.1 - part.0);
        tops.find(|top| {
            let span = (*top, top + height);
            span.0 > part.0 && span.1 < part.1 && self.is_free(span)
        })
    }

    /// All places this label could take, cheapest first.
    fn places(&self, wish: &Wish) -> impl Iterator<Item = (u32, Seat)> {
        let above = wish.anchor - wish.clear - wish.height;
        let below = wish.anchor + wish.clear;
        let (out, back, sign) = match wish.away {
            Away::Up => (above, below, -1.0),
            Away::Down => (below, above, 1.0),
        };
        let tries = (0..FARTHEST).flat_map(move |step| {
            let far = f64::from(step) * STRIDE;
            let cost = if step == 0 { 0 } else { 2 * step + 2 };
            [(cost, out + sign * far, step), (cost + 1, back - sign * far, step)]
        });
        tries.filter_map(move |(cost, top, step)| {
            let upon = self.allows(wish, (top, top + wish.height))?;
            let nearness = if step == 0 { Nearness::Beside } else { Nearness::Apart };
            Some((cost, Seat { top, nearness, upon }))
        })
    }

    /// What a label in this span would stand upon; nothing if it may not be there.
    fn allows(&self, wish: &Wish, span: Span) -> Option<Upon> {
        let (highest, lowest) = self.limits;
        let on_side = match wish.away {
            Away::Up => span.1 <= self.base,
            Away::Down => span.0 >= self.base,
        };
        if span.0 < highest || span.1 > lowest || !on_side || !self.is_free(span) {
            return None;
        }
        match self.bar {
            Some(bar) if !apart(bar, span) => {
                let inside = span.0 > bar.0 && span.1 < bar.1 && wish.ground == Ground::Any;
                inside.then_some(Upon::Bar)
            }
            _ => Some(Upon::Paper),
        }
    }

    fn is_free(&self, span: Span) -> bool {
        self.taken.iter().all(|taken| apart(*taken, span))
    }
}

/// How far a label moves at each try, in units, and how often.
const STRIDE: f64 = 3.0;
const FARTHEST: u32 = 100;

/// What it costs that the label of the higher value stands below the other.
fn disorder(one: &Wish, other: &Wish, seat: &Seat, next: &Seat) -> u32 {
    let (values, labels) = (one.anchor - other.anchor, seat.top - next.top);
    if values * labels < 0.0 { 20 } else { 0 }
}

fn apart(one: Span, other: Span) -> bool {
    one.1 <= other.0 || other.1 <= one.0
}

#[cfg(test)]
mod tests {
    use super::{Away, Column, Ground, Wish};

    #[test]
    fn labels_stay_within_the_limits_and_the_first_goes_before_the_second() {
        let wish = |anchor, away| Wish { anchor, clear: 1.0, height: 24.0, away, ground: Ground::Paper };
        let column = |base| Column { limits: (0.0, 40.0), base, bar: None, taken: Vec::new() };
        let top = |base, wish: Wish| column(base).seat(&wish).map(|seat| seat.top);
        assert_eq!(
            (top(40.0, wish(26.0, Away::Up)), top(0.0, wish(14.0, Away::Down))),
            (Some(1.0), Some(15.0))
        );
        // Out of the limits it would be nearer.
        assert_eq!(
            (top(40.0, wish(12.0, Away::Up)), top(0.0, wish(28.0, Away::Down))),
            (Some(13.0), Some(3.0))
        );
        let (one, other) = column(40.0).seats(Some(&wish(26.0, Away::Up)), Some(&wish(30.0, Away::Up)));
        assert_eq!((one.map(|seat| seat.top), other), (Some(1.0), None));
    }
}
