// Sends the form's question and shows the answer. Whatever comes from outside becomes text, never markup.
const form = document.getElementById("ask");
const place = document.getElementById("answer");

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

// A text in an element of that name; the part of it from start to end, if there is one, stands out.
function emphasised(name, text, part) {
  if (!part) {
    return element(name, text);
  }
  const made = document.createElement(name);
  made.append(text.slice(0, part.start), element("strong", text.slice(part.start, part.end)), text.slice(part.end));
  return made;
}

// Where the short answer stands in the citation's quote.
function shortAnswerIn(citation, answer) {
  const found = answer.shortAnswer;
  return found && found.citation === citation?.number
    ? { start: found.start - citation.start, end: found.end - citation.start }
    : null;
}

function addressOf(citation) {
  const range = new URLSearchParams({ start: citation.start, end: citation.end });
  return `/articles/${encodeURIComponent(citation.articleId)}?${range}#cited`;
}

function sourceOf(citation, answer) {
  const item = document.createElement("li");
  item.value = citation.number;
  const link = element("a", citation.title);
  link.href = addressOf(citation);
  item.append(link);
  if (citation.published) {
    item.append(" ", element("time", citation.published));
  }
  item.append(emphasised("blockquote", citation.quote, shortAnswerIn(citation, answer)));
  return item;
}

function nearOf(article) {
  const item = document.createElement("li");
  const link = element("a", article.title);
  link.href = `/articles/${encodeURIComponent(article.articleId)}`;
  item.append(link);
  return item;
}

// The sides of a disagreement, each in a paragraph of its own below the heading, which ends where the first side begins.
function disagreementOf(answer) {
  const heading = answer.text.slice(0, answer.text.indexOf("(")).trim();
  const sides = answer.sentences.map((sentence) => {
    const source = answer.citations.find((citation) => citation.number === sentence.citations[0]);
    const marks = sentence.citations.map((number) => `[${number}]`).join("");
    return element("p", `(${[source.published, source.title].filter(Boolean).join(", ")}) ${sentence.text} ${marks}`);
  });
  const lead = document.createElement("p");
  lead.append(element("strong", heading));
  return [lead, ...sides];
}

function show(answer) {
  const isAnswered = answer.citations.length > 0;
  const list = document.createElement(isAnswered ? "ol" : "ul");
  list.append(...(isAnswered ? answer.citations.map((citation) => sourceOf(citation, answer)) : answer.closest.map(nearOf)));
  // A list of articles has its heading on the first line; its other lines are the list below, which has links.
  const text = !isAnswered && answer.closest.length > 0 ? answer.text.split("\n", 1)[0] : answer.text;
  // The text begins with the first quote, so the short answer stands at the same place in both.
  const part = shortAnswerIn(answer.citations[0], answer);
  place.replaceChildren(...(answer.conflicting ? disagreementOf(answer) : [emphasised("p", text, part)]), list);
}

async function ask(question) {
  const response = await fetch("/api/ask", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({ question }),
  });
  const body = await response.json();
  if (response.ok) {
    show(body);
  } else {
    place.replaceChildren(element("p", body.detail ?? body.title));
  }
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = form.querySelector("button");
  button.disabled = true;
  place.replaceChildren(element("p", "Looking…"));
  try {
    await ask(form.elements.question.value);
  } catch {
    place.replaceChildren(element("p", "The host cannot be reached: try again."));
  } finally {
    button.disabled = false;
  }
});
