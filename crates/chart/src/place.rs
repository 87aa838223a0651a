//! Where the labels of one fiscal year go. Within a band the bar, the target's line and up to two labels share a column, so
//! a label must find a height at which it touches none of the others. Heights are in units, downwards; knows no text.

/// What already stands in the column.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    /// The highest and the lowest place a label may reach.
    pub(crate) limits: (f64, f64),
    /// The zero line; a label stays on its value's side.
    pub(crate) zero: f64,
    /// Upper and lower edge of the bar.
    pub(crate) bar: Option<(f64, f64)>,
    /// Upper and lower edge of the target's line with its marker.
    pub(crate) line: Option<(f64, f64)>,
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
    /// The cheapest places for both labels that leave everything readable; a label without any is left out.
    pub(crate) fn seats(&self, one: Option<&Wish>, other: Option<&Wish>) -> (Option<Seat>, Option<Seat>) {
        let (Some(one), Some(other)) = (one, other) else {
            let first = |wish| self.places(wish).first().map(|(_, seat)| *seat);
            return (one.and_then(first), other.and_then(first));
        };
        let (ones, others) = (self.places(one), self.places(other));
        let mut best: Option<(u32, Seat, Seat)> = None;
        for (cost, seat) in &ones {
            for (more, next) in &others {
                let dearer = |cost| best.is_some_and(|(least, ..)| cost >= least);
                // Places come cheapest first.
                if dearer(cost + more) {
                    break;
                }
                let cost = cost + more + disorder(one, other, seat, next);
                let free = apart((seat.top, seat.top + one.height), (next.top, next.top + other.height));
                if free && !dearer(cost) {
                    best = Some((cost, *seat, *next));
                }
            }
        }
        match best {
            Some((_, seat, next)) => (Some(seat), Some(next)),
            None => (ones.first().map(|(_, seat)| *seat), None),
        }
    }

    /// All places this label could take, cheapest first.
    fn places(&self, wish: &Wish) -> Vec<(u32, Seat)> {
        let above = wish.anchor - wish.clear - wish.height;
        let below = wish.anchor + wish.clear;
        let (out, back, sign) = match wish.away {
            Away::Up => (above, below, -1.0),
            Away::Down => (below, above, 1.0),
        };
        let mut places = Vec::new();
        for step in 0..FARTHEST {
            let far = f64::from(step) * STRIDE;
            let cost = if step == 0 { 0 } else { 2 * step + 2 };
            places.push((cost, out + sign * far, step));
            places.push((cost + 1, back - sign * far, step));
        }
        places
            .into_iter()
            .filter_map(|(cost, top, step)| {
                let upon = self.allows(wish, (top, top + wish.height))?;
                let nearness = if step == 0 { Nearness::Beside } else { Nearness::Apart };
                Some((cost, Seat { top, nearness, upon }))
            })
            .collect()
    }

    /// What a label in this span would stand upon; nothing if it may not be there.
    fn allows(&self, wish: &Wish, span: (f64, f64)) -> Option<Upon> {
        let (highest, lowest) = self.limits;
        let clear = span.0 >= highest
            && span.1 <= lowest
            && match wish.away {
                Away::Up => span.1 <= self.zero,
                Away::Down => span.0 >= self.zero,
            }
            && self.line.is_none_or(|line| apart(line, span));
        match self.bar {
            _ if !clear => None,
            Some(bar) if !apart(bar, span) => {
                let inside = span.0 > bar.0 && span.1 < bar.1 && wish.ground == Ground::Any;
                inside.then_some(Upon::Bar)
            }
            _ => Some(Upon::Paper),
        }
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

fn apart(one: (f64, f64), other: (f64, f64)) -> bool {
    one.1 <= other.0 || other.1 <= one.0
}
