"""The finder: one index of the whole catalog for three languages, with every form of Finnish words.

A model contributes its postings (`contributions`); `Index` joins those of all. The scripts that search them are below `finder/`.
"""

from __future__ import annotations

from mallisto.search.index import CHANNELS, VOCABULARY, Index, contributions
from mallisto.search.indexer import Indexer
from mallisto.search.learnt_words import LearntWords

__all__ = ["CHANNELS", "VOCABULARY", "Index", "Indexer", "LearntWords", "contributions"]
