-- 0118_phone_proved.sql - whose phone it is now. A carrier gives a number out again after ninety days 二次放号; what somebody typed is only
-- what they said. Who has not entered a code sent to their phone for eighty days shows their document, too, when they sign in by it.

ALTER TABLE person
	ADD COLUMN IF NOT EXISTS phone_proved_at DATETIME NULL
		COMMENT 'when a code that was sent to this phone was entered by the person 手机号验证时间; NULL: not proved, or not since it changed; 非个人'
		AFTER phone_index;

-- Codes of a person who is erased go with them.
ALTER TABLE phone_code
	ADD KEY IF NOT EXISTS phone_code_phone (phone_index);
