// Microsoft's Direct Line client against our server: node client.cjs SCENARIO ADDRESS MODULES. It prints `done` when the
// scenario went as it should; a line `clock` asks the test to let the server's token expire, and is answered by a line.
const assert = require("node:assert/strict");
const { createRequire } = require("node:module");
const { once } = require("node:events");
const [scenario, address, modules] = process.argv.slice(2);
const load = createRequire(`${modules}/package.json`);

// The client refreshes its token every 15 minutes: a thousandth of that will do.
const setIntervalAsItIs = setInterval;
globalThis.setInterval = (run, delay, ...rest) => setIntervalAsItIs(run, delay === 900_000 ? 900 : delay, ...rest);

// Before it reconnects it waits 3 s and up to 12 s more by chance: this chance makes a tenth of a second of it.
const random = () => -0.24;

const sockets = [];
globalThis.XMLHttpRequest = load("xhr2");
globalThis.WebSocket = class extends load("ws") {
  constructor(url) {
    super(url);
    sockets.push(this);
  }
};
const { ConnectionStatus, DirectLine } = load("botframework-directlinejs");

const question = "Who cut a rope of nettles?";
const answer = /^Mayor Ada Quill cut a rope of nettles\. \[1\]\n\n\[1\]: https:/;

async function token(former) {
  const response = await fetch(`${address}/api/webchat/token`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ token: former }),
  });
  assert.equal(response.status, 200);
  return response.json();
}

// With a conversation's id beside the token the client would resume the conversation instead of beginning it.
const begin = ({ token }, options) => connect({ token, ...options });

// A client with all messages it has seen, and promises for what is to come.
function connect(options) {
  const directLine = new DirectLine({ domain: `${address}/v3/directline`, pollingInterval: 200, random, ...options });
  const client = { directLine, messages: [], states: [] };
  directLine.connectionStatus$.subscribe((state) => client.states.push(state));
  // A client that polls asks anew when it reconnects, while its former request may still be on its way: it gets the same
  // activities by both, as pages know, who tell them by their id. Over a socket each comes once.
  const isKnown = ({ id }) => options.webSocket === false && client.messages.some((message) => message.id === id);
  const take = (activity) => activity.type === "message" && !isKnown(activity) && client.messages.push(activity);
  const end = (error) => assert.equal(error.message, "conversation ended"); // that is how end() is told
  directLine.activity$.subscribe(take, end);
  client.until = async (isTrue, what) => {
    for (const end = Date.now() + 25_000; !isTrue(); await new Promise((resolve) => setTimeout(resolve, 20)))
      assert.ok(Date.now() < end, `never: ${what}; ${client.messages.length} messages, states ${client.states}`);
  };
  client.say = (text) =>
    new Promise((resolve, reject) =>
      directLine.postActivity({ type: "message", from: { id: "me" }, text }).subscribe(
        // The client says "retry" for a request that was not answered, or with a status of 500 and above.
        (id) => (id === "retry" ? reject(new Error(`not accepted; states ${client.states}`)) : resolve(id)),
        reject,
      ),
    );
  // The messages of the conversation as the server has them.
  client.read = async () => {
    const url = `${address}/v3/directline/conversations/${directLine.conversationId}/activities`;
    const response = await fetch(url, { headers: { Authorization: `Bearer ${directLine.token}` } });
    return (await response.json()).activities.filter((activity) => activity.type === "message");
  };
  // Each question once and answered once; the welcome, which replies to nothing, comes when it is ready. The client
  // schedules each activity by itself and so exchanges those that arrive in a burst: the order is read from the server.
  client.expect = async (ids) => {
    const count = 1 + 2 * ids.length;
    await client.until(() => client.messages.length >= count, `${count} messages`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const kept = await client.read();
    const all = JSON.stringify([client.messages, kept]);
    const idsOf = (messages) => messages.map((message) => message.id);
    assert.deepEqual(idsOf(client.messages).sort(), idsOf(kept).sort(), all);
    assert.equal(kept.length, count, all);
    assert.deepEqual(idsOf(kept.filter((message) => message.from.role === "user")), ids, all);
    const answers = kept.filter((message) => message.replyToId);
    assert.deepEqual(answers.map((message) => message.replyToId), ids, all);
    for (const message of answers) assert.match(message.text, answer);
  };
  return client;
}

const scenarios = {
  async socket() {
    const client = begin(await token());
    await client.expect([await client.say(question), await client.say(question)]);
    assert.equal(sockets.length, 1);
    client.directLine.end();
  },

  async polling() {
    const client = begin(await token(), { webSocket: false });
    await client.expect([await client.say(question), await client.say(question)]);
    assert.equal(sockets.length, 0);
    client.directLine.end();
  },

  // The line is cut again and again, also between a question and its answer.
  async reconnect() {
    const client = begin(await token());
    const ids = [];
    for (let round = 0; round < 4; round++) {
      const said = client.say(question);
      if (round % 2 === 0) sockets.at(-1)?.terminate();
      ids.push(await said);
      if (round % 2 === 1) sockets.at(-1)?.terminate();
      await client.until(() => client.messages.length >= 1 + 2 * ids.length, "the answer");
    }
    await client.expect(ids);
    assert.ok(sockets.length > 2, `${sockets.length} sockets`);
    client.directLine.end();
  },

  // A page that was loaded anew shows the whole conversation, or what came after its watermark.
  async resume() {
    const given = await token();
    const first = begin(given);
    const ids = [await first.say(question)];
    await first.expect(ids);
    first.directLine.end();
    for (const webSocket of [true, false]) {
      const { conversationId } = given;
      const next = connect({ token: given.token, conversationId, watermark: "0", webSocket });
      await next.expect(ids);
      ids.push(await next.say(question));
      await next.expect(ids);
      next.directLine.end();
      const rest = connect({ token: given.token, conversationId, watermark: "3", webSocket });
      await rest.until(() => rest.messages.length === 2 * ids.length - 2, "what came later");
      rest.directLine.end();
    }
  },

  async refresh() {
    const client = begin(await token());
    const before = client.directLine.token;
    await client.until(() => client.states.includes(ConnectionStatus.Online), "online");
    console.log("minute");
    await once(process.stdin, "data");
    await client.until(() => client.directLine.token !== before, "another token");
    await client.expect([await client.say(question)]);
    client.directLine.end();
  },

  async expiry() {
    const given = await token();
    const client = begin(given, { webSocket: false });
    const ids = [await client.say(question)];
    await client.expect(ids);
    const former = client.directLine.token;
    // What expires is a token that was not refreshed in time: a computer that slept.
    client.directLine.tokenRefreshSubscription?.unsubscribe();
    console.log("clock");
    await once(process.stdin, "data");
    await client.until(() => client.states.includes(ConnectionStatus.ExpiredToken), "an expired token");
    const renewed = await token(former);
    assert.equal(renewed.conversationId, given.conversationId);
    client.directLine.reconnect({ ...renewed, streamUrl: undefined });
    await client.until(() => client.states.at(-1) === ConnectionStatus.Online, "online again");
    ids.push(await client.say(question));
    await client.expect(ids);
    client.directLine.end();
  },
};

scenarios[scenario]().then(
  () => {
    console.log("done");
    process.exit(0);
  },
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
