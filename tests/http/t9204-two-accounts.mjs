// One human with two registrations may be two members of staff as well. Merging them ran into the one account that a person may
// have and came to nothing. Now the account of whoever goes is ended with the merge, its sessions with it, and undoing the merge
// gives it back; meanwhile nobody enables it. And nobody decides a merge of themselves.
import { Client, assert, end, newStaff, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { personOf } from './lib/recognition.mjs'

const clerk = await staff('liwei'), reviewer = await staff('wangfang'), manager = await staff('zhangmin')
const path = (r) => new URL(status(r, 303).location).pathname
async function asked(kept, gone) {
	const pair = path(await clerk.post('/merge/pair', { one: kept.no, other: gone.no }))
	const first = personOf(kept.no) < personOf(gone.no)
	return path(await clerk.post(`${pair}/ask`, { keep: first ? 'a' : 'b', purpose: '同一人，已核对', document_seen: '1' }))
}
const both = async (role = 'clerk') => {
	const v = await newVolunteer({ name: '周同人' })
	return { ...v, staff: await newStaff({ role, person: v.form }) }
}
const account = (s) => sql('SELECT state, person_id FROM staff WHERE login = ?', [s.login])[0]
const enable = (s) => manager.post(`/station/staff/${s.ref}/enable`)

test('of two accounts the one of whoever goes is ended, and comes back when it is undone', async () => {
	const kept = await both(), gone = await both()
	assert.equal(account(gone.staff).person_id, String(personOf(gone.no)))
	status(await gone.staff.client.getJson('/account/mine'), 200)
	const at = await asked(kept, gone)
	const page = status(await reviewer.getJson(at), 200).page
	assert.deepEqual([page.A.account, page.A.login, page.B.account, page.B.login], [1, kept.staff.login, 1, gone.staff.login])
	assert.match((await reviewer.get(at)).text, /并入一方的账号停用/)
	status(await reviewer.post(`${at}/accept`), 303)

	assert.deepEqual([account(kept.staff).state, account(gone.staff).state], ['active', 'disabled'])
	status(await gone.staff.client.getJson('/account/mine'), 401)
	status(await kept.staff.client.getJson('/account/mine'), 200)
	assert.equal(value(`SELECT COUNT(*) FROM audit WHERE action = 'staff.disable' AND target_id = (SELECT id FROM staff WHERE login = ?)`, [gone.staff.login]), '1')
	status(await enable(gone.staff), 409)
	assert.equal(account(gone.staff).state, 'disabled')

	status(await reviewer.post(`${at}/undo`, { reason: '其实是两个人' }), 303)
	assert.deepEqual([account(kept.staff).state, account(gone.staff).state], ['active', 'active'])
	assert.deepEqual([account(kept.staff).person_id, account(gone.staff).person_id], [String(personOf(kept.no)), String(personOf(gone.no))])
	/* Whoever comes back signs in anew. */
	status(await gone.staff.client.getJson('/account/mine'), 401)
	status(await (new Client()).submit('/account/sign-in', { login: gone.staff.login, password: gone.staff.password }), 303)
})

test('one account goes over to the one who stays, and back', async () => {
	const kept = await newVolunteer(), gone = await both()
	const at = await asked(kept, gone)
	status(await reviewer.post(`${at}/accept`), 303)
	assert.deepEqual(account(gone.staff), { state: 'active', person_id: String(personOf(kept.no)) })
	status(await reviewer.post(`${at}/undo`, { reason: '其实是两个人' }), 303)
	assert.deepEqual(account(gone.staff), { state: 'active', person_id: String(personOf(gone.no)) })
})

test('an account that was disabled before stays so when the merge is undone', async () => {
	const kept = await both(), gone = await both()
	status(await manager.post(`/station/staff/${gone.staff.ref}/disable`), 303)
	const at = await asked(kept, gone)
	status(await reviewer.post(`${at}/accept`), 303)
	status(await reviewer.post(`${at}/undo`, { reason: '其实是两个人' }), 303)
	assert.equal(account(gone.staff).state, 'disabled')
	status(await enable(gone.staff), 303)
})

test('nobody decides a merge of themselves', async () => {
	const kept = await both('reviewer'), gone = await newVolunteer()
	const at = await asked(kept, gone)
	assert.match(status(await kept.staff.client.post(`${at}/accept`), 422).page.Errors[0].text, /有您本人/)
	assert.equal(value('SELECT state FROM person_merge WHERE no = ?', [at.split('/').pop()]), 'open')
	status(await reviewer.post(`${at}/accept`), 303)
})

await end()
