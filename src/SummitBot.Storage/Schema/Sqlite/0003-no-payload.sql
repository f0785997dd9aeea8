-- Nothing read it any more.
ALTER TABLE conversation DROP COLUMN payload;
