// errors.mjs - WeChat's error codes with their texts, answered in HTTP 200 and text/plain as the
// live service does.
import { randomBytes } from 'node:crypto'
import { reply } from '../common/http.mjs'

const TEXTS = {
	'-1': 'system error',
	40001:
		'invalid credential, access_token is invalid or not latest, could get access_token by ' +
		'getStableAccessToken, more details at https://mmbizurl.cn/s/JtxxFh33r',
	40002: 'invalid grant_type',
	40003: 'invalid openid',
	40013: 'invalid appid',
	40014: 'invalid access_token',
	40029: 'invalid code',
	40030: 'invalid refresh_token',
	40037: 'invalid template_id',
	40097: 'invalid args',
	40125: 'invalid appsecret',
	40163: 'code been used',
	40164: 'invalid ip',
	40243: 'AppSecret has been frozen',
	41001: 'access_token missing',
	41002: 'appid missing',
	41003: 'refresh_token missing',
	41004: 'appsecret missing',
	41008: 'missing code',
	41009: 'missing openid',
	42001: 'access_token expired',
	42002: 'refresh_token expired',
	42003: 'code expired',
	42007: 'access_token and refresh_token exception because user changed password',
	43001: 'require GET method',
	43002: 'require POST method',
	43004: 'require subscribe',
	43101: 'user refuse to accept the msg',
	44002: 'empty post data',
	45009: 'reach max api daily quota limit',
	45011: 'api minute-quota reach limit  must slower  retry next minute',
	47001: 'data format error',
	47003: 'argument invalid!',
	48001: 'api unauthorized',
	48004: 'api forbidden for irregularities',
	50002: 'user limited',
}

const rid = () => {
	const hex = randomBytes(12).toString('hex')
	return `${hex.slice(0, 8)}-${hex.slice(8, 16)}-${hex.slice(16)}`
}

/** An answer of the API: HTTP 200, a JSON body, and a type that does not say so. */
export const answer = (value) => reply(200, 'text/plain', JSON.stringify(value))

/** An error of the API; `more` follows the text. */
export const errcode = (code, more = '') =>
	answer({
		errcode: Number(code),
		errmsg: `${TEXTS[code] ?? 'unknown error'}${more && ` ${more}`} rid: ${rid()}`,
	})
