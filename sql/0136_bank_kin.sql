-- 0136_bank_kin.sql - what two people are to each other is theirs: in their download, gone with them.

ALTER TABLE timebank_kin
	MODIFY COLUMN relation VARCHAR(8) NOT NULL
		COMMENT 'what they are to each other: parent 父母子女, spouse 配偶, grand 祖孙, sibling 兄弟姐妹; 个人:导出,抹除'
		CHECK (relation IN ('parent', 'spouse', 'grand', 'sibling'));
