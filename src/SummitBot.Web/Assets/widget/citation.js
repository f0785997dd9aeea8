// A numbered source in the text: its card shows title, date and quote on hover, focus and tap, stays while the pointer is on
// it, and closes on Escape (WCAG 2.2, 1.4.13).
import { day, element } from "./answer.js";

const ShowAfter = 120;
const HideAfter = 200;
let cards = 0;

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
    card.hidden = !isShown;
    button.setAttribute("aria-expanded", `${isShown}`);
    if (isShown) place(card, button);
    else isPinned = false;
  }

  const soon = (isShown, after) => {
    clearTimeout(timer);
    timer = setTimeout(() => show(isShown), after);
  };
  cite.addEventListener("mouseenter", () => soon(true, ShowAfter));
  cite.addEventListener("mouseleave", () => isPinned || soon(false, HideAfter));
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

// Below its number, or above it when there is no room below; as wide as the bubble that holds it.
function place(card, button) {
  const bubble = card.offsetParent?.getBoundingClientRect();
  const log = card.closest("[role=log]")?.getBoundingClientRect();
  if (!bubble || !log) return;
  const mark = button.getBoundingClientRect();
  const fitsBelow = mark.bottom + card.offsetHeight + 8 <= log.bottom || mark.top - card.offsetHeight < log.top;
  const top = fitsBelow ? mark.bottom - bubble.top + 6 : mark.top - bubble.top - card.offsetHeight - 6;
  card.style.setProperty("inset-block-start", `${top}px`);
}
