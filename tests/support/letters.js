// The texts of the main part that take more than a line, with the letters that a line of them holds on average.
() => {
  const blocks = new Map();
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.data.trim() || !text.parentElement.checkVisibility() || text.parentElement.closest(".unseen")) continue;
    let block = text.parentElement;
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    const range = document.createRange();
    range.selectNodeContents(text);
    const found = blocks.get(block) ?? { words: "", middles: [] };
    found.words += text.data.replaceAll("\u00ad", "").replace(/\s+/g, " ");
    found.middles.push(
      ...[...range.getClientRects()].filter(({ width }) => width > 1).map(({ top, bottom }) => (top + bottom) / 2),
    );
    blocks.set(block, found);
  }
  return [...blocks].flatMap(([block, { words, middles }]) => {
    const apart = parseFloat(getComputedStyle(block).fontSize) * 0.6;
    const lines = middles
      .toSorted((one, other) => one - other)
      .filter((middle, index, all) => index === 0 || middle - all[index - 1] > apart).length;
    return lines > 1 ? [[words.trim(), words.trim().length / lines]] : [];
  });
};
