-- 0065_team_parent.sql - a group that does not come as far as being registered may join an organisation that is 加入已登记的组织.
ALTER TABLE team
	ADD COLUMN IF NOT EXISTS parent_id BIGINT NULL
		COMMENT 'the registered organisation that it joined 所加入的组织; stage 4 alone' AFTER stage,
	ADD KEY IF NOT EXISTS team_parent (parent_id, id),
	ADD CONSTRAINT team_parent FOREIGN KEY IF NOT EXISTS (parent_id) REFERENCES team (id);
