"""No contact's name, e-mail address or telephone number in a model."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mallisto.catalog import Catalog
from mallisto.model import Text
from mallisto.problems import Location, Problem

_EMAIL = re.compile(r"[\w.+-]+\s?(@|\(at\)|\[at\])\s?[\w-]+(\.[\w-]+)+", re.IGNORECASE)
_TELEPHONE = re.compile(r"(?<![\w/.-])(\+358[\s-]?|0)(\(0\))?[1-9]\d{0,2}[\s-]?\d{3,4}[\s-]?\d{2,5}(?![\w/.-]|\s?(€|euro|eur))")

# Common first names of adults in Finland; a capitalised word right after one looks like a person's name.
# Source: own selection after the Digital and Population Data Services Agency's public lists of most common first names.
_FIRST_NAMES = frozenset(
    """
    Aino Aleksi Anders Anita Anja Anna Anne Anneli Anni Annika Antero Antti Anu Ari Arja Arto Asta Birgitta Christian Eero Eeva Eija Eila Elina
    Elisa Ella Emilia Emma Erik Erja Esa Eva Eveliina Fredrik Hanna Hannele Hannu Harri Heidi Heikki Helena Heli Henna Henri Henrik Hilkka Hilla Iida
    Ilkka Ilona Inka Irene Irja Irma Jaakko Jaana Jan Jani Janne Jari Jarkko Jarmo Jenna Jenni Joel Johan Johanna Jorma Jouko Jouni Juha Juhani Jukka
    Julia Juuso Jyri Jyrki Kaarina Kai Kaija Kaisa Kalevi Kalle Karin Kari Karoliina Kati Katja Katri Katriina Kimmo Kirsi Kirsti Krista Kristiina Kyllikki
    Lars Lasse Laura Lauri Lea Leena Leila Liisa Linda Maarit Maija Maiju Margit Mari Maria Marianne Marita Maritta Marjatta Marjo Marjut Marko Markku Markus
    Martti Matias Matti Mauri Merja Mia Mika Mikael Mikko Milla Minna Mirja Mirjami Mirka Niina Niko Nina Noora Olavi Olli Outi Paavo Paula Pauli Pauliina
    Pekka Pentti Per Pertti Petra Petri Petteri Piia Pirjo Pirkko Päivi Päivikki Raija Raili Raimo Raisa Reetta Reijo Riikka Riina Riitta Risto Ritva Roosa
    Saara Saija Sami Samuli Sanna Sari Satu Seija Seppo Sini Sinikka Sirkka Sirpa Sofia Soile Stefan Susanna Suvi Taina Tanja Tapani Tapio Tarja Teemu Teija
    Tellervo Tero Terhi Terttu Tiina Timo Toni Topi Tuija Tuomas Tuomo Tuula Ulla Vesa Vilho Ville Virpi Virve Yrjö
    """.split()
)
_NAME = re.compile(r"\b([A-ZÅÄÖ][a-zåäö]+)(?:-[A-ZÅÄÖ][a-zåäö]+)?\s+([A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)?)\b")


def no_personal_data(catalog: Catalog) -> Iterator[Problem]:
    """A model names organisations and roles, never a person, an e-mail address or a telephone number."""
    for model in catalog.models:
        for text, where in model.texts:
            yield from _personal_data(text, where)


def _personal_data(text: Text, where: Location) -> Iterator[Problem]:
    said = "\n".join(each for each in (text.fi, text.sv, text.en) if each)
    if _EMAIL.search(said):
        yield Problem(where, "privacy.email")
    if _TELEPHONE.search(said):
        yield Problem(where, "privacy.telephone")
    for name in _NAME.finditer(said):
        if name[1] in _FIRST_NAMES:
            yield Problem(where, "privacy.name", found=name[0])
            return
