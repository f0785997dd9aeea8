// Puts SummitBot's launcher on a page: <script src="https://host/widget.js" async></script>. Nothing else is loaded until
// somebody opens it. Its settings are in docs/widget.md.
(() => {
  const script = document.currentScript;
  // A page that includes the script twice has one widget.
  if (!script || window.SummitBot) return;

  const labels = {
    en: ["Ask the articles", "not reachable. Try again."],
    es: ["Pregunta a los artículos", "sin conexión. Reintentar."],
    de: ["Die Artikel fragen", "nicht erreichbar. Erneut versuchen."],
    fr: ["Interroger les articles", "injoignable. Réessayez."],
    ru: ["Спросить статьи", "нет связи. Повторите."],
    ko: ["기사에 질문하기", "연결 안 됨. 다시 시도하세요."],
    zh: ["向文章提问", "无法连接，请重试。"],
    ar: ["اسأل المقالات", "لا اتصال. حاول مرة أخرى."],
    ja: ["記事に質問する", "接続できません。再試行"],
    th: ["ถามบทความ", "ไม่มีการเชื่อมต่อ ลองอีกครั้ง"],
    hi: ["लेखों से पूछें", "संपर्क नहीं। फिर कोशिश करें।"],
  };
  const { dataset } = script;
  const code = (dataset.lang || document.documentElement.lang || navigator.language).slice(0, 2).toLowerCase();
  const language = code in labels ? code : "en";
  const base = new URL(".", script.src).href;
  const openKey = `summitbot-open ${base}`;
  const style = `
    :host { all: initial; position: fixed; z-index: 2147483000; inset-block-end: 20px; inset-inline-end: 20px; color-scheme: light dark; }
    :host([data-position="left"]) { inset-inline: 20px auto; }
    :host([data-theme="light"]) { color-scheme: light; }
    :host([data-theme="dark"]) { color-scheme: dark; }
    .launcher {
      display: flex; align-items: center; gap: 10px; padding: 14px 20px 14px 16px; border: 1px solid transparent; border-radius: 999px; cursor: pointer;
      background: var(--summitbot-accent, light-dark(#2b47c9, #4a63e0)); color: var(--summitbot-on-accent, #fff);
      font: 600 15px/1.2 var(--summitbot-font, system-ui, sans-serif); box-shadow: 0 6px 24px rgb(16 22 58 / 28%);
    }
    .launcher:hover { filter: brightness(1.08); }
    .launcher:focus-visible { outline: 3px solid var(--summitbot-focus, light-dark(#2b47c9, #aebdff)); outline-offset: 3px; }
    .launcher[hidden] { display: none; }
    .launcher[aria-busy="true"] { cursor: progress; opacity: .85; }
    img { width: 24px; height: 24px; object-fit: contain; border-radius: 5px; }
    svg { width: 22px; height: 22px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
    @media print { .launcher { display: none; } }
  `;

  const host = document.createElement("summitbot-widget");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  host.lang = language;
  host.dir = language === "ar" ? "rtl" : "ltr";
  for (const name of ["theme", "position"]) {
    if (dataset[name]) host.dataset[name] = dataset[name];
  }
  const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (/^#[0-9a-f]{6}$/i.test(dataset.accent ?? "")) {
    host.style.setProperty("--summitbot-accent", dataset.accent);
    host.style.setProperty("--summitbot-on-accent", isLight(dataset.accent) ? "#000000" : "#ffffff");
  }

  const launcher = document.createElement("button");
  launcher.type = "button";
  launcher.className = "launcher";
  launcher.setAttribute("aria-haspopup", "dialog");
  launcher.append(logo(), dataset.title || labels[language][0]);
  launcher.addEventListener("click", () => open().catch(() => {}));
  root.append(launcher);

  let panel;
  let loading;

  // Whether black text has the better contrast on these colours, painted over each other (WCAG 2.2, relative luminance).
  function isLight(...colors) {
    for (const color of colors) {
      paint.fillStyle = color;
      paint.fillRect(0, 0, 1, 1);
    }
    const [r, g, b] = [...paint.getImageData(0, 0, 1, 1).data].map((byte) => {
      const part = byte / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179;
  }

  // Dark or light as the background of the page is now. A page without a colour has the browser's.
  function followPage() {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.setProperty("background-color", "Canvas");
    const colors = [probe, document.documentElement, document.body].map((part) => getComputedStyle(part).backgroundColor);
    probe.remove();
    host.dataset.theme = isLight(...colors) ? "light" : "dark";
  }

  function followPageFromNow() {
    const observer = new MutationObserver(followPage);
    for (const part of [document.documentElement, document.body]) {
      observer.observe(part, { attributes: true });
      part.addEventListener("transitionend", (event) => event.target === part && followPage());
    }
    addEventListener("load", followPage);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", followPage);
    followPage();
  }

  function logo() {
    if (!dataset.logo) return icon();
    const image = new Image();
    image.alt = "";
    image.onerror = () => image.replaceWith(icon());
    image.src = dataset.logo;
    return image;
  }

  function icon() {
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", "M4 5h16v11H10l-5 4v-4H4zM8 9h8M8 12h5");
    svg.append(path);
    return svg;
  }

  function emit(name, detail) {
    host.dispatchEvent(new CustomEvent(`summitbot:${name}`, { detail, bubbles: true, composed: true }));
  }

  // Storage may be blocked.
  function remember(isOpen) {
    try {
      sessionStorage.setItem(openKey, isOpen ? "1" : "0");
    } catch {}
  }

  function remembered() {
    try {
      return sessionStorage.getItem(openKey);
    } catch {
      return null;
    }
  }

  function load() {
    loading ??= import(`${base}widget/panel.js`)
      .then((module) => module.create({ root, launcher, base, language, options: dataset, logo, emit, remember }))
      .then((made) => (panel = made))
      .finally(() => (loading = undefined));
    return loading;
  }

  async function open(takesFocus = true) {
    launcher.setAttribute("aria-busy", "true");
    try {
      (panel ?? (await load())).open(takesFocus);
    } catch (error) {
      launcher.lastChild.data = `${dataset.name || "SummitBot"}: ${labels[language][1]}`;
      emit("error", { message: String(error) });
      throw error;
    } finally {
      launcher.removeAttribute("aria-busy");
    }
  }

  window.SummitBot = Object.freeze({
    open: () => open(),
    close: () => panel?.close(),
    ask: (question) => open().then(() => panel.ask(question)),
    newConversation: () => open().then(() => panel.restart()),
  });

  function start() {
    document.body.append(host);
    if (!dataset.theme) followPageFromNow();
    emit("ready", {});
    const wide = matchMedia("(min-width: 48rem)").matches;
    if (remembered() === "1" || ("open" in dataset && wide && remembered() === null)) open(false).catch(() => {});
  }

  if (document.body) start();
  else addEventListener("DOMContentLoaded", start);
})();
