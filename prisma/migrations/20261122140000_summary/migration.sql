-- The executive's month: what was reported stays as it was. Runs as bellwether_owner, in one transaction.

-- A month as it was reported: its readings and its words at that moment. Late data moves the numbers on screen and never these.
CREATE TABLE app.reported_month (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  month date NOT NULL CHECK (month = date_trunc('month', month::timestamp)::date),
  readings jsonb NOT NULL, sentences text[] NOT NULL, author text NOT NULL, at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, month));

-- What whoever leads is asked to decide, in the order in which it is asked.
CREATE TABLE app.month_decision (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  month date NOT NULL CHECK (month = date_trunc('month', month::timestamp)::date),
  texts text[] NOT NULL CHECK (cardinality(texts) <= 3), author text NOT NULL, version int NOT NULL DEFAULT 0, updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, month));

-- Answers by their day alone, newest first, whatever was asked.
CREATE INDEX survey_response_at ON app.survey_response (workspace_id, answered_at, id);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['reported_month', 'month_decision'] LOOP
    PERFORM app.enclose(t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON app.%I TO bellwether_app', t);
    IF current_setting('server_version_num')::int >= 170000 THEN EXECUTE format('GRANT MAINTAIN ON app.%I TO bellwether_app', t); END IF;
  END LOOP;
END $$;
REVOKE UPDATE, DELETE ON app.reported_month FROM bellwether_app;
