-- An account that names no plan has that of its largest subscription, and which one that is can turn with a rate; with the plan turns its scorecard.
-- Runs as bellwether_owner, in one transaction.

-- Marks the accounts whose plan a statement's rates may turn, from the first local instant of the earliest month they are of: what was before stays as it was.
CREATE FUNCTION app.mark_health_by_rate() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE side text;
BEGIN
  IF app.tenant() IS NULL THEN RETURN NULL; END IF; -- a workspace is being removed, and its derived rows with it
  FOREACH side IN ARRAY CASE TG_OP WHEN 'INSERT' THEN ARRAY['after_rows'] WHEN 'DELETE' THEN ARRAY['before_rows'] ELSE ARRAY['after_rows', 'before_rows'] END LOOP
    EXECUTE format('INSERT INTO app.dirty_health (workspace_id, account_id, from_at)
      SELECT s.workspace_id, s.account_id, min(r.month::timestamp AT TIME ZONE w.time_zone)
      FROM (SELECT workspace_id, currency, min(month) AS month FROM %I GROUP BY 1, 2) AS r
      JOIN app.workspace w ON w.id = r.workspace_id AND w.currency <> r.currency
      JOIN app.subscription s ON s.workspace_id = r.workspace_id AND s.currency = r.currency
      WHERE EXISTS (SELECT FROM app.subscription o WHERE o.workspace_id = s.workspace_id AND o.account_id = s.account_id AND o.id <> s.id)
        AND EXISTS (SELECT FROM app.account_version v WHERE v.workspace_id = s.workspace_id AND v.account_id = s.account_id AND v.plan IS NULL)
      GROUP BY 1, 2 ORDER BY 1, 2
      ON CONFLICT (workspace_id, account_id) DO UPDATE SET marks = dirty_health.marks + 1, from_at = least(dirty_health.from_at, excluded.from_at)', side);
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER health_insert AFTER INSERT ON app.exchange_rate REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_health_by_rate();
CREATE TRIGGER health_update AFTER UPDATE ON app.exchange_rate REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_health_by_rate();
CREATE TRIGGER health_delete AFTER DELETE ON app.exchange_rate REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_health_by_rate();

-- Days that were made before a rate was corrected are made again where a card asks for the plan.
ALTER TABLE app.health_version NO FORCE ROW LEVEL SECURITY;
ALTER TABLE app.health_derivation NO FORCE ROW LEVEL SECURITY;
ALTER TABLE app.exchange_rate NO FORCE ROW LEVEL SECURITY;
UPDATE app.health_derivation d SET definition = ''
WHERE EXISTS (SELECT FROM app.health_version v WHERE v.workspace_id = d.workspace_id AND v.config @? '$.cards[*].match ? (@.dimension == "plan")')
  AND EXISTS (SELECT FROM app.exchange_rate r WHERE r.workspace_id = d.workspace_id);
ALTER TABLE app.health_version FORCE ROW LEVEL SECURITY;
ALTER TABLE app.health_derivation FORCE ROW LEVEL SECURITY;
ALTER TABLE app.exchange_rate FORCE ROW LEVEL SECURITY;
