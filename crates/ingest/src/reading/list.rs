//! Cells that list items: lines that start with ・ or another mark. A hyphen is a mark only where no number
//! can follow, for `-5%` is one.

use nendo_model::Reading;

use super::source::Text;

const MARKS: [char; 12] = ['・', '•', '●', '○', '■', '□', '◆', '◇', '◦', '▪', '‣', '⚫'];

/// The items where the first line that is not blank starts with a mark. A line without one continues the
/// item above it, and the line break between them is kept.
pub(super) fn list(text: Text<'_>) -> Option<Reading> {
    let mut items: Vec<String> = Vec::new();
    for line in text.split(|letter| matches!(letter, '\n' | '\r')).map(Text::trim) {
        if line.is_empty() {
            continue;
        }
        if let Some(item) = item(line) {
            items.push(item.written());
        } else {
            let above = items.last_mut()?;
            above.push('\n');
            above.push_str(&line.written());
        }
    }
    (!items.is_empty()).then_some(Reading::List(items))
}

/// What stands after the mark of a line.
fn item(line: Text<'_>) -> Option<Text<'_>> {
    let mark = line.first()?;
    let after = line.skip(1);
    let item = after.trim_start();
    // ○○システム leaves a name open, and a mark alone is a grade or a dash.
    let first = item.first().filter(|first| *first != mark)?;
    let spaced = item.len() < after.len() && !first.is_ascii_digit();
    (MARKS.contains(&mark) || spaced && matches!(mark, '-' | '*' | '–')).then_some(item)
}
