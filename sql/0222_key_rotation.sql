-- 0222_key_rotation.sql - keys are exchanged beside the work: which of them are in use, and every signing key that there was.

ALTER TABLE key_print
	MODIFY COLUMN IF EXISTS name VARCHAR(12) NOT NULL COMMENT 'key 密钥: seal.1 ..., index, index.2 ..., sign; 非个人',
	ADD COLUMN IF NOT EXISTS phase VARCHAR(8) NOT NULL DEFAULT 'used'
		COMMENT 'added: lies in the files and is not used yet 已加入, used: the newest of its kind is written with 在用, moving: values go over to it, programs wait 切换中, gone: nothing is written with it any more 已停用'
		CHECK (phase IN ('added', 'used', 'moving', 'gone'));

CREATE TABLE IF NOT EXISTS sign_key (
	key_id BINARY(4) NOT NULL COMMENT 'key id 密钥编号: first bytes of the SHA-256 of the public key',
	public_key BINARY(32) NOT NULL COMMENT 'Ed25519 public key 公钥; 非个人',
	from_at DATETIME NOT NULL COMMENT 'signs from then on 启用时间',
	until_at DATETIME NULL COMMENT 'signed until then 停用时间; NULL: it signs now',
	old_key BINARY(4) NULL COMMENT 'the key before it 前一密钥; NULL: the first',
	old_signature BINARY(64) NULL COMMENT 'signature of that key over this one 前一密钥的签名',
	PRIMARY KEY (key_id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='every key that signed, published for ever 签名公钥';
