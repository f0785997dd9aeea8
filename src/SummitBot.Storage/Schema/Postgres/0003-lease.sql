CREATE TABLE lease (
    work       TEXT   NOT NULL PRIMARY KEY,
    host       TEXT   NOT NULL,
    held_until BIGINT NOT NULL
);
