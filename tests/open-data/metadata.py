"""What is wrong with the descriptions of a folder, as validators of others judge them, and where two of them differ."""
import html.parser
import json
import re
import warnings

import frictionless
import jsonschema
from csvw import CSVW
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, SDO, SKOS, XSD

MEDIA_TYPES = 'https://www.iana.org/assignments/media-types/'
# Where a folder would stand, so that relative addresses become whole ones.
PLACE = 'https://city.example/'
# Base types of CSV on the Web and what a data package calls the same.
FIELD_TYPES = {'string': 'string', 'integer': 'integer', 'decimal': 'number', 'boolean': 'boolean', 'date': 'date'}


def csvw(folder):
    """Every table is as csv-metadata.json says."""
    try:
        package = CSVW(str(folder.path / 'csv-metadata.json'), validate=True)
        faults = [] if package.is_valid else [str(warning.message) for warning in package.warnings]
    except (ValueError, AssertionError) as error:
        return [str(error)]
    described = folder.json('csv-metadata.json')['tables']
    if [table['url'] for table in described] != folder.tables:
        faults.append(f'other tables are described: {[table["url"] for table in described]}')
    for table, subject in zip(described, folder.subjects, strict=False):
        # The validator of csvw does not mind columns that are missing, or in another order.
        header = folder.rows(subject)[0]
        if [column['name'] for column in table['tableSchema']['columns']] != header:
            faults.append(f'{subject} has other columns')
        faults += [f'{subject}: {fault}' for column in table['tableSchema']['columns'] for fault in titled(folder, column)]
    return faults


def titled(folder, column):
    """A column is called by its header in any language, and by a title in each."""
    titles = {tag.lower().replace('-', '_'): title for tag, title in column['titles'].items()}
    if titles.pop('und', None) != column['name']:
        yield f'{column["name"]}: no title is the header'
    if set(titles) != set(folder.languages) or not all(titles.values()):
        yield f'{column["name"]} has no title in each language: {titles}'
    if {text['@language'].lower().replace('-', '_') for text in column['dc:description']} != set(folder.languages):
        yield f'{column["name"]} is not explained in each language'
    language = re.search(rf'_({"|".join(folder.languages)})$', column['name'])
    if column.get('lang', '').lower().replace('-', '_') != (language[1] if language else ''):
        yield f'{column["name"]} says a language that its name does not'


def package(folder):
    """Every table is as datapackage.json says, and both descriptions say the same."""
    report = frictionless.validate(str(folder.path / 'datapackage.json'))
    errors = [*report.errors, *(error for task in report.tasks for error in task.errors)]
    faults = [error.message for error in errors] + [f'{task.name}: {warning}' for task in report.tasks for warning in task.warnings]
    described = folder.json('datapackage.json')
    if described.get('$schema') != 'https://datapackage.org/profiles/2.0/datapackage.json':
        faults.append('it is no Data Package 2.0')
    resources = {resource['path']: resource for resource in described['resources']}
    faults += [f'{name} is not described' for name in [*folder.tables, 'progress.json'] if name not in resources]
    for subject in folder.subjects:
        resource = resources.get(folder.table_name(subject))
        types = {name: FIELD_TYPES[kind] for name, kind in folder.types(subject).items()}
        if resource and {field['name']: field['type'] for field in resource['schema']['fields']} != types:
            faults.append(f'{subject}: the types are not those of csv-metadata.json')
    faults += [f'{path} has no or another size' for path, resource in resources.items()
               if resource.get('bytes') != len(folder.bytes(path))]
    return faults


def schema(folder):
    """progress.json is as its JSON Schema says, and the schema is one."""
    rules = folder.json('progress.schema.json')
    if rules.get('$schema') != 'https://json-schema.org/draft/2020-12/schema':
        return ['the schema is not of draft 2020-12']
    try:
        jsonschema.Draft202012Validator.check_schema(rules)
    except jsonschema.SchemaError as error:
        return [error.message]
    judge = jsonschema.Draft202012Validator(rules, format_checker=jsonschema.FormatChecker())
    return [f'{error.json_path}: {error.message}' for error in judge.iter_errors(folder.json('progress.json'))]


def place(folder):
    """Where a file of the folder would stand."""
    return PLACE + str(folder).split('/', 1)[1] + '/'


def graph(text, base):
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        return Graph().parse(data=text, format='json-ld', publicID=base)


def dcat(folder):
    """dcat.jsonld is JSON-LD by itself, with what DCAT-AP asks of a dataset and its distributions."""
    text = folder.bytes('dcat.jsonld').decode()
    facts = graph(text, place(folder) + 'dcat.jsonld')
    sets = list(facts.subjects(RDF.type, DCAT.Dataset))
    if len(sets) != 1:
        return [f'it has {len(sets)} datasets']
    faults = [f'{term} is no term' for term in terms(facts) if not known(term)]
    told = sets[0]
    for name in (DCTERMS.title, DCTERMS.description):
        if (tags := {text.language.lower().replace('-', '_') for text in facts.objects(told, name)}) != set(folder.languages):
            faults.append(f'{name} is said in {tags}')
    faults += [f'the dataset has no {name}' for name in (DCTERMS.temporal, DCAT.theme, DCAT.keyword, DCTERMS.identifier)
               if not facts.value(told, name)]
    faults += [f'{agent} has no name' for agent in facts.objects(told, DCTERMS.publisher) if not facts.value(agent, FOAF.name)]
    spatial = facts.value(facts.value(told, DCTERMS.spatial), DCTERMS.identifier) or Literal('')
    if str(spatial) != folder.code:
        faults.append(f'the place is {spatial!r}')
    period = facts.value(told, DCTERMS.temporal)
    start, end = (facts.value(period, day) for day in (DCAT.startDate, DCAT.endDate))
    if not (start and end and start.datatype == end.datatype == XSD.date and start < end):
        faults.append(f'the time goes from {start} to {end}')
    years = sorted(int(year) for year in folder.column('progress', 'fiscal_year'))
    if start and int(str(start)[:4]) != years[0]:
        faults.append(f'the time begins in {start}, the data in {years[0]}')
    return faults + distributions(folder, facts, told)


def distributions(folder, facts, told):
    faults, names = [], set()
    for node in facts.objects(told, DCAT.distribution):
        address = str(facts.value(node, DCAT.downloadURL))
        # A site that knows its address gives whole ones.
        way, _, name = address.rpartition('/')
        names.add(name)
        if name not in folder.names or not f'{way}/'.endswith(place(folder).removeprefix(PLACE)):
            faults.append(f'{address} leads nowhere')
            continue
        faults += [f'{name} has no {term}' for term in (DCAT.accessURL, DCTERMS.title) if not facts.value(node, term)]
        size, packed = facts.value(node, DCAT.byteSize), facts.value(node, DCAT.packageFormat)
        kind = packed or facts.value(node, DCAT.mediaType)
        if not isinstance(kind, URIRef) or not kind.startswith(MEDIA_TYPES):
            faults.append(f'{name} is of the kind {kind}')
        if not packed and size != Literal(str(len(folder.bytes(name))), datatype=XSD.nonNegativeInteger):
            faults.append(f'{name} is said to have {size} bytes')
    wanted = {*folder.tables, 'progress.json', folder.zip_name}
    return faults + [f'{name} is no distribution' for name in sorted(wanted - names)]


def terms(facts):
    used = set(facts.predicates()) | set(facts.objects(None, RDF.type))
    return sorted(used - {RDF.type})


def known(term):
    """A term is one of a vocabulary, as rdflib has it."""
    for vocabulary in (DCAT, DCTERMS, FOAF, SKOS):
        if term.startswith(str(vocabulary)):
            return term in vocabulary
    return False


class Scripts(html.parser.HTMLParser):
    """The JSON-LD of a page."""

    def __init__(self):
        super().__init__()
        self.found, self.is_open = [], False

    def handle_starttag(self, tag, attributes):
        if tag == 'script' and ('type', 'application/ld+json') in attributes:
            self.is_open = True
            self.found.append('')

    def handle_endtag(self, tag):
        self.is_open = False

    def handle_data(self, text):
        if self.is_open:
            self.found[-1] += text


def linked(folder):
    """The page of open data says to search engines what is in the folder."""
    faults = []
    pages = sorted(folder.path.parent.glob('*/data.html'))
    if folder.kind == 'year' and len(pages) != len(folder.languages):
        faults.append(f'there are {len(pages)} pages of open data')
    for page in pages:
        scripts = Scripts()
        scripts.feed(page.read_text())
        facts = Graph()
        for text in scripts.found:
            # The context of schema.org would be asked of the network; its terms are names in one vocabulary.
            value = json.loads(text)
            assert value.pop('@context').rstrip('/') == 'https://schema.org'
            base = place(folder).removesuffix('data/') + f'{page.parent.name}/data.html'
            facts += graph(json.dumps({'@context': {'@vocab': str(SDO)}} | value), base)
        faults += [f'{page.parent.name}: {term} is no term of schema.org' for term in terms(facts) if term not in SDO]
        for told in facts.subjects(RDF.type, SDO.Dataset):
            faults += [f'{page.parent.name}: the dataset has no {term}' for term in (SDO.name, SDO.description) if not facts.value(told, term)]
        files = [str(address).rsplit('/', 1)[1] for address in facts.objects(None, SDO.contentUrl)]
        faults += [f'{page.parent.name}: {name} leads nowhere' for name in files if name not in folder.names]
        faults += [f'{page.parent.name}: {name} is not offered' for name in [*folder.tables, 'progress.json'] if name not in files]
    return faults
