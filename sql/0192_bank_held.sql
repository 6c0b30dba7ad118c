-- 0192_bank_held.sql - whether a million accounts can be served is told from keys alone: who holds what, and how old they are.

ALTER TABLE timebank_account
	ADD KEY IF NOT EXISTS timebank_account_held (station_id, kind, balance_minutes, id, person_id),
	DROP KEY IF EXISTS timebank_account_balance;
ALTER TABLE person
	ADD KEY IF NOT EXISTS person_age (id, birth_on);
