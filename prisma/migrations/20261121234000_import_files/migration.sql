-- Files that people upload on their way into the tables, and how each source's files are read. Runs as bellwether_owner, in one transaction.

CREATE TABLE app.import_file (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL, bytes bigint NOT NULL CHECK (bytes > 0),
  status text NOT NULL DEFAULT 'receiving' CHECK (status IN ('receiving','ready','waiting','working','done','failed')),
  task text CHECK (task IN ('rehearse','import')),
  kind text, source text, map jsonb, header jsonb NOT NULL DEFAULT '[]',
  read_bytes bigint NOT NULL DEFAULT 0,
  report jsonb, fault text, run_id uuid,
  actor text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(), touched_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, run_id) REFERENCES app.import_run(workspace_id, id) ON DELETE SET NULL (run_id));
CREATE INDEX import_file_run ON app.import_file (workspace_id, run_id);
CREATE INDEX import_file_recent ON app.import_file (workspace_id, touched_at);

-- A file's bytes in order, a megabyte each but the last. They go when the file is in.
CREATE TABLE app.import_file_part (
  workspace_id uuid NOT NULL, file_id uuid NOT NULL, n int NOT NULL CHECK (n >= 0),
  content bytea NOT NULL,
  PRIMARY KEY (workspace_id, file_id, n),
  FOREIGN KEY (workspace_id, file_id) REFERENCES app.import_file(workspace_id, id) ON DELETE CASCADE);
ALTER TABLE app.import_file_part ALTER COLUMN content SET STORAGE EXTERNAL;

-- The map last used for a source and kind; it is offered when the next file comes.
CREATE TABLE app.import_map (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  source text NOT NULL, kind text NOT NULL, map jsonb NOT NULL,
  actor text NOT NULL, updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, source, kind));

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['import_file', 'import_file_part', 'import_map'] LOOP
    PERFORM app.enclose(t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON app.%I TO bellwether_app', t);
    IF current_setting('server_version_num')::int >= 170000 THEN EXECUTE format('GRANT MAINTAIN ON app.%I TO bellwether_app', t); END IF;
  END LOOP;
END $$;
