// t3020-pages.mjs - every page of every program, seen by whom it is for, with the checks of every page. The list of pages
// comes from the route tables: one that is neither visited here nor excused with a reason fails.
import {
	BOUND,
	BOUND_PERSON,
	assert,
	atDesk,
	desktop,
	end,
	getRoutes,
	halfIn,
	onPhone,
	openid,
	phone,
	prepared,
	test,
	value,
	visit,
} from './lib.mjs'

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
	'/station/staff/{ref}': [by(manager, colleague), by(overseer, colleague)],
	'/station/search': [by(clerk)],
	'/station/overview': [by(overseer)],
	'/station/notices': [by(clerk)],
	'/station/notices/new': [by(clerk)],
	'/station/notices/{uid}': [by(clerk, prepared.news)],
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
	'/activity/flags/records': [by(overseer)],

	'/account/sign-in': [by(stranger), by(passer)],
	'/account/station': [by(divided)],
	'/account/desk': [by(clerk), by(manager)],
	'/account/password': [by(clerk)],
	'/account/code': [by(halfway)],
	'/account/second': [by(clerk), by(reviewer)],
	'/account/one-time': [by(stranger), by(passer)],
	'/account/mine': [by(reviewer)],
	'/account/register': [by(newcomer)],
	'/account/me': [by(volunteer)],
	'/account/me/edit': [by(volunteer)],
	'/account/me/more': [by(volunteer)],
	'/account/me/consent': [by(volunteer)],
	'/account/me/erase': [by(volunteer)],
	'/account/me/looked': [by(volunteer)],
	'/account/me/rebind': [by(volunteer)],
	'/account/bind': [by(newcomer)],
	'/account/me/correct': [by(volunteer)],
	'/account/corrections': [by(reviewer)],
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
	'/needs/surveys/{code}': [by(clerk, survey)],
	'/needs/households': [by(clerk)],
	'/needs/households/new': [by(clerk)],
	'/needs/households/{no}': [by(clerk, household)],
	'/needs/households/{no}/edit': [by(clerk, household)],
	'/needs/households/{no}/visit': [by(clerk, household)],
	'/needs/visits': [by(clerk)],
	'/needs/visits/{uid}': [by(clerk, visitBeside)],
	'/needs/route': [by(clerk)],
	'/needs/field': [by(clerk)],
	'/needs/ledger': [by(clerk)],
	'/needs/ledger/new': [by(clerk)],
	'/needs/ledger/{no}/edit': [by(clerk, need)],
	'/needs/ledger/{no}': [by(clerk, need), by(clerk, verified)],

	'/order/': [by(clerk)],
	'/order/new': [by(stranger), by(passer)],
	'/order/desk/new': [by(clerk)],
	'/order/desk/{no}': [by(clerk, prepared.order)],
	'/order/cases': [by(clerk)],
	'/order/cases/{no}': [by(reviewer, prepared.orderCase)],
	'/order/mine': [by(volunteer)],
	'/order/pairing': [by(clerk)],
	'/order/pairing/new': [by(clerk)],
	'/order/pairing/{no}': [by(clerk, prepared.pairing)],
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
	'/project/{no}/position': [by(clerk, draftProject)],
	'/project/{no}/position/{uid}': [by(clerk, draftProject, draftPosition), by(clerk, project('recruiting'), recruitingPosition)],
	'/project/{no}/void': [by(clerk, draftProject)],

	'/recruit/': [by(stranger), by(passer), by(volunteer)],
	'/recruit/{no}': [by(stranger, project('recruiting')), by(passer, project('recruiting')), by(volunteer, project('recruiting'))],
	'/recruit/review': [by(clerk)],
	'/recruit/review/{uid}': [by(reviewer, application)],

	'/support/insurance': [by(clerk)],
	'/support/insurance/new': [by(clerk)],
	'/support/insurance/{uid}': [by(clerk, policy)],
	'/support/agreements': [by(clerk)],
	'/support/agreements/new': [by(clerk)],
	'/support/agreements/{uid}': [by(clerk, signed)],
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
	'/activity/manage': [by(clerk)],
	'/activity/manage/new': [by(clerk)],
	'/activity/manage/calendar': [by(clerk)],
	'/activity/manage/series/new': [by(clerk)],
	'/activity/manage/series/{uid}': [by(clerk, prepared.series)],
	'/activity/manage/{no}/change': [by(clerk, activity('published'))],
	'/activity/manage/review': [by(reviewer)],
	'/activity/record/{no}': [by(reviewer, waitingRecord), by(clerk, effectiveRecord)],
	'/activity/manage/objections': [by(reviewer)],
	'/activity/manage/objections/{no}': [by(reviewer, objection)],
	'/activity/manage/{no}': [by(clerk, draftActivity), by(clerk, activity('published')), by(clerk, activity('recording'))],
	'/activity/manage/{no}/edit': [by(clerk, draftActivity)],
	'/activity/manage/{no}/log': [by(clerk, activity('recording'))],
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
	'/commend/mine': [by(volunteer)],
	'/commend/mine/honour': [by(volunteer)],
	'/commend/certificate': [by(volunteer)],
	'/commend/certificate/{no}': [by(volunteer, certificate), by(clerk, certificate)],
	'/commend/offline': [by(stranger), by(passer)],
	'/commend/verify': [by(stranger), by(passer)],
	'/commend/verify/{no}': [by(stranger, certificate), by(stranger, () => 'C2600199999', { status: 404 })],
	'/commend/offline': [by(stranger)],
	'/commend/manage': [by(reviewer)],
	'/commend/manage/stars': [by(clerk)],
	'/commend/manage/honours': [by(clerk)],
	'/commend/manage/honours/new': [by(clerk)],
	'/commend/manage/honours/{no}': [by(reviewer, honour)],
	'/commend/manage/certificate': [by(clerk)],
	'/commend/manage/certificates': [by(clerk)],
	'/commend/manage/certificates/{no}': [by(reviewer, certificate)],
}

const EXCUSED = {
	'/needs/surveys/{code}/answers.xlsx': 'a table',
	'/needs/surveys/{code}/poster.pdf': 'a PDF',
	'/needs/surveys/{code}/paper.pdf': 'a PDF',
	'/order/dispatch': 'a redirect to the order that waits longest',
	'/support/': 'a redirect to the ledger of policies',
	'/support/insurance/{uid}/paper': 'a file that somebody uploaded',
	'/support/agreements/{uid}/paper': 'a file that somebody uploaded',
	'/support/agreements/{uid}/print': 'a PDF',
	'/support/mine/{uid}/print': 'a PDF',
	'/station/region': 'choices for a field, fetched by its script or shown within its form',
	'/station/poster': 'a PDF',
	'/station/document/{uid}': 'a file that somebody uploaded',
	'/station/places/{no}/document/{uid}': 'a file that somebody uploaded',
	'/healthz': 'data for machines',
	'/platform/metrics': 'data for machines',
	'/account/wechat/start': 'a redirect to WeChat',
	'/account/wechat/callback': 'a redirect back from WeChat',
	'/needs/': 'a redirect to the ledger',
	'/activity/': 'the same page as /activity/mine',
	'/activity/document/{uid}': 'a file that somebody uploaded',
	'/platform/transfer/{no}/file': 'a file that somebody brought',
	'/platform/transfer/mine/{no}': 'a file that somebody brought',
	'/activity/ledger/heads': 'data for machines',
	'/activity/ledger/key': 'data for machines',
	'/activity/manage/{no}/offline': 'a redirect to the code, for a phone that loads its page again',
	'/commend/': 'a redirect by who asks',
	'/commend/revoked': 'a text',
}

// Pages that stand in no table, and views of one by what is asked of it.
const OTHERS = [
	['sign-in-by-wechat', '/account/sign-in?as=volunteer&why=expired', stranger],
	['wechat-on-a-desktop', '/account/sign-in?as=volunteer', passer],
	['ledger-empty', '/needs/ledger?state=done&category=0012', clerk],
	['none-for-strangers', '/recruit/P9900199999', stranger, 404],
	['none-for-volunteers', '/activity/hours/R9900199999', volunteer, 404],
	['none-for-staff', '/project/P9900199999', clerk, 404],
	['not-for-overseers', '/needs/ledger', overseer, 403],
	['no-such-program', '/nothing/', stranger, 404],
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
