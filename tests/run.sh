#!/usr/bin/env bash
# Passes the tests on a bare Debian or Ubuntu with the .NET SDK: restore, format check, build with warnings as errors,
# all tests. Prints `N passed, N failed` last.
#   bash tests/run.sh
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
configuration=Release
results=.artifacts/test-results
rm -rf "$results"

echo "== restore"
dotnet tool restore
dotnet restore SummitBot.sln

echo "== format"
dotnet csharpier check .

echo "== build"
dotnet build SummitBot.sln --no-restore -c "$configuration"

echo "== test"
status=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT
passed=0
failed=0
skipped=0
for project in SummitBot.Tests SummitBot.EndToEnd.Tests; do
  ".artifacts/bin/$project/${configuration,,}/$project" -noColor -result-trx "$results/$project.trx" 2>&1 | tee "$log" || status=1
  # The runner's own summary: `SummitBot.Tests  Total: 92, Errors: 0, Failed: 0, Skipped: 0, ...`
  summary=$(grep -E "^ *$project +Total: [0-9]+" "$log" | tail -n 1 || true)
  if [ -z "$summary" ]; then
    echo "$project did not report a summary."
    status=1
    failed=$((failed + 1))
    continue
  fi
  number() { sed -E "s/.*$1: ([0-9]+).*/\1/" <<<"$summary"; }
  total=$(number Total)
  bad=$(($(number Failed) + $(number Errors)))
  left=$(($(number Skipped)))
  passed=$((passed + total - bad - left))
  failed=$((failed + bad))
  skipped=$((skipped + left))
done

[ "$failed" -eq 0 ] || status=1
[ "$skipped" -eq 0 ] || echo "$skipped skipped: the reasons stand above"
echo "$passed passed, $failed failed"
exit "$status"
