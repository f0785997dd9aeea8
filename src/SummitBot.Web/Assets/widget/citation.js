// A numbered source in the text: its card shows title, date and quote on hover, focus and tap, stays while the pointer is on
// the answer, and closes on Escape (WCAG 2.2, 1.4.13). One card is open at a time, and none covers the answer's text.
import { day, element } from "./answer.js";

const ShowAfter = 120;
const HideAfter = 200;
let cards = 0;
let hideShown = () => {};

export function citationChip(source, texts, language) {
  const id = `card-${++cards}`;
  const date = source.published ? day(source.published, language) : null;
  const quote = source.quote ? element("q", { id: `${id}-quote`, class: "quote", dir: "auto" }, source.quote) : null;
  const card = element(
    "span",
    { class: "card", id, dir: language === "ar" ? "rtl" : "ltr", hidden: true },
    element("span", { class: "card-title", dir: "auto" }, source.title),
    date ? element("time", { datetime: source.published }, date) : null,
    quote,
    source.href ? element("a", { href: source.href, target: "_blank", rel: "noopener noreferrer" }, texts.open) : null,
  );
  const button = element(
    "button",
    {
      type: "button",
      class: "chip",
      "aria-expanded": "false",
      "aria-controls": id,
      "aria-label": [`${texts.source} ${source.number}: ${source.title}`, date].filter(Boolean).join(", "),
      "aria-describedby": quote && quote.id,
    },
    `${source.number}`,
  );
  const cite = element("span", { class: "cite" }, button, card);
  let isPinned = false;
  let timer;

  function show(isShown) {
    clearTimeout(timer);
    if (isShown && card.hidden) hideShown();
    card.hidden = !isShown;
    button.setAttribute("aria-expanded", `${isShown}`);
    if (!isShown) return (isPinned = false);
    hideShown = () => show(false);
    place(card);
  }

  const soon = (isShown, after) => {
    clearTimeout(timer);
    timer = setTimeout(() => show(isShown), after);
  };
  const leave = () => isPinned || soon(false, HideAfter);
  cite.addEventListener("mouseenter", () => {
    soon(true, ShowAfter);
    cite.closest(".answer, .greeting").addEventListener("mouseleave", leave, { once: true });
  });
  cite.addEventListener("focusin", () => show(true));
  cite.addEventListener("focusout", (event) => cite.contains(event.relatedTarget) || show(false));
  cite.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || card.hidden) return;
    event.stopPropagation();
    button.focus();
    show(false);
  });
  button.addEventListener("click", () => {
    isPinned = !isPinned;
    show(isPinned);
  });
  return cite;
}

// Below the answer's text, or above it when there is no room below.
function place(card) {
  const text = card.closest(".body");
  const box = text.getBoundingClientRect();
  const log = card.closest("[role=log]").getBoundingClientRect();
  const height = card.offsetHeight + 6;
  const fitsAbove = box.top - height >= log.top;
  const fitsBelow = box.bottom + height <= log.bottom;
  const top = fitsAbove && !fitsBelow ? text.offsetTop - height : text.offsetTop + text.offsetHeight + 6;
  card.style.setProperty("inset-block-start", `${top}px`);
  if (!fitsAbove && !fitsBelow) card.scrollIntoView({ block: "nearest" });
}
