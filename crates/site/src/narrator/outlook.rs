//! What a year comes to, in a sentence or two made from the counts.

use crate::phrase::Phrase;
use crate::report::Outlook;
use crate::voice::Voice;

impl Voice<'_> {
    /// How many KPIs are on target, how many are behind, and how many say nothing of it.
    pub(crate) fn outlook(&self, outlook: Outlook) -> Phrase {
        let Outlook { total, evaluated, good, behind, has_tone } = outlook;
        let first = match (has_tone, behind) {
            (false, _) => "summary-evaluated",
            (true, 0) => "summary-none-behind",
            (true, _) => "summary-behind",
        };
        let args = [
            ("total", total.into()),
            ("evaluated", evaluated.into()),
            ("good", good.into()),
            ("behind", behind.into()),
        ];
        let outside = if has_tone { evaluated - good - behind } else { 0 };
        let rest = [("summary-outside", outside), ("summary-unevaluated", total - evaluated)];
        let rest = rest.into_iter().filter(|(_, count)| *count > 0);
        let rest = rest.map(|(id, count)| self.fill(id, [("count", count.into())]));
        self.paragraph([self.fill(first, args)].into_iter().chain(rest))
    }
}
