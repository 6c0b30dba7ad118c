-- 0174_spot_check.sql - spot checks 抽查 of an overseer (令67 arts 20-22): records or activities of a period, drawn by a seed that is
-- promised before and mixed with the first tree head signed afterwards; what was found of each; the result, public without names.

CREATE TABLE IF NOT EXISTS spot_check (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form, used in addresses',
	region_code VARCHAR(12) NOT NULL COMMENT 'division whose stations are checked 区划',
	title VARCHAR(80) NOT NULL COMMENT 'name 抽查名称',
	what VARCHAR(8) NOT NULL COMMENT 'record 按时长记录抽, activity 按活动抽' CHECK (what IN ('record', 'activity')),
	from_on DATE NOT NULL COMMENT 'first day of service 服务日期起',
	to_on DATE NOT NULL COMMENT 'last day of service 服务日期止',
	percent TINYINT NOT NULL COMMENT 'share that is drawn 抽查比例, percent' CHECK (percent BETWEEN 1 AND 100),
	seed_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the seed, public from the opening on 种子的承诺',
	seed_sealed VARBINARY(200) NULL COMMENT 'the seed until the draw, sealed; 非个人',
	seed BINARY(32) NULL COMMENT 'the seed, told with the draw 种子',
	since DATETIME NOT NULL COMMENT 'the first tree head signed after this decides; records that were effective by then take part',
	windows INT NOT NULL DEFAULT 1 COMMENT 'how often that was set 抽取时间定过几次' CHECK (windows > 0),
	head_no BIGINT NULL COMMENT 'number of the tree head that was mixed in 账本签名',
	head_root BINARY(32) NULL COMMENT 'root of that head',
	found INT NULL COMMENT 'records or activities that took part 参加抽取数',
	drawn INT NULL COMMENT 'how many were drawn 抽中数',
	items INT NULL COMMENT 'records to look at 待查记录数',
	made_by BIGINT NOT NULL COMMENT 'overseer who began it 发起人',
	made_at DATETIME NOT NULL COMMENT 'when begun 发起时间',
	drawn_at DATETIME NULL COMMENT 'when drawn 抽取时间',
	result VARCHAR(1000) NULL COMMENT 'words of the result 抽查结果, public',
	published_by BIGINT NULL COMMENT 'overseer who published it 公布人',
	published_at DATETIME NULL COMMENT 'when the result was published 公布时间',
	state VARCHAR(12) NOT NULL DEFAULT 'open' COMMENT 'open 待抽取, drawn 检查中, published 已公布'
		CHECK (state IN ('open', 'drawn', 'published')),
	PRIMARY KEY (id),
	UNIQUE KEY spot_check_uid (uid),
	KEY spot_check_region (region_code, id),
	CONSTRAINT spot_check_region FOREIGN KEY (region_code) REFERENCES region (code),
	CONSTRAINT spot_check_made_by FOREIGN KEY (made_by) REFERENCES staff (id),
	CONSTRAINT spot_check_published_by FOREIGN KEY (published_by) REFERENCES staff (id),
	CONSTRAINT spot_check_days CHECK (to_on >= from_on),
	CONSTRAINT spot_check_told CHECK ((state = 'open') = (seed IS NULL) AND (state = 'open') = (head_root IS NULL)),
	CONSTRAINT spot_check_sealed CHECK (seed IS NOT NULL OR seed_sealed IS NOT NULL),
	CONSTRAINT spot_check_result CHECK ((state = 'published') = (published_at IS NOT NULL AND result IS NOT NULL))
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='spot checks 抽查';

CREATE TABLE IF NOT EXISTS spot_item (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	check_id BIGINT NOT NULL COMMENT 'spot check',
	spot_rank INT NOT NULL COMMENT 'rank of its lot in the draw, from 1 抽签次序',
	lot BINARY(16) NOT NULL COMMENT 'the lot 签号: uid of the record, or of its activity',
	record_id BIGINT NOT NULL COMMENT 'record to look at',
	finding VARCHAR(8) NULL COMMENT 'ok 属实, wrong 不属实, missing 材料不全; NULL: not looked at yet'
		CHECK (finding IN ('ok', 'wrong', 'missing')),
	words VARCHAR(400) NOT NULL DEFAULT '' COMMENT 'what was found 检查说明, for overseers alone; 非个人',
	found_by BIGINT NULL COMMENT 'overseer who looked 检查人',
	found_at DATETIME NULL COMMENT 'when looked at 检查时间',
	PRIMARY KEY (id),
	UNIQUE KEY spot_item_record (check_id, record_id),
	KEY spot_item_rank (check_id, spot_rank, id),
	KEY spot_item_of (record_id),
	CONSTRAINT spot_item_check FOREIGN KEY (check_id) REFERENCES spot_check (id),
	CONSTRAINT spot_item_record FOREIGN KEY (record_id) REFERENCES service_record (id),
	CONSTRAINT spot_item_found_by FOREIGN KEY (found_by) REFERENCES staff (id),
	CONSTRAINT spot_item_found CHECK ((finding IS NULL) = (found_by IS NULL))
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='records that a spot check looks at 抽中的记录';
