"""The parser of the command line, in the reader's language. Help texts stand in Finnish in the code; other languages are looked up."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, NoReturn

from mallisto.reading import string_files
from mallisto.reading.languages import DEFAULT, LANGUAGES

# What people need who write models; the other commands are for those who keep the site.
_OF_AUTHORS = ("check", "new", "import", "fold", "completeness", "lint", "translations", "export")
_ASKED = re.compile(r"--language(?:=|$)")


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language of help and wrong use: the one asked for, else that of the terminal, else Finnish."""
    after = [*arguments, ""]
    asked = [each.partition("=")[2] or after[number + 1] for number, each in enumerate(arguments) if _ASKED.match(each)]
    terminal = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return next((each for each in (*asked, terminal[:2]) if each in LANGUAGES), DEFAULT)


class Words:
    """What the code says in Finnish, in one language."""

    def __init__(self, language: str) -> None:
        self._words: Mapping[str, Any] = {} if language == DEFAULT else string_files.load(f"cli.{language}.yml")

    def __call__(self, finnish: str) -> str:
        """The same text; KeyError where it is not translated."""
        return str(self._words[finnish]) if self._words else finnish


class Parser(argparse.ArgumentParser):
    """A parser that says its own words, and the help texts it is given, in one language."""

    def __init__(self, *, translated: Words, **rest: Any) -> None:
        super().__init__(add_help=False, formatter_class=partial(_Formatter, translated=translated), **rest)
        self._translated = translated
        self._named = self.add_argument_group(translated("mihin"))
        self._options = self.add_argument_group(translated("valinnat"))
        self.add_argument("-h", "--help", action="help", help="näytä tämä ohje")

    def add_argument(self, *names: Any, **rest: Any) -> argparse.Action:
        """Add an argument; its help and its name in the usage are translated."""
        said: dict[str, Any] = {key: self._translated(rest[key]) for key in ("help", "metavar") if key in rest}
        group = self._options if str(names[0]).startswith("-") else self._named
        return group.add_argument(*names, **{**rest, **said})

    def add_mutually_exclusive_group(self, **rest: Any) -> Any:
        """A group of options of which only one may be given."""
        return self._options.add_mutually_exclusive_group(**rest)

    def error(self, message: str) -> NoReturn:
        """End with what was not understood and where the help is."""
        found = re.search(r"'([^']+)'", message) or re.search(r": ([^:]+)$", message)
        what = self._translated("Tästä puuttuu") if "required" in message else self._translated("Tätä ei ymmärretä")
        said = f"{what}: {found[1]}" if found else message
        self.exit(2, f"{said}\n{self._translated('Ohje')}: {self.prog} --help\n")


class Commands:
    """The commands of a parser, which its help lists in two groups."""

    def __init__(self, parser: Parser, translated: Words) -> None:
        self._translated = translated
        self._parser = parser
        self._found: dict[str, str] = {}
        of_commands: Any = partial(Parser, translated=translated)
        told: dict[str, Any] = {"metavar": translated("KOMENTO"), "help": argparse.SUPPRESS}
        self._inner: Any = parser.add_subparsers(required=True, prog=parser.prog, parser_class=of_commands, **told)

    def add_parser(self, name: str, *, help: str) -> Parser:  # noqa: A002 - as argparse has it
        """Add a command with a line on what it does."""
        self._found[name] = self._translated(help)
        self._parser.epilog = "\n\n".join([self._list("mallin tekijälle", is_theirs=True), self._list("ylläpidolle", is_theirs=False)])
        made: Parser = self._inner.add_parser(name, description=self._translated(help))
        return made

    def _list(self, title: str, *, is_theirs: bool) -> str:
        lines = [f"    {name:<14}{told}" for name, told in self._found.items() if (name in _OF_AUTHORS) == is_theirs]
        return "\n".join([f"{self._translated(title)}:", *lines])


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str, *, translated: Words) -> None:
        super().__init__(prog)
        self._usage = f"{translated('käyttö')}: "

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """The usage with its own word before it."""
        super().add_usage(usage, actions, groups, self._usage if prefix is None else prefix)
