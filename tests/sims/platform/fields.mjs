// fields.mjs - what an item of each kind holds: the field lists of 令67 arts 5 to 10 as profile
// exchange/1 names them. A field is [name, check, limit?, 'optional'?]; checks return true, or
// false for a wrong form.
import { refusal } from './codes.mjs'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const ID_TYPES = ['01', '02', '03', '04', '05', '06', '07', '08', '99']
const RESIDENT_ID = '01'

const daysIn = (year, month) =>
	month === 2
		? 28 + Number(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
		: 30 + ((month + (month >> 3)) & 1)

/** YYYY-MM-DD that exists. */
export function isDate(text) {
	if (!/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text)) return false
	return Number(text.slice(8)) <= daysIn(Number(text.slice(0, 4)), Number(text.slice(5, 7)))
}

/** YYYY-MM-DD HH:MM:SS that exists. */
export const isTime = (text) =>
	/^.{10} (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text) && isDate(text.slice(0, 10))

/** GB 11643: 17 digits with weights, the sum modulo 11 chooses the last sign; upper-case X only. */
export function isResidentId(text) {
	if (!/^\d{17}[\dX]$/.test(text)) return false
	const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(text[i]), 0)
	return '10X98765432'[sum % 11] === text[17] && isDate(birthOf(text))
}

export const birthOf = (id) => `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`

const text = () => true
const like = (form) => (value) => form.test(value)
const oneOf =
	(...words) =>
	(value) =>
		words.includes(value)
const codes = like(/^\d{4}(?:,\d{4}){0,3}$/)
const hours = like(/^(?:0|[1-9]\d{0,4})\.\d{2}$/)
const region = like(/^\d{18}$/)

/** Who the item is about stands at the head of every kind. */
const PERSON = [
	['volunteer_no', like(/^[0-9A-Z-]{4,32}$/)],
	['name', like(/^[\p{L}\p{M}·. ]+$/u), 40],
	['id_type', oneOf(...ID_TYPES)],
	['id_no', like(/^[0-9A-Z()-]{5,20}$/)],
]

export const FIELDS = {
	volunteer: [
		...PERSON,
		['sex', oneOf('1', '2')],
		['birth', isDate],
		['region', region],
		['phone', like(/^1[3-9]\d{9}$|^0\d{2,3}-\d{7,8}(?:-\d{3,4})?$/)],
		['skills', text, 200],
		['categories', codes],
		['registered_on', isDate, 10, 'optional'],
		['remark', text, 500, 'optional'],
	],
	service_record: [
		...PERSON,
		['activity_name', text, 50],
		['project_no', text, 32, 'optional'],
		['team', text, 50, 'optional'],
		['date', isDate],
		['start', isTime],
		['end', isTime],
		['hours', hours],
		['place', text, 200],
		['content', text, 1000],
		['organiser', text, 100],
		['person_in_charge', text, 40],
		['region', region],
		['category', codes],
		['evidence', oneOf('scan', 'met', 'list', 'declared', 'backfill')],
		['remark', text, 500, 'optional'],
	],
	training_record: [
		...PERSON,
		['training_name', text, 50],
		['content', text, 1000],
		['hours', hours],
		['organiser', text, 100],
		['date', isDate],
		['region', region, 18, 'optional'],
		['remark', text, 500, 'optional'],
	],
	commendation: [
		...PERSON,
		['title', text, 100],
		['date', isDate],
		['awarder', text, 100],
		['document_no', text, 50, 'optional'],
		['content', text, 15000, 'optional'],
		['remark', text, 500, 'optional'],
	],
	evaluation: [
		...PERSON,
		['rating', oneOf('1', '2', '3', '4', '5')],
		['date', isDate],
		['organiser', text, 100],
		['activity_name', text, 50, 'optional'],
		['content', text, 1000, 'optional'],
		['remark', text, 500, 'optional'],
	],
}

/** What a field is called where staff read a reason. */
const LABELS = {
	volunteer_no: '志愿者编号',
	name: '姓名',
	id_type: '证件类型',
	id_no: '证件号码',
	sex: '性别',
	birth: '出生日期',
	region: '区域',
	phone: '联系方式',
	skills: '专业技能',
	categories: '服务类别',
	registered_on: '注册日期',
	remark: '备注',
	activity_name: '活动名称',
	project_no: '项目编号',
	team: '队伍',
	date: '日期',
	start: '开始时间',
	end: '结束时间',
	hours: '时长',
	place: '地点',
	content: '内容',
	organiser: '组织单位',
	person_in_charge: '负责人',
	category: '服务类别',
	evidence: '依据',
	training_name: '培训名称',
	title: '表彰名称',
	awarder: '授予单位',
	document_no: '文书文号',
	rating: '评价等次',
}
const called = (name) => `${LABELS[name]}（${name}）`

export const KINDS = Object.keys(FIELDS)
const ENVELOPE = ['key', 'version', 'op']

/** The first refusal among the fields themselves, or undefined. Empty text counts as missing. */
function wrongField(kind, item) {
	for (const [name, check, limit, optional] of FIELDS[kind]) {
		const value = item[name]
		if (value === undefined || value === null || value === '') {
			if (optional) continue
			return refusal(1001, called(name))
		}
		if (typeof value !== 'string' || /[\0-\x08\x0b\x0c\x0e-\x1f]/.test(value) || !check(value))
			return refusal(name === 'id_no' ? 1101 : 1002, called(name))
		if (limit !== undefined && [...value].length > limit)
			return refusal(1003, `${called(name)}不超过${limit}字`)
	}
	return strayField(kind, item)
}

function strayField(kind, item) {
	const known = (name) =>
		ENVELOPE.includes(name) || FIELDS[kind].some(([field]) => field === name)
	const stray = Object.keys(item).find((name) => !known(name))
	return stray && refusal(1004, stray)
}

function wrongPerson(kind, item) {
	if (item.id_type !== RESIDENT_ID) return undefined
	if (!isResidentId(item.id_no)) return refusal(1101)
	return kind === 'volunteer' && item.birth !== birthOf(item.id_no) ? refusal(1103) : undefined
}

const secondsOf = (time) => Date.parse(`${time.replace(' ', 'T')}+08:00`) / 1000

function wrongTimes(kind, item, now) {
	if (item.hours === '0.00') return refusal(1305)
	if (item.date && Date.parse(`${item.date}T00:00:00+08:00`) / 1000 > now) return refusal(1304)
	if (kind !== 'service_record') return undefined
	const [start, end] = [secondsOf(item.start), secondsOf(item.end)]
	if (end <= start) return refusal(1301)
	if (item.start.slice(0, 10) !== item.date || item.end.slice(0, 10) !== item.date)
		return refusal(1302)
	if (end > now) return refusal(1304)
	return Number(item.hours) > (end - start) / 3600 + 0.01 ? refusal(1303) : undefined
}

/** Why an item cannot be taken, { code, message }, or undefined. `now` is in seconds. */
export function wrong(kind, item, now) {
	if (item.op === 'withdraw') return strayField(kind, item)
	if (item.op !== 'put') return refusal(1005)
	return wrongField(kind, item) ?? wrongPerson(kind, item) ?? wrongTimes(kind, item, now)
}
