-- 0024_personal.sql - each column that says who somebody is, or holds words about them, says so in its comment, and how it
-- is treated. tests/db/t1020 reads the marks, tests/http/t9020 fills a person, exports, unmasks, erases and compares.
--
--	个人:导出,抹除		in the person's own download; empty once they are erased
--	内用			instead of 导出: a digest, a key, or a copy of what the download has in clear
--	留存(记录)		instead of 抹除: the record of an hour or honour stands, as one of nobody (令67 art. 4)
--	留存(证明)		instead of 抹除: a certificate that was given out stays true for whoever holds it (令67 art. 17)
--	留存(留痕)		instead of 抹除: who agreed to what, and who looked (PIPL arts 55, 69: the burden of proof is ours)
--	明文留痕		shown in part; whole only after a row of unmask
--	居民			of somebody without an account: no download and no erasure of their own
--	职员			of staff, or of somebody named in public for what they do
--	非个人			looks personal by its name, and is not

ALTER TABLE IF EXISTS person
	MODIFY COLUMN IF EXISTS name VARCHAR(60) NOT NULL COMMENT 'name 姓名; emptied by erasure; 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS name_pinyin VARCHAR(120) NULL COMMENT 'name in pinyin 拼音, for type-ahead; 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS sex CHAR(1) NOT NULL DEFAULT '0' COMMENT 'sex 性别 (code list sex); 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS birth_on DATE NULL COMMENT 'day of birth 出生日期; 个人:导出,抹除,明文留痕',
	MODIFY COLUMN IF EXISTS id_type VARCHAR(2) NULL
		COMMENT 'kind of id document 证件类型 (code list id_type); 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS id_no_sealed VARBINARY(200) NULL
		COMMENT 'id number 证件号码, sealed; the key id stands inside; 个人:导出,抹除,明文留痕',
	MODIFY COLUMN IF EXISTS id_no_index BINARY(32) NULL
		COMMENT 'keyed digest of id type and number, to find a person; 个人:内用,抹除',
	MODIFY COLUMN IF EXISTS phone_sealed VARBINARY(200) NULL COMMENT 'mobile phone 手机, sealed; 个人:导出,抹除,明文留痕',
	MODIFY COLUMN IF EXISTS phone_index BINARY(32) NULL COMMENT 'keyed digest of the phone; 个人:内用,抹除',
	MODIFY COLUMN IF EXISTS commit_salt BINARY(16) NULL
		COMMENT 'salt of the ledger commitments; destroyed by erasure; 个人:内用,抹除';

ALTER TABLE IF EXISTS volunteer
	MODIFY COLUMN IF EXISTS no VARCHAR(24) NULL COMMENT 'local volunteer number 志愿者编号; 个人:导出,留存(记录)',
	MODIFY COLUMN IF EXISTS platform_no VARCHAR(32) NULL
		COMMENT 'number given by the national platform 全国志愿者编号; 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS region_code VARCHAR(12) NOT NULL COMMENT 'where they live 居住区域; 个人:导出,留存(记录)',
	MODIFY COLUMN IF EXISTS service_region_code VARCHAR(12) NULL COMMENT 'where they serve 服务区域; 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS categories VARCHAR(60) NOT NULL DEFAULT ''
		COMMENT '1 to 4 service categories 服务类别, codes with commas; 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS skills VARCHAR(120) NOT NULL DEFAULT ''
		COMMENT 'skills 专业特长, codes with commas; 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS fields VARCHAR(120) NOT NULL DEFAULT ''
		COMMENT 'fields 服务领域, codes with commas; 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS available VARCHAR(96) NOT NULL DEFAULT ''
		COMMENT 'free times 可参与服务时间, codes 01-24 with commas; 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS nationality VARCHAR(40) NULL COMMENT 'country or region 国家/地区; 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS ethnic VARCHAR(2) NULL COMMENT 'ethnic group 民族 (code list ethnic); 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS political VARCHAR(2) NULL
		COMMENT 'political status 政治面貌 (code list political); 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS education VARCHAR(2) NULL COMMENT 'education 最高学历 (code list education); 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS occupation VARCHAR(2) NULL
		COMMENT 'occupation 从业状况 (code list occupation); 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS native_place VARCHAR(60) NULL COMMENT 'native place 籍贯; 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS employer VARCHAR(80) NULL COMMENT 'place of work 工作单位; 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS job_title VARCHAR(40) NULL COMMENT 'post 职务; 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS address_sealed VARBINARY(600) NULL COMMENT 'address 详细地址, sealed; 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS email_sealed VARBINARY(300) NULL COMMENT 'e-mail 邮箱, sealed; 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS blood CHAR(1) NULL COMMENT 'blood group 血型 (code list blood); 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS clothing VARCHAR(4) NULL
		COMMENT 'size of clothing 服装号 (code list clothing); 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS height_cm SMALLINT NULL COMMENT 'height 身高, centimetres; 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS photo_id BIGINT NULL COMMENT 'portrait 照片; 个人:内用,抹除';

ALTER TABLE IF EXISTS guardian
	MODIFY COLUMN IF EXISTS name VARCHAR(60) NOT NULL COMMENT 'name of the guardian 监护人姓名; 个人:导出,抹除,明文留痕',
	MODIFY COLUMN IF EXISTS relation VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'relation 关系; 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS phone_sealed VARBINARY(200) NOT NULL
		COMMENT 'phone of the guardian 监护人手机, sealed; 个人:导出,抹除,明文留痕',
	MODIFY COLUMN IF EXISTS phone_index BINARY(32) NOT NULL COMMENT 'keyed digest of that phone; 个人:内用,抹除';

ALTER TABLE IF EXISTS proxy
	MODIFY COLUMN IF EXISTS name VARCHAR(60) NOT NULL COMMENT 'name of who acts; 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS relation VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'relation 关系; 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS phone_sealed VARBINARY(200) NULL COMMENT 'phone of who acts, sealed; 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS phone_index BINARY(32) NULL COMMENT 'keyed digest of that phone; 个人:内用,抹除';

ALTER TABLE IF EXISTS wechat_account
	MODIFY COLUMN IF EXISTS openid VARCHAR(64) NOT NULL COMMENT 'user within that account; 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS unionid VARCHAR(64) NULL
		COMMENT 'user across accounts of one owner, if told; 个人:导出,抹除';

ALTER TABLE IF EXISTS wechat_login
	MODIFY COLUMN IF EXISTS openid VARCHAR(64) NULL COMMENT 'who it was; 个人:内用,抹除';

ALTER TABLE IF EXISTS consent
	MODIFY COLUMN IF EXISTS purpose VARCHAR(32) NOT NULL
		COMMENT 'registration 注册, record 记录, platform 上报, public_name 公开姓名, location 位置, transfer 转移接续; 个人:导出,留存(留痕)' CHECK (purpose in ('registration','record','platform','public_name','location','transfer')),
	MODIFY COLUMN IF EXISTS given_by VARCHAR(16) NOT NULL DEFAULT 'self'
		COMMENT 'self 本人, guardian 监护人, staff 工作人员代录; 个人:导出,留存(留痕)' CHECK (given_by in ('self','guardian','staff'));

ALTER TABLE IF EXISTS unmask
	MODIFY COLUMN IF EXISTS field VARCHAR(32) NOT NULL COMMENT 'at which field; 个人:导出,留存(留痕)',
	MODIFY COLUMN IF EXISTS purpose VARCHAR(120) NOT NULL COMMENT 'why 查看用途; 个人:导出,留存(留痕)';

ALTER TABLE IF EXISTS application
	MODIFY COLUMN IF EXISTS note VARCHAR(200) NOT NULL DEFAULT ''
		COMMENT 'words of the volunteer 报名说明; 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS reason VARCHAR(200) NULL COMMENT 'why refused 未录用原因; 个人:导出,抹除';

ALTER TABLE IF EXISTS enrolment
	MODIFY COLUMN IF EXISTS reason VARCHAR(200) NULL COMMENT 'why failed or cancelled 原因; 个人:导出,抹除';

ALTER TABLE IF EXISTS qualification
	MODIFY COLUMN IF EXISTS name VARCHAR(60) NOT NULL COMMENT 'qualification 资格名称; 个人:导出,留存(记录)';

ALTER TABLE IF EXISTS roster
	MODIFY COLUMN IF EXISTS note VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'note 备注; 个人:导出,抹除';

ALTER TABLE IF EXISTS attendance
	MODIFY COLUMN IF EXISTS device_hash BINARY(32) NULL
		COMMENT 'keyed digest of the device cookie, to see one phone serve several; 个人:内用,留存(记录)';

ALTER TABLE IF EXISTS service_record
	MODIFY COLUMN IF EXISTS content VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'what was done 服务内容; 个人:导出,留存(记录)',
	MODIFY COLUMN IF EXISTS remark VARCHAR(500) NOT NULL DEFAULT ''
		COMMENT 'remark 备注; for a correction why; 个人:导出,留存(记录)',
	MODIFY COLUMN IF EXISTS review_note VARCHAR(200) NOT NULL DEFAULT ''
		COMMENT 'words of the reviewers 审核意见; 个人:导出,留存(记录)',
	MODIFY COLUMN IF EXISTS end_reason VARCHAR(200) NULL
		COMMENT 'why corrected or withdrawn 更正/撤销原因; 个人:导出,留存(记录)';

ALTER TABLE IF EXISTS objection
	MODIFY COLUMN IF EXISTS reason VARCHAR(500) NOT NULL COMMENT 'what is wrong 异议内容; 个人:导出,留存(记录)',
	MODIFY COLUMN IF EXISTS result VARCHAR(500) NULL COMMENT 'what was found 核查结果; 个人:导出,留存(记录)',
	MODIFY COLUMN IF EXISTS name_sealed VARBINARY(300) NULL
		COMMENT 'name of another person 提出人, sealed; 个人:居民,明文留痕',
	MODIFY COLUMN IF EXISTS phone_sealed VARBINARY(200) NULL
		COMMENT 'phone of another person, sealed; 个人:居民,明文留痕',
	MODIFY COLUMN IF EXISTS phone_index BINARY(32) NULL COMMENT 'keyed digest of that phone; 个人:居民';

ALTER TABLE IF EXISTS honour
	MODIFY COLUMN IF EXISTS name VARCHAR(80) NOT NULL COMMENT 'name 表彰名称; 个人:导出,留存(记录)',
	MODIFY COLUMN IF EXISTS document_name VARCHAR(80) NOT NULL DEFAULT ''
		COMMENT 'name of the paper 文书名称; 个人:导出,留存(记录)',
	MODIFY COLUMN IF EXISTS content VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'content 内容; 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS reason VARCHAR(200) NULL COMMENT 'why refused or withdrawn 原因; 个人:导出,抹除';

ALTER TABLE IF EXISTS honour_nomination
	MODIFY COLUMN IF EXISTS deeds VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'deeds 事迹; 个人:导出,抹除';

ALTER TABLE IF EXISTS star_award
	MODIFY COLUMN IF EXISTS reason VARCHAR(200) NULL COMMENT 'why refused or withdrawn 原因; 个人:导出,抹除';

ALTER TABLE IF EXISTS evaluation
	MODIFY COLUMN IF EXISTS words VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'words 评价内容; 个人:导出,抹除';

ALTER TABLE IF EXISTS certificate
	MODIFY COLUMN IF EXISTS purpose VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'what for 用途; 个人:导出,留存(证明)',
	MODIFY COLUMN IF EXISTS payload MEDIUMTEXT NOT NULL
		COMMENT 'all that is printed, frozen, JSON; 个人:内用,留存(证明)' CHECK (JSON_VALID(payload)),
	MODIFY COLUMN IF EXISTS qr VARBINARY(400) NULL COMMENT 'signed payload of the QR code; 个人:内用,留存(证明)',
	MODIFY COLUMN IF EXISTS revoked_reason VARCHAR(200) NULL COMMENT 'why revoked 注销原因; 个人:导出,留存(证明)',
	MODIFY COLUMN IF EXISTS handler VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'handler printed on it 经办人; 个人:职员';

ALTER TABLE IF EXISTS station_move
	MODIFY COLUMN IF EXISTS reason VARCHAR(200) NOT NULL DEFAULT ''
		COMMENT 'why 转站原因; the other station reads it; 个人:导出,抹除',
	MODIFY COLUMN IF EXISTS answer VARCHAR(200) NULL COMMENT 'why declined or cancelled 说明; 个人:导出,抹除';

ALTER TABLE IF EXISTS transfer
	MODIFY COLUMN IF EXISTS other_name VARCHAR(80) NOT NULL DEFAULT ''
		COMMENT 'station or platform on the other side 对方单位; 非个人',
	MODIFY COLUMN IF EXISTS reason VARCHAR(200) NULL COMMENT 'why refused 退回原因; 个人:导出,抹除';

ALTER TABLE IF EXISTS transfer_file
	MODIFY COLUMN IF EXISTS bytes MEDIUMBLOB NOT NULL COMMENT 'bytes of the bundle; 个人:内用,抹除';

ALTER TABLE IF EXISTS outbox
	MODIFY COLUMN IF EXISTS payload MEDIUMBLOB NOT NULL
		COMMENT 'canonical bytes of the item, sealed (column outbox.payload, uid idem), frozen; empty once forgotten; 个人:内用,抹除',
	MODIFY COLUMN IF EXISTS reason VARCHAR(500) NULL COMMENT 'its words 退回原因; 个人:内用,抹除';

ALTER TABLE IF EXISTS household
	MODIFY COLUMN IF EXISTS name_sealed VARBINARY(300) NOT NULL
		COMMENT 'name of the person served 服务对象姓名, sealed; 个人:居民',
	MODIFY COLUMN IF EXISTS name_index BINARY(32) NULL COMMENT 'keyed digest of the name; 个人:居民',
	MODIFY COLUMN IF EXISTS phone_sealed VARBINARY(200) NULL COMMENT 'phone 联系电话, sealed; 个人:居民',
	MODIFY COLUMN IF EXISTS phone_index BINARY(32) NULL COMMENT 'keyed digest of the phone; 个人:居民',
	MODIFY COLUMN IF EXISTS address_sealed VARBINARY(600) NULL COMMENT 'address 住址, sealed; 个人:居民',
	MODIFY COLUMN IF EXISTS contact_sealed VARBINARY(400) NULL COMMENT 'emergency contact 紧急联系人, sealed; 个人:居民',
	MODIFY COLUMN IF EXISTS health_sealed VARBINARY(1000) NULL COMMENT 'state of health 健康状况, sealed; 个人:居民';

ALTER TABLE IF EXISTS need
	MODIFY COLUMN IF EXISTS name_sealed VARBINARY(300) NULL COMMENT 'who needs it 需求人姓名, sealed; 个人:居民',
	MODIFY COLUMN IF EXISTS phone_sealed VARBINARY(200) NULL COMMENT 'phone 联系电话, sealed; 个人:居民',
	MODIFY COLUMN IF EXISTS phone_index BINARY(32) NULL COMMENT 'keyed digest of the phone; 个人:居民',
	MODIFY COLUMN IF EXISTS address_sealed VARBINARY(600) NULL COMMENT 'address 住址, sealed; 个人:居民',
	MODIFY COLUMN IF EXISTS sex CHAR(1) NOT NULL DEFAULT '0' COMMENT 'sex 性别 (code list sex); 个人:居民',
	MODIFY COLUMN IF EXISTS description VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'what is needed 需求描述; 个人:居民',
	MODIFY COLUMN IF EXISTS verify_note VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'what was found 核实结果; 个人:居民';

ALTER TABLE IF EXISTS answer
	MODIFY COLUMN IF EXISTS text VARCHAR(2000) NULL COMMENT 'text; never a name or phone; 个人:居民',
	MODIFY COLUMN IF EXISTS text_sealed VARBINARY(400) NULL COMMENT 'name or phone, sealed; 个人:居民';

ALTER TABLE IF EXISTS visit
	MODIFY COLUMN IF EXISTS note VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'what was found 走访情况; 个人:居民';

ALTER TABLE IF EXISTS service_order
	MODIFY COLUMN IF EXISTS name_sealed VARBINARY(300) NOT NULL COMMENT 'name 姓名, sealed; 个人:居民',
	MODIFY COLUMN IF EXISTS phone_sealed VARBINARY(200) NOT NULL COMMENT 'phone 电话, sealed; 个人:居民',
	MODIFY COLUMN IF EXISTS phone_index BINARY(32) NOT NULL COMMENT 'keyed digest of the phone; 个人:居民',
	MODIFY COLUMN IF EXISTS address_sealed VARBINARY(600) NULL COMMENT 'address 住址, sealed; 个人:居民',
	MODIFY COLUMN IF EXISTS detail VARCHAR(1000) NOT NULL COMMENT 'what is wanted 需求说明; 个人:居民';

ALTER TABLE IF EXISTS complaint
	MODIFY COLUMN IF EXISTS name_sealed VARBINARY(300) NULL COMMENT 'who complains 投诉人, sealed; 个人:居民',
	MODIFY COLUMN IF EXISTS phone_sealed VARBINARY(200) NULL COMMENT 'phone, sealed; 个人:居民',
	MODIFY COLUMN IF EXISTS phone_index BINARY(32) NULL COMMENT 'keyed digest of the phone; 个人:居民';

ALTER TABLE IF EXISTS material
	MODIFY COLUMN IF EXISTS phone_sealed VARBINARY(200) NULL COMMENT 'phone of the party, sealed; 个人:居民',
	MODIFY COLUMN IF EXISTS name VARCHAR(60) NOT NULL COMMENT 'name 物资名称; 非个人';

ALTER TABLE IF EXISTS staff
	MODIFY COLUMN IF EXISTS login VARCHAR(40) NOT NULL COMMENT 'sign-in name 登录名, lower case; 个人:职员',
	MODIFY COLUMN IF EXISTS name VARCHAR(60) NOT NULL
		COMMENT 'name 姓名 shown to colleagues and printed as 经办人; 个人:职员',
	MODIFY COLUMN IF EXISTS password_hash VARCHAR(128) NOT NULL COMMENT 'Argon2id string; 个人:职员',
	MODIFY COLUMN IF EXISTS totp_sealed VARBINARY(200) NULL
		COMMENT 'TOTP secret, sealed; NULL: not set up; 个人:职员';

ALTER TABLE IF EXISTS station
	MODIFY COLUMN IF EXISTS person_in_charge VARCHAR(60) NOT NULL DEFAULT ''
		COMMENT 'person in charge 负责人, printed on certificates; 个人:职员',
	MODIFY COLUMN IF EXISTS name VARCHAR(60) NOT NULL COMMENT 'name 站点名称; 非个人',
	MODIFY COLUMN IF EXISTS address VARCHAR(160) NOT NULL DEFAULT '' COMMENT 'address 地址; 非个人',
	MODIFY COLUMN IF EXISTS phone VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'public telephone 联系电话; 非个人';

ALTER TABLE IF EXISTS activity
	MODIFY COLUMN IF EXISTS leader_name VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'person in charge 活动负责人; 个人:职员';

ALTER TABLE IF EXISTS project
	MODIFY COLUMN IF EXISTS contact_name VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'contact 联系人; 个人:职员',
	MODIFY COLUMN IF EXISTS contact_phone VARCHAR(20) NOT NULL DEFAULT ''
		COMMENT 'public telephone 联系电话; 个人:职员';

ALTER TABLE IF EXISTS training
	MODIFY COLUMN IF EXISTS contact_name VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'contact 联系人; 个人:职员',
	MODIFY COLUMN IF EXISTS contact_phone VARCHAR(20) NOT NULL DEFAULT ''
		COMMENT 'public telephone 联系电话; 个人:职员';

ALTER TABLE IF EXISTS team
	MODIFY COLUMN IF EXISTS contact_name VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'contact 联系人; 个人:职员',
	MODIFY COLUMN IF EXISTS contact_phone VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'public telephone 联系电话; 个人:职员',
	MODIFY COLUMN IF EXISTS name VARCHAR(50) NOT NULL COMMENT 'name 队伍名称; 非个人',
	MODIFY COLUMN IF EXISTS address VARCHAR(160) NOT NULL DEFAULT '' COMMENT 'address 详细地址; 非个人';

ALTER TABLE IF EXISTS draw
	MODIFY COLUMN IF EXISTS seed_sealed VARBINARY(200) NULL COMMENT 'the seed until the draw, sealed; 非个人';

ALTER TABLE IF EXISTS region
	MODIFY COLUMN IF EXISTS name VARCHAR(60) NOT NULL COMMENT 'name 名称; 非个人',
	MODIFY COLUMN IF EXISTS full_name VARCHAR(160) NOT NULL COMMENT 'name with all divisions above it 全称; 非个人';

ALTER TABLE IF EXISTS code_item
	MODIFY COLUMN IF EXISTS name VARCHAR(60) NOT NULL COMMENT 'Chinese name 名称; 非个人';

ALTER TABLE IF EXISTS setting
	MODIFY COLUMN IF EXISTS name VARCHAR(60) NOT NULL COMMENT 'name of the setting; 非个人';

ALTER TABLE IF EXISTS station_setting
	MODIFY COLUMN IF EXISTS name VARCHAR(60) NOT NULL COMMENT 'name of the setting; 非个人';

ALTER TABLE IF EXISTS schema_version
	MODIFY COLUMN IF EXISTS name VARCHAR(60) NOT NULL COMMENT 'name of the migration file without .sql; 非个人';

ALTER TABLE IF EXISTS holiday
	MODIFY COLUMN IF EXISTS name VARCHAR(40) NOT NULL COMMENT 'name 名称, e.g. 春节; 非个人';

ALTER TABLE IF EXISTS destination
	MODIFY COLUMN IF EXISTS name VARCHAR(60) NOT NULL COMMENT 'name 上报平台名称; 非个人';

ALTER TABLE IF EXISTS gift
	MODIFY COLUMN IF EXISTS name VARCHAR(60) NOT NULL COMMENT 'name 回馈物品或服务; 非个人';

ALTER TABLE IF EXISTS post_count
	MODIFY COLUMN IF EXISTS name VARCHAR(24) NOT NULL
		COMMENT 'what is counted: items by how their answer was read (ok, refused ...), ms_N: requests of at most N ms, ms: their time in all, requests; 非个人';

ALTER TABLE IF EXISTS trusted_key
	MODIFY COLUMN IF EXISTS name VARCHAR(80) NOT NULL COMMENT 'whose key it is 对方系统; 非个人';

-- What was sealed for people who had left already.
UPDATE outbox o JOIN person p ON p.id = o.person_id AND p.erased_at IS NOT NULL
	SET o.payload = '', o.reason = NULL WHERE o.payload <> '' OR o.reason IS NOT NULL;
