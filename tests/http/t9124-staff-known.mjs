// Rules that nobody decides about themselves asked for a person whom no program ever wrote, and a password set anew by the
// command left the thief signed in.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { Client, DEMO_PASSWORD, STAFF_PASSWORD, assert, end, enrol, newStaff, newVolunteer, residentId, sql, staff, status, test, value } from './lib.mjs'
import { attend, finish, newActivity, records, review, roomToday } from './lib/activity.mjs'

await roomToday()
const clerk = await staff('liwei')
const admin = (args, input) => spawnSync(join(process.env.BUILD ?? 'build', 'bin/zyz-admin'), args, { input, encoding: 'utf8' })

/** An account of before: nobody said who it is. */
async function nobody(role) {
	const login = `t_${randomUUID().slice(0, 8)}`
	sql(`INSERT INTO staff (login, name, password_hash, password_changed_at, home_station_id)
		SELECT ?, '周老师', password_hash, NOW(), home_station_id FROM staff WHERE login = 'liwei'`, [login])
	sql('INSERT INTO staff_role (staff_id, role, station_id) SELECT id, ?, home_station_id FROM staff WHERE login = ?', [role, login])
	const client = new Client()
	await client.submit('/account/sign-in', { login, password: DEMO_PASSWORD })
	await client.getJson('/account/second')
	if (role !== 'clerk') await enrol(client, login)
	await client.getJson('/account/desk')
	return { login, client }
}

test('a reviewer who is nobody reviews nothing, and is told what to do', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	await attend(clerk, v, a)
	finish(a.no)
	const [r] = records(a.no)
	const { login, client } = await nobody('reviewer')
	const no = status(await review(client, [r.no]), 422).page
	assert.equal(no.Fault, 'unlinked')
	assert.match(no.Errors[0].text, /证件号码/)
	assert.equal(status(await client.post(`/activity/record/${r.no}/refuse`, { reason: '当天未到岗' }), 422).page.Fault, 'unlinked')
	assert.equal(status(await client.post('/commend/manage/award', { volunteer_no: v.no }), 409).page.Refused !== undefined, true)
	// The command says who it is, and then it goes.
	assert.notEqual(admin(['staff-person', login], '610502199001011234\n').status, 0)
	assert.notEqual(admin(['staff-person', 'nobody_there'], `${residentId()}\n`).status, 0)
	const linked = admin(['staff-person', login], `${residentId({ birth: '1958-02-03' })}\n`)
	assert.equal(linked.status, 0, linked.stderr)
	status(await review(client, [r.no]), 303)
})

test('zyz-admin password ends the sessions', async () => {
	const { login, client } = await newStaff()
	status(await client.getJson('/account/desk'), 200)
	const set = admin(['password', login], '夏天的风吹过湖面凉凉的\n')
	assert.equal(set.status, 0, set.stderr)
	status(await client.getJson('/account/desk'), 401)
	status(await new Client().submit('/account/sign-in', { login, password: STAFF_PASSWORD }), 422)
	await new Client().signInStaff(login, '夏天的风吹过湖面凉凉的')
})

test('zyz-admin staff links, says what is missing, and gives codes', async () => {
	const login = `t_${randomUUID().slice(0, 8)}`
	const bare = admin(['staff', login, '周老师', 'clerk', '1'], 'a long first password\n')
	assert.equal(bare.status, 0, bare.stderr)
	assert.match(bare.stderr, /staff-person/)
	const known = `t_${randomUUID().slice(0, 8)}`
	const id = residentId({ birth: '1957-02-03' })
	assert.equal(admin(['staff', known, '周老师', 'clerk', '1'], `a long first password\n${id}\n`).status, 0)
	assert.equal(value('SELECT person_id IS NOT NULL FROM staff WHERE login = ?', [known]), '1')
	const twice = admin(['staff', `${known}x`, '周老师', 'clerk', '1'], `a long first password\n${id}\n`)
	assert.match(twice.stderr, /another account/)
	const code = admin(['staff-code', known, 'password'])
	assert.match(code.stdout, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}\n$/)
	assert.notEqual(admin(['staff-code', known, 'other']).status, 0)
	const c = new Client()
	status(await c.submit('/account/one-time', { login: known, code: code.stdout.trim(), password_new: STAFF_PASSWORD, password_again: STAFF_PASSWORD }), 303)
})

await end()
