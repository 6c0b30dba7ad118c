// zyz-verify --marks went over records, stars and honours with the station's own keys, and left out what was brought along: a
// transfer whose mark was copied from another one, or whose rows were changed under it, was said to be well.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { Client, assert, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'

const { BUILD = 'build', DB_SOCKET, VAR } = process.env
const clerk = await staff('liwei'), reviewer = await staff('wangfang')
for (const c of [clerk, reviewer]) await c.getJson('/platform/transfer/csv')
const keyFile = `${VAR}/t9206.key`
writeFileSync(keyFile, (await new Client().get('/activity/ledger/key')).text)
const about = (no) => {
	const r = spawnSync(`${BUILD}/bin/zyz-verify`, ['ledger', '--socket', DB_SOCKET, '--key', keyFile, '--marks', `${VAR}/secret`, '--show', 'all'], { encoding: 'utf8' })
	assert.ok(r.status === 0 || r.status === 1, r.stderr)
	return r.stdout.split('\n').filter((l) => l.includes(no))
}
async function brought(minutes) {
	const v = await newVolunteer()
	const content = `服务日期,活动名称,服务时长,记录编号\n2024-03-05,图书整理,${minutes / 60},X${Date.now()}${minutes}\n`
	const r = await clerk.upload('/platform/transfer/csv', { volunteer: v.no, other: '志愿平台甲' }, [{ field: 'bundle', name: 'r.csv', type: 'text/csv', content }])
	const no = /\/platform\/transfer\/(B\w+)\?/.exec(status(r, 303).location)[1]
	status(await reviewer.post(`/platform/transfer/${no}/accept`, { scope: 'all' }), 303)
	return no
}

test('what was brought along bears our mark, and one that is not ours is named', async () => {
	const [one, other] = [await brought(60), await brought(90)]
	assert.deepEqual([...about(one), ...about(other)], [])
	const cheat = (change, undo, words = /its mark is not ours/) => {
		sql(change)
		try {
			assert.ok(about(one).some((l) => words.test(l)), change)
		} finally {
			sql(undo)
		}
		assert.deepEqual(about(one), [])
	}
	const mark = value('SELECT HEX(mark) FROM transfer WHERE no = ?', [one])
	const by = value('SELECT handled_by FROM transfer WHERE no = ?', [one])
	cheat(`UPDATE transfer a JOIN transfer b ON b.no = '${other}' SET a.mark = b.mark WHERE a.no = '${one}'`, `UPDATE transfer SET mark = x'${mark}' WHERE no = '${one}'`)
	cheat(`UPDATE transfer SET handled_by = (SELECT id FROM staff WHERE login = 'zhangmin') WHERE no = '${one}'`,
		`UPDATE transfer SET handled_by = ${by} WHERE no = '${one}'`)
	cheat(`UPDATE transfer t JOIN transfer_record b ON b.transfer_id = t.id SET b.served_on = '2024-03-06' WHERE t.no = '${one}'`,
		`UPDATE transfer t JOIN transfer_record b ON b.transfer_id = t.id SET b.served_on = '2024-03-05' WHERE t.no = '${one}'`)
})
await end()
