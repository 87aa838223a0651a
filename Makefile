# make          builds the example site into public/
# make serve    builds it and serves it on http://127.0.0.1:8000/
# make check    format, lints, docs, forbidden dependencies
# make test     every test, the browser's too; installs what it needs
# make clean    removes what was built

CONTENT ?= content
OUT ?= public
PORT ?= 8000
NENDO = cargo run --quiet --release --bin nendo --

.PHONY: site serve check test clean

site:
	$(NENDO) build --content $(CONTENT) --out $(OUT)

serve: site
	python3 -m http.server --bind 127.0.0.1 --directory $(OUT) $(PORT)

check:
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	RUSTDOCFLAGS='-D warnings' cargo doc --workspace --no-deps --document-private-items --locked --quiet
	tests/dependencies.sh

test:
	tests/install.sh
	cargo test --workspace --locked
	$(MAKE) site OUT=target/example-site
	cd tests/browser && npm ci --no-audit --no-fund && npm test

clean:
	cargo clean
	rm -rf tests/browser/node_modules
