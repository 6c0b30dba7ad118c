-- 0169_article.sql - articles 图文 of blocks beside the notices, and a second person who looks at each before it is public.

ALTER TABLE announcement
	MODIFY COLUMN kind VARCHAR(12) NOT NULL DEFAULT 'notice'
		COMMENT 'notice 通知, publicity 公示, call 招募令, thanks 感谢信, story 志愿风采, case 典型案例'
		CHECK (kind IN ('notice', 'publicity', 'call', 'thanks', 'story', 'case')),
	ADD COLUMN IF NOT EXISTS submitted_at DATETIME NULL COMMENT 'when it was given to a reviewer 送审时间; NULL: being written',
	ADD COLUMN IF NOT EXISTS edited_by BIGINT NULL COMMENT 'staff who changed it last',
	ADD COLUMN IF NOT EXISTS reviewed_by BIGINT NULL COMMENT 'staff who said yes or gave it back 审核人, never its author',
	ADD COLUMN IF NOT EXISTS returned VARCHAR(200) NULL COMMENT 'why it was given back 退回意见; 非个人',
	ADD CONSTRAINT announcement_edited_by FOREIGN KEY IF NOT EXISTS (edited_by) REFERENCES staff (id),
	ADD CONSTRAINT announcement_reviewed_by FOREIGN KEY IF NOT EXISTS (reviewed_by) REFERENCES staff (id);

CREATE TABLE IF NOT EXISTS announcement_block (
	announcement_id BIGINT NOT NULL COMMENT 'article 图文',
	place INT NOT NULL COMMENT 'where it stands, from 1',
	kind VARCHAR(8) NOT NULL COMMENT 'heading 小标题, text 段落, list 列表, picture 图片'
		CHECK (kind IN ('heading', 'text', 'list', 'picture')),
	body TEXT NOT NULL COMMENT 'words; of a picture the line below it; a list has one item to a line 文字; 非个人',
	alt VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'what the picture shows, for who does not see it 替代文字; 非个人',
	document_id BIGINT NULL COMMENT 'the picture, scaled',
	PRIMARY KEY (announcement_id, place),
	KEY announcement_block_document (document_id),
	CONSTRAINT announcement_block_of FOREIGN KEY (announcement_id) REFERENCES announcement (id),
	CONSTRAINT announcement_block_document FOREIGN KEY (document_id) REFERENCES document (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='parts of an article 图文的段落';
