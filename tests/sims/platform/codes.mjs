// codes.mjs - the platform's answers to a single item: why it was refused, in the words that staff
// will read.

export const CODES = {
	1001: '缺少必填项',
	1002: '格式不正确',
	1003: '内容过长',
	1004: '未定义的数据项',
	1005: '操作类型不正确',
	1101: '身份证件号码校验不通过',
	1102: '同一编号、同一版本的内容与已受理的不一致',
	1103: '出生日期与身份证件号码不一致',
	1104: '要撤回的记录不存在',
	1203: '志愿者编号不存在',
	1301: '结束时间不晚于开始时间',
	1302: '服务日期与起止时间不是同一天',
	1303: '服务时长超过起止时间',
	1304: '服务时间晚于当前时间',
	1305: '服务时长必须大于零',
	409: '平台已有更高版本',
}

/** A refusal as a value; `what` names the field or adds to the reason. */
export const refusal = (code, what) => ({
	code,
	message: what ? `${CODES[code]}：${what}` : CODES[code],
})
