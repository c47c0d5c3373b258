-- What the numbers made of records come to over periods that are over, so that a screen that draws two years of them reads no record twice.

-- Sums of one relation over one period, by metric, as they were read at `as_of` by a `definition` (statements and settings). They hold for later readings, up to
-- `until`, the next instant that is told ahead, while no day before the period's end is in dirty_day. Null where time alone still changed them.
CREATE TABLE app.kept_sums (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  relation text NOT NULL, period_start date NOT NULL, period_end date NOT NULL,
  end_at timestamptz NOT NULL, as_of timestamptz NOT NULL, until timestamptz, definition text NOT NULL, found jsonb,
  PRIMARY KEY (workspace_id, relation, period_start, period_end));

-- The days (of UTC) of records that changed since the sums were kept, by what kind of record it was.
CREATE TABLE app.dirty_day (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  kind text NOT NULL, day timestamptz NOT NULL, marks bigint NOT NULL DEFAULT 1,
  PRIMARY KEY (workspace_id, kind, day)) WITH (fillfactor = 50);

-- Marks the days of the rows a statement changed, before and after. Its arguments: the kind of record, and the instants that place `rows`, as a SELECT.
-- Its triggers are named to come after those called mark_…: whoever writes holds the derivation first and a day second, as a refresh does.
CREATE FUNCTION app.mark_days() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE seen text;
BEGIN
  IF app.tenant() IS NULL THEN RETURN NULL; END IF; -- a workspace is being removed, and its derived rows with it
  FOREACH seen IN ARRAY CASE TG_OP WHEN 'INSERT' THEN ARRAY['after_rows'] WHEN 'DELETE' THEN ARRAY['before_rows'] ELSE ARRAY['before_rows', 'after_rows'] END LOOP
    EXECUTE format(
      'INSERT INTO app.dirty_day (workspace_id, kind, day) SELECT DISTINCT workspace_id, %L, date_trunc(''day'', at, ''UTC'') FROM (%s) AS placed (workspace_id, at)
       ORDER BY 1, 3 ON CONFLICT (workspace_id, kind, day) DO UPDATE SET marks = dirty_day.marks + 1', TG_ARGV[0], replace(TG_ARGV[1], 'rows', seen));
  END LOOP;
  RETURN NULL;
END $$;

DO $$ DECLARE t record; BEGIN
  FOR t IN SELECT * FROM (VALUES
    ('ticket', 'ticket', 'SELECT workspace_id, opened_at FROM rows'),
    ('ticket_event', 'ticket', 'SELECT t.workspace_id, t.opened_at FROM rows r JOIN app.ticket t ON t.workspace_id = r.workspace_id AND t.id = r.ticket_id'),
    ('survey_response', 'answer', 'SELECT workspace_id, answered_at FROM rows'),
    ('usage_event', 'usage', 'SELECT workspace_id, at FROM rows')) AS v(tbl, kind, placed)
  LOOP
    EXECUTE format('CREATE TRIGGER seen_insert AFTER INSERT ON app.%I REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_days(%L, %L)', t.tbl, t.kind, t.placed);
    EXECUTE format('CREATE TRIGGER seen_update AFTER UPDATE ON app.%I REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_days(%L, %L)', t.tbl, t.kind, t.placed);
    EXECUTE format('CREATE TRIGGER seen_delete AFTER DELETE ON app.%I REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_days(%L, %L)', t.tbl, t.kind, t.placed);
  END LOOP;
END $$;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['kept_sums', 'dirty_day'] LOOP
    PERFORM app.enclose(t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON app.%I TO bellwether_app', t);
    IF current_setting('server_version_num')::int >= 170000 THEN EXECUTE format('GRANT MAINTAIN ON app.%I TO bellwether_app', t); END IF;
  END LOOP;
END $$;
