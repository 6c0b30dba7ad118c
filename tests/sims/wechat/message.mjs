// message.mjs - template and subscription messages: who may get them, what their fields may hold,
// what was sent.
import { answer, errcode } from './errors.mjs'
import { badToken, bodyOf } from './token.mjs'

const SAME_MESSAGE_SECONDS = 600

const within = (limit) => (text) => [...text].length <= limit
const CHINESE_DATE = /^\d{4}年\d{1,2}月\d{1,2}日(?: \d{1,2}:\d{2}(?::\d{2})?)?$/
const DATE = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)?$/
const CLOCK = /^\d{1,2}:\d{2}(?::\d{2})?$/

/** What each kind of field may hold; the kind is the key without its number. */
const FIELDS = {
	thing: within(20),
	const: within(20),
	name: (text) => (/^[\x20-\x7e]*$/.test(text) ? text.length <= 20 : [...text].length <= 10),
	phrase: (text) => /^\p{Script=Han}{1,5}$/u.test(text),
	number: (text) => /^-?\d{1,32}(?:\.\d+)?$/.test(text),
	letter: (text) => /^[A-Za-z]{1,32}$/.test(text),
	symbol: within(5),
	character_string: (text) => /^[\x21-\x7e]{1,32}$/.test(text),
	time: (text) => [CHINESE_DATE, DATE, CLOCK].some((form) => form.test(text)),
	date: (text) => CHINESE_DATE.test(text) || DATE.test(text),
	amount: (text) => /^[¥￥$]?\d{1,10}(?:\.\d{1,2})?元?$/.test(text),
	phone_number: (text) => /^[\d+\- ()]{1,17}$/.test(text),
	car_number: within(8),
}

/**
 * The key of the first field that is missing, unknown or out of its form; undefined when all are
 * right.
 */
export function badField(keys, data) {
	const known = (key) => keys.includes(key)
	const right = (key) => {
		const value = data[key]?.value
		return (
			typeof value === 'string' &&
			value !== '' &&
			!/[\r\n]/.test(value) &&
			FIELDS[key.replace(/\d+$/, '')](value)
		)
	}
	return keys.find((key) => !right(key)) ?? Object.keys(data).find((key) => !known(key))
}

/** Checks that both ways of sending share: { user, body } or { error }. */
function check(state, request, kind) {
	const refused = badToken(state, request.query)
	if (refused) return { error: refused }
	const { value, error } = bodyOf(request)
	if (error) return { error }
	const user = state.users.get(value.touser)
	const template = state.templates.get(value.template_id)
	if (!user) return { error: errcode(40003) }
	if (!template || template.kind !== kind) return { error: errcode(40037) }
	const bad = badField(template.keys, value.data ?? {})
	return bad ? { error: errcode(47003, `data.${bad}.value invalid`) } : { user, body: value }
}

function store(state, via, body) {
	const msgid = ++state.serial
	state.sent.push({ ...body, via, msgid, at: state.now() })
	return msgid
}

export function sendTemplate(state, request) {
	const { user, body, error } = check(state, request, 'template')
	if (error) return error
	if (!user.subscribed) return errcode(43004)
	const id = body.client_msg_id && `${body.touser} ${body.client_msg_id}`
	const before = id && state.messageIds.get(id)
	if (before && state.now() - before.at <= SAME_MESSAGE_SECONDS)
		return answer({ errcode: 0, errmsg: 'ok', msgid: before.msgid })
	const msgid = store(state, 'template', body)
	if (id) state.messageIds.set(id, { msgid, at: state.now() })
	return answer({ errcode: 0, errmsg: 'ok', msgid })
}

/**
 * One tap of the person is one message; a long-term subscription counts as -1 and never runs out.
 */
export function sendSubscribed(state, request) {
	const { body, error } = check(state, request, 'subscribe')
	if (error) return error
	const id = `${body.touser} ${body.template_id}`
	const left = state.subscriptions.get(id) ?? 0
	if (left === 0) return errcode(43101)
	if (left > 0) state.subscriptions.set(id, left - 1)
	store(state, 'subscribe', body)
	return answer({ errcode: 0, errmsg: 'ok' })
}
