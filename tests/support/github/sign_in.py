"""How the host signs somebody in for an app: it asks nothing here, gives a code, and a key for the code to who knows the app's secret."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlencode

from github.host import RefusedError

APP, SECRET = "app-of-the-form", "secret-of-the-app"
_CODE = "code-for-"


def authorized(query: str, login: str) -> str:
    """Where the person is sent who agreed: back to the app, with a code."""
    asked = {name: values[0] for name, values in parse_qs(query).items()}
    if asked.get("client_id") != APP:
        raise RefusedError(404, "Not Found")
    return f"{asked['redirect_uri']}?{urlencode({'code': _CODE + login, 'state': asked['state']})}"


def exchanged(given: dict[str, Any]) -> dict[str, str]:
    """The key for a code; the login is its own key."""
    if (given["client_id"], given["client_secret"]) != (APP, SECRET):
        return {"error": "incorrect_client_credentials"}
    return {"access_token": given["code"].removeprefix(_CODE), "token_type": "bearer"}
