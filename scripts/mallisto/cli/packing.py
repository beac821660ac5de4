"""The command that packs the built site for use without a network."""

from __future__ import annotations

import argparse
import shutil
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from mallisto.addresses import urls
from mallisto.build import offline_copy, pipeline
from mallisto.cli.common import EXIT_OK, root_of


def add_to(commands: Any) -> None:
    """Add the command `offline`."""
    command = commands.add_parser("offline", help="pakkaa rakennettu sivusto yhdeksi tiedostoksi, joka toimii kansiosta ilman verkkoa")
    command.add_argument("--site", type=Path, default=None, help="rakennettu sivusto (oletus: kansio site)")
    command.set_defaults(run=_offline)


def _offline(args: argparse.Namespace) -> int:
    root = root_of(args.root)
    folder = args.site or root / "site"
    today = date.today()
    result = pipeline.check(root, today)
    copy = offline_copy.Copy(site=offline_copy.SiteFolder(folder), made=today, schemas=result.schemas)
    path = folder / urls.COPY
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent) as packed:
        offline_copy.archive(copy, packed)
        packed.flush()
        shutil.copyfile(packed.name, path)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    return EXIT_OK
