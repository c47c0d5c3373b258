import { AccountRecord } from "@/lib/accounts/schema";
import { defineKind, optional, required } from "@/lib/imports/kind";

const DIMENSIONS = "segment, plan, industry, region, country, owner_email, stage";
const OF = (alias: string) => DIMENSIONS.replace(/\w+/g, (column) => `${alias}.${column}`);

// What an account was when it first came holds for ever before; what changes later, changes at that moment.
const FIRST_VERSIONS = `INSERT INTO app.account_version (workspace_id, account_id, from_at, ${DIMENSIONS})
SELECT t.workspace_id, t.id, '-infinity', ${OF("t")} FROM app.account t
WHERE t.workspace_id = $1::uuid AND t.id = ANY($2::uuid[]) AND $3::timestamptz IS NOT NULL AND t.version = 0
ON CONFLICT (workspace_id, account_id, from_at) DO NOTHING`;

const LATER_VERSIONS = `INSERT INTO app.account_version (workspace_id, account_id, from_at, ${DIMENSIONS})
SELECT t.workspace_id, t.id, greatest(v.from_at, $3::timestamptz), ${OF("t")} FROM app.account t
JOIN (SELECT DISTINCT ON (account_id) * FROM app.account_version WHERE workspace_id = $1::uuid AND account_id = ANY($2::uuid[]) ORDER BY account_id, from_at DESC) v
  ON v.account_id = t.id
WHERE t.workspace_id = $1::uuid AND t.id = ANY($2::uuid[]) AND t.version > 0 AND (${OF("t")}) IS DISTINCT FROM (${OF("v")})
ON CONFLICT (workspace_id, account_id, from_at) DO UPDATE SET (${DIMENSIONS}) = ROW (${OF("excluded")})`;

const BEFORE = `to_jsonb(t) || jsonb_build_object('versions',
  (SELECT jsonb_agg(to_jsonb(v)) FROM app.account_version v WHERE v.workspace_id = t.workspace_id AND v.account_id = t.id))`;

const FORGET_VERSIONS =
  "DELETE FROM app.account_version WHERE workspace_id = $1::uuid AND $2::uuid IS NOT NULL AND account_id = ANY($3::uuid[])";

const RESTORE_VERSIONS = `INSERT INTO app.account_version SELECT v.* FROM app.import_change c, jsonb_populate_recordset(NULL::app.account_version, c.before -> 'versions') v
WHERE c.workspace_id = $1::uuid AND c.run_id = $2::uuid AND c.record_id = ANY($3::uuid[])`;

export const accounts = defineKind({
  name: "accounts",
  table: "account",
  record: AccountRecord,
  partial: true,
  merged: "account_alias",
  image: BEFORE,
  after: [FIRST_VERSIONS, LATER_VERSIONS],
  afterUndo: [FORGET_VERSIONS, RESTORE_VERSIONS],
  fields: {
    externalId: required("key", "external_id"),
    name: required("text", "name"),
    domain: optional("text", "domain"),
    segment: optional("text", "segment"),
    plan: optional("text", "plan"),
    industry: optional("text", "industry"),
    region: optional("text", "region"),
    country: optional("text", "country"),
    ownerEmail: optional("text", "owner_email"),
    stage: optional("text", "stage"),
    seats: optional("whole", "seats"),
    startedAt: optional("instant", "started_at"),
    attributes: optional("attributes", "attributes"),
  },
  example: {
    externalId: "A-1001",
    name: "Acorn Analytics",
    domain: "acorn.example",
    segment: "Mid-market",
    plan: "Growth",
    industry: "Software",
    region: "EMEA",
    country: "DE",
    ownerEmail: "sam@yourcompany.example",
    stage: "live",
    seats: "25",
    startedAt: "2025-02-01",
    "attributes.tier": "gold",
  },
});
