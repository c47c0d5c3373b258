import { randomBytes } from "node:crypto";
import pg from "pg";
import { run, typescript } from "../../scripts/server/run.mjs";
import { environment, installation } from "./installation";

export type Member = {
  readonly role: string;
  readonly email: string;
  readonly password: string;
  readonly personId: string;
  readonly memberId: string;
  readonly sessionId: string;
};

/** A workspace made for one test file: its people and the ids of what is in it. Its word stands in every text of it. */
export type Place = {
  readonly slug: string;
  readonly word: string;
  readonly workspaceId: string;
  readonly members: readonly Member[];
  readonly accountIds: readonly string[];
  readonly runId: string;
  readonly fileId: string;
  readonly playbookId: string;
  readonly invitationId: string;
  readonly invitationToken: string;
};

export async function populate(name: string): Promise<Place> {
  const mark = randomBytes(4).toString("hex");
  const printed = await run(process.execPath, [...typescript("e2e/support/populate.ts"), `${name}-${mark}`, `CNRY${mark}`], {
    env: environment(installation()),
    what: `populating ${name}`,
  });
  return JSON.parse(printed);
}

export function memberOf(place: Place, role: string): Member {
  const member = place.members.find((candidate) => candidate.role === role);
  if (!member) throw new Error(`${place.slug} has no ${role}`);
  return member;
}

/** One of the csms that a test may use up. */
export function spareOf(place: Place, n: number): Member {
  const member = place.members.find(({ email }) => email.startsWith(`spare-${n}@`));
  if (!member) throw new Error(`${place.slug} has no spare ${n}`);
  return member;
}

/** Asks the database as its administrator, past every lock: what a test checks the app against. */
export async function asAdministrator<Row extends pg.QueryResultRow>(text: string, params: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: installation().adminUrl });
  await client.connect();
  return client
    .query<Row>(text, params)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}
