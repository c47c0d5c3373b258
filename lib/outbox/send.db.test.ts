import { createHmac } from "node:crypto";
import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, expect, test } from "vitest";
import { settleLost } from "@/lib/outbox/claims";
import { createEndpoint, endFormerSecret, rotateSecret, turnEndpoint } from "@/lib/outbox/endpoint-mutations";
import { queueMail, queueWebhook, resend } from "@/lib/outbox/mutations";
import { sendDue } from "@/lib/outbox/send";
import { type Sql, withTenant } from "@/lib/platform/db";
import type { Way } from "@/lib/platform/egress";
import { certificateFor } from "@/tests/support/certificate";
import { testDatabase } from "@/tests/support/database";
import { rowsOf } from "@/tests/support/import";
import { peopled } from "@/tests/support/people";

const HOST = "hooks.example.com";
const letters: { to: string | undefined; text: string }[] = [];
const mail = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: ({ address }, _, done) => done(address.startsWith("nobody@") ? new Error("no such mailbox") : undefined),
  onData: (stream, { envelope }, done) => {
    let text = "";
    stream.setEncoding("utf8").on("data", (part) => (text += part));
    stream.on("end", () => {
      letters.push({ to: envelope.rcptTo[0]?.address, text });
      if (envelope.rcptTo[0]?.address.startsWith("silent@")) {
        for (const connection of mail.connections) connection.close();
      } else done();
    });
  },
});
mail.on("error", () => {}); // a client that hangs up is no fault of the server's
mail.listen(0, "127.0.0.1");
await once(mail.server, "listening");

type Call = { id: string; signature: string; body: string };
const calls: Call[] = [];
let answer: (call: Call, response: ServerResponse, request: IncomingMessage) => void;
const { key, cert } = certificateFor(HOST);
const receiver = createServer({ key, cert }, (request, response) => {
  let body = "";
  request.setEncoding("utf8").on("data", (part) => (body += part));
  request.on("end", () => {
    const call = { id: String(request.headers["bellwether-event"]), signature: String(request.headers["bellwether-signature"]), body };
    calls.push(call);
    answer(call, response, request);
  });
});
receiver.listen(0, "127.0.0.1");
await once(receiver, "listening");
const { port } = receiver.address() as AddressInfo;
// The name leads to this machine, which only a test permits.
const way: Way = {
  lookup: (_, options, done) => (options.all ? done(null, [{ address: "127.0.0.1", family: 4 }]) : done(null, "127.0.0.1", 4)),
  permits: (address) => address === "127.0.0.1",
  ports: [port],
  ca: cert,
  within: 700,
};

process.env.NEXTAUTH_SECRET = "a secret for the tests alone, 40 letters";
process.env.SMTP_URL = `smtp://127.0.0.1:${(mail.server.address() as AddressInfo).port}`;
process.env.MAIL_FROM = "Bellwether <bellwether@example.com>";
await testDatabase();
const [owner] = await peopled("post", ["owner"]);
const write = <Data>(work: (sql: Sql) => Promise<Data>) => withTenant(owner, ({ sql }) => work(sql));

afterAll(() => {
  receiver.closeAllConnections();
  receiver.close();
  mail.close();
});

beforeEach(async () => {
  answer = (_, response) => response.end("taken");
  letters.splice(0);
  calls.splice(0);
  await write(async (sql) => {
    for (const table of ["outbox", "webhook_endpoint", "notification"]) await sql(`DELETE FROM app.${table} RETURNING 1`);
  });
});

async function anEndpoint(): Promise<{ id: string; secret: string }> {
  const made = await write((sql) => createEndpoint(sql, owner, { name: "Hooks", url: `https://${HOST}/in` }));
  await write((sql) => sql("UPDATE app.webhook_endpoint SET url = $1 RETURNING 1", [`https://${HOST}:${port}/in`]));
  return made;
}

const letter = (to: string, cause: string) =>
  write((sql) => queueMail(sql, owner, { to, subject: "News", text: "It moved.", cause, account: null }));
const event = (endpoint: string, cause: string) =>
  write((sql) => queueWebhook(sql, owner, { endpoint, event: "test", data: { cause }, cause, account: null }));
const rows = () =>
  rowsOf<{ status: string; tries: number; why: string | null }>(
    owner,
    "SELECT status, tries, last_error AS why FROM app.outbox ORDER BY created_at, id",
  );
const send = (at?: Date) => sendDue(owner, { way, ...(at ? { at: () => at } : {}) });

/** The clock of a day of failing: it goes on to whenever something is due. */
async function aDay(): Promise<void> {
  for (let tried = 0; tried < 20; tried += 1) {
    const [next] = await rowsOf<{ at: Date | null }>(
      owner,
      "SELECT min(next_at) AS at FROM app.outbox WHERE status IN ('queued', 'failed')",
    );
    if (!next?.at) return;
    await send(new Date(Math.max(next.at.getTime(), Date.now())));
  }
}

test("a mail is sent once for its cause, however many send at once", async () => {
  for (const _ of [1, 2, 3]) await letter("grace@example.com", "digest:1");
  await Promise.all([send(), send(), send()]);
  await send();
  expect(letters.map(({ to }) => to)).toEqual(["grace@example.com"]);
  expect(await rows()).toEqual([{ status: "sent", tries: 1, why: null }]);
});

test("what a rolled back deed wanted sent is not sent", async () => {
  const failing = write(async (sql) => {
    await queueMail(sql, owner, { to: "grace@example.com", subject: "News", text: "No.", cause: "x", account: null });
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  expect(await send()).toBe(0);
});

test("a mail the server does not take is tried eight times over a day and then given up", async () => {
  await letter("nobody@example.com", "a");
  await send();
  expect(await rows()).toEqual([{ status: "failed", tries: 1, why: "The mail server did not take it." }]);
  expect(await send()).toBe(0);
  await aDay();
  expect(await rows()).toMatchObject([{ status: "given_up", tries: 8 }]);
});

test("a mail that was being sent when its sender died is unknown and stays unsent until a person decides", async () => {
  await letter("grace@example.com", "a");
  await write((sql) => sql("UPDATE app.outbox SET status = 'sending', tries = 1, updated_at = now() - interval '9 minutes' RETURNING 1"));
  await send();
  expect(await rows()).toMatchObject([{ status: "sending" }]);
  await write((sql) => settleLost(sql, new Date(Date.now() + 2 * 60_000)));
  await aDay();
  expect(await rows()).toMatchObject([{ status: "unknown", tries: 1 }]);
  expect(letters).toEqual([]);
  const [row] = await rowsOf<{ id: string }>(owner, "SELECT id::text FROM app.outbox");
  await write((sql) => resend(sql, owner, row?.id ?? ""));
  await send();
  expect(letters).toHaveLength(1);
});

test("a mail handed over without an answer is unknown, and not sent twice", async () => {
  await letter("silent@example.com", "a");
  await send();
  await aDay();
  expect(await rows()).toMatchObject([{ status: "unknown", tries: 1 }]);
  expect(letters).toHaveLength(1);
}, 30_000);

test("every event reaches a receiver that fails three times in ten, with the same id and body each time and a signature that holds", async () => {
  const { id, secret } = await anEndpoint();
  let n = 0;
  answer = (_, response) => {
    n += 1;
    if (n % 10 < 3) response.writeHead(500);
    response.end("ok");
  };
  for (let each = 0; each < 40; each += 1) await event(id, `cause ${each}`);
  await aDay();
  expect(new Set((await rows()).map(({ status }) => status))).toEqual(new Set(["sent"]));
  const bodies = new Map<string, Set<string>>();
  for (const call of calls) {
    bodies.set(call.id, (bodies.get(call.id) ?? new Set()).add(call.body));
    expect(JSON.parse(call.body).id).toBe(call.id);
    const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(call.signature) ?? [];
    expect(v1).toBe(createHmac("sha256", secret).update(`${t}.${call.body}`).digest("hex"));
  }
  expect(bodies.size).toBe(40);
  expect([...bodies.values()].every(({ size }) => size === 1)).toBe(true);
  expect(calls.length).toBeGreaterThan(40);
}, 60_000);

test("a webhook that was on its way when its sender died is sent again", async () => {
  const { id } = await anEndpoint();
  await event(id, "a");
  await write((sql) => sql("UPDATE app.outbox SET status = 'sending', tries = 1, updated_at = now() - interval '11 minutes' RETURNING 1"));
  await send();
  expect(await rows()).toMatchObject([{ status: "sent", tries: 2 }]);
});

test.each<[string, typeof answer, RegExp]>([
  ["hangs", () => {}, /did not answer within/],
  ["drips", (_, response) => void setInterval(() => response.write("x"), 50).unref(), /did not answer within/],
  ["redirects", (_, response) => response.writeHead(302, { location: "https://example.org/" }).end(), /answered 302/],
  ["refuses", (_, response) => response.writeHead(410).end(), /answered 410/],
  ["breaks off", (_, __, request) => request.socket.destroy(), /could not be reached/],
])("a receiver that %s has not taken it", async (_, does, why) => {
  const { id } = await anEndpoint();
  answer = does;
  await event(id, "a");
  await send();
  expect(calls).toHaveLength(1);
  expect(await rows()).toEqual([{ status: "failed", tries: 1, why: expect.stringMatching(why) }]);
});

test("of an endless answer no more than a little is read", async () => {
  const { id } = await anEndpoint();
  let written = 0;
  answer = (_, response) => {
    const more = () => {
      while (!response.destroyed && written < 1_000_000_000) {
        written += 65_536;
        if (!response.write(Buffer.alloc(65_536))) return void response.once("drain", more);
      }
    };
    more();
  };
  await event(id, "a");
  await send();
  expect(await rows()).toMatchObject([{ status: "sent" }]);
  expect(written).toBeLessThan(20_000_000);
});

test("while two secrets are good both sign, and the former one ends when told", async () => {
  const { id, secret } = await anEndpoint();
  const rotated = await write((sql) => rotateSecret(sql, owner, { id, version: 0 }));
  const signs = (call: Call | undefined, of: string) => {
    const t = /t=(\d+)/.exec(call?.signature ?? "")?.[1];
    return call?.signature.includes(createHmac("sha256", of).update(`${t}.${call.body}`).digest("hex"));
  };
  await event(id, "a");
  await send();
  await write((sql) => endFormerSecret(sql, owner, { id, version: 1 }));
  await event(id, "b");
  await send();
  expect([signs(calls[0], secret), signs(calls[0], rotated.secret)]).toEqual([true, true]);
  expect([signs(calls[1], secret), signs(calls[1], rotated.secret)]).toEqual([false, true]);
  const [kept] = await rowsOf<{ secret: string }>(owner, "SELECT secret FROM app.webhook_endpoint");
  expect(kept?.secret).not.toContain(rotated.secret);
});

test("an endpoint that fails for a day is turned off, whoever made it is told, and what waited can be sent again", async () => {
  const { id } = await anEndpoint();
  await write((sql) => sql("UPDATE app.webhook_endpoint SET author = 'else@post.test' RETURNING 1"));
  await write((sql) =>
    sql(
      "INSERT INTO app.member (workspace_id, user_id, email, role) VALUES ($1::uuid, gen_random_uuid(), 'else@post.test', 'admin') RETURNING 1",
      [owner.workspaceId],
    ),
  );
  answer = (_, response) => response.writeHead(500).end();
  await event(id, "a");
  await aDay();
  await event(id, "b");
  await send();
  expect((await rows()).map(({ status }) => status)).toEqual(["given_up", "given_up"]);
  expect(await rowsOf(owner, "SELECT topic FROM app.notification")).toEqual([{ topic: "webhook" }]);
  answer = (_, response) => response.end();
  const [endpoint] = await rowsOf<{ version: number }>(owner, "SELECT version FROM app.webhook_endpoint");
  await write((sql) => turnEndpoint(sql, owner, { id, version: endpoint?.version ?? 0 }, "on"));
  for (const row of await rowsOf<{ id: string }>(owner, "SELECT id::text FROM app.outbox"))
    await write((sql) => resend(sql, owner, row.id));
  await send();
  expect((await rows()).map(({ status }) => status)).toEqual(["sent", "sent"]);
});

test("an address inside a network is not taken, and none is called though its name was changed to lead there", async () => {
  const make = (url: string) => write((sql) => createEndpoint(sql, owner, { name: "Hooks", url }));
  await expect(make("https://169.254.169.254/latest")).rejects.toThrow("inside a network");
  await expect(make("http://example.com/")).rejects.toThrow("https");
  const { id } = await anEndpoint();
  await event(id, "a");
  await sendDue(owner, { way: { ...way, permits: () => false } });
  expect(calls).toEqual([]);
  expect(await rows()).toMatchObject([{ status: "failed", why: expect.stringContaining("leads inside a network") }]);
});
