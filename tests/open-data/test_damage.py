"""Each check sees what it is for: the example's data, damaged in one way, does not pass it. A check that nothing fails would judge nothing."""
import json
import shutil
import zipfile

import pytest

import agreement
import calc
import files
import metadata
import readers
from folder import BOM, TARGET, Folder

YEAR, PLAN = 'dx/2023/data', 'dx/data'
PROGRESS, CODES = '221309_dx_2023_progress.csv', '221309_dx_2023_evaluation_codes.csv'
FIRST = 'service-1-1'


def swapped(old, new):
    """The first of a text gives way to another."""
    def change(data):
        text = data.decode()
        assert old in text, old
        return text.replace(old, new, 1).encode()
    return change


def changed(change):
    """A JSON file with something else in it."""
    def damage(data):
        value = json.loads(data)
        change(value)
        return json.dumps(value).encode()
    return damage


def column(table, name):
    return next(column for column in table['columns' if 'columns' in table else 'fields'] if column['name'] == name)


def last_row_again(data):
    return data + data.removesuffix(b'\r\n').split(b'\r\n')[-1] + b'\r\n'


def first_year(value):
    return value['branches'][0]['branches'][0]['kpis'][0]['years'][0]


DAMAGES = {
    'no BOM': (YEAR, PROGRESS, lambda data: data.removeprefix(BOM), files.written),
    'LF': (YEAR, PROGRESS, lambda data: data.replace(b'\r\n', b'\n'), files.written),
    'a line break in a cell': (YEAR, PROGRESS, swapped('reported,56,%,56%', 'reported,56,%,"5\r\n6%"'), files.written),
    'a percent sign among values': (YEAR, PROGRESS, swapped(',84,%', ',84%,%'), files.written),
    'a formula': (YEAR, PROGRESS, swapped('オンライン化率', '=1+1'), files.written),
    'an excerpt of another year': (YEAR, f'{FIRST}.csv', swapped(',84,%', ',85,%'), files.written),
    'a header with a blank': (YEAR, PROGRESS, swapped('kpi_id', 'kpi id'), files.written),
    'a file that went': (YEAR, CODES, None, files.missing),
    'a file that nobody knows': (YEAR, 'Thumbs.db', b'', files.missing),
    'another file in the zip': (YEAR, CODES, swapped('A,', 'a,'), files.packed),
    'a grade that is none': (YEAR, PROGRESS, swapped(',false,B,', ',false,X,'), metadata.csvw),
    'a word for a number': (YEAR, PROGRESS, swapped(',84,%', ',many,%'), metadata.csvw),
    'a blank id': (YEAR, PROGRESS, swapped(f',{FIRST},', ',,'), metadata.csvw),
    'a row twice': (YEAR, PROGRESS, last_row_again, metadata.csvw),
    'columns in another order': (YEAR, PROGRESS, swapped('target_value,target_unit', 'target_unit,target_value'), metadata.csvw),
    'no title in a language': (YEAR, 'csv-metadata.json', changed(lambda value: value['tables'][0]['tableSchema']['columns'][0]['titles'].pop('en')), metadata.csvw),
    'a status that is none': (YEAR, PROGRESS, swapped(',reported,', ',done,'), metadata.package),
    'a row twice, to frictionless': (YEAR, PROGRESS, last_row_again, metadata.package),
    'another type in the package': (YEAR, 'datapackage.json', changed(lambda value: column(value['resources'][0]['schema'], 'fiscal_year').update(type='string')), metadata.package),
    'another size in the package': (YEAR, 'datapackage.json', changed(lambda value: value['resources'][0].update(bytes=1)), metadata.package),
    'a title that is no text': (YEAR, 'datapackage.json', changed(lambda value: value.update(title={'ja': 'x'})), metadata.package),
    'a property that nobody knows': (YEAR, 'progress.json', changed(lambda value: value.update(more=1)), metadata.schema),
    'a number as a text': (YEAR, 'progress.json', changed(lambda value: first_year(value)['target'].update(value='84')), metadata.schema),
    'a status that is none, in JSON': (YEAR, 'progress.json', changed(lambda value: first_year(value)['target'].update(status='done')), metadata.schema),
    'a context from the network': (YEAR, 'dcat.jsonld', changed(lambda value: value.update({'@context': 'https://city.example/context'})), metadata.dcat),
    'a term that is none': (YEAR, 'dcat.jsonld', changed(lambda value: value.update({'dcat:publishr': 'x'})), metadata.dcat),
    'a download of nothing': (YEAR, 'dcat.jsonld', changed(lambda value: value['distribution'][0].update(downloadURL='none.csv')), metadata.dcat),
    'another size in the catalogue': (YEAR, 'dcat.jsonld', changed(lambda value: value['distribution'][0].update(byteSize='1')), metadata.dcat),
    'no title in the catalogue': (YEAR, 'dcat.jsonld', changed(lambda value: value.pop('title')), metadata.dcat),
    'a word for a number, to pandas': (YEAR, PROGRESS, swapped(',84,%', ',many,%'), readers.by_pandas),
    'a word for a number, to DuckDB': (YEAR, PROGRESS, swapped(',84,%', ',many,%'), readers.by_duckdb),
    'another value in JSON': (YEAR, 'progress.json', changed(lambda value: first_year(value)['target'].update(value=83)), agreement.figures),
    'zero for a blank': (YEAR, PROGRESS, swapped(',,,—,—,not_set', ',0,,—,—,not_set'), agreement.figures),
    'another value in JSON of all years': (PLAN, 'progress.json', changed(lambda value: value['kpis'][0]['years'][0]['target'].update(value=83)), agreement.figures),
    'a part of no KPI': (YEAR, '221309_dx_2023_breakdown.csv', swapped(',service-', ',servic-'), agreement.names),
    'a part that is another': (YEAR, '221309_dx_2023_breakdown.csv', swapped(',66,', ',67,'), agreement.parts),
    'a code that lost its zero': (YEAR, PROGRESS, swapped('\r\n221309,', '\r\n21309,'), agreement.names),
    'a grade without a meaning': (YEAR, CODES, swapped('\r\nB,', '\r\nb,'), agreement.names),
    'two that stand': (PLAN, '221309_dx_progress.csv', last_row_again, agreement.standing),
}


@pytest.fixture
def copied(tmp_path):
    shutil.copytree(TARGET / 'example-site' / 'dx', tmp_path / 'dx')
    return tmp_path


@pytest.mark.parametrize('name', DAMAGES)
def test_damage_is_seen(copied, name):
    place, file, change, check = DAMAGES[name]
    path = copied / place / file
    if change is None:
        path.unlink()
    elif isinstance(change, bytes):
        path.write_bytes(change)
    else:
        path.write_bytes(change(path.read_bytes()))
    try:
        faults = check(Folder(copied / place))
    except Exception as error:  # What a reader cannot read at all, it has judged as well.
        faults = [error]
    assert faults


def test_a_link_of_a_page_to_nothing_is_seen(copied):
    page = copied / 'dx/2023/ja/data.html'
    page.write_text(page.read_text().replace('"contentUrl":"../data/', '"contentUrl":"../data/no-'))
    assert metadata.linked(Folder(copied / YEAR))


def test_a_zip_without_a_file_is_seen(copied):
    folder = Folder(copied / YEAR)
    path = folder.path / folder.zip_name
    with zipfile.ZipFile(path) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()[1:]}
    with zipfile.ZipFile(path, 'w') as archive:
        for name, data in kept.items():
            archive.writestr(name, data)
    assert len(files.packed(folder)) == 1


CALC = {
    'a formula': ('=1+1', 'string'),
    'a signed number': ('+1', 'string'),
    'a word for a number': ('84%', 'decimal'),
    'a date that is none': ('2024-02-30', 'date'),
}


def test_calc_sees_damage(tmp_path):
    tables = {}
    for at, (text, _) in enumerate(CALC.values()):
        tables[str(at)] = tmp_path / f'{at}.csv'
        tables[str(at)].write_bytes(BOM + f'名前,x\r\nあ,{text}\r\n'.encode())
    sheets = calc.opened(tables, tmp_path / 'calc')
    for at, (name, (text, kind)) in enumerate(CALC.items()):
        faults = calc.faults(sheets[str(at)], ['名前', 'x'], [['あ', text]], {'名前': 'string', 'x': kind})
        assert len(faults) == 1, (name, faults)
