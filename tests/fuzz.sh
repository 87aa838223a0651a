#!/usr/bin/env bash
# Runs the fuzz targets, each for FUZZ_SECONDS, two at a time; fails where one finds something. Installs cargo-fuzz
# where it is missing. The flags of the fuzzer are unstable ones, which the stable compiler takes with RUSTC_BOOTSTRAP.
# No sanitizer: the workspace forbids unsafe code, and without one the same time tries many times more.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${FUZZ_SECONDS:-300}
read -r -a targets <<<"${FUZZ_TARGETS:-decode columns reading table}"
export RUSTC_BOOTSTRAP=1
# The content folders of the target table.
trap 'rm -rf /dev/shm/nendo-fuzz-*' EXIT

cargo fuzz --version >/dev/null 2>&1 || cargo install cargo-fuzz --version 0.13.2 --locked
cargo fuzz build --sanitizer none --debug-assertions

# A folder of inputs to start from: whole tables, or the cells of them.
seed() {
  local folder=fuzz/corpus/$1
  mkdir -p "$folder" "fuzz/findings/$1"
  case $1 in
    reading)
      find content tests/cases -path '*content*' -name '*.csv' -print0 | xargs -0 cat | iconv -c -f UTF-8 -t UTF-8 |
        tr ',' '\n' | sort -u | split -l 1 -a 4 - "$folder/cell-"
      grep -rhoE '\("[^"]*", "' crates/ingest/src/reading/ | sed 's/^("//; s/", "$//' | sort -u |
        split -l 1 -a 4 - "$folder/row-"
      ;;
    *)
      find content tests/cases -path '*content*' -name '*.csv' -print0 | while IFS= read -r -d '' file; do
        cp "$file" "$folder/${file//\//-}"
      done
      ;;
  esac
}

# The words as libFuzzer spells them: quoted, and no byte beyond ASCII.
dictionary() {
  cat fuzz/dictionaries/*.txt | perl -ne '
    chomp; next if /^#/ || $_ eq "";
    s/([^\x20-\x21\x23-\x7E])/sprintf "\\x%02X", ord $1/ge;
    print "\"$_\"\n"' >fuzz/corpus/words.dict
}

run() {
  local target=$1
  mkdir -p "fuzz/artifacts/$target"
  cargo fuzz run --sanitizer none --debug-assertions "$target" "fuzz/corpus/$target" "fuzz/findings/$target" -- \
    -max_total_time="$seconds" -timeout=5 -rss_limit_mb=512 -max_len=65536 -len_control=50 -dict=fuzz/corpus/words.dict \
    -print_final_stats=1 >"fuzz/corpus/$target.log" 2>&1
}

for target in "${targets[@]}"; do seed "$target"; done
dictionary
status=0
for ((at = 0; at < ${#targets[@]}; at += 2)); do
  pair=("${targets[@]:at:2}")
  processes=()
  for target in "${pair[@]}"; do
    run "$target" &
    processes+=($!)
  done
  for process in "${processes[@]}"; do wait "$process" || status=1; done
  for target in "${pair[@]}"; do
    echo "$target: $(grep -E '^stat::(number_of_executed_units|peak_rss_mb)' "fuzz/corpus/$target.log" | tr -s ' \n' ' ')"
    grep -E -A 12 'panicked at|^==[0-9]+== ERROR|SUMMARY' "fuzz/corpus/$target.log" || true
  done
done
exit "$status"
