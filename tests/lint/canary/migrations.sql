as: sql/0001_base.sql
CREATE TABLE schema_version (version INT);
===== as: sql/0002_one.sql
ALTER TABLE need ADD COLUMN one INT;
===== as: sql/0002_two.sql BAD: the number is taken
ALTER TABLE need ADD COLUMN two INT;
===== as: sql/three.sql BAD: no number
===== as: sql/0004_four.sql
INSERT INTO schema_version (version, name) VALUES (4, '0004_four'); -- BAD
