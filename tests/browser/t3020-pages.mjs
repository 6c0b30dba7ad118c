// t3020-pages.mjs - every page of every program, seen by whom it is for, with the checks of every page. The list of pages
// comes from the route tables: one that is neither visited here nor excused with a reason fails.
import {
	BOUND, BOUND_PERSON, assert, atDesk, desktop, end, getRoutes, halfIn, onPhone, openid, phone, prepared, test, value, visit,
} from './lib.mjs'
import { bankPages } from './lib/bank.mjs'
import { EXCUSED } from './lib/excused.mjs'
import { honourPages } from './lib/honours.mjs'
import { reportPages } from './lib/reports.mjs'
import { fundPages } from './lib/funds.mjs'
import { shiftPages } from './lib/shifts.mjs'
import { starPages } from './lib/stars.mjs'
// Everybody sits at one screen for the whole file.
const screens = new Map()
const screen = (key, make) => {
	if (!screens.has(key)) screens.set(key, make())
	return screens.get(key)
}
const clerk = () => screen('clerk', () => atDesk('liwei'))
const reviewer = () => screen('reviewer', () => atDesk('wangfang'))
const manager = () => screen('manager', () => atDesk('zhangmin'))
const overseer = () => screen('overseer', () => atDesk('madan'))
const divided = () => screen('divided', async () => atDesk(await prepared.twoStations()))
const volunteer = () => screen('volunteer', () => onPhone(BOUND))
const newcomer = () => screen('newcomer', () => onPhone(openid()))
/** A guardian who acts for their child. */
const guardian = () => screen('guardian', async () => {
	const { guardian: who, uid } = await prepared.guarded()
	const page = await onPhone(who.openid, '/account/family')
	await Promise.all([page.waitForURL('**/account/me*'), page.locator(`form[action="/account/family/${uid}/act"] button`).click()])
	return page
})
const invited = (part) => async () => (await prepared.invitation())[part]
const stranger = () => screen('stranger', () => phone())
const passer = () => screen('passer', () => desktop())
const halfway = () => screen('halfway', async () => halfIn(await desktop(), 'wangfang'))

// What stands for {no} and the like: rows of the demo community in the state the page is about.
const one = (text, values) => () => value(`${text} ORDER BY id LIMIT 1`, values)
const household = one('SELECT no FROM household WHERE station_id = 1')
const visitBeside = one("SELECT LOWER(HEX(uid)) FROM visit WHERE station_id = 1 AND facts = 'branch'")
const survey = one("SELECT code FROM survey WHERE station_id = 1 AND state = 'open'")
const need = one("SELECT no FROM need WHERE station_id = 1 AND state = 'to_verify'")
const verified = one("SELECT no FROM need WHERE station_id = 1 AND state = 'verified'")
const project = (state) => one('SELECT no FROM project WHERE station_id = 1 AND state = ?', [state])
const promised = (what) => () => value(`SELECT ${what} FROM project_need x JOIN project p ON p.id = x.project_id JOIN need n ON n.id = x.need_id WHERE p.station_id = 1 AND p.state IN ('recruiting', 'running') AND n.state = 'in_project' ORDER BY p.id, n.id LIMIT 1`)
const training = (state) => one('SELECT no FROM training WHERE station_id = 1 AND state = ?', [state])
const activity = (state) => one('SELECT no FROM activity WHERE station_id = 1 AND state = ?', [state])
const application = one("SELECT LOWER(HEX(uid)) FROM application WHERE station_id = 1 AND state = 'pending'")
const own = () => '1'
const policy = one('SELECT LOWER(HEX(uid)) FROM insurance WHERE station_id = 1')
const signed = one("SELECT LOWER(HEX(uid)) FROM agreement WHERE station_id = 1")
const mySigned = one(`SELECT LOWER(HEX(uid)) FROM agreement WHERE person_id = ${BOUND_PERSON}`)
const agreementText = one('SELECT LOWER(HEX(uid)) FROM agreement_text')
const unmanaged = one(`SELECT no FROM station s WHERE state = 'open' AND region_code LIKE '610502%' AND NOT EXISTS
	(SELECT 1 FROM staff_role r WHERE r.station_id = s.id AND r.role = 'manager')`)
const team = one("SELECT LOWER(HEX(uid)) FROM team WHERE station_id = 1 AND state = 'approved'")
const colleague = one("SELECT LOWER(HEX(uid)) FROM staff WHERE login = 'wangfang'")
const member = () => value('SELECT no FROM volunteer WHERE station_id = 1 ORDER BY no LIMIT 1')
const line = one('SELECT LOWER(HEX(idem)) FROM outbox WHERE station_id = 1')
const duty = one(`SELECT no FROM activity WHERE state = 'published' AND id IN
	(SELECT activity_id FROM roster WHERE person_id = ${BOUND_PERSON})`)
const record = one(`SELECT no FROM service_record WHERE state IN ('notice', 'effective') AND person_id = ${BOUND_PERSON}`)
const waitingRecord = one("SELECT no FROM service_record WHERE station_id = 1 AND state = 'to_review'")
const effectiveRecord = one("SELECT no FROM service_record WHERE station_id = 1 AND state = 'effective'")
const passedCode = () => `${duty()}-i-1-00000000000000000000`
const { draftProject, draftTraining, draftActivity, objection, dispute, certificate, honour, double, merge, correction } = prepared
const noticed = async () => (await prepared.notice()).activity
const noticedRecord = async () => (await prepared.notice()).records[0]
const recruitingPosition = () =>
	value(`SELECT LOWER(HEX(o.uid)) FROM position o WHERE o.project_id = (SELECT id FROM project WHERE station_id = 1 AND state = 'recruiting' ORDER BY id LIMIT 1)
		ORDER BY o.id LIMIT 1`)
const draftPosition = async () =>
	value('SELECT LOWER(HEX(o.uid)) FROM position o JOIN project p ON p.id = o.project_id WHERE p.no = ?', [await draftProject()])

const absenceRef = async () => value('SELECT LOWER(HEX(n.uid)) FROM no_show n JOIN activity a ON a.id = n.activity_id WHERE a.no = ?', [await prepared.absence()])
const sheetOf = async () =>
	value('SELECT LOWER(HEX(r.uid)) FROM response r JOIN survey v ON v.id = r.survey_id WHERE v.code = ?', [await prepared.survey()])

/** One visit: who looks, and what stands in the address; last, if it is an object, what visit() is told. */
const by = (who, ...args) => ({ who, options: typeof args.at(-1) === 'object' ? args.pop() : {}, args })

const PAGES = {
	'/': [by(stranger), by(passer)],
	'/station/help': [by(stranger), by(passer)],
	'/station/': [by(manager)],
	'/station/edit': [by(manager)],
	'/station/audit': [by(manager)],
	'/station/staff/new': [by(manager)],
	'/station/staff': [by(manager), by(overseer)],
	'/station/staff/{ref}': [by(manager, colleague), by(overseer, colleague)], '/station/staff/{ref}/edit': [by(manager, colleague)],
	'/station/search': [by(clerk)],
	'/station/overview': [by(overseer)],
	'/station/orders': [by(overseer)], '/station/orders/{no}': [by(overseer, own)],
	'/station/notices': [by(clerk)],
	'/station/notices/new': [by(clerk)],
	'/station/notices/{uid}': [by(clerk, prepared.news)],
	'/station/notices/{uid}/parts': [by(clerk, prepared.draftNews)],
	'/station/posters': [by(clerk)], '/station/badges': [by(clerk)],
	'/station/feedback/{no}': [by(stranger, prepared.letter)],
	'/station/feedback/desk': [by(reviewer)], '/station/feedback/desk/{no}': [by(reviewer, async () => (await prepared.letter()).split('?')[0])],
	'/station/feedback/region': [by(overseer)],
	'/s/{station}/news': [by(stranger, own)], '/s/{station}/thanks': [by(stranger, own)], '/s/{station}/v/{no}': [by(stranger, own, member)],
	'/station/standards': [by(clerk)],
	'/station/papers': [by(clerk)],
	'/station/papers/new': [by(clerk)],
	'/station/places': [by(overseer)],
	'/station/places/new': [by(overseer)],
	'/station/places/{no}': [by(overseer, own)],
	'/station/places/{no}/edit': [by(overseer, own)],
	'/station/places/{no}/manager': [by(overseer, unmanaged)],
	'/station/places/{no}/close': [by(overseer, own)],
	'/station/places/{no}/standards': [by(overseer, own)],
	'/station/places/{no}/papers': [by(overseer, own)],
	'/station/places/{no}/remarks': [by(overseer, own)],
	'/station/remarks': [by(clerk)],
	'/station/rules': [by(manager)],
	'/station/rules/{name}': [by(manager, () => 'offer_hours')],
	'/s/{station}': [by(stranger, own), by(passer, own)],
	'/s/{station}/n/{uid}': [by(stranger, own, prepared.news)],
	...reportPages({ by, clerk, reviewer, overseer, stranger, own }),
	'/activity/flags/records': [by(overseer)],

	'/account/sign-in': [by(stranger), by(passer)],
	'/account/station': [by(divided)],
	'/account/desk': [by(clerk), by(manager)],
	'/account/password': [by(clerk)],
	'/account/code': [by(halfway)],
	'/account/second': [by(clerk), by(reviewer)],
	'/account/one-time': [by(stranger), by(passer)],
	'/account/mine': [by(reviewer)], '/account/keys': [by(clerk), by(overseer)],
	'/account/register': [by(newcomer)],
	'/account/me': [by(volunteer)],
	'/account/me/settings': [by(volunteer)],
	'/account/me/card': [by(volunteer)],
	'/account/me/calendar': [by(volunteer)],
	'/account/me/edit': [by(volunteer)],
	'/account/me/more': [by(volunteer)],
	'/account/me/consent': [by(volunteer)],
	'/account/me/erase': [by(volunteer)],
	'/account/me/looked': [by(volunteer)],
	'/account/messages': [by(volunteer)], '/account/messages/channels': [by(volunteer)],
	'/account/messages/{uid}': [by(volunteer, prepared.message)],
	'/account/messages/undelivered': [by(clerk)], '/account/letter/{of}/{no}': [by(clerk, () => 'roster', activity('published'))],
	'/account/me/rebind': [by(volunteer)], '/account/qr': [by(passer)], '/account/qr/{token}': [by(volunteer, () => '0'.repeat(32))],
	'/account/family': [by(volunteer)], '/account/family/ask': [by(volunteer)], '/account/family/child': [by(volunteer)],
	'/account/me/data': [by(volunteer)], '/training/manage/{no}/materials': [by(clerk, training('published'))],
	'/account/family/code': [by(volunteer)], '/account/me/guardian': [by(guardian)],
	'/recruit/manage/{no}/position/{uid}/invite': [by(clerk, invited('no'), invited('position'))],
	'/recruit/manage/{no}/invite/{uid}': [by(clerk, invited('no'), invited('uid'))],
	'/recruit/standby': [by(volunteer)], '/recruit/invite/{token}': [by(stranger, invited('token')), by(volunteer, invited('token'))],
	'/account/bind': [by(newcomer)], '/account/me/phone': [by(volunteer)], '/account/phone': [by(stranger), by(passer)], '/account/phone/code': [by(stranger)],
	'/account/me/correct': [by(volunteer)],
	'/account/corrections': [by(reviewer)],
	'/account/tasks': [by(clerk)], '/account/notes/{of}/{no}': [by(clerk, () => 'household', household)],
	'/account/corrections/{no}': [by(reviewer, correction)],
	'/account/volunteers/{no}/correct': [by(clerk, member)],
	'/account/talent': [by(clerk)],
	'/account/volunteers': [by(clerk)],
	'/account/volunteers/{no}/edit': [by(clerk, member)],
	'/account/volunteers/{no}/records': [by(clerk, member)],
	'/account/volunteers/{no}/worker': [by(clerk, member)],
	'/account/volunteers/new': [by(clerk)],
	'/account/volunteers/{no}': [by(clerk, member)],
	'/account/volunteers/{no}/rebind': [by(clerk, member)],
	'/account/volunteers/{no}/family': [by(clerk, member)],

	'/merge/': [by(clerk), by(overseer)],
	'/merge/pair': [by(clerk)],
	'/merge/double/{uid}': [by(clerk, double)],
	'/merge/{no}': [by(reviewer, merge), by(overseer, merge)],

	'/needs/s/{code}': [by(stranger, survey), by(passer, survey), by(stranger, prepared.survey)],
	'/needs/s/{code}/thanks': [by(stranger, survey)],
	'/needs/follow': [by(stranger), by(passer)],
	'/needs/surveys': [by(clerk)],
	'/needs/surveys/new': [by(clerk)],
	'/needs/surveys/{code}': [by(clerk, survey), by(clerk, prepared.survey)],
	'/needs/surveys/{code}/sheets': [by(clerk, prepared.survey)],
	'/needs/surveys/{code}/sheets/{uid}': [by(clerk, prepared.survey, sheetOf)],
	'/needs/surveys/{code}/entry': [by(clerk, prepared.survey)],
	'/needs/surveys/{code}/edit': [by(clerk, prepared.draftSurvey)],
	'/needs/surveys/{code}/preview': [by(clerk, prepared.draftSurvey)],
	'/needs/surveys/{code}/question': [by(clerk, prepared.draftSurvey)],
	'/needs/surveys/{code}/question/{place}': [by(clerk, prepared.draftSurvey, own)],
	'/needs/households': [by(clerk)],
	'/needs/households/new': [by(clerk)],
	'/needs/households/{no}': [by(clerk, household)],
	'/needs/households/{no}/edit': [by(clerk, household)],
	'/needs/households/{no}/visit': [by(clerk, household)],
	'/needs/visits': [by(clerk)],
	'/needs/visits/{uid}': [by(clerk, visitBeside)], '/needs/visits/{uid}/edit': [by(clerk, visitBeside)],
	'/needs/meetings': [by(clerk)],
	'/needs/meetings/new': [by(clerk)],
	'/needs/meetings/{uid}': [by(clerk, prepared.meeting)],
	'/needs/meetings/{uid}/edit': [by(clerk, prepared.meeting)],
	'/needs/route': [by(clerk)],
	'/needs/field': [by(clerk)],
	'/needs/ledger': [by(clerk)],
	'/needs/ledger/new': [by(clerk)],
	'/needs/clusters': [by(clerk)], '/needs/coverage': [by(clerk)],
	'/needs/cluster': [by(clerk, { status: 404 })],
	'/needs/ledger/paste': [by(clerk)],
	'/needs/ledger/{no}/edit': [by(clerk, need)],
	'/needs/ledger/{no}': [by(clerk, need), by(clerk, verified)],

	'/order/': [by(clerk)],
	'/order/new': [by(stranger), by(passer)],
	'/order/desk/new': [by(clerk)],
	'/order/desk/{no}': [by(clerk, prepared.order)], '/order/desk/{no}/edit': [by(clerk, prepared.order)],
	'/order/cases': [by(clerk)],
	'/order/cases/{no}': [by(reviewer, prepared.orderCase)],
	'/order/menu': [by(clerk)],
	'/order/menu/new': [by(clerk)],
	'/order/menu/{uid}': [by(clerk, prepared.menuItem)],
	'/order/mine': [by(volunteer)],
	'/order/pairing': [by(clerk)],
	'/order/pairing/new': [by(clerk)],
	'/order/pairing/{no}': [by(clerk, prepared.pairing)],
	'/order/pairing/{no}/edit': [by(clerk, prepared.pairing)],
	'/order/pair': [by(volunteer)],
	'/order/pair/{no}': [by(volunteer, prepared.pairing)],
	'/order/mine/{no}': [by(volunteer, prepared.askedOrder)],
	'/order/{no}': [by(stranger, () => 'D9900199999', { status: 404 })],

	'/project/': [by(clerk)],
	'/project/new': [by(clerk)],
	'/project/{no}': [by(clerk, draftProject), by(reviewer, project('submitted')), by(clerk, project('running'))],
	'/project/{no}/print': [by(clerk, project('running'))],
	'/project/{no}/change': [by(clerk, project('recruiting'))],
	'/project/{no}/edit': [by(clerk, draftProject)],
	'/project/{no}/needs': [by(clerk, draftProject)], '/project/{no}/needs/{need}': [by(reviewer, promised('p.no'), promised('n.no'))],
	'/project/{no}/close': [by(clerk, project('running'))],
	'/project/{no}/position': [by(clerk, draftProject)], '/project/{no}/position/{uid}': [by(clerk, draftProject, draftPosition), by(clerk, project('recruiting'), recruitingPosition)],
	'/project/{no}/void': [by(clerk, draftProject)],

	'/recruit/': [by(stranger), by(passer), by(volunteer)], ...fundPages({ by, clerk, reviewer, stranger, passer }), ...shiftPages({ by, clerk, stranger, passer, volunteer, recruiting: project('recruiting'), position: recruitingPosition, ledTeam: prepared.ledTeam }),
	'/recruit/{no}': [by(stranger, project('recruiting')), by(passer, project('recruiting')), by(volunteer, project('recruiting'))],
	'/recruit/review': [by(clerk)],
	'/recruit/review/{uid}': [by(reviewer, application)],

	...bankPages({ by, clerk, overseer, stranger, volunteer }),
	'/bank/green': [by(clerk)], '/bank/green/new': [by(clerk)], '/bank/green/lapsing': [by(clerk)], '/bank/green/duty': [by(clerk)], '/bank/green/a/{no}': [by(clerk, prepared.green)], '/bank/green/check': [by(clerk)], '/bank/green/mine': [by(volunteer)], '/bank/gifts': [by(clerk)], '/bank/gifts/new': [by(clerk)], '/bank/gifts/waiting': [by(clerk)], '/bank/gifts/{uid}': [by(clerk, prepared.gift)], '/bank/gifts/x/{uid}': [by(clerk, prepared.exchange)], '/bank/offers': [by(clerk)], '/bank/offers/new': [by(clerk)], '/bank/offers/{uid}': [by(clerk, prepared.partnerOffer)], '/bank/s/{station}/shelf': [by(stranger, own)], '/bank/s/{station}/offers': [by(stranger, own), by(volunteer, own)],
	'/support/insurance': [by(clerk)],
	'/support/insurance/new': [by(clerk)],
	'/support/insurance/{uid}': [by(clerk, policy)],
	'/support/insurance/{uid}/edit': [by(clerk, policy)],
	'/support/agreements': [by(clerk)],
	'/support/agreements/new': [by(clerk)],
	'/support/agreements/{uid}': [by(clerk, signed)],
	'/support/agreements/{uid}/edit': [by(clerk, signed)],
	'/support/texts': [by(clerk), by(manager), by(overseer)],
	'/support/texts/new': [by(manager), by(overseer)],
	'/support/texts/{uid}': [by(clerk, agreementText), by(overseer, agreementText)],
	'/support/mine': [by(volunteer)],
	'/support/mine/{uid}': [by(volunteer, mySigned)],
	'/support/sign/{station}': [by(volunteer, own)],
	'/team/': [by(clerk)],
	'/team/new': [by(clerk)],
	'/team/desk/{uid}': [by(clerk, team), by(reviewer, team)],
	'/team/desk/{uid}/edit': [by(clerk, team)],
	'/team/list': [by(stranger), by(volunteer)],
	'/team/mine': [by(volunteer)],
	'/team/found': [by(volunteer)],
	'/team/t/{uid}': [by(stranger, team), by(volunteer, team)],
	'/team/t/{uid}/lead': [by(volunteer, prepared.ledTeam)],

	'/training/': [by(stranger), by(volunteer)],
	'/training/{no}': [by(stranger, training('published')), by(volunteer, training('published'))],
	'/training/manage': [by(clerk)],
	'/training/manage/new': [by(clerk)],
	'/training/manage/{no}': [by(clerk, draftTraining), by(clerk, training('published'))],
	'/training/manage/{no}/edit': [by(clerk, draftTraining)],
	'/training/manage/{no}/roll': [by(clerk, training('published'))],
	'/training/manage/{no}/code': [by(clerk, training('published'))],
	'/training/{no}/sign-in': [by(volunteer, training('published'))],
	'/training/manage/{no}/sheet': [by(clerk, training('published'))],

	'/activity/mine': [by(volunteer)],
	'/activity/hours': [by(volunteer)],
	'/activity/hours/{no}': [by(volunteer, record)],
	'/activity/record/{no}/object': [by(volunteer, record)],
	'/activity/notice': [by(stranger), by(passer)],
	'/activity/notice/{no}': [by(stranger, noticed), by(passer, noticed)],
	'/activity/notice/record/{no}': [by(stranger, noticedRecord)],
	'/activity/notice/case/{no}': [by(stranger, dispute)],
	'/activity/ledger/': [by(stranger), by(passer)],
	'/activity/flags': [by(overseer)],
	'/activity/holidays': [by(overseer)],
	'/activity/manage/due': [by(clerk)],
	'/activity/c/{token}': [by(volunteer, passedCode, { status: 409 })],
	'/activity/{no}': [by(volunteer, duty)],
	'/activity/{no}/leave': [by(volunteer, duty)],
	'/activity/manage': [by(clerk)],
	'/activity/manage/new': [by(clerk)],
	'/activity/manage/calendar': [by(clerk)],
	'/activity/manage/series/new': [by(clerk)],
	'/activity/manage/series/{uid}': [by(clerk, prepared.series)],
	'/activity/manage/{no}/change': [by(clerk, activity('published'))],
	'/activity/manage/review': [by(reviewer)],
	'/activity/record/{no}': [by(reviewer, waitingRecord), by(clerk, effectiveRecord)],
	'/activity/manage/absences': [by(clerk)],
	'/activity/manage/absences/{uid}': [by(clerk, absenceRef)],
	'/activity/{no}/absent': [by(volunteer, prepared.absence)],
	'/activity/manage/objections': [by(reviewer)],
	'/activity/manage/objections/{no}': [by(reviewer, objection)],
	'/activity/manage/{no}': [by(clerk, draftActivity), by(clerk, activity('published')), by(clerk, activity('recording'))],
	'/activity/manage/{no}/edit': [by(clerk, draftActivity)],
	'/activity/manage/{no}/log': [by(clerk, activity('recording'))], '/activity/manage/{no}/sheet': [by(clerk, activity('recording'))],
	'/activity/manage/{no}/backfill': [by(clerk, activity('recording'))],
	'/activity/manage/{no}/rate': [by(clerk, noticed)],
	'/activity/manage/{no}/code': [by(clerk, activity('published'))],
	'/activity/manage/{no}/board': [by(clerk, activity('published'))],

	'/platform/': [by(clerk), by(manager)],
	'/platform/{no}': [by(clerk, line)],
	'/platform/balance': [by(clerk)],
	'/platform/reconcile': [by(clerk)],
	'/platform/export': [by(clerk)],
	'/platform/receipts': [by(clerk)],
	'/platform/destinations': [by(overseer)],
	'/platform/destinations/new': [by(overseer)],
	'/platform/destinations/{code}': [by(overseer, () => 'exchange')],
	'/platform/transfer': [by(clerk)],
	'/platform/transfer/mine': [by(volunteer)],
	'/platform/transfer/out': [by(clerk)],
	'/platform/transfer/in': [by(clerk)],
	'/platform/transfer/csv': [by(clerk)],
	'/platform/transfer/keys': [by(manager)],
	'/platform/transfer/move': [by(clerk)],
	'/platform/transfer/moves': [by(clerk)],
	'/platform/transfer/move/{no}': [by(clerk, prepared.stationMove)],
	'/platform/transfer/{no}': [by(clerk, prepared.transfer), by(reviewer, prepared.transfer)],

	'/commend/honours': [by(stranger), by(passer)],
	...honourPages({ by, clerk, reviewer, stranger, passer }),
	...starPages({ by, clerk, reviewer, overseer, volunteer }),
	'/commend/mine': [by(volunteer)],
	'/commend/mine/honour': [by(volunteer)],
	'/commend/certificate': [by(volunteer)],
	'/commend/certificate/{no}': [by(volunteer, certificate), by(clerk, certificate)],
	'/commend/offline': [by(stranger), by(passer)],
	'/commend/verify': [by(stranger), by(passer)],
	'/commend/verify/{no}': [by(stranger, certificate), by(stranger, () => 'C2600199999', { status: 404 })],
	'/commend/offline': [by(stranger)],
	'/commend/manage/honours': [by(clerk)],
	'/commend/manage/honours/new': [by(clerk)],
	'/commend/manage/honours/{no}': [by(reviewer, honour)], '/commend/manage/honours/{no}/edit': [by(clerk, honour)],
	'/commend/manage/certificate': [by(clerk)],
	'/commend/manage/certificates': [by(clerk)],
	'/commend/manage/certificates/{no}': [by(reviewer, certificate)],
}

// Pages that stand in no table, and views of one by what is asked of it.
const OTHERS = [
	['station-feedback', '/station/feedback?station=1', stranger],
	['sign-in-by-wechat', '/account/sign-in?as=volunteer&why=expired', stranger],
	['wechat-on-a-desktop', '/account/sign-in?as=volunteer', passer],
	['ledger-empty', '/needs/ledger?state=done&category=0012', clerk],
	['none-for-strangers', '/recruit/P9900199999', stranger, 404],
	['none-for-volunteers', '/activity/hours/R9900199999', volunteer, 404],
	['none-for-staff', '/project/P9900199999', clerk, 404],
	['not-for-overseers', '/needs/ledger', overseer, 403],
	['no-such-program', '/nothing/', stranger, 404],
	['old-card', '/activity/card?k=V2600100001-1-00', stranger, 404],
	['closed-survey', '/needs/s/nosuch', stranger, 404],
]

const nameOf = (path) => path.replace(/[{}]/g, '').split('/').filter(Boolean).join('-') || 'front'

async function addressOf(path, args) {
	let address = path
	for (const arg of args) {
		const found = await arg()
		assert.ok(found, `the demo community has no row for ${path}`)
		address = address.replace(/\{\w+\}/, found)
	}
	return address
}

test('every page is visited or excused, and nothing else is', () => {
	const there = getRoutes().map(({ path }) => path)
	const listed = [...Object.keys(PAGES), ...Object.keys(EXCUSED)]
	assert.deepEqual({ forgotten: there.filter((p) => !listed.includes(p)), gone: listed.filter((p) => !there.includes(p)) },
		{ forgotten: [], gone: [] })
})

for (const [path, visits] of Object.entries(PAGES))
	visits.forEach(({ who, args, options }, n) =>
		test(`${path} for ${who.name}${n ? ` (${n + 1})` : ''}`, async () => {
			const address = await addressOf(path, args)
			await visit(await who(), address, `${nameOf(path)}-${who.name}${n || ''}`, options)
		}, { timeout: 120_000 })
	)

for (const [name, address, who, status = 200] of OTHERS)
	test(`${name}: ${address}`, async () => {
		await visit(await who(), address, name, { status })
	})
await end()
