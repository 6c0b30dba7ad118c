// What somebody types into the check of a certificate comes into no address, and so into no log, unless it is shaped like a
// certificate's number. Seen: an id number was sent on to /commend/verify/ID, which nginx wrote down. And a school behind
// one address was told to wait after thirty papers.
import { readFileSync } from 'node:fs'
import { Client, assert, cleanup, end, newVolunteer, residentId, sql, status, test, until } from './lib.mjs'
import { served } from './lib/recognition.mjs'

const visitor = new Client()
const log = () => readFileSync(`${process.env.VAR}/log/zyz-access.log`, 'utf8')

test('an id number, a phone or a name is sent nowhere', async () => {
	for (const typed of [residentId(), '13812345678', '欧阳安然', 'C12', 'C26001000110000000', 'CX2600100011', "C'1"]) {
		const r = await visitor.get(`/commend/verify?no=${encodeURIComponent(typed)}`)
		status(r, 404, typed)
		assert.equal(r.location, undefined)
		assert.match(r.text, /查不到这份证明/)
	}
})
test('an id number that somebody puts into an address ends there in the log', async () => {
	const id = residentId()
	const mark = `/commend/verify/x${Date.now().toString(36)}x`
	status(await visitor.get(`${mark}${id}`), 404)
	await until(() => log().includes(mark), 5000, { what: 'the line in the log' })
	assert.ok(!log().includes(id.slice(0, 15)))
	assert.match(log(), new RegExp(`${mark}\\.\\.\\. 404`))
})
test('a hundred papers of a school are looked up within a minute', async () => {
	cleanup(() => sql('DELETE FROM throttle'))
	const v = await newVolunteer()
	served(v.no, { minutes: 60, ago: 12 })
	const no = /certificate\/(C\d+)\?/.exec(status(await v.client.submit('/commend/certificate', { purpose: '求职' }), 303).location)[1]
	await until(() => Date.now() % 60_000 < 40_000, 21_000, { what: 'a new minute' })
	sql('DELETE FROM throttle')
	for (let i = 0; i < 100; i++) status(await visitor.getJson(`/commend/verify/${no}`), 200, `paper ${i}`)
})
await end()
