"""What LibreOffice Calc makes of tables that it opens by its defaults, as someone does who double-clicks them: it opens them and saves
them as a flat OpenDocument sheet, which says of each cell what it is. Its dialog takes a file with a BOM for UTF-8; without the dialog it
must be told."""
import shutil
import subprocess
from decimal import Decimal
from xml.etree import ElementTree

from files import NUMERIC

OFFICE = '{urn:oasis:names:tc:opendocument:xmlns:office:1.0}'
SHEET = '{urn:oasis:names:tc:opendocument:xmlns:table:1.0}'
TEXT = '{urn:oasis:names:tc:opendocument:xmlns:text:1.0}'
# No table is as wide or as long as the blank cells at the ends of a sheet.
END = 10_000
# As the dialog has it: comma, quote, UTF-8, from the first line on, nothing for single columns, the usual language, no special numbers. That
# formulas are evaluated is what it does not propose, so that one that is not guarded is seen.
PROPOSED = 'CSV:44,34,76,1,,0,false,false'


def opened(files, place):
    """Opens files, each with a name of its own, and gives for each the rows of its sheet."""
    (place / 'in').mkdir(parents=True)
    for name, path in files.items():
        shutil.copy(path, place / 'in' / f'{name}.csv')
    command = ['soffice', f'-env:UserInstallation=file://{place}/profile', '--headless', f'--infilter={PROPOSED}',
               '--convert-to', 'fods', '--outdir', place / 'out']
    subprocess.run([*command, *sorted((place / 'in').iterdir())], check=True, capture_output=True, timeout=180)
    return {name: sheet(place / 'out' / f'{name}.fods') for name in files}


def sheet(path):
    """The rows of a sheet; a cell is its kind, its value, what it shows, and its formula."""
    rows = []
    for row in ElementTree.parse(path).iter(f'{SHEET}table-row'):
        cells = []
        for node in row.iter(f'{SHEET}table-cell'):
            times = int(node.get(f'{SHEET}number-columns-repeated', 1))
            cells += [cell(node)] * (times if times < END else 1)
        while cells and cells[-1][0] is None:
            cells.pop()
        times = int(row.get(f'{SHEET}number-rows-repeated', 1))
        rows += [cells] * (times if times < END else 1)
    while rows and not rows[-1]:
        rows.pop()
    return rows


def cell(node):
    kind = node.get(f'{OFFICE}value-type')
    value = node.get(f'{OFFICE}value') or node.get(f'{OFFICE}date-value') or node.get(f'{OFFICE}boolean-value')
    shown = '\n'.join(''.join(letters(line)) for line in node.iter(f'{TEXT}p'))
    return kind, value, shown, node.get(f'{SHEET}formula')


def letters(node):
    """The text of a paragraph; blanks that follow one another are an element."""
    if node.tag == f'{TEXT}s':
        yield ' ' * int(node.get(f'{TEXT}c', 1))
    yield node.text or ''
    for inner in node:
        yield from letters(inner)
        yield inner.tail or ''


def faults(rows, header, records, types):
    """Where a sheet says otherwise than the table that it was opened from."""
    shown = [[shown for _, _, shown, _ in row] for row in rows[:1]]
    if shown != [header] or len(rows) != 1 + len(records):
        return [f'{len(rows)} rows under {shown}']
    found = []
    for at, (row, record) in enumerate(zip(rows[1:], records, strict=True), 2):
        row = row + [(None, None, '', None)] * (len(record) - len(row))
        if len(row) > len(record):
            found.append(f'row {at} has {len(row)} cells')
        for name, text, (kind, value, shown, formula) in zip(header, record, row, strict=False):
            if formula:
                found.append(f'row {at}, {name}: {text!r} became {formula}')
            elif not is_same(types[name], text, kind, value, shown):
                found.append(f'row {at}, {name}: {text!r} became {kind} {value}, {shown!r}')
    return found


def is_same(base, text, kind, value, shown):
    if not text:
        return kind is None
    if base in NUMERIC:
        return kind == 'float' and same_number(value, text)
    if base == 'boolean':
        return shown.lower() == text or (kind == 'boolean' and value == text)
    if base == 'date':
        return kind == 'date' and value == text
    # A text that looks like a number becomes one, `1,182` as well.
    number = text.replace(',', '')
    return shown == text if kind == 'string' else kind == 'float' and number.replace('.', '', 1).isdigit() and same_number(value, number)


def same_number(value, text):
    """A spreadsheet keeps fifteen digits of a number."""
    return abs(Decimal(value) - Decimal(text)) <= abs(Decimal(text)) * Decimal('1e-14')
