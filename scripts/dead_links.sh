#!/usr/bin/env bash
# Check the web addresses that `mallisto links` lists, and say in Markdown which do not answer and where they stand.
# A page that asks for a password, refuses robots or is busy is there. Usage: mallisto links | scripts/dead_links.sh
set -euo pipefail

bin="$(dirname "$0")/../.venv/bin"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/links"
# LinkChecker ends with 1 where a link is dead, and with more where it could not run.
cut -d' ' -f2 "$work/links" | sort -u | "$bin/linkchecker" --config "$(dirname "$0")/linkchecker.ini" --stdin >"$work/dead" || (($? == 1))
awk '
  FNR == NR { split($0, part, "|"); sub(/^"/, "", part[2]); if (part[2] !~ /^(401|403|405|406|429|503|999)/) why[part[1]] = substr(part[2], 1, 60); next }
  $2 in why { if (!rows++) print "| Paikka | Osoite | Vastaus |\n|---|---|---|"; gsub(/\|/, "", why[$2]); printf "| `%s` | %s | %s |\n", $1, $2, why[$2] }
  END { print rows ? "\nEtsi uusi osoite, tai poista url ja merkitse tilaksi dead. Jos linkki ei vastannut vain kerran, odota seuraavaa viikkoa." : "Kaikki linkit vastaavat." }
' "$work/dead" "$work/links"
