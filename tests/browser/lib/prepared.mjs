// prepared.mjs - what the demo community has no row of, made through the pages' own forms before a page about it is looked
// at. Each thing is made once in a test file; a number of it is what comes back.
//
//	await prepared.draftProject()        // 'P2600100007'
import { randomInt } from 'node:crypto'
import {
	Client,
	mobile,
	newVolunteer,
	staff,
	status,
	until,
	value,
	sql,
} from '../../http/lib.mjs'
import { guarded } from '../../http/lib/family.mjs'
import { published } from '../../http/lib/project.mjs'
import { decide, propose, starRow, starry } from '../../http/lib/star.mjs'
import { attend, dayFrom, draft, newSeries, finish, newActivity, records, review, roomToday } from '../../http/lib/activity.mjs'

/** The demo volunteer whose WeChat account is bound, and the condition that names them in SQL. */
export const BOUND = 'oZYZ_demo_volunteer_00000001'
export const BOUND_PERSON = `(SELECT person_id FROM wechat_account WHERE openid = '${BOUND}')`

const once = (make) => {
	let made
	return () => (made ??= make())
}
const numberIn = (answer) => /[A-Z]\d{10,}/.exec(status(answer, 303, 'made').location)[0]

const clerk = once(() => staff('liwei'))
const me = once(async () => {
	const client = new Client()
	await client.wechatUser(BOUND)
	return client
})

/** A question of every kind, in two sections, one of them shown only after a bad mark. */
const QUESTIONS = [
	{ kind: 'single', title: '您的年龄段', options: '60–69 岁\n70–79 岁\n80 岁及以上', required: 1, maps: 'age_band', by_group: 1, section: '您和家里' },
	{ kind: 'multi', title: '您最想让我们帮什么忙？', hint: '最多选两项。', options: '送餐或助餐\n陪同看病、取药\n打扫卫生\n都不需要', most: 2, maps: 'category' },
	{ kind: 'scale', title: '您对社区志愿服务打几分？', min: 1, max: 5, section: '我们做得怎样' },
	{ kind: 'text', title: '哪里让您不满意？', if_place: 3, if_choices: '1,2' },
	{ kind: 'rank', title: '哪些事最急？请排前三位', options: '送餐\n理发\n聊天\n维修', most: 3 },
	{ kind: 'matrix', title: '下面几项做得怎样？', options: '好\n一般\n差', rows: '楼道卫生\n夜间安全', required: 1 },
	{ kind: 'number', title: '家里有几口人？', min: 1, max: 20 },
	{ kind: 'date', title: '哪天上门方便？' },
	{ kind: 'text', title: '联系电话', hint: '只用来联系您，可以不填', maps: 'phone' },
]

async function draftSurvey() {
	const made = status(await (await clerk()).submit('/needs/surveys/new', { template: 'blank', title: '为老服务意愿调查' }), 303)
	const [, code] = /surveys\/([a-z0-9]{8})/.exec(made.location)
	for (const q of QUESTIONS) status(await (await clerk()).post(`/needs/surveys/${code}/question`, q), 303, q.title)
	return code
}

/** The same, open and answered by one. */
async function survey() {
	const code = await draftSurvey()
	status(await (await clerk()).post(`/needs/surveys/${code}/open`, {}), 303, 'open')
	const sheet = { q1: '2', q2: ['2', '3'], q3: '2', q4: '电话打不通', q5_1: '2', q5_3: '1', q6_1: '1', q6_2: '2', q7: '3', q8: '2026-12-20' }
	status(await new Client().submit(`/needs/s/${code}`, sheet), 303, 'answer')
	return code
}

/** A meeting with residents, as it is entered. */
async function meeting() {
	const form = { held_at: `${dayFrom(-2)}T09:00`, place: '社区二楼会议室', topic: '老年人需要什么', present: '23', minutes: '大家希望周末有人陪着看病。',
		residents: '钱玉兰' }
	return /meetings\/([0-9a-f]{32})/.exec(status(await (await clerk()).submit('/needs/meetings/new', form), 303, 'meeting').location)[1]
}

async function draftProject() {
	const made = await (await clerk()).submit('/project/new', { title: '花坛认养' })
	const no = numberIn(made)
	const position = { title: '浇水志愿者', wanted: 4, description: '每天浇水', conditions: '无特别要求' }
	status(await (await clerk()).submit(`/project/${no}/position`, position), 303, 'position')
	return no
}

const TRAINING = {
	title: '楼道清洁安全',
	kind: '1',
	mode: '2',
	content: '工具的使用和湿滑地面的安全。',
	starts_at: `${dayFrom(2)}T09:00`,
	ends_at: `${dayFrom(2)}T10:00`,
	study_minutes: 60,
	place: '胜利社区活动室',
	places: 12,
}
const draftTraining = async () => numberIn(await (await clerk()).submit('/training/manage/new', TRAINING))

/** An objection of the bound volunteer against one of their own records under notice. */
async function objection() {
	const record = value(
		`SELECT no FROM service_record WHERE state IN ('notice', 'effective') AND person_id = ${BOUND_PERSON} ORDER BY id DESC LIMIT 1`
	)
	const path = `/activity/record/${record}/object`
	status(await (await me()).submit(path, { reason: '我十一点半才走，时长少了半小时' }), 303, 'objection')
	return value(`SELECT o.no FROM objection o JOIN service_record r ON r.id = o.record_id WHERE r.no = ? ORDER BY o.id DESC LIMIT 1`, [record])
}

/** An activity of today whose hours, of two volunteers, stand under public notice. */
async function notice() {
	await roomToday()
	const volunteers = [await newVolunteer(), await newVolunteer({ name: '周晓晴' })]
	const made = await newActivity(await clerk(), { volunteers })
	for (const one of volunteers) await attend(await clerk(), one, made)
	finish(made.no)
	const numbers = records(made.no).map((r) => r.no)
	status(await review(await staff('wangfang'), numbers), 303, 'review')
	return { activity: made.no, records: numbers }
}

/** The bound volunteer did not come; the roll says so. */
async function absence() {
	await roomToday()
	const no = value(`SELECT no FROM volunteer WHERE person_id = ${BOUND_PERSON}`)
	const made = await newActivity(await clerk(), { volunteers: [{ no }], back: 3, ahead: 60 })
	finish(made.no)
	status(await (await clerk()).post(`/activity/manage/${made.no}/log`, { rest: '1' }), 303, 'roll')
	return made.no
}

/** An objection of somebody without an account; the way to its result is known to them alone. */
async function dispute() {
	const path = `/activity/notice/record/${(await prepared.notice()).records[1]}`
	const form = { name: '刘桂英', phone: '13909139999', reason: '那天上午没有看到有人来打扫' }
	const made = status(await new Client().submit(path, form), 303, 'dispute')
	const [, address] = /case\/([^&]+)/.exec(made.location)
	return address
}

/** A certificate of the bound volunteer; their hours take effect by the loop that ends notices. */
async function certificate() {
	const has = () => value(`SELECT COUNT(*) FROM service_record WHERE state = 'effective' AND person_id = ${BOUND_PERSON}`) !== '0'
	await until(has, 90_000, { what: 'the demo hours take effect' })
	return numberIn(await (await me()).submit('/commend/certificate', { purpose: '升学' }))
}

async function honour() {
	const form = {
		volunteer_no: value(`SELECT no FROM volunteer WHERE person_id = ${BOUND_PERSON}`),
		name: '优秀志愿者',
		awarded_on: dayFrom(-10),
		authority_kind: 'government',
		authority: '临渭区精神文明建设指导委员会',
		document_name: '表彰决定',
	}
	return numberIn(await (await clerk()).submit('/commend/manage/honours/new', form))
}

/** A member of staff who works at two stations, so that they must choose. */
async function twoStations() {
	const login = 'hejing'
	sql(
		`INSERT INTO staff_role (staff_id, role, station_id) SELECT f.id, 'clerk', s.id FROM staff f JOIN station s ON s.no = 1
			WHERE f.login = ? AND NOT EXISTS (SELECT 1 FROM staff_role r WHERE r.staff_id = f.id AND r.station_id = s.id)`,
		[login]
	)
	return login
}

/** A notice of the station that everybody may read. */
async function news() {
	await (await clerk()).submit('/station/notices/new', { kind: 'notice', title: '周三义诊：量血压、测血糖', body: '下周三上午九点，一楼大厅。' })
	const uid = value('SELECT LOWER(HEX(uid)) FROM announcement WHERE station_id = 1 ORDER BY id DESC LIMIT 1')
	status(await (await clerk()).post(`/station/notices/${uid}/submit`), 303, 'submitted')
	status(await (await staff('wangfang')).post(`/station/notices/${uid}/publish`), 303, 'published')
	return uid
}

/** One that is being written. */
async function draftNews() {
	const r = status(await (await clerk()).submit('/station/notices/new', { kind: 'story', title: '一碗饺子', body: '冬至那天，志愿者上门包饺子。' }), 303)
	const uid = /notices\/([0-9a-f]{32})/.exec(r.location)[1]
	status(await (await clerk()).upload(`/station/notices/${uid}/parts`, { do: 'add_picture', p0_kind: 'heading', p0_body: '起因' }, []), 303)
	return uid
}

/** What somebody wrote to the station: its number and key. */
async function letter() {
	const r = status(await new Client().submit('/station/feedback?station=1', { station: 1, nature: 'advice', kind: 'project', content: '希望周末也有活动' }), 303)
	return new URL(r.location).pathname.split('/')[3] + new URL(r.location).search
}

/** A green account, something on the shelf, and an exchange of the account for it that waits. */
async function greenAccount() {
	const made = status(await (await clerk()).submit('/bank/green/new', { place: '3 号楼 2 单元 501' }), 303, 'green account')
	return /W\d+/.exec(made.location)[0]
}
async function giftOnShelf() {
	status(await (await clerk()).submit('/bank/gifts/new', { name: '洗衣皂两块', kind: 'thing', points: '20', stock: '9', on: '1' }), 303, 'gift')
	return value('SELECT LOWER(HEX(uid)) FROM gift WHERE station_id = 1 ORDER BY id DESC LIMIT 1')
}
async function partnerOffer() {
	status(await (await clerk()).submit('/bank/offers/new', { partner: '区图书馆', offer: '借书免押金', star_from: '1', hours_from: '', valid_until: '2031-12-31' }), 303, 'offer')
	return value('SELECT LOWER(HEX(uid)) FROM partner_offer WHERE station_id = 1 ORDER BY id DESC LIMIT 1')
}
async function giftExchange() {
	const no = await prepared.green(), gift = await prepared.gift(), by = await clerk()
	status(await by.submit(`/bank/green/a/${no}`, { points: '60', reason: '补录' }, { to: `/bank/green/a/${no}/amend` }), 303, 'points')
	const { k } = status(await by.getJson(`/bank/green/a/${no}`), 200).page.Account
	status(await by.submit(`/bank/green/c?k=${k}&home=1`, { k, gift, price: '20' }, { to: '/bank/green/take' }), 303, 'exchange')
	return value('SELECT LOWER(HEX(uid)) FROM gift_exchange WHERE station_id = 1 ORDER BY id DESC LIMIT 1')
}

/** A team that the bound volunteer founded, approved by another, and somebody who asks to join. */
async function ledTeam() {
	const form = { name: '春风理发队', kind: '1', approver_org: '胜利社区居民委员会', categories: '0001', address: '胜利大街 18 号', join_mode: '1',
		contact_name: '马队长', contact_phone: '0913-2100001' }
	const leader = value(`SELECT no FROM volunteer WHERE person_id = ${BOUND_PERSON}`)
	const client = await clerk(), reviewer = await staff('wangfang')
	const uid = new URL((await client.submit('/team/new', form)).location).pathname.split('/')[3]
	status(await reviewer.post(`/team/desk/${uid}/approve`), 303)
	status(await client.post(`/team/desk/${uid}/member/lead`, { volunteer_no: leader }), 303)
	const v = await newVolunteer({ name: '林小满' })
	status(await v.client.post(`/team/t/${uid}/join`, { words: '周末有空，会理发' }), 303)
	return uid
}

/** A name and a document that somebody asks to put right. */
async function correction() {
	const v = await newVolunteer()
	const form = { name: '林小曼', id_type: '05', id_no: 'E12345678', purpose: '换了护照', proof: '护照原件' }
	return numberIn(await (await clerk()).submit(`/account/volunteers/${v.no}/correct`, form))
}

/** Two registrations beside each other. */
async function double() {
	const [one, other] = [await newVolunteer({ name: '周同人' }), await newVolunteer({ name: '周同人' })]
	const made = await (await clerk()).submit('/merge/pair', { one: one.no, other: other.no })
	return new URL(status(made, 303, 'pair').location).pathname.split('/').pop()
}

/** Two others, of whom somebody asks to make one. */
async function merge() {
	const uid = await double()
	const form = { keep: 'a', purpose: '本人到站，护照和身份证为同一人', document_seen: '1' }
	return numberIn(await (await clerk()).post(`/merge/double/${uid}/ask`, form))
}

/** Records of another platform, brought in as a file and not yet confirmed by anybody. */
async function transfer() {
	const client = await clerk()
	await client.getJson('/platform/transfer/csv')
	const form = { volunteer: value(`SELECT no FROM volunteer WHERE person_id = ${BOUND_PERSON}`), other: '志愿平台甲' }
	const content = '服务日期,活动名称,服务时长,组织单位\n2024-03-05,图书整理,1.5,市图书馆\n2024-03-06,讲解,2,市博物馆\n'
	const made = await client.upload('/platform/transfer/csv', form, [{ field: 'bundle', name: 'r.csv', type: 'text/csv', content }])
	return made.status === 409 ? made.page.twice : numberIn(made)
}

/** A volunteer on the way to the second station. */
async function stationMove() {
	const client = await clerk()
	await client.getJson('/platform/transfer/move')
	const volunteer = value(`SELECT v.no FROM volunteer v JOIN station s ON s.id = v.station_id WHERE s.no = 1 AND v.state = 'active'
		AND v.person_id <> ${BOUND_PERSON} AND NOT EXISTS (SELECT 1 FROM station_move m WHERE m.person_id = v.person_id AND m.live = 1) LIMIT 1`)
	return numberIn(await client.post('/platform/transfer/move', { volunteer, station: 2, reason: '搬家', agree: 1 }))
}

/** An order that somebody told on the telephone, not yet sent to anybody. */
async function order(changes = {}) {
	const form = { channel: 'phone', phone: mobile(), name: '魏桂兰', category: '0001', detail: '灯不亮了，请人看看', address: '3 号楼 401',
		consent: '1', verified: '1', ...changes }
	return numberIn(await (await clerk()).submit('/order/desk/new', form))
}

/** Something of the station's own menu. */
async function menuItem() {
	const client = await clerk(), name = `理发 ${randomInt(1e6)}`
	status(await client.submit('/order/menu/new', { name, category: '0001', minutes: '30', sort: '300' }), 303)
	return value('SELECT LOWER(HEX(uid)) FROM service_item WHERE name = ?', [name])
}

/** One that the demo's volunteer is asked for. */
async function askedOrder() {
	const no = await order({ detail: '代买两盒药' }), client = await clerk()
	status(await client.post(`/order/desk/${no}/send`, { who: value(`SELECT no FROM volunteer WHERE person_id = ${BOUND_PERSON}`), next: '1' }), 303)
	return no
}

/** A service that was no good: a case 投诉 with a clock. */
async function orderCase() {
	const v = await newVolunteer(), client = await clerk(), no = await order()
	status(await client.post(`/order/desk/${no}/send`, { who: v.no, next: '1' }), 303)
	status(await v.client.submit(`/order/mine/${no}`, {}, { to: `/order/mine/${no}/take` }), 303)
	status(await client.post(`/order/desk/${no}/served`, { how: '居民没有手机' }), 303)
	status(await client.post(`/order/desk/${no}/rate`, { score: '2', comment: '来晚了' }), 303)
	return value('SELECT c.no FROM complaint c JOIN service_order o ON o.id = c.order_id WHERE o.no = ?', [no])
}

/** A household that the demo's volunteer looks after. */
async function pairing() {
	const household = value(`SELECT h.no FROM household h JOIN station s ON s.id = h.station_id AND s.no = 1 WHERE h.name_sealed <> ''
		AND h.state = 'active' ORDER BY h.id LIMIT 1`)
	const form = { household, volunteer_no: value(`SELECT no FROM volunteer WHERE person_id = ${BOUND_PERSON}`), services: '陪聊、代购', every_days: '7',
		starts_on: '2026-01-05', contact_name: '李秀英', contact_phone: '13800001234' }
	return numberIn(await (await clerk()).submit('/order/pairing/new', form))
}

/** What the demo's volunteer was told last: they were taken on. */
function message() {
	sql(`INSERT INTO message (client_msg_id, station_id, person_id, event, channel, name, until_at, state, created_at)
		SELECT UNHEX(MD5(RAND())), station_id, person_id, 'offer', 'inbox', '社区清扫，保洁员', NOW() + INTERVAL 1 DAY, 'kept', NOW()
		FROM volunteer WHERE person_id = ${BOUND_PERSON}`)
	return value(`SELECT LOWER(HEX(client_msg_id)) FROM message WHERE person_id = ${BOUND_PERSON} AND channel = 'inbox' ORDER BY id DESC LIMIT 1`)
}

/** An address that invites to a position: of a project of its own, which is open to nobody else. */
async function invitation() {
	const { no, positions: [position] } = await published(await clerk(), await staff('wangfang'), { plan: { recruit_scope: 'invite' }, positions: [{}] })
	const made = status(await (await clerk()).submit(`/recruit/manage/${no}/position/${position.uid}/invite`, { days: 3, most: 5 }), 303, 'invited')
	const page = new URL(made.location).pathname
	const { url } = status(await (await clerk()).getJson(page), 200).page.Invite
	return { no, position: position.uid, uid: page.split('/').at(-1), token: url.split('/').at(-1) }
}

/** The demo volunteer has saved time. */
const account = () => sql(`INSERT IGNORE INTO timebank_account (uid, kind, station_id, floor_minutes) SELECT RANDOM_BYTES(16), 'mint', id, -1000000000000
		FROM station WHERE no = 1;
	INSERT IGNORE INTO timebank_account (uid, kind, station_id, person_id, balance_minutes) SELECT RANDOM_BYTES(16), 'person', id, ${BOUND_PERSON}, 600
		FROM station WHERE no = 1;
	UPDATE timebank_account SET balance_minutes = -600 WHERE kind = 'mint' AND station_id = (SELECT id FROM station WHERE no = 1);
	INSERT INTO timebank_entry (uid, from_id, to_id, minutes, kind, station_id, from_after, to_after) SELECT RANDOM_BYTES(16), m.id, a.id, 600, 'note_in',
		a.station_id, -600, 600 FROM timebank_account a JOIN timebank_account m ON m.station_id = a.station_id AND m.kind = 'mint'
		WHERE a.person_id = ${BOUND_PERSON}`)

/** A star under notice, of somebody else than the volunteer who looks. */
async function starNotice() {
	const v = await starry(1)
	status(await propose(await staff('wangfang'), v), 303, 'star proposed')
	status(await decide(await staff('madan'), v), 303, 'star decided')
	return starRow(v).ref
}

export const prepared = {
	starNotice: once(starNotice),
	account: once(account),
	invitation: once(invitation),
	guarded: once(guarded),
	message: once(message),
	pairing: once(pairing),
	orderCase: once(orderCase),
	draftSurvey: once(draftSurvey),
	meeting: once(meeting),
	survey: once(survey),
	order: once(order),
	menuItem: once(menuItem),
	askedOrder: once(askedOrder),
	draftProject: once(draftProject),
	draftTraining: once(draftTraining),
	draftActivity: once(async () => draft(await clerk())),
	series: once(async () => newSeries(await clerk())),
	objection: once(async () => (await prepared.certificate(), objection())),
	notice: once(notice),
	absence: once(absence),
	dispute: once(async () => (await prepared.certificate(), dispute())),
	certificate: once(certificate),
	honour: once(honour),
	ledTeam: once(ledTeam),
	news: once(news),
	draftNews: once(draftNews),
	letter: once(letter),
	green: once(greenAccount),
	gift: once(giftOnShelf),
	partnerOffer: once(partnerOffer),
	exchange: once(giftExchange),
	correction: once(correction),
	double: once(double),
	merge: once(merge),
	transfer: once(transfer),
	stationMove: once(stationMove),
	twoStations: once(twoStations),
}
