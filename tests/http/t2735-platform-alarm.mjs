// What has waited too long is an alarm: on /healthz for who watches all, on the staff's front page for their own station.
import { Client, assert, end, sql, staff, status, test, until, value } from './lib.mjs'

const [ours, theirs] = [await staff('liwei'), await staff('zhaolei')]
const desk = async (who) => status(await who.getJson('/account/desk'), 200).page
const late = async () => status(await new Client().getJson('/healthz'), 200).json.poster.late

/** A row of station 1 that was put in line some hours ago and is not due before tomorrow. */
function plant(hours) {
	const key = `001-alarm${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`
	sql(`INSERT INTO outbox (idem, item_key, destination_id, kind, record_uid, version, station_id, payload, payload_sha, created_at, next_at)
		SELECT RANDOM_BYTES(16), ?, d.id, 'service_record', RANDOM_BYTES(16), 1, s.id, '', RANDOM_BYTES(32), NOW(3) - INTERVAL ? HOUR,
		NOW(3) + INTERVAL 1 DAY FROM destination d, station s WHERE d.code = 'exchange' AND s.no = 1`, [key, hours])
	return key
}
const settle = (key) => sql("UPDATE outbox SET state = 'withdrawn', settled_at = NOW(3) WHERE item_key = ?", [key])

/* What a run that failed left behind must not decide this one. */
sql("UPDATE outbox SET state = 'withdrawn', settled_at = NOW(3) WHERE item_key LIKE '001-alarm%' AND state = 'waiting'")

/* The oldest is the first in line: what the poster is just sending stands before a planted row. */
await until(() => value("SELECT COUNT(*) FROM outbox WHERE state = 'leased' OR (state = 'waiting' AND next_at <= NOW(3))") === '0',
	30_000, { what: 'what is due was sent' })

test('a row that waits as it may raises nothing', async () => {
	const key = plant(40)
	assert.equal((await desk(ours)).Late, undefined)
	settle(key)
})

test('a row that waits too long is told to its own station, with how long and how many', async () => {
	const key = plant(60)
	const page = await desk(ours)
	assert.equal(Number(page.Late.hours), 60)
	assert.ok(Number(page.Late.waiting) >= 1)
	assert.match(status(await ours.get('/account/desk'), 200).text, /上报告警：本站还有 \d+ 件没有送达平台，最早一件已等待 60 小时/)
	assert.equal((await desk(theirs)).Late, undefined)
	settle(key)
})

test('healthz says the same of all stations, and stays up', async () => {
	const before = await late()
	const key = plant(60)
	assert.equal(await late(), true)
	settle(key)
	assert.equal(await late(), before)
})

end()
