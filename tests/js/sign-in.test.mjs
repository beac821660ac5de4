import assert from "node:assert/strict";
import { test } from "node:test";
import worker from "../../scripts/sign_in/worker.js";

const SETTINGS = { GITHUB_CLIENT_ID: "app", GITHUB_CLIENT_SECRET: "secret", SITE: "https://site.example" };
const ask = (path, cookie = "", settings = SETTINGS) =>
  worker.fetch(new Request(`https://service.example${path}`, { headers: { Cookie: cookie } }), settings);

test("who signs in is sent to GitHub with a number that the browser keeps", async () => {
  const answer = await ask("/auth?provider=github&scope=repo,user");
  const asked = new URL(answer.headers.get("Location"));
  const state = asked.searchParams.get("state");

  assert.equal(answer.status, 302);
  assert.equal(asked.origin + asked.pathname, "https://github.com/login/oauth/authorize");
  assert.equal(asked.searchParams.get("scope"), "public_repo");
  assert.equal(asked.searchParams.get("redirect_uri"), "https://service.example/callback");
  assert.match(answer.headers.get("Set-Cookie"), new RegExp(`^__Host-mallisto-sign-in=${state}; .*Secure; HttpOnly`));
});

test("a code that came without our number is not exchanged", async () => {
  for (const cookie of ["", "__Host-mallisto-sign-in=other"]) {
    const page = await (await ask("/callback?code=c&state=mine", cookie)).text();
    assert.match(page, /authorization:github:error:.*CSRF_DETECTED/);
  }
});

test("a page gives its message to the site alone, and no text of settings ends its script", async () => {
  const answer = await ask("/callback", "", { ...SETTINGS, SITE: "https://a.example/</script>" });
  const page = await answer.text();

  assert.equal(page.split("</script>").length, 2);
  assert.doesNotMatch(page, /postMessage\([^)]*["']\*["']\)/);
  assert.match(answer.headers.get("Content-Security-Policy"), /^default-src 'none'; script-src 'nonce-/);
  assert.equal((await ask("/elsewhere")).status, 404);
});
