// t3020-pages.mjs - every page of every program, seen by whom it is for, with the checks of every page. The list of pages
// comes from the route tables: one that is neither visited here nor excused with a reason fails.
import {
	Client,
	assert,
	desktop,
	end,
	getRoutes,
	openid,
	phone,
	staff,
	test,
	value,
	visit,
	volunteer,
} from './lib.mjs'

const BOUND = 'oZYZ_demo_volunteer_00000001'
const PERSON = '(SELECT person_id FROM wechat_account WHERE openid = ' + `'${BOUND}')`

// Everybody sits at one screen for the whole file.
const screens = new Map()
const screen = (key, make) => {
	if (!screens.has(key)) screens.set(key, make())
	return screens.get(key)
}
const clerk = () => screen('clerk', () => staff('liwei'))
const reviewer = () => screen('reviewer', () => staff('wangfang'))
const manager = () => screen('manager', () => staff('zhangmin'))
const overseer = () => screen('overseer', () => staff('madan'))
const bound = () => screen('bound', () => volunteer(BOUND))
const newcomer = () => screen('newcomer', () => volunteer(openid()))
const stranger = () => screen('stranger', () => phone())
const passer = () => screen('passer', () => desktop())

// What stands for {no} and the like; each is a row of the demo community in the state the page is about.
const no = {
	survey: () => value("SELECT code FROM survey WHERE station_id = 1 AND state = 'open'"),
	need: () => value("SELECT no FROM need WHERE station_id = 1 AND state = 'to_verify' LIMIT 1"),
	project: (state) =>
		value('SELECT no FROM project WHERE station_id = 1 AND state = ? ORDER BY id LIMIT 1', [state]),
	position: () =>
		value(`SELECT LOWER(HEX(o.uid)) FROM position o JOIN project p ON p.id = o.project_id
			WHERE p.no = ? LIMIT 1`, [no.project('draft')]),
	activity: (state) =>
		value('SELECT no FROM activity WHERE station_id = 1 AND state = ? ORDER BY id LIMIT 1', [state]),
	duty: () =>
		value(`SELECT a.no FROM activity a JOIN roster r ON r.activity_id = a.id
			WHERE a.state = 'published' AND r.person_id = ${PERSON} LIMIT 1`),
	record: () =>
		value(`SELECT no FROM service_record WHERE state IN ('notice', 'effective', 'to_review')
			AND person_id = ${PERSON} ORDER BY id LIMIT 1`),
	application: () =>
		value("SELECT LOWER(HEX(uid)) FROM application WHERE station_id = 1 AND state = 'pending' LIMIT 1"),
	volunteer: () => value('SELECT no FROM volunteer WHERE station_id = 1 LIMIT 1'),
	line: () =>
		value('SELECT LOWER(HEX(idem)) FROM outbox WHERE station_id = 1 ORDER BY id LIMIT 1'),
}

/** One visit: who looks, and what stands in the address. */
const by = (who, ...args) => ({ who, args })

const PAGES = {
	'/': [by(stranger), by(passer)],
	'/station/help': [by(stranger), by(passer)],
	'/station/': [by(manager)],
	'/station/edit': [by(manager)],
	'/station/audit': [by(manager)],
	'/station/staff/new': [by(manager)],
	'/station/overview': [by(overseer)],

	'/account/sign-in': [by(stranger), by(passer)],
	'/account/station': [by(stranger)],
	'/account/desk': [by(clerk)],
	'/account/password': [by(clerk)],
	'/account/register': [by(newcomer)],
	'/account/me': [by(bound)],
	'/account/me/edit': [by(bound)],
	'/account/me/consent': [by(bound)],
	'/account/me/erase': [by(bound)],
	'/account/volunteers': [by(clerk)],
	'/account/volunteers/new': [by(clerk)],
	'/account/volunteers/{no}': [by(clerk, no.volunteer)],

	'/needs/': [by(clerk)],
	'/needs/s/{code}': [by(stranger, no.survey), by(passer, no.survey)],
	'/needs/s/{code}/thanks': [by(stranger, no.survey)],
	'/needs/surveys': [by(clerk)],
	'/needs/surveys/new': [by(clerk)],
	'/needs/surveys/{code}': [by(clerk, no.survey)],
	'/needs/ledger': [by(clerk)],
	'/needs/ledger/new': [by(clerk)],
	'/needs/ledger/{no}': [by(clerk, no.need)],

	'/project/': [by(clerk)],
	'/project/new': [by(clerk)],
	'/project/{no}': [by(clerk, () => no.project('running')), by(reviewer, () => no.project('submitted'))],
	'/project/{no}/print': [by(clerk, () => no.project('running'))],
	'/project/{no}/edit': [by(clerk, () => no.project('draft'))],
	'/project/{no}/position': [by(clerk, () => no.project('draft'))],
	'/project/{no}/position/{uid}': [by(clerk, () => no.project('draft'), no.position)],
	'/project/{no}/void': [by(clerk, () => no.project('draft'))],

	'/recruit/': [by(stranger), by(bound)],
	'/recruit/review': [by(clerk)],
	'/recruit/review/{uid}': [by(reviewer, no.application)],
	'/recruit/{no}': [by(stranger, () => no.project('recruiting')), by(bound, () => no.project('recruiting'))],

	'/activity/': [by(bound)],
	'/activity/mine': [by(bound)],
	'/activity/hours': [by(bound)],
	'/activity/hours/{no}': [by(bound, no.record)],
	'/activity/record/{no}/object': [by(bound, no.record)],
	'/activity/notice': [by(stranger), by(passer)],
	'/activity/notice/{no}': [by(stranger, () => no.activity('notice'))],
	'/activity/{no}': [by(bound, no.duty)],
	'/activity/manage': [by(clerk)],
	'/activity/manage/new': [by(clerk)],
	'/activity/manage/review': [by(reviewer)],
	'/activity/manage/objections': [by(reviewer)],
	'/activity/manage/{no}': [by(clerk, () => no.activity('recording')), by(clerk, () => no.activity('published'))],
	'/activity/manage/{no}/edit': [by(clerk, () => no.activity('published'))],
	'/activity/manage/{no}/log': [by(clerk, () => no.activity('recording'))],
	'/activity/manage/{no}/code': [by(clerk, () => no.activity('published'))],

	'/platform/': [by(clerk)],
	'/platform/{no}': [by(clerk, no.line)],
}

const EXCUSED = {
	'/healthz': 'data for machines',
	'/account/wechat/start': 'a redirect to WeChat',
	'/account/wechat/callback': 'a redirect back from WeChat',
}

const nameOf = (path) => path.replace(/[{}]/g, '').split('/').filter(Boolean).join('-') || 'front'

function addressOf(path, args) {
	const values = args.map((arg) => arg())
	let next = 0
	const filled = path.replace(/\{\w+\}/g, () => {
		const found = values[next++]
		assert.ok(found, `the demo community has no row for ${path}`)
		return found
	})
	return filled
}

test('every page is visited or excused, and nothing else', () => {
	const listed = [...Object.keys(PAGES), ...Object.keys(EXCUSED)].sort()
	assert.deepEqual(listed, getRoutes().map(({ path }) => path).sort())
})

for (const [path, visits] of Object.entries(PAGES))
	visits.forEach(({ who, args }, n) =>
		test(`${path} for ${who.name}${n ? ` (${n + 1})` : ''}`, async () => {
			const page = await who()
			await visit(page, addressOf(path, args), `${nameOf(path)}-${who.name}${n || ''}`)
		})
	)
await end()
