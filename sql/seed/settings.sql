-- settings.sql - the rules of the field that stations and overseers may set otherwise, with their defaults.
-- A value that was changed stays. A station's own (station_setting) comes before it; what the configuration has a value
-- for, such as notice_days, is not repeated here.
INSERT INTO setting (name, value) VALUES
	('star_notice_days', '5'), -- public notice of a star 星级公示, working days
	('certificate_notice_days', '7'), -- public notice of a certificate 证明公示, days
	('objection_due_days', '5'), -- to answer an objection or complaint 异议办理, working days
	('feedback_due_days', '5'), -- to answer what people wrote to a station 投诉建议办理时限, working days
	('activity_declare_from', '10'), -- volunteers from which an activity is declared beforehand 报备人数
	('activity_declare_days', '3'), -- days beforehand 报备提前天数
	('company_age', '10'), -- below this age a guardian comes along 监护人陪同年龄
	('danger_age', '18'), -- below this age nobody serves in danger 危险活动最低年龄
	('order_accept_days', '1'), -- to accept an order 受理时限, working days
	('order_dispatch_days', '1'), -- to dispatch an order 派单时限, working days
	('order_take_days', '1'), -- to answer a dispatch 接单时限, working days
	('order_urgent_minutes', '30'), -- each step of an urgent order 加急时限, minutes
	('order_round_size', '3'), -- asked at once for an urgent one 加急一次问几位
	('order_rounds', '3'), -- rounds before it is open to all 自动派几轮
	('order_asks_week', '3'), -- one volunteer is asked within seven days 每周最多派几次
	('order_contact_days', '3'), -- to the first contact 首次联系时限, days
	('order_serve_days', '1'), -- from the visit that was agreed to the service 服务时限, days
	('need_reply_days', '5'), -- until somebody who said a need has an answer 需求答复时限, working days
	('order_rate_days', '7'), -- to rate, then closed unrated 评价时限, days
	('offer_hours', '24'), -- an offered place is kept for 候补确认时限, hours
	('kpi_registered_percent', '15'), -- registered volunteers among residents 注册率, percent
	('kpi_hours_each', '25'), -- hours a volunteer and year 人均时长, hours
	('sign_same_minute', '8'), -- 疑点: so many scans ended in the same minute; here and below 0 leaves the sign out
	('sign_equal_minutes', '8'), -- 疑点: so many people with the same typed times
	('sign_late_entry', '4'), -- 疑点: logged so many days later
	('sign_same_device', '3'), -- 疑点: so many checked in by the same phone
	('sign_late_roster', '30'), -- 疑点: on the roster less than so many minutes before the start
	('sign_new_person', '7'), -- 疑点: registered by staff less than so many days before, without a phone
	('sign_mutual', '1'), -- 疑点: so many hours confirmed the other way round
	('sign_same_picture', '8'), -- 疑点: pictures that differ in fewer than so many bits of 64
	('sign_poor_picture', '200'), -- 疑点: a picture less than so many dots wide or high
	('sign_same_few', '5'), -- 疑点: the same few people at so many other activities within 90 days
	('sign_pair', '20'), -- 疑点: two members of staff who passed so many of each other's within 90 days
	('sign_few_hands', '20'), -- 疑点: a roll of fewer people than that in which only two had a hand
	('sign_card_run', '3'), -- 疑点: so many codes of one paper card typed within a day
	('sign_one_home', '40'), -- 疑点: so many times at the same household within 90 days
	('small_number', '5') -- figures below this are hidden from overseers 小数隐藏
ON DUPLICATE KEY UPDATE name = VALUES(name);
