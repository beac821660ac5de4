"""The page of the form. It is no page of the site's theme: it holds nothing but the form, under rules of its own for what may load."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.pages.elements.page_context import ICON, PageContext
from mallisto.pages.elements.render import render


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    """`settings` is the file with what the form is made of; without a repository there is none, and the page says so."""

    language: str
    icon: str
    style: str
    script: str
    policy: str
    settings: str
    issues: str
    files: str
    help: str
    accessibility: str


def page(context: PageContext, repository: str, api: str) -> Markup:
    """The form in one language. It may ask its own site and the host of the repository, and nobody else."""
    view = FormView(
        language=context.language.code,
        icon=context.asset(ICON),
        style=context.asset("assets/css/form.css"),
        script=context.asset("assets/js/form/edit-form.js"),
        policy=_policy(api),
        settings="asetukset.json" if repository else "",
        issues=f"{repository}/issues/new/choose" if repository else "",
        files=f"{repository}/tree/main/models" if repository else "",
        help=context.href("osallistu/"),
        accessibility=context.href(urls.ACCESSIBILITY),
    )
    return render("site/form", context, view)


def _policy(api: str) -> str:
    """Styles are the one thing that Sveltia CMS writes into its page."""
    host = f" {_origin(api)}" if api else ""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self'",
            "img-src 'self' data: blob: https://avatars.githubusercontent.com",
            f"connect-src 'self' data: blob:{host}",
            "manifest-src blob:",
            "form-action 'none'",
            "base-uri 'none'",
        )
    )


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
