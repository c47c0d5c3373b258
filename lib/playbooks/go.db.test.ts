import { beforeEach, expect, test } from "vitest";
import { bringUpToDate } from "@/lib/jobs/up-to-date";
import { createEndpoint } from "@/lib/outbox/endpoint-mutations";
import { type Sql, withTenant } from "@/lib/platform/db";
import { listCauses } from "@/lib/playbooks/causes";
import { goOn } from "@/lib/playbooks/go";
import { createPlaybook, publishPlaybook, removePlaybook, savePlaybook, turnOffPlaybook } from "@/lib/playbooks/mutations";
import { Definition, type Step, type Trigger } from "@/lib/playbooks/schema";
import { startRuns } from "@/lib/playbooks/start";
import { testDatabase } from "@/tests/support/database";
import { importText, rowsOf } from "@/tests/support/import";
import { joined, peopled } from "@/tests/support/people";

process.env.BELLWETHER_TODAY = "2026-11-20";
process.env.NEXTAUTH_SECRET = "a secret for the tests alone, 40 letters";
await testDatabase();

const NOON = new Date("2026-11-20T12:00:00Z");
const [manager] = await peopled("plays", ["manager"]);
const csm = await joined("plays", "csm@plays.test", "csm");
const write = <Data>(work: (sql: Sql) => Promise<Data>) => withTenant(manager, ({ sql }) => work(sql));
const CALL: Step = { does: "task", title: "Call {{account}}", type: "risk", reason: "health", detail: "", dueIn: 3, owner: "owner" };

await importText(
  manager,
  "accounts",
  "externalId,name,ownerEmail,segment,stage,startedAt\nA,Acme,csm@plays.test,large,live,2024-01-01\nB,Bolt,,small,live,2024-01-01\nC,Cove,csm@plays.test,small,live,2024-01-01\n",
);
await importText(
  manager,
  "subscriptions",
  "externalId,account,startedAt,amount,interval\nS1,A,2024-01-01,100,month\nS2,B,2024-01-01,50,month\nS3,C,2024-01-01,70,month\n",
);
await importText(manager, "contacts", "externalId,account,name,email,isChampion\nK,A,Grace,grace@acme.example,true\n");
await bringUpToDate(manager);

beforeEach(async () => {
  await write(async (sql) => {
    for (const table of ["playbook", "task", "outbox", "contract", "notification", "signal"])
      await sql(`DELETE FROM app.${table} RETURNING 1`);
  });
});

const definition = (given: { trigger?: Trigger; steps?: Step[]; segment?: string; holdout?: number }): Definition => ({
  trigger: given.trigger ?? { on: "renewal", days: 90 },
  filter: { segment: given.segment ?? null, plan: null },
  steps: given.steps ?? [CALL],
  holdout: given.holdout ?? 0,
});

/** A playbook that is live since the ninth of November. */
async function live(given: Parameters<typeof definition>[0]): Promise<{ id: string; version: number }> {
  const { id } = await write((sql) => createPlaybook(sql, manager, { name: "Play", starter: null }));
  await write((sql) => savePlaybook(sql, manager, { id, version: 0 }, { name: "Play", draft: definition(given) }));
  await write((sql) => publishPlaybook(sql, manager, { id, version: 1 }, new Date("2026-11-09T12:00:00Z")));
  return { id, version: 2 };
}

/** Contracts that are due 90 days after the day given. */
async function renewals(accounts: string, day: string): Promise<void> {
  await write((sql) =>
    sql(
      `INSERT INTO app.contract (workspace_id, source, external_id, account_id, due_on, value, currency)
       SELECT workspace_id, 'crm', 'C-' || external_id || $2, id, $2::date + 90, 100, 'USD' FROM app.account WHERE position(external_id in $1) > 0 RETURNING 1`,
      [accounts, day],
    ),
  );
}

const evaluate = async (at = NOON) => {
  const begun = await withTenant(manager, ({ sql }) => startRuns(sql, manager, at), "work");
  await goOn(manager, at);
  return begun;
};
const runs = () =>
  rowsOf<{ name: string; status: string; place: number; words: string[] }>(
    manager,
    `SELECT a.name, r.status, r.place, (SELECT array_agg(l->>'words' ORDER BY n) FROM jsonb_array_elements(r.log) WITH ORDINALITY AS e(l, n)) AS words
     FROM app.playbook_run r JOIN app.account a ON a.id = r.account_id ORDER BY a.name, r.started_at`,
  );
const tasks = () =>
  rowsOf(
    manager,
    "SELECT a.name, m.email AS owner, t.due_on::text AS due, t.author FROM app.task t JOIN app.account a ON a.id = t.account_id LEFT JOIN app.member m ON m.id = t.owner_id ORDER BY 1",
  );

test("a cause starts a playbook once, though five ask at once and again later", async () => {
  await live({ steps: [CALL, { does: "mail", to: "owner", subject: "{{account}}", text: "It {{reason}}." }] });
  await renewals("ABC", "2026-11-19");
  const begun = await Promise.all([1, 2, 3, 4, 5].map(() => evaluate()));
  expect(begun.reduce((sum, each) => sum + each, 0)).toBe(3);
  expect(await evaluate()).toBe(0);
  expect((await runs()).map(({ status }) => status)).toEqual(["done", "done", "done"]);
  expect(await tasks()).toHaveLength(3);
  expect(await rowsOf(manager, "SELECT recipient, subject, body FROM app.outbox WHERE cause LIKE 'playbook:%' ORDER BY 2")).toEqual([
    { recipient: "csm@plays.test", subject: "Acme", body: "It renews on 2027-02-17." },
    { recipient: "csm@plays.test", subject: "Cove", body: "It renews on 2027-02-17." },
  ]);
});

test("a task goes to the account's owner, and to the manager where there is none; the run says so", async () => {
  await live({});
  await renewals("AB", "2026-11-19");
  await evaluate();
  expect(await tasks()).toEqual([
    { name: "Acme", owner: "csm@plays.test", due: "2026-11-23", author: "the playbook Play" },
    { name: "Bolt", owner: "manager-1@plays.test", due: "2026-11-23", author: "the playbook Play" },
  ]);
  expect((await runs())[0]?.words).toEqual([
    "Set off: renews on 2027-02-17",
    "Made a task: “Call Acme”, for csm@plays.test, due 2026-11-23.",
  ]);
});

test("a draft does nothing, and while one is edited what is live stays", async () => {
  const { id } = await write((sql) => createPlaybook(sql, manager, { name: "Draft", starter: "renewal-in-90-days" }));
  await renewals("A", "2026-11-19");
  expect(await evaluate()).toBe(0);
  const play = await live({});
  await write((sql) => savePlaybook(sql, manager, play, { name: "Play", draft: definition({ trigger: { on: "stage", stage: "gone" } }) }));
  expect(await evaluate()).toBe(1);
  await expect(write((sql) => removePlaybook(sql, manager, { ...play, version: 3 }))).rejects.toThrow("has run");
  await write((sql) => removePlaybook(sql, manager, { id, version: 0 }));
});

test("what happened before it was live, or is over by now, sets nothing off", async () => {
  await live({});
  await renewals("A", "2026-11-08");
  await renewals("B", "2026-11-19");
  await write((sql) => sql("UPDATE app.contract SET renewed_on = '2026-11-20' WHERE external_id LIKE 'C-B%' RETURNING 1"));
  expect(await evaluate()).toBe(0);
});

test("a wait ends on its day, and what waits stops when the playbook is turned off", async () => {
  const play = await live({ steps: [{ does: "wait", days: 7 }, CALL] });
  await renewals("AB", "2026-11-19");
  await evaluate();
  await evaluate(new Date("2026-11-27T11:59:00Z"));
  expect(await tasks()).toEqual([]);
  expect((await runs())[0]).toMatchObject({ status: "running", place: 1, words: [expect.any(String), "Waits until 2026-11-27."] });
  await write((sql) =>
    sql(
      "UPDATE app.playbook_run SET resume_at = resume_at + interval '1 day' WHERE account_id = (SELECT id FROM app.account WHERE name = 'Bolt') RETURNING 1",
    ),
  );
  await evaluate(new Date("2026-11-27T12:00:00Z"));
  await write((sql) => turnOffPlaybook(sql, manager, play, NOON));
  expect((await runs()).map(({ status }) => status)).toEqual(["done", "stopped"]);
  expect(await tasks()).toHaveLength(1);
});

test("a step calls an endpoint, writes to the champion and sets a field in the playbook's name", async () => {
  const { id: endpoint } = await write((sql) => createEndpoint(sql, manager, { name: "Chat", url: "https://hooks.example.com/in" }));
  await live({
    segment: "large",
    steps: [
      { does: "webhook", endpoint },
      { does: "mail", to: "champion", subject: "Hello", text: "{{account}} pays {{mrr}}." },
      { does: "set", field: "stage", value: "saving" },
    ],
  });
  await renewals("ABC", "2026-11-19");
  expect(await evaluate()).toBe(1);
  const sent = await rowsOf<{ kind: string; recipient: string; body: string }>(
    manager,
    "SELECT kind, recipient, body FROM app.outbox WHERE cause LIKE 'playbook:%' ORDER BY kind",
  );
  expect(sent[0]).toMatchObject({ kind: "mail", recipient: "grace@acme.example", body: "Acme pays $1.00." });
  expect(JSON.parse(sent[1]?.body ?? "")).toMatchObject({
    event: "playbook.step",
    data: { account: { name: "Acme" }, reason: "renews on 2027-02-17" },
  });
  expect(await rowsOf(manager, "SELECT stage FROM app.account WHERE name = 'Acme'")).toEqual([{ stage: "saving" }]);
  expect(await rowsOf(manager, "SELECT actor FROM app.audit WHERE action = 'records.change'")).toEqual([{ actor: "the playbook Play" }]);
});

test("who is held out is left alone and remembered", async () => {
  await live({ holdout: 50 });
  await renewals("ABC", "2026-11-19");
  await evaluate();
  const all = await runs();
  expect(all).toHaveLength(3);
  expect(all.filter(({ status }) => status === "held_out").length + (await tasks()).length).toBe(3);
});

test.each<[Trigger, (sql: Sql) => Promise<unknown>, string]>([
  [
    { on: "signal", kind: "usage-drop" },
    (sql) =>
      sql(
        `INSERT INTO app.signal (workspace_id, account_id, kind, reason, from_day, last_day, strength, detail)
         SELECT workspace_id, id, 'usage-drop', '', '2026-11-18', '2026-11-20', 1, '{}' FROM app.account WHERE name = 'Acme' RETURNING 1`,
      ),
    "signal:usage-drop::2026-11-18",
  ],
  [
    { on: "band", band: "red" },
    (sql) =>
      sql(
        "UPDATE app.health_day SET band = 'red' WHERE day >= '2026-11-17' AND account_id = (SELECT id FROM app.account WHERE name = 'Acme') RETURNING 1",
      ),
    "band:red:2026-11-17",
  ],
  [
    { on: "late", what: "plan-step" },
    (sql) =>
      sql(
        `WITH plan AS (INSERT INTO app.success_plan (workspace_id, account_id, goal, author) SELECT workspace_id, id, 'Go live', 'x' FROM app.account WHERE name = 'Acme' RETURNING workspace_id, id)
         INSERT INTO app.plan_step (workspace_id, plan_id, name, place, expected_on, latest_on) SELECT workspace_id, id, 'First report', 1, '2026-11-01', '2026-11-14' FROM plan RETURNING 1`,
      ),
    "late:step:",
  ],
])("%j sets it off for the account alone that it is true of", async (trigger, happen, cause) => {
  await live({ trigger });
  expect(await evaluate()).toBe(0);
  await write(happen);
  expect(await evaluate()).toBe(1);
  const [run] = await rowsOf<{ cause: string; name: string }>(
    manager,
    "SELECT r.cause, a.name FROM app.playbook_run r JOIN app.account a ON a.id = r.account_id",
  );
  expect(run?.name).toBe("Acme");
  expect(run?.cause.startsWith(cause)).toBe(true);
});

test("a stage that is entered sets it off", async () => {
  await live({ trigger: { on: "stage", stage: "rescue" } });
  await importText(manager, "accounts", "externalId,name,ownerEmail,segment,stage\nC,Cove,csm@plays.test,small,rescue\n");
  await bringUpToDate(manager);
  const causes = await write((sql) =>
    listCauses(sql, manager, definition({ trigger: { on: "stage", stage: "rescue" } }), { from: "2026-11-01", to: "2099-01-01", at: NOON }),
  );
  expect(causes).toMatchObject([{ stands: true, words: "entered the stage rescue" }]);
});

test("a template with a place that nobody fills in is refused", () => {
  const mail = (text: string) => definition({ steps: [{ does: "mail", to: "owner", subject: "x", text }] });
  expect(Definition.safeParse(mail("{{ account }} {{mrr}}")).success).toBe(true);
  expect(Definition.safeParse(mail("{{password}}")).error?.issues[0]?.message).toContain("Only {{account}}");
});

test("a csm is told of the task once", async () => {
  await live({});
  await renewals("A", "2026-11-19");
  await evaluate();
  expect(await rowsOf(csm, "SELECT topic, text FROM app.notification")).toEqual([{ topic: "task", text: "Acme: Call Acme" }]);
});
