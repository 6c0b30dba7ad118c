-- 0180_need_history.sql - the history of needs 需求修改记录 stands where all histories stand: beside the audit row of the
-- same deed, which was written in the same transaction.

INSERT INTO audit_change (audit_id, field, was, became)
	SELECT a.id, c.field, c.was, c.became
	  FROM need_change c
	  JOIN audit a ON a.id = (SELECT MAX(x.id) FROM audit x
		WHERE x.target = 'need' AND x.target_id = c.need_id AND x.actor_kind = 'staff' AND x.actor_id = c.staff_id
		AND x.at BETWEEN c.at - INTERVAL 5 SECOND AND c.at + INTERVAL 15 SECOND)
	 WHERE NOT EXISTS (SELECT 1 FROM audit_change y WHERE y.audit_id = a.id AND y.field = c.field);
ALTER TABLE IF EXISTS need_change COMMENT='what was changed of needs before audit_change took it over 需求修改记录（旧）';
