/**
 * One text of each way of showing text on the page, by a number made of all that its contrast depends on: the colours, backgrounds and
 * letters of the element and everything around it, and what else is painted where it stands. Texts of one number have one contrast.
 */
() => {
  const PICTURES = "svg, img, canvas, video";
  const CHAIN = [
    "color", "backgroundColor", "backgroundImage", "opacity", "filter", "mixBlendMode", "position", "zIndex", "visibility",
  ];
  const LETTERS = ["fontSize", "fontWeight", "fontStyle", "textShadow", "textDecorationLine", "borderBottomWidth", "display"];
  const hash = (text) => {
    let high = 0xdeadbeef, low = 0x41c6ce57;
    for (let at = 0; at < text.length; at += 1) {
      high = Math.imul(high ^ text.charCodeAt(at), 2654435761);
      low = Math.imul(low ^ text.charCodeAt(at), 1597334677);
    }
    return 4294967296 * (2097151 & (high ^ (low >>> 15))) + ((low ^ (high >>> 13)) >>> 0);
  };
  const chains = new Map();
  const painted = [];
  const texts = [];
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  for (const element of document.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    const own = CHAIN.map((name) => style[name]).join();
    chains.set(element, hash(`${chains.get(element.parentElement)} ${element.tagName} ${own}`));
    if (!element.checkVisibility()) continue;
    const isPainted = style.backgroundColor !== "rgba(0, 0, 0, 0)" || style.backgroundImage !== "none" || element.matches(PICTURES);
    if (isPainted) painted.push({ element, box: element.getBoundingClientRect() });
    if (hasText(element) || element.matches("input, select, textarea")) texts.push({ element, style });
  }
  // Whether a link stands in other text, beside which it must be told apart.
  const isAmongText = (element) => element.tagName === "A"
    && element.parentElement.textContent.trim().length > 2 * element.textContent.trim().length;
  const found = new Map();
  for (const { element, style } of texts) {
    const box = element.getBoundingClientRect();
    const under = painted.filter((one) => one.box.left < box.right && one.box.right > box.left
      && one.box.top < box.bottom && one.box.bottom > box.top
      && !one.element.contains(element) && !element.contains(one.element));
    const around = [...new Set(under.map((one) => chains.get(one.element)))].sort().join();
    const number = hash(`${chains.get(element)} ${LETTERS.map((name) => style[name]).join()} ${isAmongText(element)} ${around}`);
    if (!found.has(number)) found.set(number, element);
  }
  window.distinctTexts = found;
  return [...found.keys()];
}
