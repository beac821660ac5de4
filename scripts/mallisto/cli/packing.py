"""The command that packs the built site for use without a network."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from mallisto import search
from mallisto.addresses import urls
from mallisto.build import offline_copy, pipeline
from mallisto.build.search_groups import finnish_of
from mallisto.catalog import project_files
from mallisto.cli.common import EXIT_OK, root_of
from mallisto.files.output_file import OutputFile
from mallisto.files.write import write


def add_to(commands: Any) -> None:
    """Add the command `offline`."""
    command = commands.add_parser("offline", help="pakkaa rakennettu sivusto yhdeksi tiedostoksi, joka toimii kansiosta ilman verkkoa")
    command.add_argument("--site", type=Path, default=None, help="rakennettu sivusto (oletus: kansio site)")
    command.set_defaults(run=_offline)


def _offline(args: argparse.Namespace) -> int:
    root = root_of(args.root)
    folder = args.site or root / "site"
    today = date.today()
    result = pipeline.load(root, today)
    entries = search.entries_of_copy(result.catalog, result.schemas, finnish_of(root / project_files.CACHE))
    site = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    content = offline_copy.archive(offline_copy.Copy(site=site, made=today, schemas=result.schemas), entries)
    write([OutputFile(urls.COPY, content)], folder)
    print(f"{folder / urls.COPY}: {len(content) / 1e6:.1f} MB")
    return EXIT_OK
