// Reads an activity from any bot and renders it. Text from outside becomes text nodes only; links are made
// for http and https addresses only.

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value != null) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
}

export function icon(path) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(space, "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}

function webAddress(address, base) {
  try {
    const url = new URL(address, base);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

// An address that leads to the quote, or to its first and last words (WICG, Scroll to Text Fragment).
function textFragment(address, quote) {
  if (!quote || address.includes(":~:")) return address;
  const encode = (words) => encodeURIComponent(words).replaceAll("-", "%2D");
  const words = quote.trim().split(/\s+/);
  const range = words.length > 12 ? `${encode(words.slice(0, 5).join(" "))},${encode(words.slice(-5).join(" "))}` : encode(quote.trim());
  return `${address}${address.includes("#") ? "" : "#"}:~:text=${range}`;
}

function articleAddress(base, id, start, end) {
  const range = start == null ? "" : `?${new URLSearchParams({ start, end })}#cited`;
  return `${base}articles/${encodeURIComponent(id)}${range}`;
}

function sourceOfDocument(citation, base) {
  const address = webAddress(citation.url);
  return {
    number: citation.number,
    title: citation.title,
    published: citation.published,
    quote: citation.quote,
    start: citation.start,
    href: address ? textFragment(address, citation.quote) : articleAddress(base, citation.articleId, citation.start, citation.end),
  };
}

const Definition = /^\[(\d+)\]:[ \t]*<?(\S*?)>?(?:[ \t]+"(.*)")?[ \t]*$/gm;

function sourcesOfEntities(message, text, base) {
  const sources = new Map();
  for (const [, number, address, title] of text.matchAll(Definition)) {
    sources.set(Number(number), { title: title?.replaceAll('\\"', '"'), href: webAddress(address, base) });
  }
  for (const { position, appearance = {} } of message?.citation ?? []) {
    const quote = appearance.text ?? appearance.abstract;
    const known = sources.get(position) ?? {};
    const address = webAddress(appearance.url) ?? known.href;
    sources.set(position, {
      title: appearance.name ?? known.title,
      published: appearance.datePublished,
      quote,
      href: address && (address.startsWith(base) ? address : textFragment(address, quote)),
    });
  }
  return [...sources].sort(([a], [b]) => a - b).map(([number, source]) => ({ number, ...source, title: source.title ?? `${number}` }));
}

// An activity as the widget shows it, from the answer document or else from the standard entities.
export function readAnswer(activity, base) {
  const text = activity.text ?? "";
  const message = activity.entities?.find((entity) => entity?.["@type"] === "Message" || entity?.type === "https://schema.org/Message");
  const actions = [message?.potentialAction ?? []].flat();
  const common = {
    id: activity.id,
    at: activity.timestamp,
    locale: activity.locale,
    like: actions.find((action) => action["@type"] === "LikeAction"),
    dislike: actions.find((action) => action["@type"] === "DislikeAction"),
    // A key of the widget's texts, or the bot's own text.
    notes: [message?.citation?.[0]?.claimInterpreter?.slogan],
    document: null,
    closest: [],
    sides: [],
  };
  const document = activity.channelData?.summitbot;
  if (typeof document?.text !== "string") {
    const sources = sourcesOfEntities(message, text, base);
    return { ...common, isMarkdown: activity.textFormat !== "plain", text: text.replace(Definition, "").trim(), sources };
  }
  const sources = (document.citations ?? []).map((citation) => sourceOfDocument(citation, base));
  const closest = sources.length > 0 ? [] : (document.closest ?? []);
  return {
    ...common,
    document,
    sources,
    notes: [document.writer !== "embedded" && sources.length > 0 && "ai", document.note],
    shortAnswer: document.shortAnswer?.text,
    parts: partsOf(document, sources),
    text: closest.length > 0 ? beforeTitle(document.text, closest[0].title) : document.text,
    closest: closest.map((article) => ({ title: article.title, href: articleAddress(base, article.articleId) })),
    sides: document.conflicting ? document.sentences.map((sentence) => ({ text: sentence.text, sources: citedBy(sentence, sources) })) : [],
  };
}

const citedBy = ({ citations }, sources) => citations.map((number) => sources.find((source) => source.number === number));

// The positions of the short answer and of the marks after each sentence; other marks are footnotes of an article.
function partsOf({ text, sentences = [], shortAnswer }, sources) {
  const parts = [];
  let from = 0;
  for (const sentence of sentences) {
    const marks = sentence.citations.map((number) => `[${number}]`).join("");
    const start = text.indexOf(`${sentence.text} ${marks}`, from);
    if (start < 0) continue;
    const cited = citedBy(sentence, sources);
    const at = shortAnswer?.citation === cited[0]?.number ? start + shortAnswer.start - cited[0].start : NaN;
    if (at >= start && text.startsWith(shortAnswer.text, at)) parts.push({ from: at, to: at + shortAnswer.text.length });
    from = start + sentence.text.length + 1;
    parts.push({ from, to: from + marks.length, sources: cited, isFree: sentence.showSource });
  }
  return parts;
}

function beforeTitle(text, title) {
  const at = text.indexOf(title);
  return at > 0 ? text.slice(0, at).replace(/[-\s]+$/, "") : text;
}

export function day(date, language) {
  const read = new Date(`${date}`.slice(0, 10));
  return Number.isNaN(read.getTime()) ? `${date}` : new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" }).format(read);
}

// The time of a message, with its day unless that is today; now when the message has none.
export function moment(date, language) {
  const at = date ? new Date(date) : new Date();
  const isToday = at.toDateString() === new Date().toDateString();
  const format = new Intl.DateTimeFormat(language, { timeStyle: "short", ...(!isToday && { dateStyle: "medium" }) });
  return element("time", { class: "at", datetime: at.toISOString() }, format.format(at));
}

export function plainText(answer, texts, language) {
  const body = answer.document?.text ?? answer.text;
  if (answer.sources.length === 0) return body;
  const lines = answer.sources.map((source) => {
    const head = [source.title, source.published && day(source.published, language)].filter(Boolean).join(", ");
    return [`[${source.number}] ${head}`, source.quote && `“${source.quote}”`, source.href].filter(Boolean).join("\n    ");
  });
  return `${body}\n\n${texts.sources}\n${lines.join("\n")}`;
}

// The inline marks that a bot's Markdown may hold: escapes, entities, bold, links, and numbers of sources.
const Inline = /\\([!-/:-@[-`{-~])|&(lt|gt|amp|quot|#\d{2,5});|\*\*(.+?)\*\*|\[(\d+)\]|\[([^\]]+)\]\(([^)\s]+)\)/g;
const Entities = { lt: "<", gt: ">", amp: "&", quot: '"' };

function inlines(text, answer, chipOf) {
  const nodes = [];
  let last = 0;
  for (const match of text.matchAll(Inline)) {
    const [whole, escaped, entity, bold, number, label, address] = match;
    const source = number && answer.sources.find((candidate) => candidate.number === Number(number));
    let node = whole;
    if (number) node = source ? chipOf(source) : element("sup", { class: "pending" }, number);
    else if (answer.isMarkdown) {
      if (escaped) node = escaped;
      else if (entity) node = Entities[entity] ?? String.fromCodePoint(entity.slice(1));
      else if (bold) node = element("strong", {}, ...inlines(bold, answer, chipOf));
      else node = link(label, webAddress(address)) ?? label;
    }
    nodes.push(text.slice(last, match.index), node);
    last = match.index + whole.length;
  }
  nodes.push(text.slice(last));
  return nodes;
}

function link(label, href) {
  return href ? element("a", { href, dir: "auto", target: "_blank", rel: "noopener noreferrer" }, label) : null;
}

function linkList(items) {
  return element("ul", { class: "links" }, ...items.map((item) => element("li", {}, link(item.title, item.href) ?? item.title)));
}

// A part of an answer's text; a sentence that a model worded freely is shown with its source.
function spans({ text, parts }, from, to, chipOf) {
  const nodes = [];
  for (const part of parts.filter((candidate) => candidate.from >= from && candidate.to <= to)) {
    const shown = part.sources?.map(chipOf) ?? [element("strong", {}, text.slice(part.from, part.to))];
    const quotes = part.isFree ? part.sources.map(({ quote }) => element("q", { class: "quote", dir: "auto" }, quote)) : [];
    nodes.push(text.slice(from, part.from), ...shown, ...quotes);
    from = part.to;
  }
  return [...nodes, text.slice(from, to)];
}

function blocks(answer, chipOf) {
  const made = [];
  for (const { 0: line, index } of answer.text.matchAll(/^.*\S.*$/gm)) {
    const bullet = /^\s*(?:[-*•]|\d+\.)\s+(?=\S)/.exec(line)?.[0] ?? "";
    const [from, to] = [index + bullet.length, index + line.length];
    const nodes = answer.document ? spans(answer, from, to, chipOf) : inlines(answer.text.slice(from, to), answer, chipOf);
    if (!bullet) made.push(element("p", { dir: "auto" }, ...nodes));
    else {
      if (made.at(-1)?.localName !== "ul") made.push(element("ul", {}));
      made.at(-1).append(element("li", { dir: "auto" }, ...nodes));
    }
  }
  return made;
}

function side({ text, sources }, language, chipOf) {
  const [first] = sources;
  const date = first?.published ? element("time", { datetime: first.published }, day(first.published, language)) : null;
  return element(
    "div",
    { class: "side" },
    element("p", { class: "from", dir: "auto" }, date, first?.title ?? ""),
    element("p", { dir: "auto" }, `${text} `, ...sources.map(chipOf)),
  );
}

export function renderAnswer(answer, texts, language, chipOf) {
  if (answer.sides.length > 0) {
    return [element("p", { class: "lead" }, texts.disagree), ...answer.sides.map((one) => side(one, language, chipOf))];
  }
  const short = answer.shortAnswer ? element("p", { class: "short", dir: "auto" }, answer.shortAnswer) : null;
  const closest = answer.closest.length > 0 ? linkList(answer.closest) : null;
  const notes = answer.notes.filter(Boolean).map((note) => element("p", { class: "from", dir: "auto" }, texts[note] ?? note));
  return [short, ...blocks(answer, chipOf), closest, ...notes].filter(Boolean);
}

export function renderSources(answer, texts, language) {
  if (answer.sources.length === 0) return null;
  const items = answer.sources.map((source) =>
    element(
      "li",
      { value: source.number },
      link(source.title, source.href) ?? source.title,
      source.published ? element("time", { datetime: source.published }, day(source.published, language)) : null,
      source.quote ? element("blockquote", { dir: "auto" }, source.quote) : null,
    ),
  );
  return element("ol", { class: "sources", "aria-label": texts.sources }, ...items);
}
