// Body of a card's script: every part of the live card that is shown, one line each, with its
// box, what its style computes to, and what a drawing looks like.
const stage = root.querySelector(".stage");
// Where something sticks depends on how far the page is scrolled.
const stuck = [...stage.querySelectorAll("*")].filter((part) => getComputedStyle(part).position === "sticky");
stuck.forEach((part) => part.style.setProperty("position", "relative"));
const { x, y } = stage.getBoundingClientRect();
const half = (length) => Math.round(length * 2) / 2;
const told = [
  "display", "visibility", "opacity", "pointer-events", "cursor", "color", "background-color", "color-scheme",
  "font-family", "font-size", "font-style", "font-weight", "font-variant-numeric", "line-height", "letter-spacing",
  "word-spacing", "word-break", "overflow-wrap", "hyphens", "tab-size", "text-align", "text-decoration-line",
  "text-indent", "text-shadow", "text-transform", "white-space", "direction", "list-style-type", "quotes",
  "margin-top", "margin-left", "padding-top", "padding-left", "border-top-width", "border-left-width", "box-sizing",
];
const seal = (text) => [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) | 0, 7);
const parts = [...stage.querySelectorAll("*")]
  .filter((part) => part.checkVisibility())
  .map((part) => {
    const box = part.getBoundingClientRect();
    const style = getComputedStyle(part);
    const place = [box.x - x, box.y - y, box.width, box.height].map(half).join(" ");
    const drawn = part.localName === "canvas" ? seal(part.toDataURL()) : "";
    return [`${part.localName}.${part.className}`, place, ...told.map((name) => `${name}: ${style.getPropertyValue(name)}`), drawn].join("; ");
  });
stuck.forEach((part) => part.style.removeProperty("position"));
return parts;
