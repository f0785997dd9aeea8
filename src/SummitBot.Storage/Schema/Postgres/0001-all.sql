-- Times are milliseconds since 1970-01-01 UTC, by the clock of the database.

CREATE VIEW clock AS SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT) AS now;

CREATE TABLE conversation (
    channel         TEXT   NOT NULL,
    id              TEXT   NOT NULL,
    started_at      BIGINT NOT NULL,
    last_active_at  BIGINT NOT NULL,
    forgotten_up_to BIGINT NOT NULL DEFAULT 0, -- the last turn before a reset
    is_welcomed     BIGINT NOT NULL DEFAULT 0,
    welcomed_by     TEXT,                      -- the turn of the bot that welcomes
    PRIMARY KEY (channel, id)
);

CREATE INDEX conversation_by_activity ON conversation (last_active_at);

CREATE TABLE turn (
    number               BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    channel              TEXT   NOT NULL,
    conversation         TEXT   NOT NULL,
    user_id              TEXT   NOT NULL,
    asked_at             BIGINT NOT NULL,
    answer               TEXT   NOT NULL, -- the JSON answer, the question in it
    question_activity_id TEXT,
    answer_activity_id   TEXT,
    refers_after         BIGINT NOT NULL, -- the question could refer to later turns than this one
    FOREIGN KEY (channel, conversation) REFERENCES conversation (channel, id) ON DELETE CASCADE
);

CREATE INDEX turn_by_conversation ON turn (channel, conversation, number);
CREATE INDEX turn_by_answer ON turn (channel, conversation, answer_activity_id);
CREATE INDEX turn_by_time ON turn (asked_at);

CREATE TABLE feedback (
    channel            TEXT   NOT NULL,
    conversation       TEXT   NOT NULL,
    answer_activity_id TEXT   NOT NULL,
    user_id            TEXT   NOT NULL,
    reaction           TEXT   NOT NULL CHECK (reaction IN ('like', 'dislike')),
    comment            TEXT,
    given_at           BIGINT NOT NULL,
    PRIMARY KEY (channel, conversation, answer_activity_id, user_id),
    FOREIGN KEY (channel, conversation) REFERENCES conversation (channel, id) ON DELETE CASCADE
);

CREATE INDEX feedback_by_time ON feedback (given_at);

CREATE TABLE served_conversation (
    id             TEXT   NOT NULL PRIMARY KEY,
    user_id        TEXT   NOT NULL,
    last_active_at BIGINT NOT NULL,
    is_ended       BIGINT NOT NULL DEFAULT 0
);

CREATE INDEX served_conversation_by_activity ON served_conversation (last_active_at);

CREATE TABLE activity (
    conversation       TEXT   NOT NULL REFERENCES served_conversation (id) ON DELETE CASCADE,
    number             BIGINT NOT NULL,
    id                 TEXT   NOT NULL,
    client_activity_id TEXT,
    json               TEXT   NOT NULL,
    PRIMARY KEY (conversation, number)
);

CREATE UNIQUE INDEX activity_by_client_id ON activity (conversation, client_activity_id)
    WHERE client_activity_id IS NOT NULL;

CREATE TABLE secret (
    name  TEXT  NOT NULL PRIMARY KEY,
    value BYTEA NOT NULL
);

CREATE TABLE host (
    id          TEXT   NOT NULL PRIMARY KEY,
    alive_until BIGINT NOT NULL
);

CREATE TABLE queued_activity (
    number       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key          TEXT   NOT NULL,
    channel      TEXT   NOT NULL,
    conversation TEXT   NOT NULL,
    user_id      TEXT   NOT NULL,
    payload      TEXT   NOT NULL,
    is_awaited   BIGINT NOT NULL,
    owner        TEXT   NOT NULL,
    is_given     BIGINT NOT NULL, -- the owner works on it
    attempts     BIGINT NOT NULL DEFAULT 1
);

CREATE INDEX queued_activity_by_conversation ON queued_activity (channel, conversation);

CREATE TABLE sent_activity (
    number  BIGINT NOT NULL REFERENCES queued_activity (number) ON DELETE CASCADE,
    ordinal BIGINT NOT NULL,
    id      TEXT   NOT NULL,
    PRIMARY KEY (number, ordinal)
);

CREATE TABLE recent_activity (
    key     TEXT   NOT NULL PRIMARY KEY,
    came_at BIGINT NOT NULL
);

CREATE INDEX recent_activity_by_time ON recent_activity (came_at);

CREATE TABLE model_usage (
    day      TEXT   NOT NULL,
    key      TEXT   NOT NULL,
    requests BIGINT NOT NULL,
    input    BIGINT NOT NULL,
    output   BIGINT NOT NULL,
    PRIMARY KEY (day, key)
);

-- Token buckets: each is full again at that time, in microseconds.
CREATE UNLOGGED TABLE rate_limit (
    key     TEXT   NOT NULL PRIMARY KEY,
    full_at BIGINT NOT NULL
);
