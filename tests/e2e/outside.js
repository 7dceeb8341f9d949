const card = root.querySelector('.sc-card') ?? host.querySelector('.sc-card');
const room = card.getBoundingClientRect();
const reachesOut = ({ left, right, width }) => width > 1 && (left < room.left - 0.6 || right > room.right + 0.6);
const say = (part, { left, right }) => `${part.localName}.${part.getAttribute('class')} ${left} to ${right} of ${room.left} to ${room.right}`;
const found = [];
for (const part of card.querySelectorAll(':not(svg *, option)')) {
  // What only screen readers get is one px wide, whatever it says.
  if (part.closest('.sc-spoken, .sc-walker') || !part.checkVisibility({ visibilityProperty: true })) continue;
  const box = part.getBoundingClientRect();
  if (reachesOut(box)) found.push(say(part, box));
  for (const text of part.childNodes) {
    if (text.nodeType !== Node.TEXT_NODE || !text.data.trim() || part.localName === 'select') continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    // A title in one line ends in an ellipsis.
    const isCut = getComputedStyle(part).textOverflow === 'ellipsis';
    const line = !isCut && [...range.getClientRects()].find(reachesOut);
    if (line) found.push(`words of ${say(part, line)}`);
  }
}
const { scrollWidth } = document.documentElement;
if (scrollWidth > innerWidth) found.push(`the page scrolls to ${scrollWidth} of ${innerWidth}`);
return found.slice(0, 8);
