// A station raised its own volunteers: ratings that its staff typed in "as told on the telephone" counted like those that residents gave
// by their own link. And the notice of a star could be set to three working days.
import { assert, cleanup, end, sql, staff, status, test } from './lib.mjs'
import { personOf } from './lib/recognition.mjs'
import { starry } from './lib/star.mjs'

const manager = await staff('zhangmin')
let order = 990_000_000 + process.pid * 100
const rated = (v, score, by_staff) => sql(`SET foreign_key_checks = 0; INSERT INTO rating (order_id, station_id, person_id, score, by_staff)
	VALUES (?, 1, ?, ?, ?)`, [++order, personOf(v.no), score, by_staff])
cleanup(() => sql('DELETE FROM rating WHERE order_id BETWEEN 990000000 AND ?', [order]))
const seen = async (v) => (status(await v.client.getJson('/commend/mine/star'), 200).page.Next?.Conditions ?? [])
	.find((c) => c.word === 'rating')

test('what staff took down counts only where it speaks against', async () => {
	const v = await starry(3, { held: 2 })
	rated(v, 5, 1)
	assert.equal(await seen(v), undefined, 'praise by the station alone is none')
	rated(v, 4, 0)
	assert.match(JSON.stringify(await seen(v)), /4\.0/)
	rated(v, 5, 1)
	assert.match(JSON.stringify(await seen(v)), /4\.0/)
	rated(v, 2, 1)
	assert.match(JSON.stringify(await seen(v)), /3\.0/)
})

test('a star is under notice for five working days at least', async () => {
	for (const days of ['3', '4']) status(await manager.submit('/station/rules/star_notice_days', { value: days }), 422, days)
	const { Rules } = status(await manager.getJson('/station/rules'), 200).page
	assert.equal(Rules.find((r) => r.name === 'star_notice_days').least, 5)
})
await end()
