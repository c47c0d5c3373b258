import { withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import type { Calendar } from "./calendar";
import type { Life } from "./life";
import { pulseRows } from "./pulses";
import { randomOf } from "./random";
import { publishedCards } from "./scorecards";
import { taleOf } from "./tales";
import { touchRows } from "./touches";

/** What the team did and felt, account by account, and the scorecards it published. */
export function careOf(seed: string, lives: readonly Life[], calendar: Calendar) {
  const told = lives.map((life) => ({ life, tale: taleOf(seed, life, calendar) }));
  return {
    touches: told.flatMap((one) => touchRows(randomOf(`${seed} touches ${one.life.id}`), one, calendar)),
    pulses: told.flatMap((one) => pulseRows(randomOf(`${seed} pulses ${one.life.id}`), one, calendar)),
    cards: publishedCards(calendar),
  };
}

/** Writes it down: no file brings it, people do. `source` is the accounts'. */
export async function loadCare(scope: Scope, source: string, { touches, pulses, cards }: ReturnType<typeof careOf>): Promise<void> {
  await withTenantConnection(scope, async ({ sql }) => {
    await sql(
      `INSERT INTO app.touchpoint (workspace_id, account_id, type, two_way, at, text, contact_id, minutes, author, created_at, updated_at)
       SELECT a.workspace_id, a.id, t.type, t."twoWay", t.at, t.text, c.id, t.minutes, t.author, t.at, t.at
       FROM json_to_recordset($1::json) AS t(account text, type text, "twoWay" boolean, at timestamptz, text text, contact text, minutes int, author text)
       JOIN app.account a ON a.source = $2 AND a.external_id = t.account LEFT JOIN app.contact c ON c.source = $2 AND c.external_id = t.contact`,
      [JSON.stringify(touches), source],
    );
    await sql(
      `INSERT INTO app.pulse (workspace_id, account_id, rating, note, author, at)
       SELECT a.workspace_id, a.id, p.rating, p.note, p.author, p.at
       FROM json_to_recordset($1::json) AS p(account text, rating int, note text, author text, at timestamptz)
       JOIN app.account a ON a.source = $2 AND a.external_id = p.account`,
      [JSON.stringify(pulses), source],
    );
    await sql(
      `INSERT INTO app.health_version (workspace_id, number, from_day, config, note, author, published_at)
       VALUES ($1::uuid, 1, $2::text::date, $3::text::jsonb, $4, $5, $6::timestamptz)`,
      [scope.workspaceId, cards.fromDay, JSON.stringify(cards.config), cards.note, cards.author, cards.at],
    );
  });
}
