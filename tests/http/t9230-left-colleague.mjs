// Whoever has left the station, or whose days there are over, is charged with no need and no route: the form of a need took anybody
// whose role had once been given.
import { assert, end, sql, staff, status, test, value } from './lib.mjs'

const clerk = await staff('liwei')
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field)
const uid = value(`SELECT LOWER(HEX(uid)) FROM staff WHERE login = 'wangfang'`)
const roles = `UPDATE staff_role SET %s WHERE staff_id = (SELECT id FROM staff WHERE login = 'wangfang')`
const need = async () => new URL(status(await clerk.submit('/needs/ledger/new', { source: 'phone', category: '0001', description: '路灯坏了' }), 303).location)
	.pathname.split('/').pop()
const edit = { category: '0001', description: '路灯坏了两盏', reply_by: '2099-01-01' }

test('a colleague is offered and taken; one whose days are over, or who is stopped, is not', async () => {
	const no = await need(), at = `/needs/ledger/${no}/edit`
	const offered = async () => status(await clerk.getJson(at), 200).page.Staff.some((s) => s.code === uid)
	const day = '2099-01-02', homes = value(`SELECT h.no FROM household h JOIN station s ON s.id = h.station_id AND s.no = 1 WHERE h.state = 'active' LIMIT 1`)
	const route = () => clerk.submit('/needs/route', { day, staff: uid, homes })
	assert.ok(await offered())
	status(await clerk.submit(at, { ...edit, owner: uid }), 303)
	assert.equal(value('SELECT LOWER(HEX(s.uid)) FROM need n JOIN staff s ON s.id = n.owner_id WHERE n.no = ?', [no]), uid)
	for (const [gone, back] of [
		[roles.replace('%s', `from_on = CURDATE() - INTERVAL 9 DAY, until_on = CURDATE() - INTERVAL 1 DAY`), roles.replace('%s', 'from_on = NULL, until_on = NULL')],
		[`UPDATE staff SET state = 'disabled' WHERE login = 'wangfang'`, `UPDATE staff SET state = 'active' WHERE login = 'wangfang'`],
	])
		try {
			sql(gone)
			assert.ok(!(await offered()))
			assert.deepEqual(wrong(await clerk.submit(at, { ...edit, owner: uid })), ['owner'])
			assert.deepEqual(wrong(await route()), ['staff'])
		} finally {
			sql(back)
		}
})

await end()
