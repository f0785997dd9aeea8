import { element, icon, moment, plainText, readAnswer, renderAnswer, renderSources } from "./answer.js";
import { citationChip } from "./citation.js";
import { Connection } from "./connection.js";

const Feedback = "webchat:activity-status/feedback";
const Stop = "summitbot/stop";
const LookingLimit = 60_000;
// A quick answer needs no button that stops it.
const StopAfter = 1_000;
const LongestQuestion = 2_000;
const CountFrom = 1_800;
const Icons = {
  earlier: "M4 6h16M4 12h16M4 18h9",
  restart: "M4 12a8 8 0 1 0 2.3-5.7M4 4v5h5",
  close: "M6 6l12 12M18 6L6 18",
  send: "M12 20V5M5 12l7-7 7 7",
  stop: "M7 7h10v10H7z",
  like: "M7 11v9H4v-9zM7 11l4-8a3 3 0 0 1 3 3v4h5a2 2 0 0 1 2 2.3l-1 6A2 2 0 0 1 18 20H7",
  dislike: "M17 13V4h3v9zM17 13l-4 8a3 3 0 0 1-3-3v-4H5a2 2 0 0 1-2-2.3l1-6A2 2 0 0 1 6 4h11",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  done: "M5 12l5 5L20 7",
};

export async function create(to) {
  const { root, base, language } = to;
  const load = async (name) => {
    const response = await fetch(`${base}widget/${name}`, { credentials: "omit" });
    if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
    return response;
  };
  const [css, texts] = await Promise.all([
    load("panel.css").then((response) => response.text()),
    load(`texts/${language}.json`).then((response) => response.json()),
  ]);
  const sheet = new CSSStyleSheet();
  await sheet.replace(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return new Panel({ ...to, texts });
}

const textButton = (label, onclick) => element("button", { type: "button", onclick }, label);

class Panel {
  #to;
  #texts;
  #connection;
  // Activities shown, by their id, and a stream's by the id of its first activity.
  #shown = new Map();
  // Questions of this page: by clientActivityID until the server has them, then by the activity's id.
  #asked = new Map();
  #lookingTimer;
  #stateTimer;
  #stopTimer;
  // The id of the question whose answer can be stopped.
  #stoppable = null;
  // False while the reader has scrolled up.
  #isAtEnd = true;

  constructor(to) {
    this.#to = to;
    this.#texts = to.texts;
    this.#build();
    to.root.append(this.panel);
    this.#connection = new Connection(to.base, to.language, {
      state: (name, seconds) => this.#showState(name, seconds),
      activity: (activity) => this.#take(activity),
      fresh: () => this.#clear(),
      lost: () => this.#inquire(this.#texts.gone, []),
    });
    new ResizeObserver(() => this.#follow()).observe(this.log);
    this.#connection.start();
  }

  open(takesFocus) {
    if (!this.panel.hidden) return;
    this.panel.hidden = false;
    this.#to.launcher.hidden = true;
    this.panel.setAttribute("aria-modal", `${this.#isFullScreen}`);
    this.#scrollToEnd();
    if (takesFocus) this.input.focus();
    this.#to.remember(true);
    this.#to.emit("open", {});
  }

  close() {
    if (this.panel.hidden) return;
    const hadFocus = this.#to.root.activeElement !== null;
    this.panel.hidden = true;
    this.#to.launcher.hidden = false;
    if (hadFocus) this.#to.launcher.focus();
    this.#to.remember(false);
    this.#to.emit("close", {});
  }

  restart() {
    this.#showEarlier(false);
    this.#inquire("", []);
    this.#connection.restart();
    this.input.focus();
  }

  // Resolves when the server has the question, or when the bubble says that it could not be delivered.
  async ask(question) {
    const text = `${question}`.trim();
    if (!text) return;
    const key = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
    const bubble = this.#showQuestion(text);
    const entry = { text, bubble, isAnswered: false };
    this.#showEarlier(false);
    this.#asked.set(key, entry);
    this.#to.emit("question", { text });
    this.#look(true);
    await this.#send(key, entry);
  }

  async #send(key, entry) {
    const { text, bubble } = entry;
    try {
      const id = await this.#connection.post({
        type: "message",
        text,
        textFormat: "plain",
        locale: this.#to.language,
        channelData: { clientActivityID: key },
      });
      this.#asked.set(id, entry);
      this.#shown.set(id, bubble);
      if (!entry.isAnswered) this.#offerStop(id);
    } catch (error) {
      this.#look(false);
      this.#showFailure(key, entry);
      this.#to.emit("error", { message: String(error) });
    }
  }

  get #isFullScreen() {
    return matchMedia("(max-width: 30rem)").matches;
  }

  #build() {
    const { options } = this.#to;
    const t = this.#texts;
    const button = (name, label, onclick, type = "button") =>
      element("button", { type, class: "tool", "aria-label": label, title: label, onclick }, icon(Icons[name]));
    this.input = element("textarea", {
      id: "question",
      rows: "1",
      maxlength: LongestQuestion,
      dir: this.#to.language === "ar" ? "rtl" : "auto",
      placeholder: options.placeholder || t.placeholder,
      "aria-label": t.question,
      "aria-description": t.hint,
      enterkeyhint: "send",
      onkeydown: (event) => {
        if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        this.#submit();
      },
      oninput: () => this.#grow(),
    });
    this.stop = button("stop", t.stop, () => this.#stop());
    this.stop.hidden = true;
    this.send = button("send", t.send, undefined, "submit");
    this.form = element("form", { onsubmit: (event) => (event.preventDefault(), this.#submit()) }, this.input, this.stop, this.send);
    this.count = element("p", { class: "count", hidden: true });
    this.inquiry = element("div", { class: "state", role: "group", hidden: true, onkeydown: (event) => this.#onInquiryKey(event) });
    this.earlier = element("div", { class: "earlier", role: "region", "aria-label": t.earlier, hidden: true });
    this.earlierButton = button("earlier", t.earlier, () => this.#showEarlier(this.earlier.hidden));
    this.state = element("div", { class: "state", role: "status", hidden: true });
    this.looking = element("div", { class: "looking", hidden: true }, element("span", { class: "dots", "aria-hidden": "true" }, element("i"), element("i"), element("i")), t.looking);
    this.actions = element("div", { class: "actions", role: "group", "aria-label": t.questions });
    this.welcome = element("div", { class: "welcome" }, element("p", { dir: "auto" }, t.welcome), this.actions);
    this.log = element("div", { class: "log", role: "log", "aria-live": "off", "aria-label": t.conversation, tabindex: "0", onscroll: () => this.#noteScroll() }, this.welcome, this.looking);
    this.announcer = element("div", { class: "unseen", "aria-live": "polite" });
    this.panel = element(
      "section",
      { class: "panel", role: "dialog", "aria-labelledby": "title", hidden: true, onkeydown: (event) => this.#onKey(event) },
      element(
        "header",
        {},
        this.#to.logo(),
        element("h2", { id: "title", dir: "auto" }, options.name || options.title || t.title),
        this.earlierButton,
        button("restart", t.restart, () => this.#askToRestart()),
        (this.closer = button("close", t.close, () => this.close())),
      ),
      this.state,
      this.inquiry,
      this.earlier,
      this.log,
      this.form,
      this.count,
      element("p", { class: "note" }, t.note),
      this.announcer,
    );
    this.#suggestAtStart();
    this.#showEarlier(false);
  }

  #askToRestart() {
    const t = this.#texts;
    if (!this.log.querySelector(".mine")) return this.restart();
    this.#inquire(t.confirm, [
      [t.begin, () => this.restart()],
      [t.cancel, () => this.input.focus()],
    ]);
  }

  // A question or a notice of the widget itself, with buttons that answer it.
  #inquire(text, answers) {
    const close = (act) => () => {
      this.inquiry.hidden = true;
      act();
    };
    this.inquiry.replaceChildren(element("span", { role: "alert" }, text), ...answers.map(([label, act]) => textButton(label, close(act))));
    this.inquiry.hidden = !text;
    this.inquiry.querySelector("button")?.focus();
  }

  #onInquiryKey(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.inquiry.lastChild.click();
  }

  #showEarlier(isShown) {
    const t = this.#texts;
    const earlier = this.#connection?.earlier ?? [];
    this.earlier.hidden = !isShown;
    this.log.hidden = isShown;
    this.earlierButton.hidden = earlier.length === 0;
    this.earlierButton.setAttribute("aria-expanded", `${isShown}`);
    if (!isShown) return this.#follow();
    const items = earlier.map((one) => {
      const open = () => {
        this.#connection.open(one);
        this.#showEarlier(false);
        this.input.focus();
      };
      const label = element("span", { dir: "auto" }, one.title);
      return element("li", {}, element("button", { type: "button", onclick: open }, label, moment(one.at, this.#to.language)));
    });
    const forget = textButton(t.forget, () => {
      this.#connection.forgetEarlier();
      this.#showEarlier(false);
      this.input.focus();
    });
    this.earlier.replaceChildren(element("h3", {}, t.earlier), element("ul", {}, ...items), forget);
  }

  #offerStop(question) {
    if (question && question === this.#stoppable) return;
    clearTimeout(this.#stopTimer);
    this.#stoppable = question;
    if (question) this.#stopTimer = setTimeout(() => (this.stop.hidden = false), StopAfter);
    else {
      if (this.#to.root.activeElement === this.stop) this.input.focus();
      this.stop.hidden = true;
    }
  }

  // The bot then sends what it has.
  #stop() {
    const stop = { type: "event", name: Stop, replyToId: this.#stoppable };
    this.#offerStop(null);
    this.#look(false);
    this.#connection.post(stop).catch((error) => this.#to.emit("error", { message: String(error) }));
  }

  #ownQuestions() {
    const questions = (this.#to.options.questions ?? "").split("|").map((question) => question.trim());
    return questions.filter(Boolean).map((value) => ({ type: "imBack", title: value, value }));
  }

  #suggestAtStart() {
    this.#suggest(this.#ownQuestions());
    if (this.actions.parentNode) this.welcome.append(this.actions);
  }

  #onKey(event) {
    if (event.key === "Escape") {
      if (this.earlier.hidden) return this.close();
      this.#showEarlier(false);
      return this.input.focus();
    }
    if (event.key !== "Tab" || !this.#isFullScreen) return;
    // In full screen, the focus stays inside the panel.
    const stops = [...this.panel.querySelectorAll("button, a[href], textarea, input, [tabindex='0']")].filter((stop) => stop.checkVisibility() && !stop.disabled);
    const [from, target] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
    if (this.#to.root.activeElement !== from) return;
    event.preventDefault();
    target.focus();
  }

  #submit() {
    const text = this.input.value;
    this.input.value = "";
    this.#grow();
    this.ask(text);
  }

  #grow() {
    this.input.style.setProperty("height", "auto");
    this.input.style.setProperty("height", `${Math.min(this.input.scrollHeight + 2, 140)}px`);
    const { length } = this.input.value;
    this.count.hidden = length < CountFrom;
    const { format } = new Intl.NumberFormat(this.#to.language);
    this.count.textContent = this.count.hidden ? "" : `${format(length)} / ${format(LongestQuestion)}`;
    this.input.setAttribute("aria-description", `${this.#texts.hint} ${this.count.textContent}`);
    this.count.classList.toggle("full", length >= LongestQuestion);
  }

  #take(activity) {
    if (activity.type === "endOfConversation") return this.#showState("ended");
    const isMine = activity.from?.role === "user" || activity.channelData?.clientActivityID !== undefined;
    if (activity.type === "event" && activity.name === Feedback) return this.#takeFeedback(activity);
    if (isMine) return this.#takeEcho(activity);
    if (activity.type === "typing") return this.#takeTyping(activity);
    if (activity.type !== "message") return;
    if (activity.replyToId) this.#takeAnswer(activity);
    else this.#takeGreeting(activity);
  }

  #takeEcho(activity) {
    if (activity.type !== "message") return;
    this.#connection.list(activity.text ?? "", activity.timestamp);
    if (this.#shown.has(activity.id)) return;
    const entry = this.#asked.get(activity.channelData?.clientActivityID);
    if (entry) this.#asked.set(activity.id, entry);
    this.#shown.set(activity.id, entry?.bubble ?? this.#showQuestion(activity.text ?? "", activity.timestamp));
  }

  #takeTyping(activity) {
    const { streamType, streamSequence = 0, streamId = activity.id } = activity.channelData ?? {};
    if (activity.replyToId && !this.#asked.get(activity.replyToId)?.isAnswered) this.#offerStop(activity.replyToId);
    if (!activity.text || streamType === "informative") return this.#look(true, activity.text);
    const known = this.#shown.get(streamId);
    // Too late, or seen before the socket was lost.
    if (known?.isFinal || known?.sequence >= streamSequence) return;
    const bubble = known ?? this.#addBubble(streamId, "answer");
    bubble.sequence = streamSequence;
    this.#look(false);
    this.#fill(bubble, readAnswer(activity, this.#to.base), false);
  }

  // A message that answers no question is a greeting.
  #takeGreeting(activity) {
    if (this.#shown.has(activity.id)) return;
    const actions = activity.suggestedActions?.actions ?? [];
    const answer = readAnswer(activity, this.#to.base);
    // The questions are shown as buttons, so the text need not list them.
    if (actions.length > 0) answer.text = answer.text.replace(/\n[-*] .*/g, "").replace(/[^.!?。！？؟]*[:：]\s*$/, "");
    const bubble = this.#addBubble(activity.id, "greeting");
    this.#fill(bubble, answer, true);
    // A page may have asked before the greeting.
    this.welcome.after(bubble);
    if (this.log.querySelector(".mine")) return;
    const ownQuestions = this.#ownQuestions();
    this.#suggest(ownQuestions.length > 0 ? ownQuestions : actions);
  }

  #takeAnswer(activity) {
    const key = activity.channelData?.streamId ?? activity.id;
    const bubble = this.#shown.get(activity.id) ?? this.#shown.get(key) ?? this.#addBubble(key, "answer");
    const isNew = !bubble.isFinal;
    bubble.isFinal = true;
    this.#shown.set(activity.id, bubble);
    const asked = this.#asked.get(activity.replyToId);
    if (asked) asked.isAnswered = true;
    if (activity.replyToId === this.#stoppable) this.#offerStop(null);
    this.#look(false);
    const answer = readAnswer(activity, this.#to.base);
    this.#fill(bubble, answer, true);
    this.#suggest(activity.suggestedActions?.actions ?? []);
    if (!isNew || !asked) return;
    this.announcer.textContent = plainText(answer, this.#texts, this.#to.language);
    this.#to.emit("answer", {
      question: asked.text,
      text: answer.text,
      outcome: answer.document?.outcome ?? null,
      citations: answer.sources,
      activity,
    });
  }

  #takeFeedback({ replyToId, value }) {
    const bubble = this.#shown.get(replyToId);
    if (bubble?.mark && (value?.reaction === "like" || value?.reaction === "dislike")) bubble.mark(value.reaction);
  }

  #showQuestion(text, at) {
    this.actions.remove();
    const said = element("p", { dir: "auto" }, text);
    const bubble = element("div", { class: "mine" }, element("span", { class: "unseen" }, `${this.#texts.you}: `), said, moment(at, this.#to.language));
    this.#append(bubble);
    return bubble;
  }

  #showFailure(key, entry) {
    const again = element("button", { type: "button", class: "again" }, this.#texts.again);
    const failure = element("p", { class: "failure", role: "alert" }, `${this.#texts.failed} `, again);
    again.addEventListener("click", () => {
      failure.remove();
      this.#look(true);
      this.#send(key, entry);
    });
    entry.bubble.append(failure);
  }

  #addBubble(key, name) {
    const bubble = element("div", { class: name, "aria-busy": "true" });
    this.#shown.set(key, bubble);
    this.#append(bubble);
    return bubble;
  }

  #fill(bubble, answer, isFinal) {
    const { language, options } = this.#to;
    const chipOf = (source) => citationChip(source, this.#texts, language);
    bubble.setAttribute("aria-busy", `${!isFinal}`);
    if (answer.locale) bubble.lang = answer.locale;
    const body = element("div", { class: "body" }, ...renderAnswer(answer, this.#texts, language, chipOf));
    const parts = [element("span", { class: "unseen" }, `${options.name || this.#texts.bot}: `), body];
    if (isFinal) parts.push(renderSources(answer, this.#texts, language), this.#foot(bubble, answer));
    bubble.replaceChildren(...parts.filter(Boolean));
    this.#follow();
  }

  #foot(bubble, answer) {
    const at = moment(answer.at, this.#to.language);
    const isAnswer = answer.document ? answer.document.kind === "answer" || answer.document.kind === "summary" : answer.like || answer.sources.length > 0;
    if (!isAnswer) return element("div", { class: "tools" }, at);
    const t = this.#texts;
    const press = (reaction) => {
      bubble.mark(reaction);
      this.#sendFeedback(answer, reaction, "");
      comment.replaceChildren(this.#commentForm(answer, reaction, comment));
      comment.scrollIntoView({ block: "nearest" });
    };
    const tool = (name, label, onclick) => element("button", { type: "button", class: "tool", "aria-label": label, title: label, onclick }, icon(Icons[name]));
    const like = tool("like", t.like, () => press("like"));
    const dislike = tool("dislike", t.dislike, () => press("dislike"));
    const copy = tool("copy", t.copy, () => this.#copy(copy, answer));
    const comment = element("div", { class: "comment", role: "status" });
    bubble.mark = (reaction) => {
      like.setAttribute("aria-pressed", `${reaction === "like"}`);
      dislike.setAttribute("aria-pressed", `${reaction === "dislike"}`);
    };
    bubble.mark(null);
    return element("div", { class: "foot" }, element("div", { class: "tools" }, like, dislike, copy, at), comment);
  }

  #commentForm(answer, reaction, place) {
    const t = this.#texts;
    const input = element("input", { type: "text", maxlength: "1000", dir: "auto", placeholder: t.comment, "aria-label": t.comment });
    const form = element("form", {}, element("p", {}, t.thanks), input, element("button", { type: "submit" }, t.send));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = input.value.trim();
      if (text) this.#sendFeedback(answer, reaction, text);
      place.replaceChildren(element("p", {}, t.thanks));
      this.input.focus();
    });
    return form;
  }

  // Web Chat's event, plus the answer's id and the comment, which Web Chat does not send.
  #sendFeedback(answer, reaction, comment) {
    const action = answer[reaction];
    const feedback = { type: "event", name: Feedback, replyToId: answer.id, entities: action ? [action] : [], value: { reaction, comment } };
    this.#connection.post(feedback).catch((error) => this.#to.emit("error", { message: String(error) }));
    this.#to.emit("feedback", { activityId: answer.id, reaction, comment });
  }

  async #copy(button, answer) {
    const text = plainText(answer, this.#texts, this.#to.language);
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // A page without a secure origin, or a frame without the permission.
      const area = element("textarea", { class: "unseen" });
      area.value = text;
      this.panel.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    button.replaceChildren(icon(Icons.done));
    this.announcer.textContent = this.#texts.copied;
    setTimeout(() => button.replaceChildren(icon(Icons.copy)), 2_000);
  }

  #suggest(actions) {
    const asked = actions.filter((action) => typeof action.value === "string" && action.type !== "openUrl");
    const buttons = asked.map((action) =>
      element("button", { type: "button", class: "suggestion", dir: "auto", onclick: () => (this.ask(action.value), this.input.focus()) }, action.title ?? action.value),
    );
    this.actions.replaceChildren(element("p", {}, this.#texts.questions), ...buttons);
    if (buttons.length > 0) this.looking.before(this.actions);
    else this.actions.remove();
    this.#follow();
  }

  #append(bubble) {
    this.welcome.hidden = true;
    this.looking.before(bubble);
    this.#scrollToEnd();
  }

  #look(isLooking, text) {
    clearTimeout(this.#lookingTimer);
    this.looking.hidden = !isLooking;
    this.looking.lastChild.data = text || this.#texts.looking;
    if (!isLooking) return;
    this.announcer.textContent = this.#texts.looking;
    this.#lookingTimer = setTimeout(() => (this.#look(false), this.#offerStop(null)), LookingLimit);
    this.#follow();
  }

  #showState(name, seconds) {
    this.panel.dataset.state = name;
    this.#enable(name !== "refused");
    if (this.earlier.hidden) this.#showEarlier(false);
    this.#to.emit("state", { state: name });
    clearTimeout(this.#stateTimer);
    if (name === "connecting" && this.state.hidden) this.#stateTimer = setTimeout(() => this.#writeState(name), 700);
    else this.#writeState(name, seconds);
  }

  #writeState(name, seconds) {
    const t = this.#texts;
    if (name === "online") return (this.state.hidden = true);
    const shown = {
      connecting: [t.connecting],
      offline: [t.offline],
      busy: [t.busy],
      refused: [t.refused],
      waiting: [t.waiting.replace("{0}", seconds), textButton(t.retry, () => this.#connection.retry())],
      ended: [t.ended, textButton(t.restart, () => this.restart())],
    };
    this.state.replaceChildren(...shown[name]);
    this.state.hidden = false;
  }

  #enable(isEnabled) {
    if (!isEnabled && this.#to.root.activeElement === this.input) this.closer.focus();
    this.input.disabled = this.send.disabled = !isEnabled;
    if (!isEnabled) this.actions.remove();
  }

  #clear() {
    for (const bubble of this.log.querySelectorAll(".mine, .answer, .greeting")) bubble.remove();
    this.#shown.clear();
    this.#asked.clear();
    this.#look(false);
    this.#offerStop(null);
    this.announcer.textContent = "";
    this.welcome.hidden = false;
    this.#suggestAtStart();
  }

  #noteScroll() {
    this.#isAtEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 80;
  }

  #follow() {
    if (this.#isAtEnd) this.#scrollToEnd();
  }

  #scrollToEnd() {
    this.log.scrollTop = this.log.scrollHeight;
    this.#isAtEnd = true;
  }
}
