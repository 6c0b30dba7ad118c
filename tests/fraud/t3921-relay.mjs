// A code sent on to somebody who is not there: what a scan opened is good for as long as the code itself, a step and its grace.
import { assert, attempt, newActivity, newVolunteer, refused, roomToday, screen, staff, status, table, until, value } from './lib.mjs'

const LIVES = 30_000 // a step of 15 s and its grace

await roomToday()
const clerk = await staff('liwei')
const came = (a) => Number(value('SELECT COUNT(*) FROM attendance t JOIN activity a ON a.id = t.activity_id WHERE a.no = ?', [a.no]))

attempt('code opened at home, confirmed when it is long gone from the screen', 'HTTP', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	const opened = Date.now()
	const { Ticket } = status(await v.client.getJson(`/activity/c/${(await screen(clerk, a.no)).token}`), 200).page
	await until(() => Date.now() > opened + LIVES + 1500, LIVES + 10_000, { every: 500, what: 'the end of the ticket' })
	const late = await v.client.post(`/activity/${a.no}/check-in`, { code: Ticket })
	const by = refused(late, 422, 'old_code')
	assert.equal(came(a), 0)
	/* Whoever stands there with a slow phone is told what to do, and does it. */
	assert.match(late.page.Errors.map((e) => e.text).join(), /再扫一次/)
	const again = status(await v.client.getJson(`/activity/c/${(await screen(clerk, a.no)).token}`), 200).page
	status(await v.client.post(`/activity/${a.no}/check-in`, { code: again.Ticket }), 303)
	assert.equal(came(a), 1)
	return `${by}; a second scan is taken`
})

await table()
