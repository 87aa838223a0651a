"""Where the files of a folder contradict each other: the same figures in CSV and JSON, and rows that name what there is."""
from decimal import Decimal


def figures(folder):
    """progress.json has the values of the progress table, each by its KPI, year and edition."""
    table = {key(record): values(record) for record in folder.records('progress')}
    nested = {}
    for kpi, year, edition in told(folder):
        nested[kpi['id'], edition, year['fiscal_year']] = {
            'evaluation': year['evaluation'] or '',
            'cumulative': year['target']['cumulative'] or year['actual']['cumulative'],
            **{f'{name}_{part}': cell(year[name], part) for name in ('target', 'actual') for part in ('value', 'unit', 'status')},
            **{f'{name}_{part}': cell(kpi[name], part) for name in ('baseline', 'final_target') for part in ('value', 'unit')},
        }
    faults = [f'{at} is in one of both alone' for at in sorted(table.keys() ^ nested.keys())]
    for at in sorted(table.keys() & nested.keys()):
        faults += [f'{at}, {name}: {table[at][name]!r} in the table, {value!r} in JSON'
                   for name, value in nested[at].items() if table[at][name] != value]
    return faults


def key(record):
    return record['kpi_id'], int(record['edition']), int(record['fiscal_year'])


def values(record):
    names = [f'{name}_{part}' for name in ('target', 'actual', 'baseline', 'final_target') for part in ('value', 'unit', 'status')]
    read = {name: record[name] for name in [*names, 'evaluation'] if name in record}
    read = {name: text.removeprefix("'") for name, text in read.items()}
    read |= {name: Decimal(text) if text else None for name, text in read.items() if name.endswith('_value')}
    return read | {'cumulative': record['cumulative'] == 'true'}


def cell(value, part):
    found = value and value[part]
    return (None if found is None else Decimal(found)) if part == 'value' else found or ''


def told(folder):
    """Every year of every KPI of progress.json, with the edition that says so."""
    record = folder.json('progress.json')
    if folder.kind == 'plan':
        return [(kpi, year, year['edition']) for kpi in record['kpis'] for year in kpi['years']]
    return [(kpi, year, record['edition']) for kpi in kpis(record['branches']) for year in kpi['years']]


def kpis(branches):
    for branch in branches:
        yield from branch['kpis']
        yield from kpis(branch['branches'])


def names(folder):
    """Rows name KPIs, years and grades that there are, and the folder that they stand in."""
    progress = folder.records('progress')
    keys = {(record['kpi_id'], record['fiscal_year']) for record in progress}
    ids = {kpi for kpi, _ in keys}
    codes = {record['code'] for record in folder.records('evaluation_codes')}
    faults = [f'{grade} is no grade' for grade in sorted({record['evaluation'] for record in progress} - codes - {''})]
    for subject in ('progress', 'breakdown') if folder.kind == 'year' else ('progress',):
        for record in folder.records(subject):
            if (record['municipality_code'], record['plan']) != (folder.code, folder.plan):
                faults.append(f'{subject}: {record["municipality_code"]}, {record["plan"]}')
    for record in folder.records('breakdown') if folder.kind == 'year' else []:
        at = record['kpi_id'], record['fiscal_year']
        if (at not in keys) if record['kind'] in ('target', 'actual') else (record['kpi_id'] not in ids or record['fiscal_year']):
            faults.append(f'breakdown: {record["kind"]} of {at}')
    editions = {record['edition'] for record in folder.records('updates')}
    faults += [f'updates: {record} has no edition' for record in folder.column('progress', 'edition') if record not in editions]
    return faults


def parts(folder):
    """The breakdown is that of progress.json."""
    if folder.kind == 'plan':
        return []
    table = [(record['kpi_id'], record['fiscal_year'], record['kind'], Decimal(record['value']), record['unit'].removeprefix("'"))
             for record in folder.records('breakdown')]
    nested = []
    for kpi, year, _ in told(folder):
        nested += [(kpi['id'], str(year['fiscal_year']), kind, part['value'], part['unit'])
                   for kind in ('target', 'actual') for part in year[kind]['parts']]
    for kpi in kpis(folder.json('progress.json')['branches']):
        nested += [(kpi['id'], '', kind, part['value'], part['unit'])
                   for kind in ('baseline', 'final_target') if kpi[kind] for part in kpi[kind]['parts']]
    return [f'{at} is in one of both alone' for at in sorted(set(table) ^ set(nested))] or \
        [f'{len(table)} parts in the table, {len(nested)} in JSON'] * (len(table) != len(nested))


def standing(folder):
    """Of all that editions said of a KPI's year one stands: the newest; each of the others names that which superseded it."""
    records = folder.records('progress')
    by_year = {}
    for record in records:
        by_year.setdefault((record['kpi_id'], record['fiscal_year']), []).append(record)
    faults = []
    for at, said in by_year.items():
        editions = [int(record['edition']) for record in said]
        after = [*map(str, editions[1:]), '']
        if editions != sorted(set(editions)):
            faults.append(f'{at}: editions {editions}')
        if [record.get('superseded_by', '') for record in said] != after:
            faults.append(f'{at}: superseded by {[record.get("superseded_by") for record in said]}, with editions {editions}')
    if folder.kind == 'year' and len(folder.column('progress', 'edition')) > 1:
        faults.append(f'a year is told by {folder.column("progress", "edition")}')
    return faults
