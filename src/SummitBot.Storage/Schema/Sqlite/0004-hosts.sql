-- What outlives a host: activities that wait for the bot, activities that came, and the use of models.

-- The turn of the bot that welcomes, so that it still may when it is taken up again.
ALTER TABLE conversation ADD COLUMN welcomed_by TEXT;

CREATE TABLE host (
    id          TEXT    NOT NULL PRIMARY KEY,
    alive_until INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE queued_activity (
    number       INTEGER PRIMARY KEY AUTOINCREMENT,
    key          TEXT    NOT NULL,
    channel      TEXT    NOT NULL,
    conversation TEXT    NOT NULL,
    user_id      TEXT    NOT NULL,
    payload      TEXT    NOT NULL,
    is_awaited   INTEGER NOT NULL,
    owner        TEXT    NOT NULL,
    is_given     INTEGER NOT NULL, -- the owner works on it
    attempts     INTEGER NOT NULL DEFAULT 1
);

CREATE INDEX queued_activity_by_conversation ON queued_activity (channel, conversation);

CREATE TABLE sent_activity (
    number  INTEGER NOT NULL REFERENCES queued_activity (number) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    id      TEXT    NOT NULL,
    PRIMARY KEY (number, ordinal)
) WITHOUT ROWID;

CREATE TABLE recent_activity (
    key     TEXT    NOT NULL PRIMARY KEY,
    came_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX recent_activity_by_time ON recent_activity (came_at);

CREATE TABLE model_usage (
    day      TEXT    NOT NULL,
    key      TEXT    NOT NULL,
    requests INTEGER NOT NULL,
    input    INTEGER NOT NULL,
    output   INTEGER NOT NULL,
    PRIMARY KEY (day, key)
) WITHOUT ROWID;
