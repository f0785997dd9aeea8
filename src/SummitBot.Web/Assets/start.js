// The start page: its box and its sample questions ask in the widget, and the code to embed it is copied.
function whenReady(act) {
  if (window.SummitBot) act(window.SummitBot);
  else addEventListener("summitbot:ready", () => act(window.SummitBot), { once: true });
}

const form = document.getElementById("ask");
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const question = form.elements.q.value;
  form.reset();
  whenReady((widget) => widget.ask(question));
});

for (const button of document.querySelectorAll("button[data-ask]")) {
  button.addEventListener("click", () => whenReady((widget) => widget.ask(button.dataset.ask)));
}

// On a phone the style sheet puts the launcher here, where it covers no question.
whenReady(() => document.querySelector(".hero").append(document.querySelector("summitbot-widget")));

const copy = document.getElementById("copy");
copy.hidden = !navigator.clipboard;
copy.addEventListener("click", async () => {
  await navigator.clipboard.writeText(document.getElementById("embed").textContent.trim());
  const label = copy.textContent;
  copy.textContent = copy.dataset.done;
  setTimeout(() => (copy.textContent = label), 2_000);
});
