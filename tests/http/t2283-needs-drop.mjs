// A draft of a survey is thrown away; half answer sheets go after seven days by the clock, without anybody keeping another.
import { assert, end, guardPost, sql, staff, status, test, until, value } from './lib.mjs'
import { again } from './lib/loop.mjs'

const clerk = await staff('liwei')
async function draft() {
	const made = status(await clerk.submit('/needs/surveys/new', { template: 'blank', title: '不要了的问卷' }), 303)
	const [, code] = /surveys\/([a-z0-9]{8})/.exec(made.location)
	status(await clerk.post(`/needs/surveys/${code}/question`, { kind: 'single', title: '冷不冷？', options: '冷\n不冷' }), 303)
	return code
}
const rows = (id) => Number(value('SELECT (SELECT COUNT(*) FROM survey WHERE id = ?) + (SELECT COUNT(*) FROM question WHERE survey_id = ?)', [id, id]))

test('a draft goes with its questions, is in the trail, and gone', async () => {
	const code = await draft(), id = value('SELECT id FROM survey WHERE code = ?', [code])
	assert.equal(rows(id), 2)
	const [a, b] = await Promise.all([clerk.post(`/needs/surveys/${code}/drop`), clerk.post(`/needs/surveys/${code}/drop`)])
	const [gone, late] = [a, b].sort((x, y) => x.status - y.status)
	assert.equal(gone.status, 303)
	assert.ok([404, 409].includes(late.status), String(late.status))
	assert.equal(rows(id), 0)
	assert.equal(value("SELECT COUNT(*) FROM audit WHERE action = 'survey.drop' AND target_id = ?", [id]), '1')
	status(await clerk.getJson(`/needs/surveys/${code}`), 404)
})

test('one that was opened, or closed, stays', async () => {
	const code = await draft(), id = value('SELECT id FROM survey WHERE code = ?', [code])
	status(await clerk.post(`/needs/surveys/${code}/open`, {}), 303)
	status(await clerk.post(`/needs/surveys/${code}/drop`), 409)
	status(await clerk.post(`/needs/surveys/${code}/close`), 303)
	status(await clerk.post(`/needs/surveys/${code}/drop`), 409)
	assert.equal(rows(id), 2)
})

test('half sheets go after seven days, and none before', async () => {
	const keep = (days) => sql(`INSERT INTO sheet_kept (code_index, uid, survey_id, body_sealed, saved_at)
		SELECT RANDOM_BYTES(32), RANDOM_BYTES(16), MIN(id), 'x', NOW() - INTERVAL ${days} HOUR FROM survey`)
	for (let i = 0; i < 3; i++) keep(7 * 24 + 1 + i)
	keep(7 * 24 - 1)
	const left = () => [value('SELECT COUNT(*) FROM sheet_kept WHERE saved_at < NOW() - INTERVAL 7 DAY'), value('SELECT COUNT(*) FROM sheet_kept')]
	assert.equal(left()[0], '3')
	const [, before] = left()
	again('order-clock')
	await until(() => left()[0] === '0')
	assert.equal(Number(left()[1]), Number(before) - 3, 'the fourth has an hour yet')
	sql("DELETE FROM sheet_kept WHERE body_sealed = 'x'")
})

guardPost('/needs/surveys/{}/drop', { of: draft, elsewhere: 'zhaolei' })
await end()
