// Whoever makes an account of staff is shown its first code and has the number of the document in hand: with both a manager set the
// password and the second factor of a colleague who never came, and reviewed as them. Where the person has a WeChat bound, the
// code does nothing now until they have said there that the account is theirs.
import { randomUUID } from 'node:crypto'
import { Client, STAFF_PASSWORD, assert, end, newVolunteer, personForm, sql, staff, status, test, value } from './lib.mjs'

const manager = await staff('zhangmin')
async function made(person, role = 'reviewer') {
	sql('DELETE FROM throttle')
	const login = `t_${randomUUID().slice(0, 8)}`
	const form = { login, name: person.name, id_type: person.id_type, id_no: person.id_no, role }
	return { login, ...status(await manager.submit('/station/staff/new', form), 200).page.Code }
}
const use = (login, code) => new Client().submit('/account/one-time', { login, code, password_new: STAFF_PASSWORD, password_again: STAFF_PASSWORD })
const answer = (v, word) => v.client.post('/account/me/staff-code', { answer: word })
const hash = (login) => value('SELECT password_hash FROM staff WHERE login = ?', [login])

test('the code of whoever has a WeChat does nothing until they say that it is theirs', async () => {
	const v = await newVolunteer()
	const { login, code } = await made(v.form)
	const first = hash(login)
	const refused = status(await use(login, code), 422).page.Errors[0]
	assert.equal(refused.field, 'code')
	assert.match(refused.text, /请本人先用微信/)
	assert.equal(hash(login), first)
	const { StaffCode } = status(await v.client.getJson('/account/me'), 200).page
	assert.deepEqual([StaffCode.login, StaffCode.giver], [login, '张敏'])
	assert.ok(!JSON.stringify(StaffCode).includes(code))
	assert.match((await v.client.get('/account/me')).text, /有人为您开通了工作人员账号/)
	/* A wrong code is none, confirmed or not, and tells nothing. */
	assert.match(status(await use(login, 'AAAA-AAAA-AAAA'), 422).page.Errors[0].text, /登录名或一次性代码不对/)
	status(await answer(v, 'yes'), 303)
	assert.equal((await v.client.getJson('/account/me')).page.StaffCode, undefined)
	status(await answer(v, 'yes'), 409)
	status(await use(login, code), 303)
	assert.notEqual(hash(login), first)
	assert.equal(value(`SELECT COUNT(*) FROM audit WHERE action = 'staff.code_confirmed' AND target_id = (SELECT id FROM staff WHERE login = ?)`, [login]), '1')
})

test('who never asked for it makes it void', async () => {
	const v = await newVolunteer()
	const { login, code, ref } = await made(v.form)
	status(await answer(v, 'no'), 303)
	assert.match(status(await use(login, code), 422).page.Errors[0].text, /登录名或一次性代码不对/)
	/* Another code wants their word anew. */
	const again = status(await manager.post(`/station/staff/${ref}/code`, { kind: 'password' }), 200).page.Code.code
	assert.match(status(await use(login, again), 422).page.Errors[0].text, /请本人先用微信/)
	status(await answer(v, 'yes'), 303)
	status(await use(login, again), 303)
})

test('whose number is used without them is told in the same place; nobody answers for another', async () => {
	const v = await newVolunteer(), other = await newVolunteer()
	const { login, code } = await made(v.form, 'clerk')
	status(await answer(other, 'yes'), 409)
	for (const word of ['', 'maybe', 'yes,no']) status(await answer(v, word), 422)
	assert.match(status(await use(login, code), 422).page.Errors[0].text, /请本人先用微信/)
	sql('UPDATE staff_code SET expires_at = NOW() - INTERVAL 1 HOUR WHERE staff_id = (SELECT id FROM staff WHERE login = ?)', [login])
	assert.equal((await v.client.getJson('/account/me')).page.StaffCode, undefined)
	status(await answer(v, 'yes'), 409)
})

test('who has no WeChat here uses the code as before', async () => {
	const { login, code } = await made(personForm(), 'clerk')
	status(await use(login, code), 303)
})

test('strangers and staff have no such word, and no form without its key', async () => {
	status(await new Client().post('/account/me/staff-code', { answer: 'yes', csrf: '0'.repeat(32) }), 401)
	status(await manager.post('/account/me/staff-code', { answer: 'yes' }), 403)
	status(await (await newVolunteer()).client.post('/account/me/staff-code', { answer: 'yes', csrf: null }), 403)
})

await end()
