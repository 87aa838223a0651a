"""What is wrong with the files of a folder, byte for byte: which there are, and how their text is written."""
import re
import zipfile

from folder import BOM, OTHERS, parse

FORMULA = ('=', '+', '-', '@', '\t')
NUMBER = re.compile(r'-?(0|[1-9]\d*)(\.\d+)?')
NUMERIC = {'decimal', 'integer'}


def missing(folder):
    """Files that a folder must have, and those that nobody expects in it."""
    languages = {tag.lower().replace('-', '_'): tag for tag in readmes(folder)}
    expected = {*folder.tables, *OTHERS, folder.zip_name, *folder.excerpts}
    faults = [f'{name} is missing' for name in sorted(expected - folder.names)]
    faults += [f'there is no readme in {tag}' for tag in folder.languages if tag not in languages]
    charts = {name for name in folder.names if name.endswith('.svg')}
    if folder.kind == 'year' and not charts:
        faults.append('there is no chart')
    known = expected | charts | {f'readme.{tag}.txt' for tag in languages.values()}
    return faults + [f'{name} is not known' for name in sorted(folder.names - known)]


def readmes(folder):
    return [name.split('.')[1] for name in folder.names if re.fullmatch(r'readme\.[\w-]+\.txt', name)]


def packed(folder):
    """The zip has what the folder has, but for itself and the rows of single KPIs."""
    with zipfile.ZipFile(folder.path / folder.zip_name) as archive:
        faults = [f'{name} is damaged in the zip' for name in [archive.testzip()] if name]
        names = [info.filename for info in archive.infolist()]
        inside = {name: archive.read(name) for name in names}
    faults += [f'{name} is twice in the zip' for name in set(names) if names.count(name) > 1]
    outside = {name: folder.bytes(name) for name in folder.names - {folder.zip_name} - set(folder.excerpts)}
    faults += [f'{name} is not in the zip' for name in sorted(outside.keys() - inside.keys())]
    faults += [f'{name} is in the zip alone' for name in sorted(inside.keys() - outside.keys())]
    both = sorted(outside.keys() & inside.keys())
    return faults + [f'{name} is another in the zip' for name in both if outside[name] != inside[name]]


def written(folder):
    """UTF-8 with BOM, CRLF, one record a line, ASCII headers, nothing that a spreadsheet runs."""
    faults = []
    for subject in folder.subjects:
        faults += [f'{subject}: {fault}' for fault in table(folder, subject)]
    progress = folder.bytes(folder.table_name('progress'))
    header, *lines = progress.split(b'\r\n')
    for name, kpi in folder.excerpts.items():
        records = parse(progress)
        at = records[0].index('kpi_id')
        wanted = [line for line, record in zip(lines, records[1:], strict=False) if record[at] == kpi]
        if folder.bytes(name) != b''.join(line + b'\r\n' for line in [header, *wanted]):
            faults.append(f'{name} has other rows than the table has for {kpi}')
    return faults


def table(folder, subject):
    data = folder.bytes(folder.table_name(subject))
    if not data.startswith(BOM):
        yield 'it has no BOM'
    lines = data.decode().removeprefix('\ufeff').split('\r\n')
    if lines.pop() != '':
        yield 'its last line has no end'
    rows = parse(data)
    if len(lines) != len(rows) or any(re.search(r'[\r\n]', line) for line in lines):
        yield 'a record has more than one line, or ends otherwise than with CRLF'
    header, *records = rows
    if not all(re.fullmatch(r'[a-z][a-z0-9_]*', name) for name in header) or len(set(header)) < len(header):
        yield f'its header is not plain: {header}'
    types = folder.types(subject)
    for at, record in enumerate(records, 2):
        if len(record) != len(header):
            yield f'line {at} has {len(record)} cells, the header {len(header)}'
        for name, text in zip(header, record, strict=False):
            if (fault := cell(types.get(name), text)):
                yield f'line {at}, {name}: {text!r} {fault}'


def cell(kind, text):
    """What is wrong with a cell of a kind, if anything."""
    if kind in NUMERIC:
        return None if not text or NUMBER.fullmatch(text) else 'is no plain number'
    if kind == 'boolean':
        return None if text in ('', 'true', 'false') else 'is neither true nor false'
    if text.startswith(FORMULA):
        return 'would be run'
    if re.search(r'[\x00-\x1f\x7f]', text) or text != text.strip():
        return 'has a control character, or blanks at an end'
    return None
