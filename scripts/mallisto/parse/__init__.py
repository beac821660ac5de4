"""A schema-valid document becomes a Model or a vocabulary; the last modules to see raw mappings."""

from mallisto.parse.adoption import parse_adoption
from mallisto.parse.model import parse_model
from mallisto.parse.publisher import parse_publisher
from mallisto.parse.search_words import parse_search_words
from mallisto.parse.training import parse_training
from mallisto.parse.vocabulary import parse_moved, parse_vocabulary

__all__ = [
    "parse_adoption",
    "parse_model",
    "parse_moved",
    "parse_publisher",
    "parse_search_words",
    "parse_training",
    "parse_vocabulary",
]
