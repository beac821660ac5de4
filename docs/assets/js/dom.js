// An element with properties and children; a child that is nothing is left out.
export const make = (name, settings = {}, ...inside) => {
  const element = Object.assign(document.createElement(name), settings);
  element.append(...inside.filter(each => each !== "" && each !== null && each !== undefined));
  return element;
};
