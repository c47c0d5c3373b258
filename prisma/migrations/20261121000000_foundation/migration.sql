-- The first stone. Runs as bellwether_owner, in one transaction; the roles exist already (scripts/server/roles).
-- app: one tenant's rows, every key led by workspace_id. identity: what is needed before a tenant is known.

CREATE SCHEMA app;
CREATE SCHEMA identity;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA app TO bellwether_app, bellwether_auth;
GRANT USAGE ON SCHEMA identity TO bellwether_app;
GRANT USAGE, CREATE ON SCHEMA identity TO bellwether_auth;

-- The tenant of this transaction. After COMMIT the setting is '' and not NULL, hence NULLIF.
CREATE FUNCTION app.tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT NULLIF(current_setting('app.workspace_id', true), '')::uuid $$;

CREATE AGGREGATE app.product(numeric) (sfunc = numeric_mul, stype = numeric, initcond = '1');

-- ── workspace and people ────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE app.workspace (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$'),
  name text NOT NULL CHECK (name <> ''),
  currency char(3) NOT NULL DEFAULT 'USD' CHECK (currency ~ '^[A-Z]{3}$'),
  time_zone text NOT NULL DEFAULT 'UTC',
  is_demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now());

CREATE TABLE app.setting (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  key text NOT NULL, value text NOT NULL,
  PRIMARY KEY (workspace_id, key));

CREATE TABLE app.member (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL,
  email text NOT NULL, name text,
  role text NOT NULL CHECK (role IN ('owner','admin','manager','csm','viewer')),
  version int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, user_id), UNIQUE (workspace_id, email));
CREATE INDEX member_user ON app.member (user_id);

CREATE TABLE app.invitation (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  role text NOT NULL CHECK (role IN ('owner','admin','manager','csm','viewer')),
  invited_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz, revoked_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, invited_by) REFERENCES app.member(workspace_id, id) ON DELETE SET NULL (invited_by));
CREATE UNIQUE INDEX invitation_open ON app.invitation (workspace_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL;

CREATE TABLE app.audit (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  seq bigint NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  actor text NOT NULL, action text NOT NULL, detail jsonb NOT NULL DEFAULT '{}',
  prev bytea, hash bytea NOT NULL,
  PRIMARY KEY (workspace_id, seq));

-- ── imports ─────────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE app.import_run (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL, source text NOT NULL, file_name text NOT NULL,
  file_sha256 text NOT NULL, map_sha256 text NOT NULL,
  status text NOT NULL DEFAULT 'running' CHECK (status IN ('running','done','failed','undone')),
  lease_epoch int NOT NULL DEFAULT 0,
  committed_row bigint NOT NULL DEFAULT 0,
  read bigint NOT NULL DEFAULT 0, inserted bigint NOT NULL DEFAULT 0, updated bigint NOT NULL DEFAULT 0,
  unchanged bigint NOT NULL DEFAULT 0, rejected bigint NOT NULL DEFAULT 0,
  reasons jsonb NOT NULL DEFAULT '{}',
  actor text NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(), finished_at timestamptz,
  PRIMARY KEY (workspace_id, id));
CREATE UNIQUE INDEX import_run_unfinished ON app.import_run (workspace_id, kind, source, file_sha256, map_sha256) WHERE finished_at IS NULL;
CREATE INDEX import_run_recent ON app.import_run (workspace_id, started_at);

-- The content of a record before a run changed it, so that the run can be undone. Records a run inserted carry its id themselves.
CREATE TABLE app.import_change (
  workspace_id uuid NOT NULL, run_id uuid NOT NULL, record_id uuid NOT NULL,
  before jsonb NOT NULL,
  PRIMARY KEY (workspace_id, run_id, record_id),
  FOREIGN KEY (workspace_id, run_id) REFERENCES app.import_run(workspace_id, id) ON DELETE CASCADE);

CREATE TABLE app.import_reject (
  workspace_id uuid NOT NULL, run_id uuid NOT NULL, line bigint NOT NULL,
  reason text NOT NULL, detail text NOT NULL, cells jsonb NOT NULL,
  PRIMARY KEY (workspace_id, run_id, line),
  FOREIGN KEY (workspace_id, run_id) REFERENCES app.import_run(workspace_id, id) ON DELETE CASCADE);

-- ── records ─────────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE app.account (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  source text NOT NULL, external_id text NOT NULL,
  name text NOT NULL, domain text,
  segment text, plan text, industry text, region text, country text, owner_email text, stage text,
  seats bigint CHECK (seats >= 0), started_at timestamptz,
  attributes jsonb NOT NULL DEFAULT '{}',
  run_id uuid, version int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, source, external_id));
CREATE INDEX account_external ON app.account (workspace_id, external_id);
CREATE INDEX account_name ON app.account (workspace_id, name, id);
CREATE INDEX account_owner ON app.account (workspace_id, owner_email);

-- External ids that lead to an account other than their own, since a merge.
CREATE TABLE app.account_alias (
  workspace_id uuid NOT NULL, source text NOT NULL, external_id text NOT NULL, account_id uuid NOT NULL,
  PRIMARY KEY (workspace_id, source, external_id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES app.account(workspace_id, id) ON DELETE CASCADE);
CREATE INDEX account_alias_external ON app.account_alias (workspace_id, external_id);
CREATE INDEX account_alias_account ON app.account_alias (workspace_id, account_id);

-- What an account was from an instant on. The first row reaches back for ever; later ones are dated at the change. Owner history is in it.
CREATE TABLE app.account_version (
  workspace_id uuid NOT NULL, account_id uuid NOT NULL, from_at timestamptz NOT NULL,
  segment text, plan text, industry text, region text, country text, owner_email text, stage text,
  PRIMARY KEY (workspace_id, account_id, from_at),
  FOREIGN KEY (workspace_id, account_id) REFERENCES app.account(workspace_id, id) ON DELETE CASCADE);

CREATE TABLE app.contact (
  workspace_id uuid NOT NULL, id uuid NOT NULL DEFAULT gen_random_uuid(),
  source text NOT NULL, external_id text NOT NULL, account_id uuid NOT NULL,
  name text, email text, role text, title text, is_champion boolean NOT NULL DEFAULT false,
  run_id uuid, version int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, source, external_id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES app.account(workspace_id, id) ON DELETE CASCADE);
CREATE INDEX contact_account ON app.contact (workspace_id, account_id);
CREATE INDEX contact_external ON app.contact (workspace_id, external_id);

CREATE TABLE app.subscription (
  workspace_id uuid NOT NULL, id uuid NOT NULL DEFAULT gen_random_uuid(),
  source text NOT NULL, external_id text NOT NULL, account_id uuid NOT NULL,
  started_at timestamptz NOT NULL, ended_at timestamptz CHECK (ended_at >= started_at),
  amount bigint NOT NULL CHECK (amount >= 0), currency char(3) NOT NULL,
  interval text NOT NULL CHECK (interval IN ('day','week','month','quarter','year','none')),
  interval_count bigint NOT NULL DEFAULT 1 CHECK (interval_count >= 1),
  quantity bigint NOT NULL DEFAULT 1 CHECK (quantity >= 0),
  plan text,
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active','trialing','past_due','unpaid','paused','canceled')),
  CHECK (status <> 'canceled' OR ended_at IS NOT NULL), -- canceled without an end of its own ends when it was canceled
  trial_ends_at timestamptz, past_due_since timestamptz, unpaid_from timestamptz, canceled_at timestamptz,
  churn_reason text, seats bigint CHECK (seats >= 0), renews_at timestamptz, usage_type text,
  run_id uuid, version int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, source, external_id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES app.account(workspace_id, id) ON DELETE CASCADE);
CREATE INDEX subscription_account ON app.subscription (workspace_id, account_id);
CREATE INDEX subscription_external ON app.subscription (workspace_id, external_id);

-- A fixed value is in minor units of the subscription's currency per billing interval; a percent may have decimals.
CREATE TABLE app.discount (
  workspace_id uuid NOT NULL, id uuid NOT NULL DEFAULT gen_random_uuid(),
  source text NOT NULL, external_id text NOT NULL, subscription_id uuid NOT NULL,
  type text NOT NULL CHECK (type IN ('percent','fixed')),
  value numeric NOT NULL CHECK (value >= 0),
  duration text NOT NULL CHECK (duration IN ('forever','repeating','once')),
  starts_at timestamptz, ends_at timestamptz,
  run_id uuid, version int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, source, external_id),
  FOREIGN KEY (workspace_id, subscription_id) REFERENCES app.subscription(workspace_id, id) ON DELETE CASCADE);
CREATE INDEX discount_subscription ON app.discount (workspace_id, subscription_id);

CREATE TABLE app.pause (
  workspace_id uuid NOT NULL, id uuid NOT NULL DEFAULT gen_random_uuid(),
  source text NOT NULL, external_id text NOT NULL, subscription_id uuid NOT NULL,
  from_at timestamptz NOT NULL, until_at timestamptz CHECK (until_at >= from_at),
  run_id uuid, version int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, source, external_id),
  FOREIGN KEY (workspace_id, subscription_id) REFERENCES app.subscription(workspace_id, id) ON DELETE CASCADE);
CREATE INDEX pause_subscription ON app.pause (workspace_id, subscription_id);

CREATE TABLE app.contract (
  workspace_id uuid NOT NULL, id uuid NOT NULL DEFAULT gen_random_uuid(),
  source text NOT NULL, external_id text NOT NULL, account_id uuid NOT NULL,
  due_on date NOT NULL, value bigint NOT NULL CHECK (value >= 0), currency char(3) NOT NULL,
  term_months bigint NOT NULL DEFAULT 12 CHECK (term_months >= 1),
  renewed_on date, renewed_value bigint CHECK (renewed_value >= 0), renewed_term_months bigint CHECK (renewed_term_months >= 1),
  declined_on date,
  run_id uuid, version int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, source, external_id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES app.account(workspace_id, id) ON DELETE CASCADE);
CREATE INDEX contract_account ON app.contract (workspace_id, account_id);
CREATE INDEX contract_due ON app.contract (workspace_id, due_on);

-- Units of the workspace's currency per one unit of currency, from the first local instant of the month until a newer rate.
CREATE TABLE app.exchange_rate (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  source text NOT NULL, currency char(3) NOT NULL, month date NOT NULL CHECK (extract(day FROM month) = 1),
  rate numeric NOT NULL CHECK (rate > 0),
  run_id uuid, version int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, currency, month));

-- ── derived: whatever follows can be thrown away and made again from the records ────────────────────────────────────

-- The net change of an account's MRR per currency and instant, in that currency. balance holds from just after at until until_at, inclusive.
CREATE TABLE app.mrr_movement (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  account_id uuid NOT NULL, currency char(3) NOT NULL, at timestamptz NOT NULL,
  day date NOT NULL, delta numeric NOT NULL, balance numeric NOT NULL, until_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, account_id, currency, at));
CREATE INDEX mrr_movement_at ON app.mrr_movement (workspace_id, at);

-- What an account counted as, over time, with the plan and interval of its largest subscription where it names none. Half-open like the ledger: (from_at, until_at].
CREATE TABLE app.account_dimension (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  account_id uuid NOT NULL, from_at timestamptz NOT NULL, until_at timestamptz NOT NULL,
  segment text, plan text, region text, owner text, stage text, country text, industry text, interval text,
  PRIMARY KEY (workspace_id, account_id, from_at));

CREATE TABLE app.account_month (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  account_id uuid NOT NULL, month date NOT NULL,
  opening numeric, closing numeric,
  new numeric, expansion numeric, contraction numeric, churned numeric, reactivated numeric, fx_impact numeric,
  class text CHECK (class IN ('new','expansion','contraction','churn','reactivation')),
  segment text, plan text, region text, owner text, stage text, country text, industry text, interval text,
  PRIMARY KEY (workspace_id, account_id, month));
CREATE INDEX account_month_month ON app.account_month (workspace_id, month);

-- Sums of a relation's measures over a period: for the whole (dimension '') and for each value of one dimension ('' for none).
CREATE TABLE app.metric_rollup (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  relation text NOT NULL, dimension text NOT NULL, value text NOT NULL,
  period_start date NOT NULL, period_end date NOT NULL,
  sums jsonb NOT NULL,
  PRIMARY KEY (workspace_id, relation, dimension, value, period_start, period_end));

-- Accounts whose records changed since the derived tables were made; statement triggers fill it. A refresh takes a row away only if it was not marked again meanwhile.
CREATE TABLE app.dirty_account (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  account_id uuid NOT NULL, marks bigint NOT NULL DEFAULT 1,
  PRIMARY KEY (workspace_id, account_id)) WITH (fillfactor = 50); -- room on the page, for a load marks the same accounts with every chunk

-- How far the derived tables are. They are all dirty while mark and derived_mark differ. Sums of a period that is not over are as of rolled_as_of, and hold until rolled_until.
CREATE TABLE app.derivation (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  mark bigint NOT NULL DEFAULT 1, derived_mark bigint NOT NULL DEFAULT 0,
  definition text NOT NULL DEFAULT '',
  first_month date, rolled_as_of timestamptz, rolled_until timestamptz,
  refreshed_at timestamptz, change bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id));

-- Adds two objects of sums, key by key.
CREATE FUNCTION app.add_sums(a jsonb, b jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS
$$ SELECT jsonb_object_agg(key, trim_scale(coalesce((a->>key)::numeric, 0) + coalesce((b->>key)::numeric, 0))) FROM jsonb_object_keys(a || b) AS key $$;

-- ── what marks derived rows dirty ───────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION app.mark_accounts() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE key text := TG_ARGV[0];
BEGIN
  IF app.tenant() IS NULL THEN RETURN NULL; END IF; -- a workspace is being removed, and its derived rows with it
  IF TG_OP IN ('INSERT', 'UPDATE') THEN
    EXECUTE format('INSERT INTO app.dirty_account (workspace_id, account_id) SELECT DISTINCT workspace_id, %I FROM after_rows ORDER BY 1, 2 ON CONFLICT (workspace_id, account_id) DO UPDATE SET marks = dirty_account.marks + 1', key);
  END IF;
  IF TG_OP IN ('UPDATE', 'DELETE') THEN
    EXECUTE format('INSERT INTO app.dirty_account (workspace_id, account_id) SELECT DISTINCT b.workspace_id, b.%I FROM before_rows b ORDER BY 1, 2 ON CONFLICT (workspace_id, account_id) DO UPDATE SET marks = dirty_account.marks + 1', key);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION app.mark_subscriptions() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF app.tenant() IS NULL THEN RETURN NULL; END IF; -- a workspace is being removed, and its derived rows with it
  IF TG_OP IN ('INSERT', 'UPDATE') THEN
    INSERT INTO app.dirty_account (workspace_id, account_id)
    SELECT DISTINCT s.workspace_id, s.account_id FROM after_rows r JOIN app.subscription s ON s.workspace_id = r.workspace_id AND s.id = r.subscription_id
    ORDER BY 1, 2 ON CONFLICT (workspace_id, account_id) DO UPDATE SET marks = dirty_account.marks + 1;
  END IF;
  IF TG_OP IN ('UPDATE', 'DELETE') THEN
    INSERT INTO app.dirty_account (workspace_id, account_id)
    SELECT DISTINCT s.workspace_id, s.account_id FROM before_rows r JOIN app.subscription s ON s.workspace_id = r.workspace_id AND s.id = r.subscription_id
    ORDER BY 1, 2 ON CONFLICT (workspace_id, account_id) DO UPDATE SET marks = dirty_account.marks + 1;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION app.mark_workspace() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF app.tenant() IS NULL THEN RETURN NULL; END IF; -- a workspace is being removed, and its derived rows with it
  IF TG_OP IN ('INSERT', 'UPDATE') THEN
    UPDATE app.derivation d SET mark = mark + 1 WHERE d.workspace_id IN (SELECT workspace_id FROM after_rows);
  END IF;
  IF TG_OP IN ('UPDATE', 'DELETE') THEN
    UPDATE app.derivation d SET mark = mark + 1 WHERE d.workspace_id IN (SELECT workspace_id FROM before_rows);
  END IF;
  RETURN NULL;
END $$;

DO $$ DECLARE t record; BEGIN
  FOR t IN SELECT * FROM (VALUES
    ('account', 'mark_accounts', '''id'''), ('account_version', 'mark_accounts', '''account_id'''),
    ('subscription', 'mark_accounts', '''account_id'''), ('contract', 'mark_accounts', '''account_id'''),
    ('discount', 'mark_subscriptions', ''), ('pause', 'mark_subscriptions', ''),
    ('exchange_rate', 'mark_workspace', ''), ('setting', 'mark_workspace', '')) AS v(tbl, fn, arg)
  LOOP
    EXECUTE format('CREATE TRIGGER mark_insert AFTER INSERT ON app.%I REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION app.%I(%s)', t.tbl, t.fn, t.arg);
    EXECUTE format('CREATE TRIGGER mark_update AFTER UPDATE ON app.%I REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION app.%I(%s)', t.tbl, t.fn, t.arg);
    EXECUTE format('CREATE TRIGGER mark_delete AFTER DELETE ON app.%I REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION app.%I(%s)', t.tbl, t.fn, t.arg);
  END LOOP;
END $$;

-- ── audit: append-only, each row carries the hash of the one before ─────────────────────────────────────────────────

CREATE FUNCTION app.audit_chain() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE last record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.workspace_id::text, 42));
  SELECT seq, hash INTO last FROM app.audit WHERE workspace_id = NEW.workspace_id ORDER BY seq DESC LIMIT 1;
  NEW.seq := coalesce(last.seq, 0) + 1;
  NEW.prev := last.hash;
  NEW.at := clock_timestamp();
  NEW.hash := sha256(coalesce(NEW.prev, ''::bytea) || convert_to(concat_ws('|', NEW.workspace_id, NEW.seq, extract(epoch FROM NEW.at), NEW.actor, NEW.action, NEW.detail::text), 'UTF8'));
  RETURN NEW;
END $$;
CREATE TRIGGER audit_chain BEFORE INSERT ON app.audit FOR EACH ROW EXECUTE FUNCTION app.audit_chain();

-- A workspace that is removed takes its audit with it (the cascade runs one trigger level deeper); nothing else may change a row.
CREATE FUNCTION app.audit_refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' AND pg_trigger_depth() > 1 THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'the audit is append-only' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER audit_refuse BEFORE UPDATE OR DELETE ON app.audit FOR EACH ROW EXECUTE FUNCTION app.audit_refuse();
CREATE TRIGGER audit_refuse_truncate BEFORE TRUNCATE ON app.audit FOR EACH STATEMENT EXECUTE FUNCTION app.audit_refuse();

-- ── row-level security ──────────────────────────────────────────────────────────────────────────────────────────────

-- Encloses one table. call is the once-per-query form on one server; distributed tables need the bare call 'app.tenant()'.
CREATE FUNCTION app.enclose(name text, call text DEFAULT '(SELECT app.tenant())') RETURNS void LANGUAGE plpgsql AS $$
DECLARE c text := CASE name WHEN 'workspace' THEN 'id' ELSE 'workspace_id' END;
BEGIN
  EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', name);
  EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', name);
  EXECUTE format('DROP POLICY IF EXISTS tenant ON app.%I', name);
  EXECUTE format('CREATE POLICY tenant ON app.%I USING (%I = %s) WITH CHECK (%I = %s)', name, c, call, c, call);
END $$;

DO $$ DECLARE t text; BEGIN
  FOR t IN SELECT relname FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind = 'r' LOOP
    PERFORM app.enclose(t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON app.%I TO bellwether_app', t);
  END LOOP;
END $$;
REVOKE INSERT, DELETE ON app.workspace FROM bellwether_app;
-- So that a load of a million rows can be planned for before the server's own analysis comes round. Servers before 17 know no such right, and wait.
DO $$ BEGIN
  IF current_setting('server_version_num')::int >= 170000 THEN EXECUTE 'GRANT MAINTAIN ON ALL TABLES IN SCHEMA app TO bellwether_app'; END IF;
END $$;
REVOKE UPDATE, DELETE ON app.audit FROM bellwether_app;
REVOKE EXECUTE ON FUNCTION app.enclose(text, text) FROM PUBLIC;

-- ── identity: read and written only through the functions below, which belong to bellwether_auth ───────────────────

CREATE TABLE identity.person (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  name text, password_hash text NOT NULL,
  session_version int NOT NULL DEFAULT 0,
  disabled_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now());

CREATE TABLE identity.session (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES identity.person(id) ON DELETE CASCADE,
  user_agent text, created_at timestamptz NOT NULL DEFAULT now(), expires_at timestamptz NOT NULL);
CREATE INDEX session_person ON identity.session (person_id);

CREATE TABLE identity.sign_in (
  at timestamptz NOT NULL DEFAULT now(), email text NOT NULL, address text, outcome text NOT NULL);
CREATE INDEX sign_in_at ON identity.sign_in (at);

-- Every secret token of whatever purpose, by its SHA-256.
CREATE TABLE identity.token (
  hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
  workspace_id uuid, purpose text NOT NULL, subject_id uuid NOT NULL, expires_at timestamptz NOT NULL);
CREATE INDEX token_subject ON identity.token (purpose, subject_id);

CREATE UNLOGGED TABLE identity.rate (
  key text NOT NULL, opened_at timestamptz NOT NULL, hits int NOT NULL, PRIMARY KEY (key, opened_at));

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA identity TO bellwether_auth;
GRANT EXECUTE ON FUNCTION app.tenant() TO bellwether_auth;
GRANT SELECT ON app.workspace, app.member, app.derivation, app.audit TO bellwether_auth;
GRANT INSERT, DELETE ON app.workspace TO bellwether_auth;
GRANT INSERT ON app.member, app.derivation TO bellwether_auth;
CREATE POLICY resolve ON app.workspace FOR SELECT TO bellwether_auth USING (true);
CREATE POLICY found ON app.workspace FOR INSERT TO bellwether_auth WITH CHECK (true);
CREATE POLICY remove ON app.workspace FOR DELETE TO bellwether_auth USING (true);
CREATE POLICY resolve ON app.member FOR SELECT TO bellwether_auth USING (true);
CREATE POLICY found ON app.member FOR INSERT TO bellwether_auth WITH CHECK (true);
CREATE POLICY found ON app.derivation FOR INSERT TO bellwether_auth WITH CHECK (true);
CREATE POLICY resolve ON app.derivation FOR SELECT TO bellwether_auth USING (true);

SET ROLE bellwether_auth;

CREATE FUNCTION identity.find_login(address text) RETURNS TABLE (person_id uuid, password_hash text, session_version int, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$ SELECT p.id, p.password_hash, p.session_version, p.name FROM identity.person p WHERE p.email = lower(address) AND p.disabled_at IS NULL $$;

-- The id of the person with this address; made if there is none (made tells which).
CREATE FUNCTION identity.ensure_person(address text, full_name text, hash text) RETURNS TABLE (person_id uuid, made boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO identity.person (email, name, password_hash) VALUES (lower(address), full_name, hash) ON CONFLICT (email) DO NOTHING RETURNING id INTO person_id;
  made := FOUND;
  IF NOT made THEN SELECT id INTO person_id FROM identity.person WHERE email = lower(address); END IF;
  RETURN NEXT;
END $$;

-- A new password ends every session of that person.
CREATE FUNCTION identity.set_password(whose uuid, hash text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE identity.person SET password_hash = hash, session_version = session_version + 1 WHERE id = whose;
  IF NOT FOUND THEN RETURN false; END IF;
  DELETE FROM identity.session WHERE person_id = whose;
  DELETE FROM identity.token WHERE subject_id = whose AND purpose = 'reset';
  RETURN true;
END $$;

CREATE FUNCTION identity.set_name(whose uuid, full_name text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$ UPDATE identity.person SET name = full_name WHERE id = whose $$;

CREATE FUNCTION identity.set_disabled(whose uuid, disabled boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE identity.person SET disabled_at = CASE WHEN disabled THEN now() END, session_version = session_version + 1 WHERE id = whose;
  DELETE FROM identity.session WHERE person_id = whose;
END $$;

CREATE FUNCTION identity.open_session(whose uuid, agent text, until timestamptz) RETURNS TABLE (session_id uuid, session_version int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM identity.session WHERE person_id = whose AND expires_at < now();
  INSERT INTO identity.session (person_id, user_agent, expires_at) VALUES (whose, left(agent, 200), until) RETURNING id INTO session_id;
  SELECT p.session_version INTO session_version FROM identity.person p WHERE p.id = whose;
  RETURN NEXT;
END $$;

CREATE FUNCTION identity.check_session(which uuid, whose uuid, known int) RETURNS TABLE (person_id uuid, email text, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT p.id, p.email, p.name FROM identity.session s JOIN identity.person p ON p.id = s.person_id
  WHERE s.id = which AND s.person_id = whose AND s.expires_at > now() AND p.session_version = known AND p.disabled_at IS NULL $$;

CREATE FUNCTION identity.close_session(which uuid, whose uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$ DELETE FROM identity.session WHERE id = which AND person_id = whose $$;

CREATE FUNCTION identity.close_sessions(whose uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE identity.person SET session_version = session_version + 1 WHERE id = whose;
  DELETE FROM identity.session WHERE person_id = whose;
END $$;

CREATE FUNCTION identity.sessions_of(whose uuid) RETURNS TABLE (session_id uuid, user_agent text, created_at timestamptz, expires_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$ SELECT s.id, s.user_agent, s.created_at, s.expires_at FROM identity.session s WHERE s.person_id = whose AND s.expires_at > now() ORDER BY s.created_at DESC $$;

CREATE FUNCTION identity.memberships_of(whose uuid) RETURNS TABLE (workspace_id uuid, slug text, name text, role text, member_id uuid, is_demo boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT w.id, w.slug, w.name, m.role, m.id, w.is_demo FROM app.member m JOIN app.workspace w ON w.id = m.workspace_id
  WHERE m.user_id = whose ORDER BY w.name, w.slug $$;

CREATE FUNCTION identity.workspace_by_slug(wanted text) RETURNS TABLE (workspace_id uuid, slug text, name text, currency text, time_zone text, is_demo boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$ SELECT w.id, w.slug, w.name, w.currency::text, w.time_zone, w.is_demo FROM app.workspace w WHERE w.slug = wanted $$;

CREATE FUNCTION identity.workspaces() RETURNS TABLE (workspace_id uuid, slug text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$ SELECT w.id, w.slug FROM app.workspace w ORDER BY w.slug $$;

-- Null where the slug is taken. With a person, that person becomes its owner.
CREATE FUNCTION identity.create_workspace(wanted text, title text, money text, zone text, demo boolean, whose uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE made uuid;
BEGIN
  INSERT INTO app.workspace (slug, name, currency, time_zone, is_demo) VALUES (wanted, title, money, zone, demo) ON CONFLICT (slug) DO NOTHING RETURNING id INTO made;
  IF made IS NULL THEN RETURN NULL; END IF;
  INSERT INTO app.derivation (workspace_id) VALUES (made);
  IF whose IS NOT NULL THEN
    INSERT INTO app.member (workspace_id, user_id, email, name, role) SELECT made, p.id, p.email, p.name, 'owner' FROM identity.person p WHERE p.id = whose;
  END IF;
  RETURN made;
END $$;

CREATE FUNCTION identity.remove_workspace(tenant uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM identity.token WHERE workspace_id = tenant;
  DELETE FROM app.workspace WHERE id = tenant;
  RETURN FOUND;
END $$;

CREATE FUNCTION identity.put_token(token_hash bytea, tenant uuid, use text, subject uuid, until timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$ INSERT INTO identity.token (hash, workspace_id, purpose, subject_id, expires_at) VALUES (token_hash, tenant, use, subject, until) $$;

CREATE FUNCTION identity.resolve_token(token_hash bytea, use text) RETURNS TABLE (workspace_id uuid, slug text, subject_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t.workspace_id, w.slug, t.subject_id FROM identity.token t LEFT JOIN app.workspace w ON w.id = t.workspace_id
  WHERE t.hash = token_hash AND t.purpose = use AND t.expires_at > now() $$;

-- Single use: whoever deletes the row has it, and nobody else.
CREATE FUNCTION identity.spend_token(token_hash bytea, use text) RETURNS TABLE (workspace_id uuid, subject_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$ DELETE FROM identity.token t WHERE t.hash = token_hash AND t.purpose = use AND t.expires_at > now() RETURNING t.workspace_id, t.subject_id $$;

CREATE FUNCTION identity.drop_tokens(use text, subject uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$ DELETE FROM identity.token WHERE purpose = use AND subject_id = subject $$;

-- Counts one hit in the current window and returns how many there are.
CREATE FUNCTION identity.hit(bucket text, seconds int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE window_start timestamptz := to_timestamp(floor(extract(epoch FROM clock_timestamp()) / seconds) * seconds); n int;
BEGIN
  INSERT INTO identity.rate AS r (key, opened_at, hits) VALUES (bucket, window_start, 1)
  ON CONFLICT (key, opened_at) DO UPDATE SET hits = r.hits + 1 RETURNING r.hits INTO n;
  IF random() < 0.01 THEN DELETE FROM identity.rate WHERE opened_at < clock_timestamp() - interval '1 day'; END IF;
  RETURN n;
END $$;

-- Takes one hit back: what succeeded does not count against anybody.
CREATE FUNCTION identity.forgive(bucket text, seconds int) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  UPDATE identity.rate SET hits = greatest(hits - 1, 0)
  WHERE key = bucket AND opened_at = to_timestamp(floor(extract(epoch FROM clock_timestamp()) / seconds) * seconds) $$;

CREATE FUNCTION identity.log_sign_in(address text, client text, result text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$ INSERT INTO identity.sign_in (email, address, outcome) VALUES (left(lower(address), 254), left(client, 64), result) $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA identity FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA identity TO bellwether_app;
RESET ROLE;
REVOKE CREATE ON SCHEMA identity FROM bellwether_auth;
