-- 0121_message_sense.sql - what is sent first, until when it makes sense to send it, and what is in the air. A channel that is down is no try of
-- its messages; one that was called for and not answered is never sent again blindly.

ALTER TABLE message
	ADD COLUMN IF NOT EXISTS lane TINYINT NOT NULL DEFAULT 2
		COMMENT 'what goes first: 0 to a number 验证码, 1 what cannot wait for the morning 即时, 2 all others' AFTER channel,
	ADD COLUMN IF NOT EXISTS last_at DATETIME NULL
		COMMENT 'the last moment at which it makes sense to send it 末次时刻; NULL: three days after it became true' AFTER not_before,
	ADD COLUMN IF NOT EXISTS called_at DATETIME NULL
		COMMENT 'when the call began of which nobody knows how it ended; NULL: there is none' AFTER next_at,
	MODIFY COLUMN tries INT NOT NULL DEFAULT 0 COMMENT 'how often it was refused for now; an outage of the channel does not count',
	MODIFY COLUMN reason VARCHAR(16) NULL COMMENT 'why it was given up, or is unsure; a word of Lang.message.Reason',
	MODIFY COLUMN not_before DATETIME NULL COMMENT 'when it was due first, behind the quiet hours',
	ADD KEY IF NOT EXISTS message_lane (channel, lane, due_at, id),
	DROP KEY IF EXISTS message_due;

UPDATE message
   SET lane = IF(person_id IS NULL, 0, IF(event = 'two_hours', 1, 2)),
       called_at = IF(state = 'sending', NOW(), NULL)
 WHERE state IN ('waiting', 'sending');
