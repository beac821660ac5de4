"""The plain texts that programs look for at the root of a site: robots.txt, llms.txt and security.txt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mallisto.addresses import data_urls, urls
from mallisto.catalog.catalog import Catalog
from mallisto.export import sitemap
from mallisto.files.output_file import OutputFile
from mallisto.files.templates import filled_template
from mallisto.i18n.language import Language

SECURITY = ".well-known/security.txt"
# So long the publisher's contacts are taken as good after they were last looked at: the format asks for an end.
YEAR = timedelta(days=365)


def files(catalog: Catalog, english: Language, site_url: str) -> Iterator[OutputFile]:
    """What crawlers may read, what assistants find here, and whom to tell of a hole (RFC 9116) where there is a real publisher."""
    index = urls.absolute(sitemap.INDEX, "", site_url)
    yield OutputFile("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {index}\n".encode())
    models = [
        (str(english.pick(head.title)), urls.absolute(f"{urls.model_page(head.id)}index.md", english.prefix, site_url))
        for head in catalog.heads
    ]
    view = {
        "models": models,
        "api": urls.absolute(data_urls.OPENAPI, "", site_url),
        "catalog": urls.absolute(data_urls.CATALOG, "", site_url),
    }
    yield OutputFile("llms.txt", filled_template("export/llms.txt", view=view, say=english.say).encode())
    publisher = catalog.publisher
    if publisher and publisher.has_real_owner:
        door = publisher.questions or publisher.feedback_email
        until = date.fromisoformat(publisher.accessibility.updated) + YEAR
        told = f"Contact: {door if '://' in door else f'mailto:{door}'}\nExpires: {until}T00:00:00Z\nPreferred-Languages: fi, sv, en\n"
        yield OutputFile(SECURITY, f"{told}Canonical: {urls.absolute(SECURITY, '', site_url)}\n".encode())
