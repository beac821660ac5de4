#!/usr/bin/env bash
# Which labels a proposal gets, by the paths it changes: names come in parted by NUL, labels go out line by line.
set -euo pipefail

while IFS= read -r -d '' path; do
  case $path in
    models/vocabulary/*) echo sanasto ;;
    models/*) echo malli ;;
    docs/contributing/* | *.md) echo ohjeet ;;
    docs/*) echo sivut ;;
    .github/*) echo työnkulut ;;
    *) echo ohjelma ;;
  esac
done | sort -u
