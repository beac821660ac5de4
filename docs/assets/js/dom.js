// An element with properties and children; a child that is nothing is left out.

export const make = (name, settings = {}, ...inside) => {
  const element = Object.assign(document.createElement(name), settings);
  element.append(...inside.filter((each) => each !== "" && each !== null && each !== undefined));
  return element;
};

/** Give the visitor a file. Some browsers begin to read it only later, so its address stays good for a while. */
export const download = (name, blob) => {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};
