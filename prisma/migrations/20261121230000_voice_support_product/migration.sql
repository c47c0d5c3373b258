-- Records of people's use, tickets, answers, offers, referrals and costs. Runs as bellwether_owner, in one transaction.

-- A person at the customer's who uses the product. entitlements: features joined by ';'; null means all.
CREATE TABLE app.product_user (
  workspace_id uuid NOT NULL, id uuid NOT NULL DEFAULT gen_random_uuid(),
  source text NOT NULL, external_id text NOT NULL, account_id uuid NOT NULL,
  signed_up_at timestamptz, activated_at timestamptz, deleted_at timestamptz, entitlements text,
  run_id uuid, version int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, source, external_id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES app.account(workspace_id, id) ON DELETE CASCADE);
CREATE INDEX product_user_account ON app.product_user (workspace_id, account_id);
CREATE INDEX product_user_external ON app.product_user (workspace_id, external_id);

CREATE TABLE app.ticket (
  workspace_id uuid NOT NULL, id uuid NOT NULL DEFAULT gen_random_uuid(),
  source text NOT NULL, external_id text NOT NULL, account_id uuid NOT NULL,
  opened_at timestamptz NOT NULL, subject text, priority text, channel text,
  status text CHECK (status IN ('new','open','pending','hold','solved','closed')),
  first_response_at timestamptz, first_response_minutes numeric,
  solved_at timestamptz CHECK (solved_at >= opened_at), resolution_hours numeric CHECK (resolution_hours >= 0),
  reopens bigint CHECK (reopens >= 0), agent_replies bigint CHECK (agent_replies >= 0),
  satisfaction bigint CHECK (satisfaction BETWEEN 1 AND 5),
  escalated boolean NOT NULL DEFAULT false, excluded boolean NOT NULL DEFAULT false, unresolvable_at_first_level boolean NOT NULL DEFAULT false,
  run_id uuid, version int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, source, external_id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES app.account(workspace_id, id) ON DELETE CASCADE);
CREATE INDEX ticket_account ON app.ticket (workspace_id, account_id);
CREATE INDEX ticket_external ON app.ticket (workspace_id, external_id);
CREATE INDEX ticket_opened ON app.ticket (workspace_id, opened_at);

-- Known by source, content and place among equals: external_id holds their hash.
CREATE TABLE app.ticket_event (
  workspace_id uuid NOT NULL, id uuid NOT NULL DEFAULT gen_random_uuid(),
  source text NOT NULL, external_id text NOT NULL, ticket_id uuid NOT NULL,
  at timestamptz NOT NULL, type text NOT NULL CHECK (type IN ('solved','reopened')),
  run_id uuid, version int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, source, external_id),
  FOREIGN KEY (workspace_id, ticket_id) REFERENCES app.ticket(workspace_id, id) ON DELETE CASCADE);
CREATE INDEX ticket_event_ticket ON app.ticket_event (workspace_id, ticket_id, at);

-- score null: asked and not answered. An answer may be nobody's (no contact) and of no account.
CREATE TABLE app.survey_response (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE, id uuid NOT NULL DEFAULT gen_random_uuid(),
  source text NOT NULL, external_id text NOT NULL, account_id uuid, contact_id uuid,
  kind text NOT NULL CHECK (kind IN ('nps','csat','ces')), score bigint, scale bigint NOT NULL, comment text,
  answered_at timestamptz NOT NULL, status text,
  run_id uuid, version int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, source, external_id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES app.account(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, contact_id) REFERENCES app.contact(workspace_id, id) ON DELETE SET NULL (contact_id));
CREATE INDEX survey_response_account ON app.survey_response (workspace_id, account_id);
CREATE INDEX survey_response_contact ON app.survey_response (workspace_id, contact_id);
CREATE INDEX survey_response_answered ON app.survey_response (workspace_id, kind, answered_at);

-- user_name: whoever did it, by the external id the source gives; null where the source does not say.
CREATE TABLE app.usage_event (
  workspace_id uuid NOT NULL, id uuid NOT NULL DEFAULT gen_random_uuid(),
  source text NOT NULL, external_id text NOT NULL, account_id uuid NOT NULL,
  user_name text, feature text NOT NULL, at timestamptz NOT NULL,
  count bigint NOT NULL DEFAULT 1 CHECK (count >= 0), duration_seconds numeric CHECK (duration_seconds >= 0), errors bigint CHECK (errors >= 0),
  run_id uuid, version int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, source, external_id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES app.account(workspace_id, id) ON DELETE CASCADE);
CREATE INDEX usage_event_at ON app.usage_event (workspace_id, at);
CREATE INDEX usage_event_account ON app.usage_event (workspace_id, account_id);

CREATE TABLE app.milestone (
  workspace_id uuid NOT NULL, id uuid NOT NULL DEFAULT gen_random_uuid(),
  source text NOT NULL, account_id uuid NOT NULL, kind text NOT NULL, at timestamptz NOT NULL,
  run_id uuid, version int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, account_id, kind, at),
  FOREIGN KEY (workspace_id, account_id) REFERENCES app.account(workspace_id, id) ON DELETE CASCADE);

CREATE TABLE app.offer (
  workspace_id uuid NOT NULL, id uuid NOT NULL DEFAULT gen_random_uuid(),
  source text NOT NULL, external_id text NOT NULL, account_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('upsell','cross_sell')), presented_at timestamptz NOT NULL, accepted_at timestamptz, declined_at timestamptz,
  value bigint CHECK (value >= 0), currency char(3) NOT NULL,
  run_id uuid, version int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, source, external_id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES app.account(workspace_id, id) ON DELETE CASCADE);
CREATE INDEX offer_account ON app.offer (workspace_id, account_id);
CREATE INDEX offer_presented ON app.offer (workspace_id, presented_at);

CREATE TABLE app.referral (
  workspace_id uuid NOT NULL, id uuid NOT NULL DEFAULT gen_random_uuid(),
  source text NOT NULL, external_id text NOT NULL, account_id uuid NOT NULL,
  referred_at timestamptz NOT NULL, referred_account text, converted_at timestamptz,
  run_id uuid, version int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, source, external_id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES app.account(workspace_id, id) ON DELETE CASCADE);
CREATE INDEX referral_account ON app.referral (workspace_id, account_id);

CREATE TABLE app.cost (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE, id uuid NOT NULL DEFAULT gen_random_uuid(),
  source text NOT NULL, external_id text NOT NULL, account_id uuid,
  month date NOT NULL CHECK (extract(day FROM month) = 1), amount bigint NOT NULL CHECK (amount >= 0), currency char(3) NOT NULL, category text,
  run_id uuid, version int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, source, external_id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES app.account(workspace_id, id) ON DELETE CASCADE);
CREATE INDEX cost_account ON app.cost (workspace_id, account_id);
CREATE INDEX cost_month ON app.cost (workspace_id, month);

-- A one-off sale.
CREATE TABLE app.purchase (
  workspace_id uuid NOT NULL, id uuid NOT NULL DEFAULT gen_random_uuid(),
  source text NOT NULL, external_id text NOT NULL, account_id uuid NOT NULL,
  at timestamptz NOT NULL, amount bigint NOT NULL CHECK (amount >= 0), currency char(3) NOT NULL,
  run_id uuid, version int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, source, external_id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES app.account(workspace_id, id) ON DELETE CASCADE);
CREATE INDEX purchase_account ON app.purchase (workspace_id, account_id);

-- ── derived ─────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Use per account, local day, feature and user ('' where the source names none).
CREATE TABLE app.usage_day (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  account_id uuid NOT NULL, day date NOT NULL, feature text NOT NULL, user_name text NOT NULL,
  first_at timestamptz NOT NULL, events bigint NOT NULL, duration_seconds numeric NOT NULL, errors bigint NOT NULL,
  PRIMARY KEY (workspace_id, account_id, day, feature, user_name));
CREATE INDEX usage_day_day ON app.usage_day (workspace_id, day);

-- Accounts whose use changed since usage_day was made, as dirty_account is for the ledger.
CREATE TABLE app.dirty_usage (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  account_id uuid NOT NULL, marks bigint NOT NULL DEFAULT 1,
  PRIMARY KEY (workspace_id, account_id)) WITH (fillfactor = 50);

-- Records that are read as they stand changed while fact_mark and seen_fact_mark differ: nothing is to be derived, but open pages are to hear of it.
ALTER TABLE app.derivation ADD fact_mark bigint NOT NULL DEFAULT 0, ADD seen_fact_mark bigint NOT NULL DEFAULT 0;

CREATE FUNCTION app.mark_usage() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF app.tenant() IS NULL THEN RETURN NULL; END IF; -- a workspace is being removed, and its derived rows with it
  IF TG_OP IN ('INSERT', 'UPDATE') THEN
    INSERT INTO app.dirty_usage (workspace_id, account_id) SELECT DISTINCT workspace_id, account_id FROM after_rows
    ORDER BY 1, 2 ON CONFLICT (workspace_id, account_id) DO UPDATE SET marks = dirty_usage.marks + 1;
  END IF;
  IF TG_OP IN ('UPDATE', 'DELETE') THEN
    INSERT INTO app.dirty_usage (workspace_id, account_id) SELECT DISTINCT workspace_id, account_id FROM before_rows
    ORDER BY 1, 2 ON CONFLICT (workspace_id, account_id) DO UPDATE SET marks = dirty_usage.marks + 1;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION app.mark_facts() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF app.tenant() IS NULL THEN RETURN NULL; END IF; -- a workspace is being removed, and its derived rows with it
  IF TG_OP IN ('INSERT', 'UPDATE') THEN
    UPDATE app.derivation d SET fact_mark = fact_mark + 1 WHERE d.workspace_id IN (SELECT workspace_id FROM after_rows);
  ELSE
    UPDATE app.derivation d SET fact_mark = fact_mark + 1 WHERE d.workspace_id IN (SELECT workspace_id FROM before_rows);
  END IF;
  RETURN NULL;
END $$;

DO $$ DECLARE t record; BEGIN
  FOR t IN SELECT * FROM (VALUES
    ('usage_event', 'mark_usage'), ('product_user', 'mark_facts'), ('ticket', 'mark_facts'), ('ticket_event', 'mark_facts'),
    ('survey_response', 'mark_facts'), ('milestone', 'mark_facts'), ('offer', 'mark_facts'), ('referral', 'mark_facts'),
    ('cost', 'mark_facts'), ('purchase', 'mark_facts'), ('contact', 'mark_facts')) AS v(tbl, fn)
  LOOP
    EXECUTE format('CREATE TRIGGER mark_insert AFTER INSERT ON app.%I REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION app.%I()', t.tbl, t.fn);
    EXECUTE format('CREATE TRIGGER mark_update AFTER UPDATE ON app.%I REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION app.%I()', t.tbl, t.fn);
    EXECUTE format('CREATE TRIGGER mark_delete AFTER DELETE ON app.%I REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION app.%I()', t.tbl, t.fn);
  END LOOP;
END $$;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['product_user', 'ticket', 'ticket_event', 'survey_response', 'usage_event', 'milestone', 'offer', 'referral', 'cost', 'purchase', 'usage_day', 'dirty_usage'] LOOP
    PERFORM app.enclose(t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON app.%I TO bellwether_app', t);
    IF current_setting('server_version_num')::int >= 170000 THEN EXECUTE format('GRANT MAINTAIN ON app.%I TO bellwether_app', t); END IF;
  END LOOP;
END $$;
