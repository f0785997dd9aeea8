#!/usr/bin/env bash
# Passes the tests on a bare Debian or Ubuntu with the .NET SDK: restore, format check, build with warnings as errors,
# all tests, and the gate of answer quality (tests/golden/floors.txt). What the tests need of the system is installed when
# it is missing. Every step that fails counts as one failure; the last line is always `N passed, N failed`.
#   bash tests/run.sh
set -uo pipefail
cd "$(dirname "$0")/.."

# Remaining build nodes would keep this script's output open after its end.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1
readonly configuration=Release
readonly bin=.artifacts/bin
readonly results=.artifacts/test-results
# Seconds. A test process that takes longer is hanging: the slowest one takes less on a machine with four times the load.
readonly limit=3600
# Other question sets, measured without a gate: they are not part of the repository.
readonly development=../shared/eval
# Questions of each of them: the reader takes about 50 ms for one.
readonly development_questions=800

passed=0
failed=0
skips=$(mktemp)
failures=$(mktemp)
log=$(mktemp)

finish() {
  rm -f "$log"
  if [ -s "$skips" ]; then
    echo "== skipped"
    cat "$skips"
  fi
  if [ -s "$failures" ]; then
    echo "== failed"
    cat "$failures"
  fi
  rm -f "$skips" "$failures"
  echo "$passed passed, $failed failed"
  if [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]; then exit 0; else exit 1; fi
}
trap finish EXIT
trap 'failed=$((failed + 1)); exit' INT TERM

fail() {
  echo "FAILED: $1" | tee -a "$failures"
  failed=$((failed + 1))
}

# step NAME COMMAND...: ends the run when it fails.
step() {
  echo "== $1"
  local name=$1
  shift
  "$@" </dev/null || {
    fail "$name"
    exit
  }
}

# Debian packages of what the tests start (kill, mount, strace, PostgreSQL, nginx) and of what .NET loads (ICU), as far as they are missing.
missing_packages() {
  type -P kill >/dev/null || echo procps
  { type -P mount && type -P umount; } >/dev/null || echo mount
  type -P strace >/dev/null || echo strace
  type -P chromium >/dev/null || echo chromium
  # Debian has the programs of the server in no folder of PATH.
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || echo postgresql
  [ -x /usr/sbin/nginx ] || type -P nginx >/dev/null || echo nginx
  find /usr/lib /usr/lib64 /lib /usr/local/lib -name 'libicuuc.so*' -print -quit 2>/dev/null | grep -q . || echo icu
}

install_missing() {
  local missing
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  local root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo -n)
  if ! command -v apt-get >/dev/null || ! "${root[@]}" true 2>/dev/null; then
    echo "Missing and not installable from here (no apt-get, or not root): ${missing//$'\n'/ }. Install them, or some tests fail."
    return 0
  fi
  "${root[@]}" apt-get update -q || return
  # The package is named after ICU's version.
  missing=${missing/icu/$(apt-cache search --names-only '^libicu[0-9]+$' | sort -V | tail -n 1 | cut -d ' ' -f 1)}
  # shellcheck disable=SC2086
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
}

# run_tests PROJECT: adds its tests to the counts; a process that ends without a summary, or badly without a failed test, fails.
run_tests() {
  local project=$1 status summary total bad skipped
  echo "== $project"
  timeout --kill-after=10 "$limit" dotnet "$bin/$project/${configuration,,}/$project.dll" \
    -noColor -result-trx "$results/$project.trx" </dev/null 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}
  # A skipped test is one line, its reason the next.
  grep -A 1 -F '[SKIP]' "$log" | grep -v '^--$' >>"$skips"
  # A failed test is one line, and its message the next.
  grep -A 1 -F '[FAIL]' "$log" | grep -v '^--$' >>"$failures"
  # The runner's own summary: `SummitBot.Tests  Total: 92, Errors: 0, Failed: 0, Skipped: 0, ...`
  summary=$(grep -E "^ *$project +Total: [0-9]+" "$log" | tail -n 1)
  if [ -z "$summary" ]; then
    fail "$project ended with exit code $status and without a summary"
    return
  fi
  count() { sed -E "s/.*$1: ([0-9]+).*/\1/" <<<"$summary"; }
  total=$(count Total)
  skipped=$(count Skipped)
  bad=$(($(count Failed) + $(count Errors)))
  passed=$((passed + total - skipped - $(count Failed)))
  failed=$((failed + bad))
  if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then
    fail "$project ended with exit code $status though no test failed"
  fi
}

# install_npm NAME FOLDER WHAT: installs the npm packages of FOLDER/package.json into .artifacts/npm/NAME; some tests need
# them and are skipped without.
install_npm() {
  local place=.artifacts/npm/$1 folder=$2 what=$3
  if ! command -v npm >/dev/null; then
    echo "There is no npm here: the tests with $what are skipped."
    return
  fi
  mkdir -p "$place"
  cp "$folder/package.json" "$place/"
  npm install --prefix "$place" --no-audit --no-fund --no-package-lock --ignore-scripts </dev/null ||
    echo "The npm packages cannot be installed: the tests with $what are skipped."
}

evaluate() { dotnet "$bin/SummitBot.Cli/${configuration,,}/summitbot.dll" eval "$@" </dev/null; }

rm -rf "$results"
step "system" install_missing
step "tools" dotnet tool restore
step "restore" dotnet restore SummitBot.sln
echo "== format"
if dotnet csharpier check .; then passed=$((passed + 1)); else fail "format (fix it with: dotnet csharpier format .)"; fi
step "build" dotnet build SummitBot.sln --no-restore -c "$configuration"

# Limits of the widget: everything that a page loads for it, compressed and with the longest of its languages, is below 24 KB,
# and the part loaded before it is opened below 3.5 KB.
widget_size() {
  local assets=src/SummitBot.Web/Assets/widget size texts=0 total=0 loader file
  compressed() { gzip -9c "$1" | wc -c; }
  for file in "$assets"/texts/*.json; do
    size=$(compressed "$file")
    if [ "$size" -gt "$texts" ]; then texts=$size; fi
  done
  for file in "$assets"/*.js "$assets"/*.css; do
    total=$((total + $(compressed "$file")))
  done
  total=$((total + texts))
  loader=$(compressed "$assets/widget.js")
  echo "widget: $total of 24576 bytes, its loader $loader of 3584"
  [ "$total" -le 24576 ] && [ "$loader" -le 3584 ]
}
echo "== size of the widget"
if widget_size; then passed=$((passed + 1)); else fail "the widget is too large"; fi

echo "== npm"
install_npm directline tests/SummitBot.Tests/DirectLine/Node "Microsoft's Direct Line client"
install_npm manifest tests/SummitBot.Tests/Cli/Teams/Node "Microsoft's schema of app manifests"
install_npm playground tests/SummitBot.EndToEnd.Tests/Teams "Microsoft 365 Agents Playground"

run_tests SummitBot.Tests
run_tests SummitBot.EndToEnd.Tests

echo "== answer quality on tests/golden and tests/reworded"
mapfile -t floors < <(grep -v -E '^(#|$)' tests/golden/floors.txt)
if evaluate tests/golden/queries.jsonl tests/reworded/news tests/reworded/files --fail-below "${floors[@]}"; then
  passed=$((passed + 1))
else
  fail "answer quality: a figure is below its floor in tests/golden/floors.txt"
fi

echo "== citation gate on corpus"
mapfile -t floors < <(grep -v -E '^(#|$)' tests/golden/gate-floors.txt)
if evaluate gate corpus --fail-below "${floors[@]}"; then
  passed=$((passed + 1))
else
  fail "citation gate: a figure is below its floor in tests/golden/gate-floors.txt"
fi

if [ -d "$development" ]; then
  echo "== answer quality on $development (no gate; the first $development_questions questions of each set)"
  mapfile -t sets < <(find "$development" -mindepth 2 -maxdepth 2 -name queries.jsonl -printf '%h\n' | sort)
  # Not a gate, so it must not fail or delay the run.
  timeout --kill-after=10 300 dotnet "$bin/SummitBot.Cli/${configuration,,}/summitbot.dll" eval "${sets[@]}" \
    --limit "$development_questions" </dev/null ||
    echo "The development figures could not be measured."
else
  echo "== answer quality on $development: skipped, there is no such folder here"
fi
