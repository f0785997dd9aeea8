-- Conversations that this host serves itself, with what clients get of them.

CREATE TABLE served_conversation (
    id             TEXT    NOT NULL PRIMARY KEY,
    user_id        TEXT    NOT NULL,
    last_active_at INTEGER NOT NULL,
    is_ended       INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE INDEX served_conversation_by_activity ON served_conversation (last_active_at);

CREATE TABLE activity (
    conversation       TEXT    NOT NULL REFERENCES served_conversation (id) ON DELETE CASCADE,
    number             INTEGER NOT NULL,
    id                 TEXT    NOT NULL,
    client_activity_id TEXT,
    json               TEXT    NOT NULL,
    PRIMARY KEY (conversation, number)
) WITHOUT ROWID;

CREATE UNIQUE INDEX activity_by_client_id ON activity (conversation, client_activity_id)
    WHERE client_activity_id IS NOT NULL;

CREATE TABLE secret (
    name  TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;
