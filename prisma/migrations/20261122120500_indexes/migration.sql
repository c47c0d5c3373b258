-- An index for what a deletion has to find. Runs as bellwether_owner, in one transaction.

-- The touches of a contact that is removed: without it each one would be looked for among all of the workspace's.
CREATE INDEX touchpoint_contact ON app.touchpoint (workspace_id, contact_id) WHERE contact_id IS NOT NULL;
