// Lets Node run our scripts as they are: all are modules, and other people's libraries, which pages find under
// `assets/lib`, lie in `scripts/browser/node_modules`. Use: `node --import ./tests/js/support/libraries.mjs`.
import { registerHooks } from "node:module";

const PACKAGES = new URL("../../../scripts/browser/node_modules/", import.meta.url);
const FILES = { "node-diff3/diff3.js": "node-diff3/dist/diff3.mjs", "yaml/index.js": "yaml/browser/dist/index.js" };

registerHooks({
  resolve(specifier, context, next) {
    const [, name] = specifier.split(/(?:\.\.\/)+(?:docs\/assets\/)?lib\//);
    const found = name ? { url: new URL(FILES[name], PACKAGES).href, shortCircuit: true } : next(specifier, context);
    return { ...found, format: found.url.startsWith("node:") ? found.format : "module" };
  },
});
