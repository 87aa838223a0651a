# make          builds the example site into public/
# make serve    the same, shown in a browser, and again whenever a file is saved; PORT=8080 for another port
# make publish  puts the built site on the host that content/site.toml names; TARGET=web chooses one, docs/publishing.md says how
# make check    format, lints, docs, forbidden dependencies
# make test     every test, the browser's too; installs what it needs
# make test-all the same after long runs of the tests that make up their inputs
# make bench    what reading a large table costs in time, beside the csv crate, and in memory; what drawing a chart costs,
#               beside plotters' own SVG backend; what building a site of as many plans as PLANS says costs, beside cp -r of it
# make fuzz     looks for inputs that break the reading of tables, FUZZ_SECONDS for each target; fuzz/README.md says
#               how a finding becomes a test
# make gallery  draws every kind of chart into target/gallery, a page a language: ja.html, en.html
# make open-data judges the open data of all these sites by what others wrote: validators, pandas, DuckDB, LibreOffice Calc
# make sites    builds the example, the cases that have other shapes, and a site of hostile texts into target, where the tests
#               of pages and data look for them; needs Node.js
# make clean    removes what was built

CONTENT ?= content
OUT ?= public
PLANS ?= 1 40 400
export FUZZ_SECONDS ?= 300
NENDO = cargo run --release --bin nendo --

.PHONY: site serve publish check test test-all bench fuzz gallery sites open-data clean

site:
	$(NENDO) build --content $(CONTENT) --out $(OUT)

serve:
	$(NENDO) serve --content $(CONTENT) --out $(OUT) $(if $(PORT),--port $(PORT))

publish:
	$(NENDO) publish $(TARGET) --content $(CONTENT) --out $(OUT)

check:
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	RUSTDOCFLAGS='-D warnings' cargo doc --workspace --no-deps --document-private-items --locked --quiet
	tests/dependencies.sh

test:
	tests/install.sh
	tests/publish/install.sh
	cargo test --workspace --locked
	$(MAKE) gallery
	tests/open-data/run.sh
	cd tests/browser && npm ci --no-audit --no-fund && npm test

test-all:
	PROPTEST_CASES=2000 cargo test --package nendo-ingest --locked --test quantities --test saved
	PROPTEST_CASES=75000 cargo test --package nendo-ingest --locked --test mutation
	NENDO_SCRIPTS=500 NENDO_KILLS=200 NENDO_SERVES=200 cargo test --release --package nendo --locked --test incremental
	$(MAKE) test
	NENDO_PUBLISHES=100 cargo test --release --package nendo --locked --test hosts
	cd tests/lighthouse && npm ci --no-audit --no-fund && npm test

bench:
	cargo bench --package nendo-ingest --package nendo-chart --locked
	cargo bench --package nendo --locked -- $(PLANS)

fuzz:
	tests/fuzz.sh

# Three levels with S to D and a dash; ◎○△× by eras; one language without slugs; ten years with sections, notes and words not translated;
# a third language, of a theme.
CASES = three-levels marks lower-is-better many-years pt-br
# What a content folder is made of by nendo new: Windows-31J, two rows of headers, nothing translated.
TABLE = tests/cases/marks/content/plans/equality/2023.csv

sites:
	$(MAKE) site CONTENT=content OUT=target/example-site
	$(NENDO) build --draft --content content --out target/draft-site --format short
	rm -rf target/other-sites
	set -e; for case in $(CASES); do \
		theme=tests/cases/$$case/theme; test ! -d $$theme || set -- --theme $$theme; \
		$(NENDO) build --content tests/cases/$$case/content --out target/other-sites/$$case --format short "$$@"; set --; done
	rm -rf target/new-content
	$(NENDO) new target/new-content --table $(TABLE) --plan city --name 青葉市 --name-en "Aoba City" --yes --format short
	$(NENDO) build --content target/new-content --out target/other-sites/new --format short
	rm -rf target/hostile-content target/hostile-site
	node tests/browser/hostile.mjs target/hostile-content
	$(NENDO) build --content target/hostile-content --out target/hostile-site --format short

open-data: sites
	tests/open-data/run.sh

gallery: sites
	rm -rf target/gallery
	cargo run --quiet --package nendo-chart --locked --example gallery -- target/gallery \
		target/example-site/assets/style.*.css target/example-site/dx/2023/data/kpis_by_evaluation.ja.svg

clean:
	cargo clean
	rm -rf tests/browser/node_modules tests/lighthouse/node_modules fuzz/target fuzz/corpus
