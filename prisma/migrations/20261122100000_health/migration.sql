-- Health, signals, and what people do about them. Runs as bellwether_owner, in one transaction.

-- Whose accounts a manager calls "my team".
ALTER TABLE app.member ADD manager_id uuid, ADD seen_at timestamptz, ADD seen_before timestamptz,
  ADD FOREIGN KEY (workspace_id, manager_id) REFERENCES app.member(workspace_id, id) ON DELETE SET NULL (manager_id);

-- ── what people tell: records, never changed by a computation ───────────────────────────────────────────────────────

-- A published set of scorecards, in force from the local day from_day on. Without any, the built-in one (number 0) holds.
CREATE TABLE app.health_version (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  number int NOT NULL CHECK (number > 0), from_day date NOT NULL, config jsonb NOT NULL, note text,
  author text NOT NULL, published_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, number));

-- A band a person set in place of the computed one, until a day.
CREATE TABLE app.health_override (
  workspace_id uuid NOT NULL, id uuid NOT NULL DEFAULT gen_random_uuid(), account_id uuid NOT NULL,
  band text NOT NULL CHECK (band IN ('green','yellow','red')), reason text NOT NULL CHECK (reason <> ''),
  author text NOT NULL, at timestamptz NOT NULL DEFAULT now(), until_at timestamptz NOT NULL, ended_at timestamptz,
  CHECK (until_at > at AND until_at <= at + interval '91 days'),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES app.account(workspace_id, id) ON DELETE CASCADE);
CREATE INDEX health_override_account ON app.health_override (workspace_id, account_id, at);

-- How a CSM feels about an account: 1 (lost) to 5 (sure).
CREATE TABLE app.pulse (
  workspace_id uuid NOT NULL, id uuid NOT NULL DEFAULT gen_random_uuid(), account_id uuid NOT NULL,
  rating int NOT NULL CHECK (rating BETWEEN 1 AND 5), note text, author text NOT NULL, at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES app.account(workspace_id, id) ON DELETE CASCADE);
CREATE INDEX pulse_account ON app.pulse (workspace_id, account_id, at);

-- A call, mail or meeting with the customer; or a note, which is no touch. Mentions: the members named in it.
CREATE TABLE app.touchpoint (
  workspace_id uuid NOT NULL, id uuid NOT NULL DEFAULT gen_random_uuid(), account_id uuid NOT NULL,
  type text NOT NULL CHECK (type IN ('call','mail','meeting','note')), two_way boolean NOT NULL DEFAULT false, CHECK (type <> 'note' OR NOT two_way),
  at timestamptz NOT NULL, text text NOT NULL DEFAULT '', contact_id uuid, minutes int CHECK (minutes >= 0), mentions uuid[] NOT NULL DEFAULT '{}',
  author text NOT NULL, version int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES app.account(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, contact_id) REFERENCES app.contact(workspace_id, id) ON DELETE SET NULL (contact_id));
CREATE INDEX touchpoint_account ON app.touchpoint (workspace_id, account_id, at);
CREATE INDEX touchpoint_at ON app.touchpoint (workspace_id, at);

-- Something somebody is to do. One open task for each account, type and reason.
CREATE TABLE app.task (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE, id uuid NOT NULL DEFAULT gen_random_uuid(), account_id uuid,
  owner_id uuid, title text NOT NULL CHECK (title <> ''), type text NOT NULL, reason text NOT NULL, detail text NOT NULL DEFAULT '',
  due_on date NOT NULL, weight int NOT NULL DEFAULT 1 CHECK (weight BETWEEN 1 AND 10),
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('done','open','dropped')),
  snoozed_until date, snooze_reason text, CHECK ((snoozed_until IS NULL) = (snooze_reason IS NULL)),
  outcome text, playbook_run_id uuid, author text NOT NULL, closed_by text, closed_at timestamptz, CHECK ((status = 'open') = (closed_at IS NULL)),
  version int NOT NULL DEFAULT 0, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES app.account(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, owner_id) REFERENCES app.member(workspace_id, id) ON DELETE SET NULL (owner_id));
CREATE UNIQUE INDEX task_open ON app.task (workspace_id, account_id, type, reason) WHERE status = 'open';
CREATE INDEX task_owner ON app.task (workspace_id, owner_id, due_on) WHERE status = 'open';
CREATE INDEX task_account ON app.task (workspace_id, account_id, created_at);

-- A signal nobody wants to hear of until a day.
CREATE TABLE app.signal_snooze (
  workspace_id uuid NOT NULL, account_id uuid NOT NULL, kind text NOT NULL, reason text NOT NULL,
  until_day date NOT NULL, why text NOT NULL CHECK (why <> ''), author text NOT NULL, at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, account_id, kind, reason),
  FOREIGN KEY (workspace_id, account_id) REFERENCES app.account(workspace_id, id) ON DELETE CASCADE);

-- What is set away from a signal's own thresholds; enabled false: never raised.
CREATE TABLE app.signal_setting (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  kind text NOT NULL, enabled boolean NOT NULL DEFAULT true, thresholds jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (workspace_id, kind));

-- What a CSM says of a renewal, each time it is said.
CREATE TABLE app.renewal_call (
  workspace_id uuid NOT NULL, id uuid NOT NULL DEFAULT gen_random_uuid(), contract_id uuid NOT NULL,
  call text NOT NULL CHECK (call IN ('renew','grow','shrink','lose')), amount bigint NOT NULL CHECK (amount >= 0), currency char(3) NOT NULL,
  note text, band text, score float8, author text NOT NULL, at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, contract_id) REFERENCES app.contract(workspace_id, id) ON DELETE CASCADE);
CREATE INDEX renewal_call_contract ON app.renewal_call (workspace_id, contract_id, at);

-- What a customer bought us for, and the steps towards it. kind: a milestone record of that kind reaches the step by itself.
CREATE TABLE app.success_plan (
  workspace_id uuid NOT NULL, id uuid NOT NULL DEFAULT gen_random_uuid(), account_id uuid NOT NULL,
  goal text NOT NULL CHECK (goal <> ''), measure text, owner_id uuid, status text NOT NULL DEFAULT 'open' CHECK (status IN ('open','reached','dropped')),
  author text NOT NULL, version int NOT NULL DEFAULT 0, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES app.account(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, owner_id) REFERENCES app.member(workspace_id, id) ON DELETE SET NULL (owner_id));
CREATE INDEX success_plan_account ON app.success_plan (workspace_id, account_id);

CREATE TABLE app.plan_step (
  workspace_id uuid NOT NULL, id uuid NOT NULL DEFAULT gen_random_uuid(), plan_id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''), kind text, place int NOT NULL, expected_on date NOT NULL, latest_on date NOT NULL CHECK (latest_on >= expected_on),
  reached_on date, version int NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, plan_id) REFERENCES app.success_plan(workspace_id, id) ON DELETE CASCADE);
CREATE INDEX plan_step_plan ON app.plan_step (workspace_id, plan_id, place);

-- ── playbooks ───────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE app.playbook (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE, id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL CHECK (name <> ''), status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft','live','off')),
  draft jsonb NOT NULL, live jsonb, CHECK (status <> 'live' OR live IS NOT NULL), live_since timestamptz, holdout_pct int NOT NULL DEFAULT 0 CHECK (holdout_pct BETWEEN 0 AND 50),
  author text NOT NULL, version int NOT NULL DEFAULT 0, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id));

-- One account going through one playbook. cause: what set it off, so that the same thing does not set it off twice.
CREATE TABLE app.playbook_run (
  workspace_id uuid NOT NULL, id uuid NOT NULL DEFAULT gen_random_uuid(), playbook_id uuid NOT NULL, account_id uuid NOT NULL,
  cause text NOT NULL, steps jsonb NOT NULL, place int NOT NULL DEFAULT 0, resume_at timestamptz,
  status text NOT NULL DEFAULT 'running' CHECK (status IN ('running','done','stopped','failed','held_out')),
  score float8, band text, mrr bigint, tenure_days int, log jsonb NOT NULL DEFAULT '[]',
  started_at timestamptz NOT NULL DEFAULT now(), ended_at timestamptz,
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, playbook_id, account_id, cause),
  FOREIGN KEY (workspace_id, playbook_id) REFERENCES app.playbook(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, account_id) REFERENCES app.account(workspace_id, id) ON DELETE CASCADE);
CREATE INDEX playbook_run_due ON app.playbook_run (workspace_id, resume_at) WHERE status = 'running';
CREATE INDEX playbook_run_account ON app.playbook_run (workspace_id, account_id);

-- What is to leave the house: written with the deed that wants it, sent by a job. A mail that was being sent when the process died is 'unknown' and never sent again by itself.
CREATE TABLE app.outbox (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE, id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('mail','webhook')), recipient text NOT NULL, subject text NOT NULL DEFAULT '', body text NOT NULL,
  endpoint_id uuid, account_id uuid, cause text NOT NULL,
  status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued','sending','sent','failed','unknown','given_up')),
  tries int NOT NULL DEFAULT 0, next_at timestamptz NOT NULL DEFAULT now(), last_error text, sent_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, cause, recipient));
CREATE INDEX outbox_due ON app.outbox (workspace_id, next_at) WHERE status IN ('queued','failed','sending');

CREATE TABLE app.webhook_endpoint (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE, id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL CHECK (name <> ''), url text NOT NULL, secret text NOT NULL, former_secret text, disabled_at timestamptz, failing_since timestamptz,
  author text NOT NULL, version int NOT NULL DEFAULT 0, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id));

CREATE TABLE app.notification (
  workspace_id uuid NOT NULL, id uuid NOT NULL DEFAULT gen_random_uuid(), member_id uuid NOT NULL,
  topic text NOT NULL, text text NOT NULL, link text NOT NULL, cause text NOT NULL, account_id uuid,
  at timestamptz NOT NULL DEFAULT now(), read_at timestamptz, mailed_at timestamptz,
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, member_id, cause),
  FOREIGN KEY (workspace_id, member_id) REFERENCES app.member(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, account_id) REFERENCES app.account(workspace_id, id) ON DELETE CASCADE);
CREATE INDEX notification_member ON app.notification (workspace_id, member_id, at);
CREATE INDEX notification_account ON app.notification (workspace_id, account_id) WHERE account_id IS NOT NULL;

CREATE TABLE app.notification_setting (
  workspace_id uuid NOT NULL, member_id uuid NOT NULL, topic text NOT NULL,
  cadence text NOT NULL CHECK (cadence IN ('never','at_once','daily','weekly')), reach text NOT NULL CHECK (reach IN ('mine','team','all')),
  PRIMARY KEY (workspace_id, member_id, topic),
  FOREIGN KEY (workspace_id, member_id) REFERENCES app.member(workspace_id, id) ON DELETE CASCADE);

-- ── derived: can be thrown away and made again ──────────────────────────────────────────────────────────────────────

-- An account's health at the end of a local day (the last one: as of health_derivation.as_of). inputs and ages (days since what they tell of) stand in the order of the
-- measures; null is missing or stale. The version and the card say which weights and limits made the score. No row where nothing was to be scored.
CREATE TABLE app.health_day (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  account_id uuid NOT NULL, day date NOT NULL, version int NOT NULL, card text NOT NULL,
  score float8, coverage float8 NOT NULL, band text NOT NULL, tenure_days int NOT NULL, inputs float8[] NOT NULL, ages int[] NOT NULL,
  PRIMARY KEY (workspace_id, account_id, day));
CREATE INDEX health_day_day ON app.health_day (workspace_id, day) INCLUDE (account_id, band, score);

-- A condition worth somebody's morning, from the day it was first met until the day it no longer was (null: it is). strength and detail are those of last_day, the last on which it was met.
CREATE TABLE app.signal (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  account_id uuid NOT NULL, kind text NOT NULL, reason text NOT NULL, from_day date NOT NULL, last_day date NOT NULL, until_day date,
  strength float8 NOT NULL, detail jsonb NOT NULL,
  PRIMARY KEY (workspace_id, account_id, kind, reason, from_day));
CREATE INDEX signal_open ON app.signal (workspace_id, kind) WHERE until_day IS NULL;

-- What the sources had told by the end of a day, for which all accounts were made on it: where it changes, all of them are to be made again.
CREATE TABLE app.health_told (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE, day date NOT NULL,
  used_on date, named_on date, features int NOT NULL, ticket_on date, touched_on date, first_touched_on date,
  PRIMARY KEY (workspace_id, day));

-- Accounts whose days are to be made again from an instant on: what changes then changes no day before. told_at: from when on it may change what the sources had told.
CREATE TABLE app.dirty_health (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  account_id uuid NOT NULL, from_at timestamptz NOT NULL, told_at timestamptz, marks bigint NOT NULL DEFAULT 1,
  PRIMARY KEY (workspace_id, account_id)) WITH (fillfactor = 50);

-- How far the days are: made up to the local day through, that one as of the instant as_of. from_day: everything from there on is to be made again.
-- signals: by which definition and thresholds each kind of signal was made.
CREATE TABLE app.health_derivation (
  workspace_id uuid PRIMARY KEY REFERENCES app.workspace(id) ON DELETE CASCADE,
  definition text NOT NULL DEFAULT '', through date, as_of timestamptz, from_day date,
  signals jsonb NOT NULL DEFAULT '{}');

-- One statement's rows, by their account and the earliest instant they speak of ('' for all of an account's time).
CREATE FUNCTION app.mark_health() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  account text := TG_ARGV[0];
  at text := CASE TG_ARGV[1] WHEN '' THEN '''-infinity''::timestamptz' ELSE TG_ARGV[1] END;
  told text := CASE WHEN TG_TABLE_NAME IN ('usage_event', 'ticket', 'touchpoint') THEN format('min(%s)', at) ELSE 'NULL::timestamptz' END;
  side text;
BEGIN
  IF app.tenant() IS NULL THEN RETURN NULL; END IF; -- a workspace is being removed, and its derived rows with it
  FOREACH side IN ARRAY CASE TG_OP WHEN 'INSERT' THEN ARRAY['after_rows'] WHEN 'DELETE' THEN ARRAY['before_rows'] ELSE ARRAY['after_rows', 'before_rows'] END LOOP
    EXECUTE format('INSERT INTO app.dirty_health (workspace_id, account_id, from_at, told_at) SELECT workspace_id, %1$s, min(%2$s), %4$s FROM %3$I AS r WHERE %1$s IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2
      ON CONFLICT (workspace_id, account_id) DO UPDATE SET marks = dirty_health.marks + 1, from_at = least(dirty_health.from_at, excluded.from_at),
        told_at = least(dirty_health.told_at, excluded.told_at)', account, at, side, told);
  END LOOP;
  RETURN NULL;
END $$;

DO $$ DECLARE t record; BEGIN
  FOR t IN SELECT * FROM (VALUES
    ('account', 'r.id', ''), ('account_version', 'r.account_id', ''), ('subscription', 'r.account_id', ''), ('contract', 'r.account_id', ''), ('contact', 'r.account_id', ''),
    ('product_user', 'r.account_id', ''), ('ticket', 'r.account_id', 'opened_at'), ('survey_response', 'r.account_id', 'answered_at'),
    ('usage_event', 'r.account_id', 'at'), ('milestone', 'r.account_id', 'at'), ('referral', 'r.account_id', 'referred_at'), ('touchpoint', 'r.account_id', 'at'), ('pulse', 'r.account_id', 'at'),
    ('success_plan', 'r.account_id', ''),
    ('ticket_event', '(SELECT t.account_id FROM app.ticket t WHERE t.workspace_id = r.workspace_id AND t.id = r.ticket_id)', 'at'),
    ('plan_step', '(SELECT p.account_id FROM app.success_plan p WHERE p.workspace_id = r.workspace_id AND p.id = r.plan_id)', ''))
    AS v(tbl, account, at)
  LOOP
    EXECUTE format('CREATE TRIGGER health_insert AFTER INSERT ON app.%I REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_health(%L, %L)', t.tbl, t.account, t.at);
    EXECUTE format('CREATE TRIGGER health_update AFTER UPDATE ON app.%I REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_health(%L, %L)', t.tbl, t.account, t.at);
    EXECUTE format('CREATE TRIGGER health_delete AFTER DELETE ON app.%I REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_health(%L, %L)', t.tbl, t.account, t.at);
  END LOOP;
END $$;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['health_version', 'health_override', 'pulse', 'touchpoint', 'task', 'signal_snooze', 'signal_setting', 'renewal_call', 'success_plan', 'plan_step',
    'playbook', 'playbook_run', 'outbox', 'webhook_endpoint', 'notification', 'notification_setting', 'health_day', 'health_told', 'signal', 'dirty_health', 'health_derivation'] LOOP
    PERFORM app.enclose(t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON app.%I TO bellwether_app', t);
    IF current_setting('server_version_num')::int >= 170000 THEN EXECUTE format('GRANT MAINTAIN ON app.%I TO bellwether_app', t); END IF;
  END LOOP;
END $$;
-- What was published and what was called stays as it was said.
REVOKE UPDATE, DELETE ON app.health_version, app.renewal_call FROM bellwether_app;
