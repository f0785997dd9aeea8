-- Times are milliseconds since 1970-01-01 UTC.

CREATE TABLE conversation (
    channel         TEXT    NOT NULL,
    id              TEXT    NOT NULL,
    started_at      INTEGER NOT NULL,
    last_active_at  INTEGER NOT NULL,
    forgotten_up_to INTEGER NOT NULL DEFAULT 0, -- the last turn before a reset
    payload         TEXT,
    is_welcomed     INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (channel, id)
) WITHOUT ROWID;

CREATE INDEX conversation_by_activity ON conversation (last_active_at);

CREATE TABLE turn (
    number               INTEGER PRIMARY KEY AUTOINCREMENT,
    channel              TEXT    NOT NULL,
    conversation         TEXT    NOT NULL,
    user_id              TEXT    NOT NULL,
    asked_at             INTEGER NOT NULL,
    answer               TEXT    NOT NULL, -- the JSON answer, the question in it
    question_activity_id TEXT,
    answer_activity_id   TEXT,
    refers_after         INTEGER NOT NULL, -- the question could refer to later turns than this one
    FOREIGN KEY (channel, conversation) REFERENCES conversation (channel, id) ON DELETE CASCADE
);

CREATE INDEX turn_by_conversation ON turn (channel, conversation, number);
CREATE INDEX turn_by_answer ON turn (channel, conversation, answer_activity_id);
CREATE INDEX turn_by_time ON turn (asked_at);

CREATE TABLE feedback (
    channel            TEXT    NOT NULL,
    conversation       TEXT    NOT NULL,
    answer_activity_id TEXT    NOT NULL,
    user_id            TEXT    NOT NULL,
    reaction           TEXT    NOT NULL CHECK (reaction IN ('like', 'dislike')),
    comment            TEXT,
    given_at           INTEGER NOT NULL,
    PRIMARY KEY (channel, conversation, answer_activity_id, user_id),
    FOREIGN KEY (channel, conversation) REFERENCES conversation (channel, id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE INDEX feedback_by_time ON feedback (given_at);
