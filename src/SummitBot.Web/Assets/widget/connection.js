// A Direct Line 3.0 conversation that survives lost sockets, reloads and restarts of the server. Each activity is shown once,
// each question is delivered once.
const KeepAlive = 20_000;
const PollEvery = 1_000;
const CallLimit = 20_000;
const LongestDelay = 30_000;
// After this many sockets in a row did not open although the server answers, something blocks them.
const BlockedAfter = 2;
const MostListed = 20;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

class CallError extends Error {
  constructor(status, retryAfter, reason) {
    super(`HTTP ${status}${reason ? `: ${reason}` : ""}`);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  get isDenied() {
    return this.status === 401 || this.status === 403;
  }

  get isFinal() {
    return this.status >= 400 && this.status < 500 && this.status !== 408 && this.status !== 429 && !this.isDenied;
  }
}

// A value for other pages and tabs; in memory where storage is blocked.
class Memory {
  #key;
  #value;

  constructor(key, value) {
    this.#key = key;
    this.#value = value;
  }

  get() {
    try {
      return JSON.parse(localStorage.getItem(this.#key)) ?? this.#value;
    } catch {
      return this.#value;
    }
  }

  set(value) {
    try {
      localStorage.setItem(this.#key, JSON.stringify(value));
    } catch {
      this.#value = value;
    }
  }

  // Another tab changed it.
  onChange(changed) {
    addEventListener("storage", (event) => event.key === this.#key && changed(this.get()));
  }
}

export class Connection {
  #base;
  #locale;
  #memory;
  // Conversations with a question: { conversationId, token, title, at }, the last one first.
  #list;
  #tell;
  #session = null;
  #watermark = "";
  #socket = null;
  #attempt = 0;
  #blocked = 0;
  #round = 0;
  #problem = "waiting";
  #told = new Set();
  #wake = () => {};
  #ready;
  #setReady;
  #queue = Promise.resolve();

  // tell: { state(name, seconds), activity(activity), fresh(), lost() }; fresh: what was shown belongs to another conversation;
  // lost: the host does not have it any more.
  constructor(base, locale, tell) {
    this.#base = base;
    this.#locale = locale;
    this.#tell = tell;
    this.#memory = new Memory(`summitbot ${base}`, null);
    this.#list = new Memory(`summitbot-list ${base}`, []);
    this.#expectReady();
    addEventListener("online", () => this.retry());
    addEventListener("offline", () => this.#socket?.close());
    this.#memory.onChange((other) => {
      if (other && this.#session && other.conversationId !== this.#session.conversationId) this.#switch();
    });
  }

  start() {
    this.#run(++this.#round);
  }

  retry() {
    this.#wake();
  }

  restart() {
    this.#memory.set(null);
    this.#switch();
  }

  // The conversations that can be opened again.
  get earlier() {
    return this.#list.get().filter((one) => one.conversationId !== this.#session?.conversationId);
  }

  open({ conversationId, token }) {
    this.#memory.set({ conversationId, token });
    this.#switch();
  }

  // Lists the conversation under its first question.
  list(title, at) {
    const list = this.#list.get();
    const { conversationId, token } = this.#session;
    if (list.some((one) => one.conversationId === conversationId)) return;
    this.#list.set([{ conversationId, token, title, at }, ...list].slice(0, MostListed));
  }

  forgetEarlier() {
    for (const { conversationId } of this.earlier) this.#unlist(conversationId);
  }

  #unlist(id) {
    this.#list.set(this.#list.get().filter((one) => one.conversationId !== id));
  }

  // Resolves with the activity's id once the server has it. Activities are delivered one by one, in order.
  post(activity) {
    const posted = this.#queue.then(() => this.#deliver(activity));
    this.#queue = posted.catch(() => {});
    return posted;
  }

  #switch() {
    this.#session = null;
    this.#watermark = "";
    this.#attempt = 0;
    this.#tell.fresh();
    this.#expectReady();
    const socket = this.#socket;
    this.start();
    socket?.close();
    this.#wake();
  }

  #expectReady() {
    if (!this.#setReady) this.#ready = new Promise((resolve) => (this.#setReady = resolve));
  }

  async #run(round) {
    while (round === this.#round) {
      try {
        if (this.#problem !== "refused") this.#tell.state(navigator.onLine ? "connecting" : "offline");
        await this.#locked(() => this.#join());
        if (round !== this.#round) return;
        await (this.#blocked < BlockedAfter ? this.#listen(round) : this.#poll(round));
      } catch (error) {
        const isRefused = await this.#isRefused(error);
        if (round !== this.#round) return;
        this.#problem = isRefused ? "refused" : "waiting";
        this.#explain(isRefused ? `The server does not allow pages of ${location.origin}: its setting SummitBot:DirectLine:AllowedOrigins has to name them.` : error.message);
        if (error.status === 404) {
          this.#memory.set(null);
          this.#unlist(this.#session?.conversationId);
          this.#tell.state("ended");
          return;
        }
        if (error.isDenied) this.#memory.set(null);
      }
      if (round === this.#round) {
        this.#expectReady();
        await this.#wait();
      }
    }
  }

  // A browser hides why a request failed. All pages can load the widget's files: if that works, the page was refused.
  async #isRefused(error) {
    if (!(error instanceof TypeError)) return false;
    return fetch(`${this.#base}widget.js`, { method: "HEAD" }).then(
      () => true,
      () => false,
    );
  }

  // For operators: each reason once.
  #explain(reason) {
    if (!navigator.onLine || this.#told.has(reason)) return;
    this.#told.add(reason);
    console.warn(`SummitBot at ${this.#base}: ${reason}`);
  }

  async #wait() {
    const longest = Math.min(LongestDelay, 1_000 * 2 ** this.#attempt++);
    const delay = longest * (0.5 + Math.random() / 2);
    this.#tell.state(navigator.onLine ? this.#problem : "offline", Math.ceil(delay / 1_000));
    await Promise.race([pause(delay), new Promise((resolve) => (this.#wake = resolve))]);
  }

  // Two tabs that open at the same time share one conversation. Pages without a secure origin have no locks.
  #locked(work) {
    return navigator.locks ? navigator.locks.request(`summitbot ${this.#base}`, work) : work();
  }

  async #join() {
    const known = this.#session ?? this.#memory.get();
    if (!known) return this.#begin();
    this.#session = known;
    try {
      const mark = encodeURIComponent(this.#watermark);
      this.#keep(await this.#call("GET", `conversations/${encodeURIComponent(known.conversationId)}?watermark=${mark}`));
    } catch (error) {
      if (!error.isDenied) throw error;
      await this.#renew(known);
    }
  }

  // The token expired while the page was inactive: the host renews it if it still has the conversation.
  async #renew(known) {
    const renewed = await this.#token({ token: known.token });
    if (renewed.conversationId === known.conversationId) {
      this.#session = { ...known, ...renewed };
      const mark = encodeURIComponent(this.#watermark);
      this.#keep(await this.#call("GET", `conversations/${encodeURIComponent(known.conversationId)}?watermark=${mark}`));
      return;
    }
    this.#tell.fresh();
    this.#unlist(known.conversationId);
    this.#tell.lost();
    this.#watermark = "";
    this.#session = renewed;
    this.#keep(await this.#call("POST", "conversations", { locale: this.#locale }));
  }

  async #begin() {
    this.#session = await this.#token({});
    this.#keep(await this.#call("POST", "conversations", { locale: this.#locale }));
  }

  #keep(session) {
    this.#session = { ...this.#session, ...session };
    const { conversationId, token } = this.#session;
    this.#memory.set({ conversationId, token });
    this.#list.set(this.#list.get().map((one) => (one.conversationId === conversationId ? { ...one, token } : one)));
  }

  #token(body) {
    return this.#fetch("POST", `${this.#base}api/webchat/token`, {}, body);
  }

  #call(method, path, body) {
    return this.#fetch(method, `${this.#base}v3/directline/${path}`, { Authorization: `Bearer ${this.#session.token}` }, body);
  }

  async #fetch(method, address, headers, body) {
    const response = await fetch(address, {
      method,
      headers: body ? { ...headers, "Content-Type": "application/json" } : headers,
      body: body && JSON.stringify(body),
      credentials: "omit",
      signal: AbortSignal.timeout(CallLimit),
    });
    if (response.ok) return response.json();
    // The server says how to fix it, as a Direct Line error or as problem details.
    const failure = await response.json().catch(() => null);
    const reason = failure?.error?.message ?? failure?.detail ?? failure?.title;
    throw new CallError(response.status, Number(response.headers.get("Retry-After")) * 1_000, reason);
  }

  #listen(round) {
    return new Promise((resolve, reject) => {
      const socket = (this.#socket = new WebSocket(this.#session.streamUrl));
      let isOpen = false;
      let timer;
      socket.onopen = () => {
        isOpen = true;
        this.#blocked = 0;
        timer = setInterval(() => socket.send(""), KeepAlive);
        this.#online();
      };
      socket.onmessage = (event) => event.data && round === this.#round && this.#take(JSON.parse(event.data));
      socket.onclose = () => {
        clearInterval(timer);
        if (isOpen) return resolve();
        if (navigator.onLine) this.#blocked++;
        reject(
          new Error(
            "No socket opens, though the server answers: a proxy before it has to pass on the headers Upgrade and Connection. The chat asks every second instead.",
          ),
        );
      };
    });
  }

  async #poll(round) {
    const id = encodeURIComponent(this.#session.conversationId);
    while (round === this.#round) {
      const mark = encodeURIComponent(this.#watermark);
      const batch = await this.#call("GET", `conversations/${id}/activities?watermark=${mark}`);
      if (round !== this.#round) return;
      this.#online();
      this.#take(batch);
      await pause(PollEvery);
    }
  }

  #online() {
    this.#attempt = 0;
    this.#problem = "waiting";
    this.#setReady?.();
    this.#setReady = null;
    this.#tell.state("online");
    this.#refreshInTime();
  }

  // Renewed at half of the token's lifetime, which leaves time for retries.
  #refreshInTime() {
    clearTimeout(this.refreshTimer);
    const life = this.#session.expires_in;
    if (!life) return;
    this.refreshTimer = setTimeout(async () => {
      try {
        this.#keep(await this.#call("POST", "tokens/refresh"));
      } catch {
        // Tried again later.
      }
      this.#refreshInTime();
    }, Math.min(life * 500, 2 ** 31 - 1));
  }

  #take({ activities = [], watermark }) {
    for (const activity of activities) this.#tell.activity(activity);
    if (watermark != null) this.#watermark = watermark;
  }

  async #deliver(activity) {
    const round = this.#round;
    for (let attempt = 0; ; attempt++) {
      await this.#ready;
      if (round !== this.#round) throw new Error("The conversation has changed.");
      try {
        const path = `conversations/${encodeURIComponent(this.#session.conversationId)}/activities`;
        return (await this.#call("POST", path, activity)).id;
      } catch (error) {
        if (error.isFinal || attempt === 5) throw error;
        // A denied token: the socket's own reconnection renews it.
        if (error.isDenied) this.#socket?.close();
        if (error.status === 429) this.#tell.state("busy");
        await pause(error.retryAfter || 500 * 2 ** attempt);
        if (error.status === 429) this.#tell.state("online");
      }
    }
  }
}
