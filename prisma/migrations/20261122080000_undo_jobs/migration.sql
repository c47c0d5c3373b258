-- Taking an import back is a job's work, batch by batch. Runs as bellwether_owner, in one transaction.

-- undo_by: who asked, since when it is on its way; undo_fault: why it stopped, null while it goes on; undone: how many records it removed,
-- brought back and, at the end, kept.
ALTER TABLE app.import_run ADD COLUMN undo_by text, ADD COLUMN undo_fault text, ADD COLUMN undone jsonb;
CREATE INDEX import_run_undoing ON app.import_run (workspace_id) WHERE undo_by IS NOT NULL AND status <> 'undone';
