"""oEmbed: what another system asks to show a model's card where its address was pasted. Format: https://oembed.com/"""

from __future__ import annotations

import json

from mallisto.addresses import urls
from mallisto.export import social_cards
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language
from mallisto.model import Model

# As high as the card of a model with a long summary on a phone.
WIDTH, HEIGHT = 480, 420


def of_model(model: Model, language: Language, frame: str, site_url: str) -> OutputFile:
    """A model's card in one language; `frame` is the finished element that shows it."""
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": str(language.pick(model.name)),
        "provider_name": "Mallisto",
        "provider_url": urls.absolute("", language.prefix, site_url),
        "html": frame,
        "width": WIDTH,
        "height": HEIGHT,
        "thumbnail_url": urls.absolute(social_cards.path(urls.model_page(model.id), language), "", site_url),
        "thumbnail_width": social_cards.WIDTH,
        "thumbnail_height": social_cards.HEIGHT,
    }
    return OutputFile(f"{language.prefix}{urls.oembed(model.id)}", json.dumps(answer, ensure_ascii=False).encode())
