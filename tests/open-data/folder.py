"""A folder of open data as it lies on disk: which files it must have, and its tables as bare rows of text."""
import csv
import functools
import io
import itertools
import json
import pathlib
import re
from decimal import Decimal

ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGET = ROOT / 'target'
BOM = b'\xef\xbb\xbf'
# Tables of a year's folder and of a plan's, and the other files of both.
TABLES = {'year': ['progress', 'evaluation_codes', 'breakdown', 'updates'], 'plan': ['progress', 'evaluation_codes', 'updates']}
OTHERS = ['progress.json', 'progress.schema.json', 'csv-metadata.json', 'datapackage.json', 'dcat.jsonld']
STATUSES = {'reported', 'not_set', 'closed', 'revised', 'unread'}


class Folder:
    """The data of a year of a plan, or of a plan: `dx/2023/data`, `dx/data`. What was read once is kept."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        above = self.path.parent
        self.kind = 'year' if re.fullmatch(r'\d{4}', above.name) else 'plan'
        self.year = int(above.name) if self.kind == 'year' else None
        self.plan = above.parent.name if self.kind == 'year' else above.name

    def __str__(self):
        return '/'.join(self.path.parts[-4:] if self.kind == 'year' else self.path.parts[-3:])

    @functools.cached_property
    def stem(self):
        """What the names of its files begin with: `221309_dx_2023`; the code of the municipality where the site has one."""
        end = f'{self.plan}_{self.year}' if self.year else self.plan
        pattern = re.compile(rf'((?:\d{{6}}_)?{re.escape(end)})_progress\.csv')
        stems = [match[1] for name in sorted(self.names) if (match := pattern.fullmatch(name))]
        return stems[0] if len(stems) == 1 else end

    @property
    def code(self):
        """The code of the municipality, a text of six digits, or nothing."""
        return self.stem.split('_')[0] if re.match(r'\d{6}_', self.stem) else ''

    @property
    def names(self):
        return {file.name for file in self.path.iterdir()}

    @property
    def zip_name(self):
        return f'{self.stem}.zip'

    def table_name(self, subject):
        return f'{self.stem}_{subject}.csv'

    @property
    def subjects(self):
        return TABLES[self.kind]

    @property
    def tables(self):
        return [self.table_name(subject) for subject in self.subjects]

    @property
    def excerpts(self):
        """The files with the rows of one KPI each, of a year alone."""
        return {f'{kpi}.csv': kpi for kpi in self.column('progress', 'kpi_id')} if self.kind == 'year' else {}

    def bytes(self, name):
        return (self.path / name).read_bytes()

    @functools.cache
    def json(self, name):
        """A JSON file, its numbers exact; a name that comes twice in an object is an error."""
        return json.loads(self.bytes(name), parse_float=Decimal, object_pairs_hook=once)

    @functools.cache
    def rows(self, subject):
        """The header and the records of a table, as texts."""
        return parse(self.bytes(self.table_name(subject)))

    @functools.cache
    def records(self, subject):
        header, *rows = self.rows(subject)
        return [dict(zip(header, row, strict=True)) for row in rows]

    def column(self, subject, name):
        return list(dict.fromkeys(record[name] for record in self.records(subject)))

    @property
    def languages(self):
        """The languages of the site as headers have them: `ja`, `pt_br`."""
        return [name.removeprefix('kpi_') for name in self.rows('progress')[0] if re.fullmatch(r'kpi_(?!id$|number$)\w+', name)]

    @functools.cache
    def types(self, subject):
        """What csv-metadata.json says that each column of a table holds: its base type."""
        for table in self.json('csv-metadata.json')['tables']:
            if table['url'] == self.table_name(subject):
                columns = table['tableSchema']['columns']
                kind = {column['name']: column['datatype'] for column in columns}
                return {name: kind['base'] if isinstance(kind, dict) else kind for name, kind in kind.items()}
        return {}


def once(pairs):
    names = [name for name, _ in pairs]
    twice = {name for name in names if names.count(name) > 1}
    assert not twice, f'twice in an object: {twice}'
    return dict(pairs)


def parse(data):
    """Rows of a CSV file by the letter of RFC 4180."""
    return list(csv.reader(io.StringIO(data.removeprefix(BOM).decode(), newline=''), strict=True))


def sites():
    """The sites that `make sites` builds."""
    others = TARGET / 'other-sites'
    return [TARGET / 'example-site', *(sorted(others.iterdir()) if others.is_dir() else []), TARGET / 'hostile-site']


def folders():
    """The folders of data that the sites must have: one for each year of each plan, and one for each plan."""
    for site in sites():
        years = sorted(page.parent for page in site.glob('*/[0-9][0-9][0-9][0-9]/index.html'))
        for plan, of_plan in itertools.groupby(years, lambda year: year.parent):
            yield from (Folder(year / 'data') for year in of_plan)
            yield Folder(plan / 'data')
