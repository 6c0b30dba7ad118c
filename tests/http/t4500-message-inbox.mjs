// The inbox: what becomes true of an application is told once, is counted until it is opened, and is nobody else's.
import { Client, assert, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { applicationOf, apply, approve, published } from './lib/project.mjs'

const [clerk, reviewer] = await Promise.all([staff('liwei'), staff('wangfang')])
const inbox = async (v, query = '') => status(await v.client.getJson(`/account/messages${query}`), 200).page
const told = async (v) => ((await inbox(v)).Messages ?? []).map((m) => m.event)
const rows = (v) => sql(`SELECT m.event, m.channel, m.state FROM message m JOIN volunteer w ON w.person_id = m.person_id WHERE w.no = ? ORDER BY m.id`, [v.no])

/** A full position: who holds it, and who waits. */
async function full() {
	const p = await published(clerk, reviewer, { positions: [{ wanted: 1 }] })
	const [holder, next] = [await newVolunteer(), await newVolunteer()]
	status(await apply(holder, p.no, p.positions[0]), 303)
	status(await approve(clerk, p.no, holder), 303)
	status(await apply(next, p.no, p.positions[0]), 303)
	return { ...p, holder, next }
}

test('approved, offered, passed on: each is told in the inbox', async () => {
	const p = await full()
	assert.deepEqual(await told(p.holder), ['approved'])
	assert.deepEqual(await told(p.next), [])
	status(await p.holder.client.post(`/recruit/${p.no}/withdraw`), 303)
	const page = await inbox(p.next), [m] = page.Messages
	assert.deepEqual([m.event, m.path, m.unread], ['offer', `/recruit/${p.no}`, 1])
	assert.match(m.name, /周三助餐，送餐员/)
	assert.equal(m.until_at, value('SELECT offered_until FROM application WHERE uid = UNHEX(?)', [applicationOf(p.no, p.next).uid_hex]))
	sql(`UPDATE application a JOIN project p ON p.id = a.project_id SET a.offered_until = NOW() - INTERVAL 1 MINUTE
		WHERE p.no = ? AND a.state = 'offered'`, [p.no])
	status(await p.next.client.getJson(`/recruit/${p.no}`), 200)
	assert.deepEqual(await told(p.next), ['passed_on', 'offer'])
	// No sender is set up: nothing but the inbox.
	assert.deepEqual(rows(p.next).map((r) => [r.channel, r.state]), [['inbox', 'kept'], ['inbox', 'kept']])
})

test('a refusal is told with its reason', async () => {
	const p = await published(clerk, reviewer, { positions: [{ wanted: 1 }] }), v = await newVolunteer()
	status(await apply(v, p.no, p.positions[0]), 303)
	const uid = applicationOf(p.no, v).uid_hex.toLowerCase()
	status(await clerk.post(`/recruit/review/${uid}/refuse`, { reason: '要会骑三轮车' }), 303)
	const [m] = (await inbox(v)).Messages
	assert.deepEqual([m.event, m.note], ['refused', '要会骑三轮车'])
	// The same decision once more is refused, and tells nothing.
	status(await clerk.post(`/recruit/review/${uid}/refuse`, { reason: '要会骑三轮车' }), 409)
	assert.equal(rows(v).length, 1)
})

test('one that is opened is read; the number goes down; all at once', async () => {
	const p = await full(), v = p.holder
	sql(`INSERT INTO message (client_msg_id, person_id, event, target_id, channel, name, state, created_at)
		SELECT UNHEX(MD5(CONCAT(RAND(), seq))), w.person_id, 'letter', seq, 'inbox', CONCAT('第', seq, '封'), 'kept', NOW()
		FROM seq_1_to_3, volunteer w WHERE w.no = ?`, [v.no])
	const before = await inbox(v), n = before.Who.unread
	assert.equal(n, before.Messages.filter((m) => m.unread).length)
	assert.ok(n >= 4, `${n} unread`)
	const one = before.Messages[1].uid
	assert.equal(status(await v.client.getJson(`/account/messages/${one}`), 200).page.Who.unread, n - 1)
	status(await v.client.getJson(`/account/messages/${one}`), 200)
	const after = await inbox(v)
	assert.equal(after.Who.unread, n - 1)
	assert.equal(after.Messages.at(-1).uid, one, 'what was read stands behind what was not')
	assert.equal((await inbox(v, '?only=unread')).Messages.length, n - 1)
	status(await v.client.post('/account/messages', { csrf: null }), 403)
	status(await v.client.post('/account/messages'), 303)
	status(await v.client.post('/account/messages'), 303)
	assert.equal((await inbox(v)).Who.unread ?? 0, 0)
	assert.equal((await inbox(v, '?only=unread')).Messages, undefined)
})

test('the list goes on, page by page, and none is twice', async () => {
	const v = await newVolunteer()
	sql(`INSERT INTO message (client_msg_id, person_id, event, target_id, channel, name, state, created_at, read_at)
		SELECT UNHEX(MD5(CONCAT(RAND(), seq))), w.person_id, 'letter', seq, 'inbox', '信', 'kept', NOW(), IF(seq % 2, NOW(), NULL)
		FROM seq_1_to_45, volunteer w WHERE w.no = ?`, [v.no])
	const seen = []
	for (let query = '', pages = 0; pages < 4; pages++) {
		const page = await inbox(v, query)
		seen.push(...page.Messages.map((m) => m.uid))
		if (!page.Next) break
		query = `?after=${page.Next}`
	}
	assert.equal(seen.length, 45)
	assert.equal(new Set(seen).size, 45)
})

test('nobody else reads it', async () => {
	const p = await full(), other = await newVolunteer()
	const [m] = (await inbox(p.holder)).Messages
	status(await other.client.getJson(`/account/messages/${m.uid}`), 404)
	status(await clerk.getJson(`/account/messages/${m.uid}`), 403)
	status(await clerk.getJson('/account/messages'), 403)
	status(await new Client().getJson('/account/messages'), 401)
	status(await p.holder.client.getJson('/account/messages/nonsense'), 404)
	assert.equal((await inbox(p.holder)).Messages[0].unread, 1)
})

test('exported with the rest, and erased with the person', async () => {
	const p = await published(clerk, reviewer, { positions: [{ wanted: 1 }] }), v = await newVolunteer()
	status(await apply(v, p.no, p.positions[0]), 303)
	status(await clerk.post(`/recruit/review/${applicationOf(p.no, v).uid_hex.toLowerCase()}/refuse`, { reason: '人够了' }), 303)
	const file = JSON.parse(status(await v.client.post('/account/me/export'), 200).text)
	assert.deepEqual(file.messages.map((m) => [m.event, m.note]), [['refused', '人够了']])
	const id = value('SELECT person_id FROM volunteer WHERE no = ?', [v.no])
	status(await v.client.submit('/account/me/erase', { confirm: '1' }), 303)
	assert.equal(value('SELECT COUNT(*) FROM message WHERE person_id = ?', [id]), '0')
})

await end()
