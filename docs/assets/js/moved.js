// A page that has moved: the rest of the address goes along. A part that went elsewhere is led there, and of one that
// is gone the page tells why.

const link = document.getElementById("uusi-osoite");
const part = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
const onward = new URL((part ? part.querySelector("a") : link)?.href ?? location.href);

if (onward.pathname !== location.pathname) {
  onward.search ||= location.search;
  onward.hash ||= location.hash;
  location.replace(onward);
}
