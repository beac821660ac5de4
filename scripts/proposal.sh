#!/usr/bin/env bash
# Take the models of a commit as mere data: regular YAML files below models/, of a size and number the reader accepts, and nothing else.
# Nothing of the commit is checked out or run. Usage: scripts/proposal.sh COMMIT FOLDER
set -euo pipefail

commit=$1 folder=$2
most_files=20000 most_bytes=500000 count=0

mkdir -p "$folder/models"
while IFS= read -r -d '' entry; do
  read -r mode type name size <<<"${entry%%$'\t'*}"
  path=${entry#*$'\t'}
  [[ $type == blob && $mode =~ ^100(644|755)$ ]] || continue
  [[ $path =~ ^models/([a-z]+/)?[a-z0-9-]+\.(yml|txt)$ ]] || continue
  ((size <= most_bytes && ++count <= most_files)) || continue
  mkdir -p "$folder/$(dirname "$path")"
  git cat-file blob "$name" >"$folder/$path"
done < <(git ls-tree -r -l -z "$commit" -- models/)
