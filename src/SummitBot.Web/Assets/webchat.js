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
  const store = WebChat.createStore({}, middleware);
  const render = () =>
    WebChat.renderWebChat(
      {
        directLine,
        store,
        nonce: place.dataset.nonce,
        locale: navigator.language,
        styleOptions: { hideUploadButton: true, primaryFont: "system-ui, sans-serif", ...colors() },
        adaptiveCardsHostConfig: { containerStyles: { default: { foregroundColors: cardColors() } } },
      },
      place,
    );
  render();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", render);
}

// The page's own colours, which the style sheet sets for light and dark.
const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

function colors() {
  const [ground, raised, ink, quiet, link, accent, line, edge] = ["ground", "raised", "ink", "quiet", "link", "accent", "line", "edge"].map(color);
  return {
    accent: link,
    backgroundColor: ground,
    subtle: quiet,
    timestampColor: quiet,
    notificationText: quiet,
    bubbleBackground: raised,
    bubbleBorderColor: line,
    bubbleTextColor: ink,
    bubbleFromUserBackground: accent,
    bubbleFromUserBorderColor: accent,
    bubbleFromUserTextColor: "#ffffff",
    cardEmphasisBackgroundColor: raised,
    sendBoxBackground: ground,
    sendBoxTextColor: ink,
    sendBoxPlaceholderColor: quiet,
    sendBoxBorderTop: `solid 1px ${line}`,
    sendBoxButtonShadeColorOnActive: raised,
    sendBoxButtonShadeColorOnHover: raised,
    sendBoxButtonKeyboardFocusIndicatorBorderColor: link,
    suggestedActionBackgroundColor: ground,
    suggestedActionBackgroundColorOnActive: raised,
    suggestedActionBackgroundColorOnHover: raised,
    suggestedActionBorderColor: edge,
    suggestedActionTextColor: link,
    suggestedActionKeyboardFocusIndicatorBorderColor: link,
    suggestedActionsVisualKeyboardIndicatorColor: link,
    transcriptVisualKeyboardIndicatorColor: link,
    transcriptActivityVisualKeyboardIndicatorColor: link,
  };
}

function cardColors() {
  const [ink, quiet, link] = ["ink", "quiet", "link"].map(color);
  return { default: { default: ink, subtle: quiet }, accent: { default: link, subtle: link } };
}

document.getElementById("restart").addEventListener("click", () => {
  storage.set(null);
  location.reload();
});

start().catch((error) => {
  place.textContent = `The chat could not be started (${error.message}): reload the page to try again.`;
});
