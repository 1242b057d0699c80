#!/usr/bin/env bash
# Installs what the tests need, builds, runs everything, and ends with the line "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/.."

if ! command -v chromium >/dev/null && [ -z "${CHROMIUM:-}" ]; then
  echo "The browser tests need Chromium; installing Debian's."
  as_root=""; [ "$(id -u)" -eq 0 ] || as_root="sudo"
  if ! { $as_root apt-get update -qq && $as_root apt-get install -y -qq chromium >/dev/null; }; then
    echo "Chromium could not be installed. Install it and set CHROMIUM to its path, then run this again."
    exit 1
  fi
fi

results="$(mktemp -d)"
trap 'rm -rf "$results"' EXIT

dotnet build OutcomeBot.sln -c Release -nologo -v quiet || { echo "The build failed."; exit 1; }

status=0
dotnet test OutcomeBot.sln -c Release --no-build --nologo --logger trx --results-directory "$results" "$@" || status=$?

# One <Counters ... passed="N" failed="N"> per test project.
count() { cat "$results"/*.trx 2>/dev/null | grep -o "<Counters [^>]*" | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | paste -sd+ - | sed 's/^$/0/' | { read -r sum; echo $((sum)); }; }
passed="$(count passed)"
failed="$(($(count failed) + $(count error) + $(count timeout) + $(count aborted)))"

# The platforms' own types and schemas know cards and manifests better than we do; they need Node.
if command -v npm >/dev/null; then
  for check in tests/check-teams.sh tests/check-slack.sh; do
    if "$check"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
  done
else
  echo "npm is not there, so what is drawn for Teams and Slack and the manifests were not checked against the platforms' own types."
fi

if [ "$passed" -eq 0 ] || { [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; }; then failed=$((failed + 1)); fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
