-- Targets of metrics, and notes on trends. Runs as bellwether_owner, in one transaction.

-- What a metric is to reach in each period of a span from from_day on: until another from a later day holds (standing), or in that one period alone.
-- value is in the unit of the metric's readings: a share from 0 to 1, money in minor units of the workspace's currency.
CREATE TABLE app.target (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE, id uuid NOT NULL DEFAULT gen_random_uuid(),
  metric text NOT NULL CHECK (metric <> ''), span text NOT NULL CHECK (span IN ('month','quarter','year')),
  from_day date NOT NULL, CHECK (from_day = date_trunc(span, from_day::timestamp)::date), standing boolean NOT NULL,
  value float8 NOT NULL CHECK (value > '-Infinity'::float8 AND value < 'Infinity'::float8), owner_id uuid,
  author text NOT NULL, version int NOT NULL DEFAULT 0, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, metric, span, from_day, standing),
  FOREIGN KEY (workspace_id, owner_id) REFERENCES app.member(workspace_id, id) ON DELETE SET NULL (owner_id));

-- Something that happened on a local day and that trends should tell of: on that of one metric, or on all of them.
CREATE TABLE app.annotation (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE, id uuid NOT NULL DEFAULT gen_random_uuid(),
  day date NOT NULL, metric text CHECK (metric <> ''), text text NOT NULL CHECK (text <> ''),
  author text NOT NULL, version int NOT NULL DEFAULT 0, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id));
CREATE INDEX annotation_day ON app.annotation (workspace_id, day);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['target', 'annotation'] LOOP
    PERFORM app.enclose(t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON app.%I TO bellwether_app', t);
    IF current_setting('server_version_num')::int >= 170000 THEN EXECUTE format('GRANT MAINTAIN ON app.%I TO bellwether_app', t); END IF;
  END LOOP;
END $$;
