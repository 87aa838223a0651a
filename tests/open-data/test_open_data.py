"""Every folder of data of every site that `make sites` builds, judged by validators and readers that others wrote."""
import pytest

import agreement
import calc
import files
import metadata
import readers
from folder import folders, sites

CHECKS = [
    files.missing, files.written, files.packed,
    metadata.csvw, metadata.package, metadata.schema, metadata.dcat, metadata.linked,
    readers.by_pandas, readers.by_duckdb,
    agreement.figures, agreement.names, agreement.parts, agreement.standing,
]
FOLDERS = list(folders())


def test_there_are_sites():
    missing = [site.name for site in sites() if not any(site in folder.path.parents for folder in FOLDERS)]
    assert not missing, f'not built, or without years: {missing}; run make sites'


@pytest.mark.parametrize('check', CHECKS, ids=lambda check: f'{check.__module__}.{check.__name__}')
@pytest.mark.parametrize('folder', FOLDERS, ids=str)
def test_folder(folder, check):
    assert folder.path.is_dir(), 'there is no data'
    assert check(folder) == []


@pytest.fixture(scope='session')
def sheets(tmp_path_factory):
    """Every table of every folder as Calc opens it; it starts once for all."""
    tables = {f'{at}-{subject}': folder.path / folder.table_name(subject)
              for at, folder in enumerate(FOLDERS) for subject in folder.subjects if folder.path.is_dir()}
    there = {name: path for name, path in tables.items() if path.exists()}
    return calc.opened(there, tmp_path_factory.mktemp('calc'))


@pytest.mark.parametrize('at', range(len(FOLDERS)), ids=lambda at: str(FOLDERS[at]))
def test_calc(sheets, at):
    folder = FOLDERS[at]
    for subject in folder.subjects:
        header, *records = folder.rows(subject)
        types = folder.types(subject)
        assert calc.faults(sheets[f'{at}-{subject}'], header, records, types) == [], subject
