// Renders Microsoft's Web Chat against this host's Direct Line. The conversation is kept for the next load of the page.
const key = "summitbot-webchat";
const place = document.getElementById("webchat");

async function post(address, token) {
  const response = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) },
    body: "{}",
  });
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return response.json();
}

// The conversation of an earlier load while its token can be refreshed, else a new one.
async function conversation() {
  const kept = JSON.parse(localStorage.getItem(key) ?? "null");
  if (kept) {
    try {
      return { ...(await post("/v3/directline/tokens/refresh", kept.token)), isKept: true };
    } catch {
      localStorage.removeItem(key);
    }
  }
  return post("/api/webchat/token");
}

async function start() {
  const { token, conversationId, isKept } = await conversation();
  localStorage.setItem(key, JSON.stringify({ token }));
  const directLine = WebChat.createDirectLine({
    domain: new URL("/v3/directline", location.href).href,
    token,
    // With a conversation's id and no stream, the client resumes it; from the start, to show its history.
    ...(isKept && { conversationId, watermark: "0" }),
  });
  WebChat.renderWebChat(
    {
      directLine,
      nonce: place.dataset.nonce,
      styleOptions: { hideUploadButton: true, primaryFont: "system-ui, sans-serif" },
    },
    place,
  );
}

start().catch((error) => {
  place.textContent = `The chat could not be started (${error.message}): reload the page to try again.`;
});
