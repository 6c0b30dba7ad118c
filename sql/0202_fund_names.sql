-- 0202_fund_names.sql - whom an entry of the ledger of funds names: somebody registered is known by their row, so that their name
-- goes when they go. And every paper of an entry, not the last alone.
ALTER TABLE fund_entry
	ADD COLUMN IF NOT EXISTS person_id BIGINT NULL
		COMMENT 'volunteer who gave or was paid 对方是登记的志愿者; NULL: somebody else' AFTER party_public,
	ADD KEY IF NOT EXISTS fund_entry_person (person_id),
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS fund_entry_of_person (person_id) REFERENCES person (id);

CREATE TABLE IF NOT EXISTS fund_paper (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	entry_id BIGINT NOT NULL COMMENT 'entry of the ledger of funds',
	document_id BIGINT NOT NULL COMMENT 'receipt, invoice, list 凭证; the newest is fund_entry.document_id too',
	added_by BIGINT NOT NULL COMMENT 'staff who put it 上传人',
	added_at DATETIME NOT NULL COMMENT 'when',
	PRIMARY KEY (id),
	UNIQUE KEY fund_paper_once (entry_id, document_id),
	KEY fund_paper_document (document_id),
	CONSTRAINT fund_paper_entry FOREIGN KEY (entry_id) REFERENCES fund_entry (id),
	CONSTRAINT fund_paper_document FOREIGN KEY (document_id) REFERENCES document (id),
	CONSTRAINT fund_paper_added_by FOREIGN KEY (added_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='papers of entries of the ledger of funds 收支凭证, insert-only';
INSERT INTO fund_paper (entry_id, document_id, added_by, added_at)
SELECT e.id, e.document_id, e.entered_by, e.entered_at
  FROM fund_entry e
 WHERE e.document_id IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM fund_paper p WHERE p.entry_id = e.id AND p.document_id = e.document_id);
