-- What operators filter turns by, taken out of the JSON answer, and their corrections.

ALTER TABLE turn ADD COLUMN outcome TEXT;
ALTER TABLE turn ADD COLUMN kind TEXT;
ALTER TABLE turn ADD COLUMN words TEXT; -- question and answer in small letters

UPDATE turn SET
    outcome = json_extract(answer, '$.outcome'),
    kind = json_extract(answer, '$.kind'),
    words = small_letters(coalesce(json_extract(answer, '$.question'), '') || char(10) || coalesce(json_extract(answer, '$.text'), ''))
WHERE json_valid(answer);

CREATE TABLE correction (
    turn      INTEGER NOT NULL PRIMARY KEY REFERENCES turn (number) ON DELETE CASCADE,
    article   TEXT, -- the one that answers; NULL where none does
    answer    TEXT, -- in words of the article
    marked_at INTEGER NOT NULL
);
