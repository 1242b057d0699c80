#!/usr/bin/env bash
# Type-checks the drawn cards with Microsoft's own types, and the app's manifest with its own schema. Ends with 0 when all hold.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --loglevel=error --no-audit --no-fund --ignore-scripts @microsoft/teams.cards@2.0.16 typescript@7.0.2 @microsoft/app-manifest@1.1.2 fs-extra@11.3.2 </dev/null >/dev/null 2>&1 \
  || { echo "npm could not install what the check of the Teams cards needs."; exit 1; }

for card in "$here"/OutcomeBot.Doors.Tests/Teams/Golden/*.json; do
  name="$(basename "$card" .json)"
  printf "import type { IAdaptiveCard } from '@microsoft/teams.cards';\nexport const card: IAdaptiveCard = %s;\n" "$(cat "$card")" > "$name.ts"
done
npx tsc --noEmit --skipLibCheck --module nodenext --moduleResolution nodenext --target es2022 ./*.ts

cat > manifest.mjs <<'JS'
import { AppManifestUtils } from '@microsoft/app-manifest';
const [, wrong] = await AppManifestUtils.readAndValidateTeamsManifest(process.argv[2]);
if (wrong.length) { console.error(wrong); process.exit(1); }
JS
node manifest.mjs "$here/../manifests/teams/manifest.json"
node manifest.mjs "$here/../manifests/teams/manifest.targeted.json"
echo "The Teams cards and the manifests are in order."
