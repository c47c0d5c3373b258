-- Use by month, so that a year of distinct users is not counted from its days. Runs as bellwether_owner, in one transaction.

-- Derived from usage_day per account, month, feature and user, days on which nothing was done left out. feature '': on any feature. user_name '': named by nobody.
CREATE TABLE app.usage_month (
  workspace_id uuid NOT NULL REFERENCES app.workspace(id) ON DELETE CASCADE,
  account_id uuid NOT NULL, month date NOT NULL, feature text NOT NULL, user_name text NOT NULL,
  first_at timestamptz NOT NULL, days int NOT NULL, weekdays int NOT NULL, events bigint NOT NULL,
  PRIMARY KEY (workspace_id, account_id, month, feature, user_name));
CREATE INDEX usage_month_month ON app.usage_month (workspace_id, month);
CREATE INDEX usage_month_named ON app.usage_month (workspace_id, first_at) WHERE feature = '' AND user_name <> '';

SELECT app.enclose('usage_month');
GRANT SELECT, INSERT, UPDATE, DELETE ON app.usage_month TO bellwether_app;
DO $$ BEGIN
  IF current_setting('server_version_num')::int >= 170000 THEN GRANT MAINTAIN ON app.usage_month TO bellwether_app; END IF;
END $$;
