// Sign-in to the form by one button: exchanges the code that GitHub gives somebody who signs in for a key of theirs. It
// keeps nothing and logs nothing. Runs as a Cloudflare Worker, or anywhere else that answers a Request with a Response.
//
// Settings (secrets of the service, in no file): GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET of the app at GitHub, and
// SITE, the origin of the site (https://mallisto.example), to which alone a key is given. GITHUB is the address of
// GitHub unless it is github.com.

const COOKIE = "__Host-mallisto-sign-in";
const MINUTES = 10;

export default {
  async fetch(request, settings) {
    const { pathname, searchParams, origin } = new URL(request.url);
    if (request.method === "GET" && pathname === "/auth") return begun(origin, settings);
    if (request.method === "GET" && pathname === "/callback") return finished(request, searchParams, origin, settings);
    return new Response("Not found", { status: 404 });
  },
};

const host = ({ GITHUB = "https://github.com" }) => GITHUB;

/** Send the person to GitHub with a number that only their own browser knows. */
const begun = (origin, settings) => {
  const state = crypto.randomUUID();
  const address = new URL(`${host(settings)}/login/oauth/authorize`);
  address.search = new URLSearchParams({
    client_id: settings.GITHUB_CLIENT_ID,
    redirect_uri: `${origin}/callback`,
    scope: "public_repo",
    state,
  }).toString();
  return new Response(null, {
    status: 302,
    headers: { Location: address.href, "Set-Cookie": cookie(state, MINUTES * 60) },
  });
};

/** Exchange the code for a key, and hand it to the window that asked. */
const finished = async (request, given, origin, settings) => {
  const [code, state] = [given.get("code"), given.get("state")];
  const isOurs = state && (request.headers.get("Cookie") ?? "").split("; ").includes(`${COOKIE}=${state}`);
  if (!code || !isOurs)
    return handed({ error: "The sign-in did not begin here. Try again.", errorCode: "CSRF_DETECTED" }, settings);
  const answer = await fetch(`${host(settings)}/login/oauth/access_token`, {
    method: "POST",
    headers: { Accept: "application/json", "Content-Type": "application/json" },
    body: JSON.stringify({
      client_id: settings.GITHUB_CLIENT_ID,
      client_secret: settings.GITHUB_CLIENT_SECRET,
      code,
      redirect_uri: `${origin}/callback`,
    }),
  }).catch(() => null);
  const { access_token: token } = answer?.ok ? await answer.json().catch(() => ({})) : {};
  return handed(
    token ? { token } : { error: "GitHub gave no key. Try again.", errorCode: "TOKEN_REQUEST_FAILED" },
    settings,
  );
};

/** A page that gives its message to the form, in the two steps that Sveltia CMS expects, and to no other site. */
const handed = (content, { SITE }) => {
  const nonce = crypto.randomUUID();
  const state = content.error ? "error" : "success";
  const message = `authorization:github:${state}:${JSON.stringify({ provider: "github", ...content })}`;
  const script = `const site = ${quoted(SITE)};
addEventListener("message", ({ data, origin }) => {
  if (origin === site && data === "authorizing:github") opener?.postMessage(${quoted(message)}, site);
});
opener?.postMessage("authorizing:github", site);`;
  return new Response(`<!doctype html><title>Mallisto</title><script nonce="${nonce}">${script}</script>`, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": `default-src 'none'; script-src 'nonce-${nonce}'`,
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
      "Set-Cookie": cookie("", 0),
    },
  });
};

const cookie = (value, seconds) => `${COOKIE}=${value}; Max-Age=${seconds}; Path=/; Secure; HttpOnly; SameSite=Lax`;

/** A text as it can stand in a script inside a page. */
const quoted = (text) => JSON.stringify(text).replaceAll("<", "\\u003c");
