-- Views that people keep of a list. Runs as bellwether_owner, in one transaction.

-- What the address of a screen said, under a name. A shared one is everybody's to look at; it stays when its author leaves.
CREATE TABLE app.saved_view (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE, id uuid NOT NULL DEFAULT gen_random_uuid(),
  screen text NOT NULL, name text NOT NULL CHECK (name <> ''), query text NOT NULL, shared boolean NOT NULL DEFAULT false,
  author text NOT NULL, version int NOT NULL DEFAULT 0, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, screen, author, name));

-- The view a member begins a screen with.
CREATE TABLE app.default_view (
  workspace_id uuid NOT NULL, member_id uuid NOT NULL, screen text NOT NULL, view_id uuid NOT NULL,
  PRIMARY KEY (workspace_id, member_id, screen),
  FOREIGN KEY (workspace_id, member_id) REFERENCES app.member(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, view_id) REFERENCES app.saved_view(workspace_id, id) ON DELETE CASCADE);
CREATE INDEX default_view_view ON app.default_view (workspace_id, view_id);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['saved_view', 'default_view'] LOOP
    PERFORM app.enclose(t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON app.%I TO bellwether_app', t);
    IF current_setting('server_version_num')::int >= 170000 THEN EXECUTE format('GRANT MAINTAIN ON app.%I TO bellwether_app', t); END IF;
  END LOOP;
END $$;
