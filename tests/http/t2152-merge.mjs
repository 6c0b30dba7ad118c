// One human, here twice: found or named, side by side, merged by two members of staff, undone. The ledger proves the hours all the way.
import { spawnSync } from 'node:child_process'
import { Client, assert, end, guardGet, guardPost, newVolunteer, openid, personForm, sql, staff, status, test, until, value } from './lib.mjs'
import { attend, effectiveHours, finish, newActivity, records, roomToday } from './lib/activity.mjs'
import { personOf, served } from './lib/recognition.mjs'

const { BUILD = 'build', DB_SOCKET } = process.env
const clerk = await staff('liwei'), reviewer = await staff('wangfang'), manager = await staff('zhangmin')
const path = (r) => new URL(status(r, 303).location).pathname

async function pair(one, other, by = clerk) {
	return path(await by.post('/merge/pair', { one: one.no, other: other.no }))
}
/** Asked by liwei of station 1: `kept` stays. */
async function asked(kept, gone, by = clerk) {
	const first = personOf(kept.no) < personOf(gone.no)
	return path(await by.post(`${await pair(kept, gone, by)}/ask`, { keep: first ? 'a' : 'b', purpose: '同一人，已核对', document_seen: '1' }))
}
async function merged(kept, gone) {
	const at = await asked(kept, gone)
	status(await reviewer.post(`${at}/accept`), 303)
	return at
}
/** What they read as their own; undoing a merge signs everybody out. */
async function me(v) {
	const c = new Client()
	await c.wechatUser(v.openid)
	return status(await c.getJson('/account/me'), 200).page.Me
}
const message = (r, word) => assert.match(status(r, 422).page.Errors[0].text, word)
/** A volunteer at home at station 2. */
async function elsewhere(changes) {
	const v = await newVolunteer(changes)
	sql(`UPDATE volunteer SET station_id = (SELECT id FROM station WHERE no = 2) WHERE no = ?`, [v.no])
	return v
}
const verify = () => {
	const r = spawnSync(`${BUILD}/bin/zyz-verify`, ['ledger', '--socket', DB_SOCKET, '--key', keyFile], { encoding: 'utf8' })
	return { code: r.status, out: r.stdout + r.stderr }
}
const keyFile = `/tmp/t2152-${process.pid}.key`
{
	const { writeFileSync } = await import('node:fs')
	writeFileSync(keyFile, (await new Client().get('/activity/ledger/key')).text)
}

const shown = { a: await newVolunteer(), b: await newVolunteer() }
const double = await pair(shown.a, shown.b)
const doubleId = double.split('/').pop()
const openMerge = await asked(shown.a, shown.b)
const no = openMerge.split('/').pop()
guardGet('/merge/pair')
guardGet('/merge/double/{}', { of: () => doubleId, elsewhere: 'zhaolei' })
test('a merge is nothing for strangers, volunteers and other stations', async () => {
	status(await new Client().getJson(openMerge), 401)
	status(await shown.a.client.getJson(openMerge), 403)
	status(await (await staff('zhaolei')).getJson(openMerge), 404)
	status(await clerk.getJson('/merge/G9999999999'), 404)
	for (const verb of ['accept', 'decline', 'cancel', 'undo']) {
		status(await new Client().post(`${openMerge}/${verb}`, { csrf: '0'.repeat(32) }), 401)
		status(await shown.a.client.post(`${openMerge}/${verb}`, { reason: '不对' }), 403)
		status(await (await staff('sunli')).post(`${openMerge}/${verb}`, { reason: '不对' }), 404)
		status(await reviewer.post(`${openMerge}/${verb}`, { reason: '不对', csrf: null }), 403)
	}
	status(await reviewer.post(`${openMerge}/undo`, { reason: '不对' }), 409)
	assert.ok(status(await clerk.getJson('/merge/'), 200).page.Merges.length)
	status(await shown.a.client.getJson('/merge/'), 403)
})
guardPost('/merge/pair', { form: { one: shown.a.no, other: shown.b.no } })
guardPost('/merge/double/{}/ask', { of: () => doubleId, elsewhere: 'zhaolei', form: { keep: 'a', purpose: '同一人', document_seen: '1' } })
guardPost('/merge/double/{}/apart', { of: () => doubleId, elsewhere: 'zhaolei' })

test('the hours of both become the hours of one, and the ledger proves them before, after and when undone', async () => {
	await roomToday()
	const kept = await newVolunteer(), gone = await newVolunteer({ name: '林小曼' })
	const { record } = await effectiveHours(await staff('liwei'), reviewer, gone, { back: 100 })
	const minutes = Number(record.minutes)
	const sealed = () => until(() => value(`SELECT COUNT(*) FROM ledger_event e LEFT JOIN ledger_leaf l ON l.event_id = e.id WHERE l.seq IS NULL`) === '0',
		60_000, { what: 'all is sealed' })
	await sealed()
	const clean = verify()
	const about = (v) => v.out.split('\n').filter((l) => l.includes(record.no))
	assert.deepEqual(about(clean), [])
	const events = value(`SELECT COUNT(*) FROM ledger_event WHERE record_uid = x'${record.uid_hex}'`)
	const at = await merged(kept, gone)
	const mine = status(await kept.client.getJson('/account/me'), 200).page.Me
	assert.equal(Number(mine.minutes), minutes)
	assert.equal(value(`SELECT person_id FROM service_record WHERE no = ?`, [record.no]), String(personOf(kept.no)))
	assert.deepEqual(about(verify()), [])
	assert.equal(value(`SELECT COUNT(*) FROM ledger_event WHERE record_uid = x'${record.uid_hex}'`), events)
	// Whoever moves hours without a merge is named.
	sql(`UPDATE service_record SET person_id = ${personOf(shown.a.no)} WHERE no = ?`, [record.no])
	assert.ok(about(verify()).some((l) => l.includes('no merge says so')), verify().out)
	sql(`UPDATE service_record SET person_id = ${personOf(kept.no)} WHERE no = ?`, [record.no])
	// An hour that is taken back says so under the person it was proved as.
	status(await reviewer.post(`${at}/undo`, { reason: '其实是两个人' }), 303)
	assert.deepEqual(about(verify()), [])
	assert.equal(Number((await me(kept)).minutes), 0)
	assert.equal(value(`SELECT proved_as IS NULL FROM service_record WHERE no = ?`, [record.no]), '1')
	status(await reviewer.post(`${at}/undo`, { reason: '再来一次' }), 409)
	const again = await merged(kept, gone)
	sql(`DELETE FROM throttle`)
	kept.client = new Client()
	await kept.client.wechatUser(kept.openid)
	status(await kept.client.submit(`/activity/record/${record.no}/object`, { reason: '这次我没有去，请撤销' }), 303)
	const c = value(`SELECT o.no FROM objection o JOIN service_record r ON r.id = o.record_id WHERE r.no = ? ORDER BY o.id DESC`, [record.no])
	status(await manager.post(`/activity/manage/objections/${c}/decide`, { verdict: 'upheld', result: '核实属实，撤销' }), 303)
	assert.equal(value('SELECT state FROM service_record WHERE no = ?', [record.no]), 'withdrawn')
	await sealed()
	assert.deepEqual(about(verify()), [])
	assert.equal(Number((await me(kept)).minutes), 0)
	status(await reviewer.post(`${again}/undo`, { reason: '是两个人' }), 303)
	assert.deepEqual(about(verify()), [])
}, { timeout: 200_000 })

test('one who asks does not decide; another of the station does', async () => {
	const kept = await newVolunteer(), gone = await newVolunteer()
	const at = await asked(kept, gone, manager)
	message(await manager.post(`${at}/accept`), /申请的人不能自己确认/)
	status(await clerk.post(`${at}/accept`), 403)
	status(await clerk.post(`${at}/undo`, { reason: '不对' }), 403)
	assert.equal((await manager.getJson(at)).page.May.decide, undefined)
	const page = status(await reviewer.getJson(at), 200).page
	assert.deepEqual([page.May.decide, page.A.no, page.B.no], [1, kept.no, gone.no])
	assert.match(status(await reviewer.get(at), 200).text, /确认合并/)
	status(await reviewer.post(`${at}/accept`, { csrf: null }), 403)
	status(await reviewer.post(`${at}/accept`), 303)
	status(await reviewer.post(`${at}/accept`), 409)
	assert.equal(value(`SELECT COUNT(*) FROM audit WHERE action = 'person.merge' AND target_id = ${personOf(gone.no)}`), '1')
	const seen = status(await kept.client.getJson('/account/me/looked'), 200).page.Looked
	assert.ok(seen.some((l) => l.field === 'merge' && l.staff === '王芳' && l.changed))
	const file = status(await kept.client.post('/account/me/export'), 200).json
	assert.equal(file.merges.length, 1)
	assert.equal(file.merged[0].person.id_no, gone.form.id_no)
})

test('declined, cancelled, said to be two: nothing happens', async () => {
	const a = await newVolunteer(), b = await newVolunteer()
	const first = await asked(a, b)
	message(await clerk.post(`${await pair(a, b)}/ask`, { keep: 'a', purpose: '又一次', document_seen: '1' }), /已经有人申请/)
	message(await reviewer.post(`${first}/decline`, { reason: '' }), /./)
	status(await reviewer.post(`${first}/decline`, { reason: '照片不是一个人' }), 303)
	const second = await asked(a, b)
	status(await manager.post(`${second}/cancel`, { reason: '先不办' }), 303)
	status(await clerk.post(`${second}/cancel`, { reason: '先不办' }), 409)
	const at = await pair(a, b)
	for (const [change, field] of [[{ keep: '' }, 'keep'], [{ keep: 'c' }, 'keep'], [{ purpose: '' }, 'purpose'], [{ document_seen: '' }, 'document_seen']])
		assert.equal(status(await clerk.post(`${at}/ask`, { keep: 'a', purpose: '同一人', document_seen: '1', ...change }), 422).page.Errors[0].field, field)
	status(await clerk.post(`${at}/apart`), 303)
	status(await clerk.post(`${at}/apart`), 409)
	status(await clerk.post(`${at}/ask`, { keep: 'a', purpose: '同一人', document_seen: '1' }), 409)
	assert.equal(value(`SELECT COUNT(*) FROM person WHERE merged_into IN (${personOf(a.no)}, ${personOf(b.no)})`), '0')
})

test('not with oneself, with an erased one, nor twice; unknown numbers are nobody', async () => {
	sql('DELETE FROM throttle')
	const a = await newVolunteer(), b = await newVolunteer(), c = await newVolunteer()
	message(await clerk.post('/merge/pair', { one: a.no, other: a.no }), /不能和自己合并/)
	for (const form of [{ one: 'V9999999999', other: a.no }, { one: a.no, other: 'V9999999999' }, { one: '', other: a.no }])
		assert.ok(status(await clerk.post('/merge/pair', form), 422).page.Errors[0].field)
	const at = await pair(a, b), late = await asked(a, c)
	status(await b.client.post('/account/me/erase', { confirm: '1' }), 303)
	message(await clerk.post(`${at}/ask`, { keep: 'a', purpose: '同一人', document_seen: '1' }), /已经注销/)
	assert.match(status(await clerk.get(at), 200).text, /已经注销/)
	status(await c.client.post('/account/me/erase', { confirm: '1' }), 303)
	message(await reviewer.post(`${late}/accept`), /已经注销/)
	assert.equal(value('SELECT state FROM person_merge WHERE no = ?', [late.split('/').pop()]), 'open')
	const d = await newVolunteer(), e = await newVolunteer(), f = await newVolunteer()
	const first = await asked(d, e), second = await asked(f, e)
	status(await reviewer.post(`${first}/accept`), 303)
	message(await reviewer.post(`${second}/accept`), /已经并入别的登记/)
	message(await clerk.post('/merge/pair', { one: d.no, other: e.no }), /没有这个编号/)
})

test('across stations the other one, or an overseer of both, has the word; each sees its own whole', async () => {
	const mine = await newVolunteer({ name: '周同人' }), theirs = await elsewhere({ name: '周同人' })
	const at = await asked(mine, theirs)
	const page = status(await clerk.getJson(at), 200).page
	assert.deepEqual([page.A.name, page.B.name, page.B.no, page.B.id_no, page.B.phone, page.Same.name], ['周同人', '周**', undefined, undefined, undefined, 1])
	const html = status(await clerk.get(at), 200).text
	for (const secret of [theirs.no, theirs.form.phone, theirs.form.id_no]) assert.ok(!html.includes(secret))
	message(await reviewer.post(`${at}/accept`), /要由对方站点/)
	const other = await staff('sunli')
	const there = status(await other.getJson(at), 200).page
	assert.deepEqual([there.A.name, there.B.name, there.May.decide], ['周**', '周同人', 1])
	assert.ok(status(await other.getJson('/merge/'), 200).page.Merges.some((m) => at.endsWith(m.no)))
	assert.ok(status(await other.getJson('/account/desk'), 200).page.Waiting.some((w) => w.what === 'merge'))
	status(await (await staff('zhaolei')).post(`${at}/accept`), 403)
	status(await (await staff('hejing')).getJson(at), 404)
	status(await other.post(`${at}/accept`), 303)
	assert.equal(value('SELECT merged_into FROM person WHERE id = ?', [personOf(theirs.no)]), String(personOf(mine.no)))

	const third = await newVolunteer(), fourth = await elsewhere()
	const again = await asked(third, fourth), overseer = await staff('madan')
	assert.ok(status(await overseer.getJson('/merge/'), 200).page.Merges.some((m) => again.endsWith(m.no)))
	const seen = status(await overseer.getJson(again), 200).page
	assert.ok(!JSON.stringify(seen).includes(third.form.phone) && seen.A.name.endsWith('*') && !seen.A.no)
	status(await overseer.get('/merge/'), 200)
	status(await overseer.post(`${again}/accept`), 303)
	status(await overseer.post(`${again}/undo`, { reason: '两站说不是一人' }), 303)
	status(await overseer.post(`${again}/cancel`, { reason: '两站说不是一人' }), 404)
})

test('hours at the same minutes count once, and are shown', async () => {
	await roomToday()
	const kept = await newVolunteer(), gone = await newVolunteer()
	served(kept.no, { minutes: 90, ago: 5 })
	served(gone.no, { minutes: 60, ago: 5 })
	served(gone.no, { minutes: 30, ago: 6 })
	sql(`INSERT INTO volunteer_day (person_id, day, minutes) SELECT person_id, served_on, SUM(minutes) FROM service_record
		WHERE person_id IN (${personOf(kept.no)}, ${personOf(gone.no)}) GROUP BY person_id, served_on`)
	const at = await asked(kept, gone)
	assert.equal((await reviewer.getJson(at)).page.TwiceCount, 1)
	status(await reviewer.post(`${at}/accept`), 303)
	const page = status(await reviewer.getJson(at), 200).page
	assert.deepEqual(page.Left.map((l) => [l.why, l.minutes]), [['twice', 60]])
	assert.equal(Number((await me(kept)).minutes), 120)
	assert.match((await reviewer.get(at)).text, /同一时间记了两次/)
	status(await reviewer.post(`${at}/undo`, { reason: '弄错了' }), 303)
	assert.equal(Number((await me(kept)).minutes), 90)
	// Both on one roster: the shift stays where it is.
	kept.client = new Client()
	await kept.client.wechatUser(kept.openid)
	gone.client = new Client()
	await gone.client.wechatUser(gone.openid)
	const a = await newActivity(clerk, { volunteers: [kept, gone] })
	await attend(clerk, kept, a)
	await attend(clerk, gone, a)
	finish(a.no)
	const once = await merged(kept, gone)
	assert.ok(status(await reviewer.getJson(once), 200).page.Left.some((l) => l.no === records(a.no).find((r) => r.volunteer_no === gone.no).no))
})

test('whoever comes with either WeChat or number is the one who stays', async () => {
	const kept = await newVolunteer({ name: '陈一人' }), gone = await newVolunteer({ name: '陈一人' })
	await merged(kept, gone)
	status(await gone.client.getJson('/account/me'), 401)
	const back = new Client()
	await back.wechatUser(gone.openid)
	assert.equal(status(await back.getJson('/account/me'), 200).page.Me.no, kept.no)
	assert.equal(path(await clerk.getJson(`/account/volunteers/${gone.no}`)), `/account/volunteers/${kept.no}`)
	const ledger = status(await clerk.getJson('/account/volunteers'), 200).page.Volunteers.map((v) => v.no)
	assert.ok(ledger.includes(kept.no) && !ledger.includes(gone.no))
	const stranger = new Client()
	await stranger.wechatUser(openid())
	message(await stranger.post('/account/register', personForm({ id_no: gone.form.id_no, name: '别人' })), /已经登记过/)
	status(await clerk.getJson(`/account/volunteers/${gone.no}/rebind`), 404)
	// Erased with the one who stays.
	status(await back.post('/account/me/erase', { confirm: '1' }), 303)
	assert.equal(value(`SELECT COUNT(*) FROM person WHERE id IN (${personOf(kept.no)}, ${personOf(gone.no)}) AND erased_at IS NOT NULL
		AND id_no_sealed IS NULL AND commit_salt IS NULL`), '2')
	assert.equal(value(`SELECT COUNT(*) FROM wechat_account WHERE openid IN (?, ?)`, [kept.openid, gone.openid]), '0')
})

test('after thirty days a merge stands; an earlier one is undone after a later one', async () => {
	const a = await newVolunteer(), b = await newVolunteer(), c = await newVolunteer()
	const first = await merged(a, b), second = await merged(c, a)
	assert.equal(value(`SELECT merged_into FROM person WHERE id = ${personOf(b.no)}`), String(personOf(c.no)))
	status(await reviewer.post(`${first}/undo`, { reason: '先撤这个' }), 409)
	sql(`UPDATE person_merge SET handled_at = NOW() - INTERVAL 31 DAY WHERE no = ?`, [second.split('/').pop()])
	message(await reviewer.post(`${second}/undo`, { reason: '太晚了' }), /已满 30 天/)
	sql(`UPDATE person_merge SET handled_at = NOW() - INTERVAL 29 DAY WHERE no = ?`, [second.split('/').pop()])
	status(await reviewer.post(`${second}/undo`, { reason: '还来得及' }), 303)
	status(await reviewer.post(`${first}/undo`, { reason: '现在可以' }), 303)
	assert.equal(value(`SELECT COUNT(*) FROM person WHERE id IN (${personOf(a.no)}, ${personOf(b.no)}) AND merged_into IS NULL`), '2')
	const back = new Client()
	await back.wechatUser(b.openid)
	assert.equal(status(await back.getJson('/account/me'), 200).page.Me.no, b.no)
})

test('who reviewed hours of their own other registration merges only when those are gone', async () => {
	const kept = await newVolunteer(), gone = await newVolunteer()
	served(kept.no, { minutes: 30, ago: 9 })
	const own = value(`SELECT person_id FROM staff WHERE login = 'wangfang'`)
	sql(`UPDATE staff SET person_id = ${personOf(gone.no)} WHERE login = 'wangfang'`)
	const r = await clerk.post(`${await pair(kept, gone)}/ask`, { keep: 'a', purpose: '同一人', document_seen: '1' })
	sql(`UPDATE staff SET person_id = ? WHERE login = 'wangfang'`, [own])
	message(r, /审核、或带队确认过另一份登记的时长/)
})

await end()
