-- 0229_need_change_gone.sql - 0180 took the history of needs over; what it was taken from is written and read by nobody.

DROP TABLE IF EXISTS need_change;
