// Whoever acts for a volunteer 代办 saw what is told to that volunteer alone: addresses and telephones of residents whom they visit, the
// names of the team they lead, the card whose code proves that they are there. Every route is asked as a proxy and as a guardian: what
// is not named here is refused, so that a new page has to say on which side it stands.
import fs from 'node:fs'
import { assert, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { act, elderly, family, grown, guarded, kin, pair, personOf, rightOf, young } from './lib/family.mjs'
import { begin, draft } from './lib/activity.mjs'
import { programs, routesOf } from '../lint/programs.mjs'

const html = { headers: { Accept: 'text/html' } }
const clerk = await staff('liwei')

// About whoever is acted for, and nobody else.
const SEEN = `/account/me /account/me/settings /account/me/calendar.ics /account/me/edit /account/me/more /account/me/looked
	/account/messages /account/messages/{uid} /account/family
	/activity/ /activity/mine /activity/hours /activity/hours/{no} /activity/record/{no}/object /activity/{no} /activity/{no}/leave
	/activity/{no}/absent /bank/ /bank/statement /commend/mine /commend/certificate /commend/certificate/{no}
	/recruit/shift/{no}/withdraw /recruit/standby /recruit/{no}/withdraw /support/mine /support/mine/{uid} /support/mine/{uid}/print /team/mine /training/{no}/material/{uid}`.split(/\s+/)
const DONE = `/account/me/edit /account/me/more /account/messages /account/family/{uid}/act
	/activity/record/{no}/object /activity/hours/{no}/rate /activity/{no}/leave /activity/{no}/absent /activity/{no}/join
	/activity/{no}/decline /commend/certificate /recruit/shift/{no}/apply /recruit/shift/{no}/withdraw /recruit/shift/{no}/accept
	/recruit/{no}/apply /recruit/{no}/withdraw /recruit/{no}/accept /recruit/invite/{token} /recruit/standby /recruit/standby/{uid}/end /team/t/{uid}/join /team/t/{uid}/leave
	/training/{no}/enrol /training/{no}/cancel /training/{no}/join /training/{no}/decline`.split(/\s+/)
const GUARDIAN = '/account/me/consent /account/me/guardian /account/me/export /account/me/data /account/me/erase /account/me/correct'.split(' ')

const tree = fs.readdirSync('cgi').flatMap((name) => fs.readdirSync(`cgi/${name}`).filter((file) => /\.[ch]$/.test(file))
	.map((file) => ({ path: `cgi/${name}/${file}`, text: fs.readFileSync(`cgi/${name}/${file}`, 'utf8') })))
const rows = programs(tree).flatMap(([, files]) => routesOf(files)).filter((row) => /\b(VOLUNTEER|SIGNED_IN|WECHAT)\b/.test(row.flags))
const filled = (path) => path.replace('{uid}', '0'.repeat(32)).replace(/\{\w+\}/g, 'A2600199999')

/** What was refused, and should not have been, or the other way round. */
async function unlike(client, allowed) {
	const found = []
	for (const row of rows) {
		// Without a token a POST that is allowed goes no further.
		const r = row.method === 'GET' ? await client.getJson(filled(row.path)) : await client.post(filled(row.path), { csrf: null })
		const own = r.status === 403 && r.page?.Error === 'own'
		if (own === allowed(row))
			found.push(`${row.method} ${row.path} ${own ? 'is refused' : `is answered by ${r.status}`}`)
	}
	return found
}

test('a proxy sees and does what is named, and no other route', async () => {
	const { proxy, uid } = await pair(clerk)
	await act(proxy, uid)
	assert.ok(rows.length > 100, `${rows.length} routes`)
	assert.deepEqual(await unlike(proxy.client, ({ method, path }) => (method === 'GET' ? SEEN : DONE).includes(path)), [])
})

test('a guardian does six things more', async () => {
	const { guardian, uid } = await guarded()
	await act(guardian, uid)
	assert.deepEqual(await unlike(guardian.client, ({ method, path }) => GUARDIAN.includes(path) || (method === 'GET' ? SEEN : DONE).includes(path)), [])
})

test('the refusal says whose it is and leads back to oneself', async () => {
	const { proxy, uid } = await pair(clerk)
	await act(proxy, uid)
	const { text } = status(await proxy.client.get('/account/me/card', html), 403)
	assert.match(text, /这件事要本人办/)
	assert.match(text, /<main[\s\S]*action="\/account\/family\/self"[\s\S]*换回自己/)
	const me = status(await proxy.client.get('/account/me', html), 200).text
	for (const at of ['/account/me/card', '/order/mine', '/order/pair'])
		assert.ok(!me.includes(`href="${at}"`), at)
})

test('who acts for a leader reads no names off the cards that the leader may read', async () => {
	const { elder, proxy, uid } = await pair(clerk), v = await newVolunteer({ name: '钱多多' })
	const no = await draft(clerk, { leader_no: elder.no })
	for (const on of [v, elder])
		status(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: on.no }), 303)
	status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 303)
	begin(no)
	const url = new URL(status(await v.client.getJson('/account/me/card'), 200).page.Card.url), at = url.pathname + url.search
	assert.equal(status(await elder.client.getJson(at), 200).page.Led.length, 1)
	assert.equal(status(await elder.client.getJson(`/activity/${no}`), 200).page.Duty.leads, 1)
	await act(proxy, uid)
	assert.equal(status(await proxy.client.getJson(at), 200).page.Led, undefined)
	const duty = status(await proxy.client.getJson(`/activity/${no}`), 200).page.Duty
	assert.deepEqual([duty.leads, duty.self], [undefined, undefined])
})

test('nobody under 18 asks to act for somebody, by name or by code', async () => {
	const elder = await elderly(), child = await young({ guardian_name: '王芳', guardian_phone: '13900001234' })
	const { text } = status(await clerk.post(`/account/volunteers/${elder.no}/family/code`), 200).page.Code
	for (const [at, form] of [['ask', { name: elder.form.name, phone: elder.form.phone }], ['code', { family_code: text }]]) {
		const r = status(await child.client.post(`/account/family/${at}`, { ...form, relation: '孙子' }), 422, at)
		assert.match(r.text, /没满 18 岁，不能替别人办/)
		assert.match(status(await child.client.get(`/account/family/${at}`, html), 200).text, /没满 18 岁，不能替别人办/)
	}
	assert.equal((await family(elder)).By, undefined)
	assert.equal(value('SELECT COUNT(*) FROM proxy WHERE proxy_person_id = ?', [personOf(child)]), '0')
})

test('a guardian who has agreed is not removed by "not me"; the refusals show what to do', async () => {
	const v = await grown({ name: '赵国强' })
	const child = await young({ name: '赵小', guardian_name: '赵国强', guardian_phone: v.form.phone })
	const [claim] = (await family(v)).Children
	const guard = (by, changes = {}) => by.client.post('/account/family/guard', { child: claim.uid, answer: 'no', ...changes })
	status(await clerk.post(`/account/volunteers/${child.no}/guardian`), 303, 'the station heard the guardian')
	const no = status(await guard(v), 422, 'agreed already')
	assert.match(no.text, /已经同意过/)
	assert.equal(value('SELECT ended_at FROM guardian WHERE person_id = ?', [personOf(child)]), null)
	assert.equal(value('SELECT state FROM volunteer WHERE no = ?', [child.no]), 'active')
	for (const [by, changes, words] of [[await grown(), {}, /登记时写的监护人不是您/], [v, { child: '0'.repeat(32) }, /登记时写的监护人不是您/],
		[await young({ guardian_name: '王芳', guardian_phone: '13900001234' }), {}, /要是成年人/]])
		assert.match(status(await guard(by, changes), 422).text, words)
	status(await guard(v, { answer: 'yes' }), 303)
	assert.match(status(await guard(v, { answer: 'yes' }), 422, 'twice').text, /您已经在替他办了/)
})

test('the limit of eight is about whoever asks, and tells nothing of whom they ask for', async () => {
	const proxy = await grown(), elder = await elderly()
	const ask = (name) => proxy.client.post('/account/family/ask', { name, phone: elder.form.phone, relation: '女儿' })
	const eight = await Promise.all(Array.from({ length: 8 }, () => elderly()))
	for (const e of eight)
		sql(`INSERT INTO proxy (uid, person_id, proxy_person_id, kind, way, given_at) VALUES (UNHEX(REPLACE(UUID(), '-', '')), ?, ?, 'proxy', NULL, NOW())`, [personOf(e), personOf(proxy)])
	status(await ask(elder.form.name), 303, 'asks that nobody answered do not count')
	sql(`UPDATE proxy SET way = 'own', person_agreed_at = NOW(), proxy_agreed_at = NOW() WHERE proxy_person_id = ? AND person_id <> ?`, [personOf(proxy), personOf(elder)])
	for (const name of [elder.form.name, '别人家'])
		assert.match(status(await ask(name), 422, name).text, /最多替 8 个人办/)
	status(await proxy.client.post('/account/family/code', { family_code: 'AAAA BBBB', relation: '女儿' }), 422)
	const r = status(await elder.client.post(`/account/family/${rightOf(elder, proxy)}/agree`), 422)
	assert.match(r.text, /他已经替 8 个人办了/)
})

test('an ask that nobody answers lapses after 14 days', async () => {
	const proxy = await grown(), elder = await elderly()
	const ask = () => proxy.client.post('/account/family/ask', { name: elder.form.name, phone: elder.form.phone, relation: '女儿' })
	const older = (days) => sql(`UPDATE proxy SET given_at = NOW() - INTERVAL ? DAY WHERE person_id = ? AND ended_at IS NULL`, [days, personOf(elder)])
	status(await ask(), 303)
	older(13)
	assert.equal((await family(elder)).By.length, 1)
	older(15)
	assert.equal((await family(elder)).By, undefined)
	const uid = rightOf(elder, proxy)
	status(await elder.client.post(`/account/family/${uid}/agree`), 404)
	assert.equal(status(await clerk.getJson(`/account/volunteers/${elder.no}/family`), 200).page.Family[0].lapsed, 1)
	status(await ask(), 303, 'and may be asked again')
	assert.equal(value('SELECT ended_by FROM proxy WHERE uid = UNHEX(?)', [uid]), 'lapse')
	assert.equal(value(`SELECT COUNT(*) FROM audit u JOIN proxy x ON x.id = u.target_id WHERE u.action = 'family.lapse' AND x.uid = UNHEX(?)`, [uid]), '1')
	assert.equal((await family(elder)).By.length, 1)
	await kin(clerk, elder, proxy)
	older(300)
	assert.equal((await family(proxy)).For.length, 1, 'what both agreed to holds')
})

test('what the page says of a guardian is true of guardians', async () => {
	const { guardian } = await guarded()
	const { text } = status(await guardian.client.get('/account/family', html), 200)
	assert.match(text, /更正证件、改同意事项、下载个人资料、注销：监护人可以替孩子办/)
	const v = await grown({ name: '李秀英' }), child = await young({ guardian_name: '李秀英', guardian_phone: v.form.phone })
	const [claim] = (await family(v)).Children
	status(await v.client.post('/account/family/guard', { child: claim.uid, answer: 'yes' }), 303)
	assert.match(status(await child.client.get('/account/family', html), 200).text, /要换监护人/)
})

await end()
