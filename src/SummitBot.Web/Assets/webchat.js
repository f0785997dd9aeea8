// Renders Microsoft's Web Chat against this host's Direct Line. The conversation is kept for the next load of the page.
const key = "summitbot-webchat";
const place = document.getElementById("webchat");
// Storage may be blocked; the conversation then lasts as long as the page.
const storage = {
  get: () => attempt(() => JSON.parse(localStorage.getItem(key))),
  set: (value) => attempt(() => localStorage.setItem(key, JSON.stringify(value))),
};

function attempt(act) {
  try {
    return act();
  } catch {
    return null;
  }
}

// A token for the stored conversation if the host still has it, otherwise for a new one.
async function getToken() {
  const kept = storage.get();
  const response = await fetch("/api/webchat/token", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(kept?.token ? { token: kept.token } : {}),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const { token, conversationId } = await response.json();
  storage.set({ token, conversationId });
  return { token, conversationId, isKept: conversationId === kept?.conversationId };
}

// A host without a configured public address cannot link to its articles; this page knows the address.
function withArticleAddresses(activity) {
  const citations = activity.channelData?.summitbot?.citations ?? [];
  const addresses = new Map();
  for (const { number, articleId, start, end } of citations) {
    if (!activity.text.includes(`\n[${number}]: cite:${number} `)) continue;
    addresses.set(number, new URL(`/articles/${encodeURIComponent(articleId)}?start=${start}&end=${end}#cited`, location.href).href);
  }
  if (addresses.size === 0) return activity;
  const text = activity.text.replace(/^\[(\d+)\]: cite:\1 /gm, (definition, number) => `[${number}]: ${addresses.get(Number(number))} `);
  const entities = activity.entities.map((entity) => ({
    ...entity,
    ...(entity.citation && { citation: entity.citation.map((claim) => withAddress(claim, addresses.get(claim.position))) }),
  }));
  return { ...activity, text, entities };
}

function withAddress(claim, url) {
  return url ? { ...claim, appearance: { ...claim.appearance, url } } : claim;
}

const middleware = () => (next) => (action) =>
  next(
    action.type === "DIRECT_LINE/INCOMING_ACTIVITY"
      ? { ...action, payload: { ...action.payload, activity: withArticleAddresses(action.payload.activity) } }
      : action,
  );

async function start() {
  const { token, conversationId, isKept } = await getToken();
  const directLine = WebChat.createDirectLine({
    domain: new URL("/v3/directline", location.href).href,
    token,
    // With a conversation's id and no stream, the client resumes it; from the start, to show its history.
    ...(isKept && { conversationId, watermark: "0" }),
  });
  WebChat.renderWebChat(
    {
      directLine,
      store: WebChat.createStore({}, middleware),
      nonce: place.dataset.nonce,
      locale: navigator.language,
      styleOptions: { hideUploadButton: true, primaryFont: "system-ui, sans-serif", subtle: "#5a5f6e", timestampColor: "#5a5f6e" },
    },
    place,
  );
}

document.getElementById("restart").addEventListener("click", () => {
  storage.set(null);
  location.reload();
});

start().catch((error) => {
  place.textContent = `The chat could not be started (${error.message}): reload the page to try again.`;
});
