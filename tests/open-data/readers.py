"""What is wrong with the tables as pandas and DuckDB read them, by themselves and told the types of csv-metadata.json."""
import datetime
from decimal import Decimal

import duckdb
import pandas

from files import NUMERIC

WHOLE = {'BIGINT', 'INTEGER'}
# What DuckDB makes of a base type by itself.
GUESSED = {'integer': WHOLE, 'decimal': {*WHOLE, 'DOUBLE'}, 'boolean': {'BOOLEAN'}, 'date': {'DATE'}}


def known(subject, folder):
    """A table's path, header, records and types."""
    header, *records = folder.rows(subject)
    return folder.path / folder.table_name(subject), header, records, folder.types(subject)


def texts(records, at):
    return [record[at] for record in records]


def by_pandas(folder):
    faults = []
    for subject in folder.subjects:
        path, header, records, types = known(subject, folder)
        faults += [f'{subject}: {fault}' for fault in guessed_by_pandas(pandas.read_csv(path), header, records, types)]
        kinds = {'string': 'str', 'integer': 'Int64', 'decimal': 'Float64', 'boolean': 'boolean', 'date': 'str'}
        told = pandas.read_csv(path, dtype={name: kinds[types[name]] for name in header}, keep_default_na=False, na_values=[''])
        for at, name in enumerate(header):
            written, read = texts(records, at), told[name]
            values = [None if missing else value for value, missing in zip(read, read.isna(), strict=True)]
            if values != [pandas_value(types[name], text) for text in written]:
                faults.append(f'{subject}: {name} is read otherwise')
    return faults


def guessed_by_pandas(table, header, records, types):
    if list(table.columns) != header or len(table) != len(records):
        yield f'{len(table)} records under {list(table.columns)}'
        return
    for at, name in enumerate(header):
        written, column = texts(records, at), table[name]
        if types[name] not in {*NUMERIC, 'boolean'} or not any(written):
            continue
        is_right = pandas.api.types.is_bool_dtype if types[name] == 'boolean' else pandas.api.types.is_numeric_dtype
        if not is_right(column):
            yield f'{name} is read as {column.dtype}'
        if column.isna().sum() != written.count(''):
            yield f'{name}: {column.isna().sum()} values are missing, {written.count("")} are blank'


def pandas_value(kind, text):
    if not text:
        return None
    read = {'integer': int, 'decimal': float, 'boolean': {'true': True, 'false': False}.get}
    return read.get(kind, str)(text)


def by_duckdb(folder):
    faults = []
    with duckdb.connect() as database:
        for subject in folder.subjects:
            path, header, records, types = known(subject, folder)
            found = database.execute('describe from read_csv(?)', [str(path)]).fetchall()
            guessed = {name: kind for name, kind, *_ in found}
            rows = database.execute('from read_csv(?)', [str(path)]).fetchall()
            if list(guessed) != header or len(rows) != len(records):
                faults.append(f'{subject}: {len(rows)} records under {list(guessed)}')
                continue
            for at, name in enumerate(header):
                written = texts(records, at)
                if any(written) and guessed[name] not in GUESSED.get(types[name], {guessed[name]}):
                    faults.append(f'{subject}: {name} is read as {guessed[name]}')
                if texts(rows, at).count(None) != written.count(''):
                    faults.append(f'{subject}: {name} has other blanks')
            faults += [f'{subject}: {fault}' for fault in told_to_duckdb(database, path, header, records, types)]
    return faults


def told_to_duckdb(database, path, header, records, types):
    kinds = {name: duckdb_type(types[name], texts(records, at)) for at, name in enumerate(header)}
    rows = database.execute('from read_csv(?, header = true, columns = ?)', [str(path), kinds]).fetchall()
    for at, name in enumerate(header):
        if texts(rows, at) != [duckdb_value(types[name], text) for text in texts(records, at)]:
            yield f'{name} is read otherwise as {kinds[name]}'


def duckdb_type(kind, written):
    """Exact: as many places as the column has."""
    places = max((len(text.partition('.')[2]) for text in written), default=0)
    return {'integer': 'BIGINT', 'decimal': f'DECIMAL(38, {places})', 'boolean': 'BOOLEAN', 'date': 'DATE'}.get(kind, 'VARCHAR')


def duckdb_value(kind, text):
    if not text:
        return None
    read = {'integer': int, 'decimal': Decimal, 'boolean': {'true': True, 'false': False}.get, 'date': datetime.date.fromisoformat}
    return read.get(kind, str)(text)
