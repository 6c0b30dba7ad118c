// A request that would take more memory than it may is answered with 503, or 413 when its body is to blame, as often as it
// comes: the same process and the same connection serve the next one. In the sanitized build nothing may be left behind.
import { assert, end, newVolunteer, sql, test, value } from './lib.mjs'
import { ownProgram } from './lib/fcgi.mjs'

const TURNS = 100, EACH = 18
/* A download of a thousand looks with long purposes is more than half a megabyte; a page of one's own is not. So many people,
   because nobody gets more than twenty downloads a day. */
const people = []
while (people.length * EACH < TURNS) {
	const v = await newVolunteer()
	const id = Number(value('SELECT person_id FROM volunteer WHERE no = ?', [v.no]))
	sql(`INSERT INTO unmask (at, staff_id, person_id, field, purpose) SELECT NOW(), (SELECT MIN(id) FROM staff), ${id}, 'phone', REPEAT('查', 120)
		FROM JSON_TABLE(CONCAT('[0', REPEAT(',0', 999), ']'), '$[*]' COLUMNS (i INT PATH '$')) j`)
	people.push({ id, cookie: `zyz=${v.client.jar.get('zyz').value}`, csrf: v.page.Csrf })
}
const [first] = people
const p = await ownProgram('account', { ZYZ_MEMORY_MAX: '524288', ZYZ_BODY_MAX: '1000000' })
const exporting = (program, { cookie, csrf }, more = {}) => program.ask('POST', '/account/me/export', { cookie, body: `csrf=${csrf}`, ...more })

test('a hundred times over, and each time the next page is there', async () => {
	for (let i = 0; i < TURNS; i++) {
		const who = people[Math.floor(i / EACH)]
		const r = await exporting(p, who)
		assert.equal(r.status, 503)
		assert.equal(r.headers['retry-after'], '10')
		assert.match(r.text, /"Error": ?"too_much"/)
		assert.equal((await p.ask('GET', '/account/me', { cookie: who.cookie })).status, 200)
	}
	assert.equal(value(`SELECT COUNT(*) FROM audit WHERE action = 'person.export' AND target_id IN (${people.map((who) => who.id).join()})`), '0',
		'nothing was said to have been given')
})

test('people read why', async () => {
	const r = await exporting(p, first, { accept: 'text/html' })
	assert.equal(r.status, 503)
	assert.match(r.text, /一次要处理的内容太多/)
})

test('a body within its limit that makes too much is refused as too large', async () => {
	for (let i = 0; i < TURNS; i++) {
		const r = await p.ask('POST', '/account/me/consent', { cookie: first.cookie, body: `csrf=${first.csrf}&purpose=${'x'.repeat(400_000)}` })
		assert.equal(r.status, 413)
	}
	assert.equal((await p.ask('GET', '/account/me', { cookie: first.cookie })).status, 200)
})

test('with room for it the same download is whole', async () => {
	const wide = await ownProgram('account', {})
	const r = await exporting(wide, first)
	assert.equal(r.status, 200)
	assert.equal(JSON.parse(r.text).looked_at_by.length, 1000)
	assert.equal(await wide.stop(), 0)
})

test('the program ends in peace, and never lost its connection', async () => {
	assert.equal(await p.stop(), 0)
	assert.ok(!/ERR_DB_AWAY|no memory/.test(p.log()))
	assert.ok(p.log().split('\n').filter((line) => line.includes('ERR_MEMORY')).length > TURNS)
})

await end()
