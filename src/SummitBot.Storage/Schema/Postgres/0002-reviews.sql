-- What operators filter turns by, taken out of the JSON answer, and their corrections.

ALTER TABLE turn ADD COLUMN outcome TEXT;
ALTER TABLE turn ADD COLUMN kind TEXT;
ALTER TABLE turn ADD COLUMN words TEXT; -- question and answer in small letters

-- NULL for an answer that cannot be read, and for a text with a character that PostgreSQL cannot store.
CREATE FUNCTION pg_temp.field(answer TEXT, name TEXT) RETURNS TEXT LANGUAGE plpgsql AS '
BEGIN
    RETURN CAST(answer AS json) ->> name;
EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
END';

UPDATE turn SET
    outcome = pg_temp.field(answer, 'outcome'),
    kind = pg_temp.field(answer, 'kind'),
    words = lower(coalesce(pg_temp.field(answer, 'question'), '') || chr(10) || coalesce(pg_temp.field(answer, 'text'), ''));

CREATE TABLE correction (
    turn      BIGINT NOT NULL PRIMARY KEY REFERENCES turn (number) ON DELETE CASCADE,
    article   TEXT, -- the one that answers; NULL where none does
    answer    TEXT, -- in words of the article
    marked_at BIGINT NOT NULL
);
