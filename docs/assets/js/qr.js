// The QR code of an address as a text of SVG. The library that draws it is loaded when somebody asks for the first one.
export const qrCode = async (address) => {
  const { renderSVG } = await import(new URL("../lib/uqr/uqr.js", import.meta.url).href);
  return renderSVG(address, { ecc: "M", border: 4 });
};

// An address at which an image finds such a text.
export const pictureOf = (svg) => `data:image/svg+xml,${encodeURIComponent(svg)}`;
