// A page and the loop that watches the calendar at the same moment: whoever is slower finds the activity moved on already,
// and goes on with what the person asked for.
import { assert, end, newVolunteer, sql, status, test, until, value } from './lib.mjs'
import { opened } from '../faults/lib/held.mjs'
import { checkIn, finish, newActivity, records, roomToday, staff, stateOf } from './lib/activity.mjs'

await roomToday()
const clerk = await staff('liwei')

/** Somebody who forgot to check out of an activity that is over, and which nobody has looked at since. */
async function forgot() {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	status(await checkIn(clerk, v, a.no), 303)
	sql('UPDATE attendance t JOIN activity a ON a.id = t.activity_id SET t.at = a.starts_at WHERE a.no = ?', [a.no])
	const minute = a.at(a.gone - 1).slice(11, 16)
	return { v, a, declare: () => v.client.post(`/activity/${a.no}/declare`, { ends: minute, remark: '手机没电' }) }
}

/** Declares while another transaction moves the activity to this state; the answer. */
async function meanwhile(state) {
	const { a, declare } = await forgot()
	const other = opened()
	finish(a.no)
	await other.run(`UPDATE activity SET state = '${state}' WHERE no = '${a.no}'`)
	const answer = declare()
	// the server renews this table only when nobody has read it for a tenth of a second
	await until(() => value("SELECT COUNT(*) FROM information_schema.INNODB_TRX WHERE trx_state = 'LOCK WAIT'") !== '0', 20_000,
		{ every: 250, what: 'the page waits for the row' })
	await other.run('COMMIT')
	await other.close()
	return { a, answer: await answer }
}

test('the loop ends the activity while a volunteer declares their hours: they are kept', async () => {
	const { a, answer } = await meanwhile('recording')
	assert.match(status(answer, 303).location, /done=declared/)
	assert.equal(stateOf(a.no), 'recording')
	assert.deepEqual(records(a.no).map((r) => r.state), ['to_review'])
})

test('it is called off meanwhile: nothing is kept', async () => {
	const { a, answer } = await meanwhile('cancelled')
	status(answer, 409)
	assert.equal(records(a.no).length, 0)
})

await end()
