// The clock of the database went a day ahead and came back: what was leased, stopped and put off meanwhile lay there for a day,
// and a loop that stood still counted as alive. Rows as that day left them.
// log-allowed: the clock went back|health: 
import { execFileSync } from 'node:child_process'
import { Client, assert, cleanup, end, newVolunteer, sql, status, test, until, value } from './lib.mjs'
import { without } from './lib/loop.mjs'
import { linedUp, plantRecords, posted } from './lib/posting.mjs'
import { personOf } from './lib/recognition.mjs'

const health = async () => (await new Client().getJson('/healthz')).json
const start = () => execFileSync('nginx/suite', ['start', 'loops'], { env: process.env, stdio: 'ignore' })
cleanup(start)
const v = await newVolunteer()
const [leased, waiting] = plantRecords({ n: 2, person: 1, title: '时钟拨回' })
await linedUp()
for (const name of ['platform-post', 'message-post']) await without(name)
const [noted] = plantRecords({ person: 1, title: '时钟拨回', noted: false })

test('a sign of life that is still to come is none', async () => {
	sql("UPDATE beat SET seen_at = NOW(3) + INTERVAL 1 DAY WHERE program IN ('platform-post', 'message-post')")
	const said = await health()
	assert.deepEqual([said.loops['platform-post'], said.loops['message-post'], said.loops['ledger-seal']], ['down', 'down', 'ok'])
	assert.ok(said.reasons.some((r) => /^platform-post: .*时钟/.test(r)), said.reasons.join())
})

test('what was put off by a day goes out when the clock is back', async () => {
	const far = 'NOW(3) + INTERVAL 1 DAY'
	sql(`UPDATE outbox SET state = 'leased', epoch = epoch + 1, receipt = NULL, settled_at = NULL, lease_until = ${far} WHERE record_uid = x'${leased}';
		UPDATE outbox SET state = 'waiting', receipt = NULL, settled_at = NULL, next_at = ${far} WHERE record_uid = x'${waiting}';
		INSERT INTO outbox_todo (source, record_id, station_id, next_at) SELECT 'service_record', id, station_id, ${far} FROM service_record WHERE uid = x'${noted}';
		INSERT INTO breaker (destination_id, state, fails, open_until) SELECT id, 'open', 5, ${far} FROM destination WHERE code = 'exchange'
			ON DUPLICATE KEY UPDATE state = 'open', fails = 5, open_until = ${far};
		INSERT INTO message (client_msg_id, station_id, person_id, event, target_id, channel, name, state, remote_no, tries, next_at, created_at)
			SELECT RANDOM_BYTES(16), 1, ${personOf(v.no)}, 'applied', 0, 'sms', '时钟拨回', 'sending', 'ffff', 1, ${far}, NOW()`)
	start()
	for (const uid of [leased, waiting, noted]) await posted(uid)
	assert.equal(value("SELECT b.state FROM breaker b JOIN destination d ON d.id = b.destination_id WHERE d.code = 'exchange'"), 'closed')
	await until(() => value("SELECT COUNT(*) FROM message WHERE name = '时钟拨回' AND due_at > NOW() + INTERVAL 1 HOUR") === '0', 20_000,
		{ what: 'the message is looked at again' })
	await until(async () => status(await new Client().getJson('/healthz'), 200), 30_000, { what: 'all loops are alive' })
})

await end()
