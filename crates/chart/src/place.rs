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
    /// What it came to stand upon.
    pub(crate) upon: Upon,
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

    /// The place right beside the value, for a label that makes sense nowhere else.
    pub(crate) fn beside(&self, wish: &Wish) -> Option<Seat> {
        self.places(wish).next().filter(|(cost, _)| *cost <= BACK).map(|(_, seat)| seat)
    }

    /// The cheapest places for both labels; a label without any is left out.
    pub(crate) fn seats(&self, wishes: [Option<&Wish>; 2]) -> [Option<Seat>; 2] {
        let [Some(one), Some(other)] = wishes else { return wishes.map(|wish| self.seat(wish?)) };
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
        best.map_or_else(|| [self.seat(one), None], |(_, seat, next)| [Some(seat), Some(next)])
    }

    /// The upper edge of a label within a part of the bar, as near to its middle as what stands there lets it.
    pub(crate) fn within(&self, part: Span, height: f64) -> Option<f64> {
        let middle = f64::midpoint(part.0, part.1) - height / 2.0;
        let mut tops =
            (0..FARTHEST).flat_map(|step| [-1.0, 1.0].map(|sign| middle + sign * f64::from(step) * STRIDE));
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
            [(2 * step, out + sign * far), (2 * step + BACK, back - sign * far)]
        });
        tries.filter_map(move |(cost, top)| {
            let upon = self.allows(wish, (top, top + wish.height))?;
            Some((cost, Seat { top, upon }))
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

/// What it costs to stand on the side of the value that is nearer to zero; a stride costs two.
const BACK: u32 = 1;

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
    use super::{Away, Column, Ground, Upon, Wish};

    fn wish(anchor: f64, away: Away) -> Wish {
        Wish { anchor, clear: 1.0, height: 24.0, away, ground: Ground::Any }
    }

    fn column(limits: (f64, f64), base: f64, taken: &[(f64, f64)]) -> Column {
        Column { limits, base, bar: None, taken: taken.to_vec() }
    }

    #[test]
    fn labels_stay_within_the_limits_and_the_first_goes_before_the_second() {
        let top = |base, wish: Wish| column((0.0, 40.0), base, &[]).seat(&wish).map(|seat| seat.top);
        assert_eq!(top(40.0, wish(25.0, Away::Up)), Some(0.0));
        assert_eq!(top(0.0, wish(15.0, Away::Down)), Some(16.0));
        // Out of the limits it would be nearer.
        assert_eq!(top(40.0, wish(12.0, Away::Up)), Some(13.0));
        assert_eq!(top(0.0, wish(28.0, Away::Down)), Some(3.0));
        let both = [Some(&wish(26.0, Away::Up)), Some(&wish(30.0, Away::Up))];
        let [one, other] = column((0.0, 40.0), 40.0, &[]).seats(both);
        assert_eq!((one.map(|seat| seat.top), other), (Some(1.0), None));
    }

    #[test]
    fn a_label_goes_out_then_back_then_farther_by_strides() {
        let tops = |taken: &[(f64, f64)]| {
            let (column, wish) = (column((0.0, 200.0), 200.0, taken), wish(100.0, Away::Up));
            [column.seat(&wish), column.beside(&wish)].map(|seat| seat.map(|seat| seat.top))
        };
        assert_eq!(tops(&[]), [Some(75.0), Some(75.0)]);
        assert_eq!(tops(&[(90.0, 99.5)]), [Some(101.0), Some(101.0)]);
        assert_eq!(tops(&[(90.0, 101.5)]), [Some(104.0), None], "that is not beside it");
        assert_eq!(tops(&[(98.0, 110.0)]), [Some(72.0), None]);
    }

    #[test]
    fn a_label_stands_upon_the_bar_or_beside_it_but_never_on_its_edge() {
        let seat = |bar: (f64, f64), clear: f64, ground: Ground| {
            let column = Column { bar: Some(bar), ..column((80.0, 200.0), 200.0, &[]) };
            column.seat(&Wish { clear, ground, ..wish(100.0, Away::Up) }).map(|seat| (seat.top, seat.upon))
        };
        assert_eq!(seat((100.0, 200.0), 1.0, Ground::Any), Some((101.0, Upon::Bar)));
        assert_eq!(seat((100.0, 200.0), 0.0, Ground::Any), Some((103.0, Upon::Bar)));
        assert_eq!(seat((100.0, 125.0), 1.0, Ground::Any), Some((125.0, Upon::Paper)));
        assert_eq!(seat((100.0, 200.0), 1.0, Ground::Paper), None);
    }

    #[test]
    fn a_label_within_a_part_is_as_near_to_its_middle_as_it_can_be() {
        let within = |part, taken| column((0.0, 200.0), 200.0, &[taken]).within(part, 24.0);
        assert_eq!(within((100.0, 160.0), (0.0, 1.0)), Some(118.0));
        assert_eq!(within((100.0, 160.0), (110.0, 119.0)), Some(121.0));
        assert_eq!(within((100.0, 160.0), (141.0, 150.0)), Some(115.0));
        assert_eq!(within((100.0, 160.0), (110.0, 125.0)), Some(127.0));
        assert_eq!(within((100.0, 130.0), (126.0, 131.0)), None, "not upon its edge");
        assert_eq!(within((100.0, 130.0), (99.0, 104.0)), None, "nor upon the other");
    }

    #[test]
    fn the_higher_value_has_the_higher_label() {
        let tops = |one: f64, other: f64, taken: &[(f64, f64)]| {
            let wishes = [wish(one, Away::Up), wish(other, Away::Up)];
            let seats = column((0.0, 300.0), 300.0, taken).seats(wishes.each_ref().map(Some));
            seats.map(|seat| seat.map(|seat| seat.top))
        };
        assert_eq!(tops(100.0, 200.0, &[]), [75.0, 175.0].map(Some));
        assert_eq!(tops(100.0, 104.0, &[]), [75.0, 105.0].map(Some), "out, and back");
        assert_eq!(tops(104.0, 100.0, &[]), [105.0, 75.0].map(Some));
        assert_eq!(
            tops(104.0, 100.0, &[(101.0, 128.0)]),
            [129.0, 75.0].map(Some),
            "farther, rather than in disorder"
        );
        assert_eq!(tops(104.0, 100.0, &[(101.0, 180.0)]), [76.0, 51.0].map(Some), "or both of them");
    }
}
