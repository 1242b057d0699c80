#!/usr/bin/env bash
# Type-checks the drawn messages and views, and the app's manifests, with Slack's own types. Ends with 0 when all hold.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --loglevel=error --no-audit --no-fund --ignore-scripts @slack/types@3.2.0 @slack/web-api@8.2.0 typescript@7.0.2 yaml@2.9.1 </dev/null >/dev/null 2>&1 \
  || { echo "npm could not install what the check of the Slack messages needs."; exit 1; }

# The chart block is newer than the types; as https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block describes it.
cat > chart.ts <<'TS'
type Series = { name: string; data: { label: string; value: number }[] };
type Axis = { categories: string[]; x_label?: string; y_label?: string };
type SeriesChart = { type: 'line' | 'bar' | 'area'; series: Series[]; axis_config: Axis };
export type ChartBlock = { type: 'data_visualization'; block_id?: string; title: string; chart: SeriesChart };
TS

for drawing in "$here"/OutcomeBot.Doors.Tests/Slack/Golden/*.json; do
  name="$(basename "$drawing" .json)"
  if grep -q '^  "type": "home"' "$drawing"; then type=HomeView
  elif grep -q '^  "type": "modal"' "$drawing"; then type=ModalView
  else type="{ text: string; blocks: (KnownBlock | ChartBlock)[] }"; fi
  printf "import type { HomeView, KnownBlock, ModalView } from '@slack/types';\nimport type { ChartBlock } from './chart.js';\nexport const drawing: %s = %s;\n" "$type" "$(cat "$drawing")" > "$name.ts"
done

# The types know every name in a manifest; lengths and counts are checked by the tests.
for manifest in "$here"/../manifests/slack*.yaml; do
  name="$(basename "$manifest" .yaml)"
  printf "import type { AppsManifestValidateArguments } from '@slack/web-api';\nexport const manifest: Required<Pick<AppsManifestValidateArguments['manifest'], '_metadata' | 'display_information' | 'features' | 'oauth_config' | 'settings'>> = %s;\n" \
    "$(node -e "console.log(JSON.stringify(require('yaml').parse(require('fs').readFileSync(process.argv[1], 'utf8'))))" "$manifest")" > "$name.ts"
done

npx tsc --noEmit --skipLibCheck --module nodenext --moduleResolution nodenext --target es2022 --types node ./*.ts
echo "The Slack messages, views and manifests are in order."
