//! Cells with more than one quantity: a range from one to another, or several with a name each.

use nendo_model::{Bound, Magnitude, Quantity, Range, Several};

use super::label::{self, Kind};
use super::measure::{self, Measure};
use super::source::Text;
use super::tail::Qualifier;

/// `10〜15件`, `40%以上,60%以下`. `None` for ends that are not in one unit, or not in order.
pub(super) fn range(text: Text<'_>) -> Option<Range> {
    let labelled = label::split(text);
    if labelled.kind != Kind::Plain {
        return None;
    }
    let (mut low, rest) = measure::measure(labelled.body).ok()?;
    let rest = rest.trim_start();
    let plain = |bound: Bound| matches!(bound, Bound::Exact | Bound::About);
    let (high, rest) = match rest.strip("~").filter(|_| plain(low.bound)) {
        Some(rest) => {
            let (mut high, rest) = measure::measure(rest.trim_start()).ok()?;
            borrow_unit(&mut low, &high)?;
            // 約10〜15件 and 10〜15件程度 are about both ends.
            if plain(high.bound) && low.bound != high.bound {
                (low.bound, high.bound) = (Bound::About, Bound::About);
            }
            (high, rest)
        }
        None => bounds(&low, rest)?,
    };
    let bounds_fit = low.bound == high.bound || !plain(low.bound) && !plain(high.bound);
    if !bounds_fit || low.unit != high.unit || low.value > high.value {
        return None;
    }
    let mut range = Range { lowest: low.into_quantity(), highest: high.into_quantity() };
    range.lowest.label = labelled.label.map(Text::written);
    range.highest.label.clone_from(&range.lowest.label);
    if !qualifiers(rest, &mut range.lowest)?.is_empty() {
        return None;
    }
    range.highest.cumulative = range.lowest.cumulative;
    range.highest.revision = range.lowest.revision;
    Some(range)
}

/// `男女計:8.5% 男性:12.9% 女性:2.8%`: two or more, each with its own name.
pub(super) fn several(text: Text<'_>) -> Option<Several> {
    let mut quantities = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let labelled = label::split(rest);
        let name = labelled.label.filter(|_| labelled.kind == Kind::Plain)?;
        let (measure, after) = measure::measure(labelled.body).ok()?;
        let mut quantity = Quantity { label: Some(name.written()), ..measure.into_quantity() };
        let after = qualifiers(after, &mut quantity)?;
        rest = after.skip_while(|letter| letter.is_whitespace() || matches!(letter, '、' | ',' | ';' | '/'));
        let separated = rest.len() < after.len() || after.len() < labelled.body.len() && rest.is_empty();
        if !separated {
            return None;
        }
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
fn bounds<'a>(low: &Measure, rest: Text<'a>) -> Option<(Measure, Text<'a>)> {
    if !matches!(low.bound, Bound::AtLeast | Bound::MoreThan) {
        return None;
    }
    let rest = rest.strip_any(&[",", "、", "~", "かつ"]).map_or(rest, |(_, rest)| rest.trim_start());
    let (high, rest) = measure::measure(rest).ok()?;
    matches!(high.bound, Bound::AtMost | Bound::LessThan).then_some((high, rest))
}

/// 10〜15件 names its unit once. 10〜15万人 does not say whether 10 is ten or a hundred thousand.
fn borrow_unit(low: &mut Measure, high: &Measure) -> Option<()> {
    let years = |measure: &Measure| {
        measure.unit.is_empty() && measure.value >= 1900.into() && measure.value < 2200.into()
    };
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
            Some((inner, after)) => Qualifier::strip(inner.trim())
                .filter(|(_, rest)| rest.is_empty())
                .map(|(qualifier, _)| (qualifier, after)),
            None => Qualifier::strip(start),
        };
        let Some((qualifier, after)) = found else { return Some(rest) };
        qualifier.apply(quantity).ok()?;
        rest = after;
    }
}
