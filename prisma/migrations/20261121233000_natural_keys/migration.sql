-- Discounts and pauses without an external id of their own are known by their subscription and content whatever their source: one record
-- where there were several, the one that was written last. Runs as bellwether_owner, in one transaction.

CREATE TEMP TABLE natural_key (tbl text, workspace_id uuid, id uuid, key text, place bigint) ON COMMIT DROP;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['subscription', 'discount', 'pause', 'import_change', 'derivation'] LOOP
    EXECUTE format('ALTER TABLE app.%I NO FORCE ROW LEVEL SECURITY', t);
  END LOOP;

  INSERT INTO natural_key
  SELECT v.tbl, v.workspace_id, v.id, v.subscription_id || '/' || v.rest, row_number() OVER (PARTITION BY v.tbl, v.workspace_id, v.subscription_id, v.rest ORDER BY v.updated_at DESC, v.id)
  FROM (
    SELECT 'pause' AS tbl, workspace_id, id, subscription_id, external_id, updated_at,
      to_char(from_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS rest FROM app.pause
    UNION ALL
    SELECT 'discount', workspace_id, id, subscription_id, external_id, updated_at,
      type || '/' || trim_scale(value) || '/' || coalesce(to_char(starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '') FROM app.discount) v
  JOIN app.subscription s ON s.workspace_id = v.workspace_id AND s.id = v.subscription_id AND v.external_id = s.external_id || '/' || v.rest;

  DELETE FROM app.pause p USING natural_key k WHERE k.tbl = 'pause' AND k.place > 1 AND p.workspace_id = k.workspace_id AND p.id = k.id;
  DELETE FROM app.discount d USING natural_key k WHERE k.tbl = 'discount' AND k.place > 1 AND d.workspace_id = k.workspace_id AND d.id = k.id;
  UPDATE app.pause p SET source = '', external_id = k.key FROM natural_key k
  WHERE k.tbl = 'pause' AND k.place = 1 AND p.workspace_id = k.workspace_id AND p.id = k.id;
  UPDATE app.discount d SET source = '', external_id = k.key FROM natural_key k
  WHERE k.tbl = 'discount' AND k.place = 1 AND d.workspace_id = k.workspace_id AND d.id = k.id;
  -- An undo brings the source back with the content.
  UPDATE app.import_change c SET before = c.before || '{"source": ""}' FROM natural_key k
  WHERE k.place = 1 AND c.workspace_id = k.workspace_id AND c.record_id = k.id;
  UPDATE app.derivation v SET mark = mark + 1 WHERE v.workspace_id IN (SELECT workspace_id FROM natural_key WHERE place > 1);

  FOREACH t IN ARRAY ARRAY['subscription', 'discount', 'pause', 'import_change', 'derivation'] LOOP
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
