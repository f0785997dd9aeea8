// The start page: its sample questions go to the widget, and the code to embed it to the clipboard.
function whenReady(act) {
  if (window.SummitBot) act(window.SummitBot);
  else addEventListener("summitbot:ready", () => act(window.SummitBot), { once: true });
}

for (const button of document.querySelectorAll("button[data-ask]")) {
  button.addEventListener("click", () => whenReady((widget) => widget.ask(button.dataset.ask)));
}

// On a phone the style sheet puts the launcher here, where it covers no question.
whenReady(() => document.querySelector(".lead").after(document.querySelector("summitbot-widget")));

const copy = document.getElementById("copy");
copy.hidden = !navigator.clipboard;
copy.addEventListener("click", async () => {
  await navigator.clipboard.writeText(document.getElementById("embed").textContent.trim());
  const label = copy.textContent;
  copy.textContent = "Copied";
  setTimeout(() => (copy.textContent = label), 2_000);
});
