//! Cells with more than one quantity: a range from one to another, or several with a name each.

use nendo_model::{Bound, Decimal, Magnitude, Quantity, Range, Several};

use super::ending::Qualifier;
use super::label::{self, Label};
use super::measure;
use super::source::Text;

/// `10〜15件`, `40%以上,60%以下`. `None` for ends that are not in one unit, or not in order.
pub(super) fn range(text: Text<'_>) -> Option<Range> {
    let (label, body) = label::split(text);
    let name = label.and_then(Label::name);
    if label.is_some() != name.is_some() {
        return None;
    }
    let (mut low, rest) = measure::measure(body).ok()?;
    let rest = rest.trim_start();
    let plain = |bound: Bound| matches!(bound, Bound::Exact | Bound::About);
    let (mut high, rest) = match rest.strip("~").filter(|_| plain(low.bound)) {
        Some(rest) => {
            let (mut high, rest) = measure::measure(rest.trim_start()).ok()?;
            borrow_unit(&mut low, &high)?;
            // 約10〜15件 and 10〜15件程度 are about both ends.
            if low.bound != high.bound {
                (low.bound, high.bound) = (Bound::About, Bound::About);
            }
            (high, rest)
        }
        None => bounds(&low, rest)?,
    };
    if low.unit != high.unit || low.value > high.value {
        return None;
    }
    for end in [&mut low, &mut high] {
        end.label = name.map(Text::written);
        if !qualifiers(rest, end)?.is_empty() {
            return None;
        }
    }
    Some(Range { lowest: low, highest: high })
}

/// `男女計:8.5% 男性:12.9% 女性:2.8%`: two or more, each with its own name.
pub(super) fn several(text: Text<'_>) -> Option<Several> {
    let mut quantities = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (label, body) = label::split(rest);
        let name = label?.name()?;
        let (mut quantity, after) = measure::measure(body).ok()?;
        quantity.label = Some(name.written());
        rest = label::next(qualifiers(after, &mut quantity)?)?;
        quantities.push(quantity);
    }
    let totals: Vec<usize> = quantities
        .iter()
        .enumerate()
        .filter(|(_, quantity)| quantity.label.as_deref().is_some_and(names_total))
        .map(|(at, _)| at)
        .collect();
    let total = if let [total] = totals[..] { Some(total) } else { None };
    (quantities.len() >= 2).then_some(Several { quantities, total })
}

/// Whether a name is that of the whole. 小計, 推計 and 会計 end in 計 too.
fn names_total(name: &str) -> bool {
    ["合計", "全体", "総数", "総計", "男女計"].iter().any(|word| name.ends_with(word)) || name == "計"
}

/// The upper end after a lower one that says 以上.
fn bounds<'a>(low: &Quantity, rest: Text<'a>) -> Option<(Quantity, Text<'a>)> {
    if !matches!(low.bound, Bound::AtLeast | Bound::MoreThan) {
        return None;
    }
    let rest = rest.strip_any(&[",", "、", "~", "かつ"]).map_or(rest, Text::trim_start);
    let (high, rest) = measure::measure(rest).ok()?;
    matches!(high.bound, Bound::AtMost | Bound::LessThan).then_some((high, rest))
}

/// 10〜15件 names its unit once. 10〜15万人 does not say whether 10 is ten or a hundred thousand.
fn borrow_unit(low: &mut Quantity, high: &Quantity) -> Option<()> {
    let years =
        |end: &Quantity| end.unit.is_empty() && (Decimal::from(1900)..2200.into()).contains(&end.value);
    if low.magnitude != high.magnitude && low.magnitude == Magnitude::One && !low.value.is_zero()
        || years(low) && years(high)
        || !matches!(high.bound, Bound::Exact | Bound::About)
    {
        return None;
    }
    if low.unit.is_empty() {
        low.unit.clone_from(&high.unit);
    }
    Some(())
}

/// Takes `(累計)` and its like off the start of a text.
fn qualifiers<'a>(text: Text<'a>, quantity: &mut Quantity) -> Option<Text<'a>> {
    let mut rest = text;
    loop {
        let start = rest.trim_start();
        let found = match start.parenthesis() {
            Some((inner, after)) => Qualifier::whole(inner.trim()).map(|qualifier| (qualifier, after)),
            None => Qualifier::strip(start),
        };
        let Some((qualifier, after)) = found else { return Some(rest) };
        qualifier.apply(quantity).ok()?;
        rest = after;
    }
}
