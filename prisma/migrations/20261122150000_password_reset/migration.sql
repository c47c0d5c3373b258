-- A forgotten password is set anew by a link, and a workspace's first steps can be put away. Runs as bellwether_owner, in one transaction.

ALTER TABLE app.workspace ADD COLUMN first_steps_hidden_at timestamptz;

GRANT CREATE ON SCHEMA identity TO bellwether_auth;
SET ROLE bellwether_auth;

-- Whose password a link sets anew, without spending it.
CREATE FUNCTION identity.reset_of(secret bytea) RETURNS TABLE (person_id uuid, email text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT p.id, p.email FROM identity.token t JOIN identity.person p ON p.id = t.subject_id
  WHERE t.hash = secret AND t.purpose = 'reset' AND t.expires_at > now() AND p.disabled_at IS NULL $$;

-- Spends the link and sets the password in one step. The person's row is the lock: of many links of one person at once one wins, and the others are gone with it.
CREATE FUNCTION identity.reset_password(secret bytea, new_hash text) RETURNS TABLE (person_id uuid, email text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE whose uuid; address text;
BEGIN
  SELECT p.id, p.email INTO whose, address FROM identity.person p
  WHERE p.id = (SELECT t.subject_id FROM identity.token t WHERE t.hash = secret AND t.purpose = 'reset') AND p.disabled_at IS NULL FOR UPDATE;
  DELETE FROM identity.token t WHERE t.hash = secret AND t.purpose = 'reset' AND t.subject_id = whose AND t.expires_at > now();
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM identity.set_password(whose, new_hash);
  RETURN QUERY SELECT whose, address;
END $$;

REVOKE EXECUTE ON FUNCTION identity.reset_of(bytea), identity.reset_password(bytea, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.reset_of(bytea), identity.reset_password(bytea, text) TO bellwether_app;
RESET ROLE;
REVOKE CREATE ON SCHEMA identity FROM bellwether_auth;
