// The first script of each page in the tests of the engines: tells the server what goes wrong on the page.
{
  const here = document.currentScript.src;
  const tell = (text) => navigator.sendBeacon(new URL("__wrong", here), `${location.pathname}: ${text}`);
  const own = console.error;
  console.error = (...all) => {
    tell(`console: ${all.join(" ")}`);
    own.apply(console, all);
  };
  addEventListener(
    "error",
    ({ message, target }) => tell(message ? `error: ${message}` : `not loaded: ${target.src ?? target.href}`),
    true,
  );
  addEventListener("unhandledrejection", ({ reason }) => tell(`rejection: ${reason}`));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    tell(`policy: ${effectiveDirective} ${blockedURI}`),
  );
}
