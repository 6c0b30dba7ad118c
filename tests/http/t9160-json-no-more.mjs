// JSON tells nobody more than the page does. Seen: the page of a check-in answered the leader's volunteer number and who
// of the staff had made the activity to volunteers, who read neither on it. Names of people and of staff, numbers of
// volunteers, phones: what a viewer's JSON has of them stands on the same page, or is their own.
import { assert, end, newVolunteer, sql, staff, status, test } from './lib.mjs'
import { newActivity, roomToday, screen } from './lib/activity.mjs'
import { viewers, walk } from './lib/walk.mjs'

const SEALED = [/^1\d{10}$/, /^\d{17}[\dX]$/]
const names = new Set(sql('SELECT name FROM staff UNION SELECT name FROM person WHERE erased_at IS NULL').map((r) => r.name))
// Staff read their own people elsewhere, in the file of a list or one page further; what is sealed, nowhere else.
const personal = (text, staff) => SEALED.some((shape) => shape.test(text)) || (!staff && (names.has(text) || /^V\d{10,}$/.test(text)))
// A volunteer reads who they are on 我的.
const OWN = ['.Me.name', '.Me.no', '.Held.no', '.Held.name']

/** Every text of the page as data, with where it stands. Who signs in is told who they are. */
function* texts(value, at = '') {
	if (value && typeof value === 'object')
		for (const [name, child] of Object.entries(value)) yield* texts(child, Array.isArray(value) ? `${at}[]` : `${at}.${name}`)
	else if (typeof value === 'string' && !/^\.(Who|Csrf|Key)\b/.test(at))
		yield [at, value]
}
const letters = (text) => text.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' })[c])

for (const [name, , come] of viewers)
	test(`${name} reads as JSON no person that the page does not name`, async () => {
		const more = new Set()
		let looked = 0
		await walk(await come(), (route, answer, html) => {
			for (const [at, text] of texts(answer.page)) {
				if (!personal(text, /manager|reviewer/.test(name)) || OWN.includes(at)) continue
				looked++
				if (!html.includes(letters(text))) more.add(`${route}: ${at}`)
			}
		})
		assert.deepEqual([...more].sort(), [])
		if (name.includes('volunteer')) assert.ok(looked > 3, `only ${looked} were looked at`)
	}, { timeout: 120_000 })

await roomToday()
const clerk = await staff('liwei')
const leader = await newVolunteer({ name: '赵领队' })
const member = await newVolunteer()
const stranger = await newVolunteer()
const a = await newActivity(clerk, { volunteers: [member], plan: { leader_no: leader.no } })

test('who is not on the roster reads neither leader nor staff, by whatever way', async () => {
	const { token } = await screen(clerk, a.no)
	const answers = [
		status(await stranger.client.getJson(`/activity/c/${token}`), 409),
		status(await stranger.client.post(`/activity/${a.no}/check-in`, { code: token }), 409),
		status(await stranger.client.getJson(`/activity/c/${a.no}-i-1-00`), 409),
	]
	for (const { page } of answers) {
		for (const field of ['leader_no', 'leader_name', 'made_by', 'project_no']) assert.equal(page.Activity[field], undefined, field)
		assert.equal(page.Activity.title, '清洁家园')
	}
})
test('who is on it reads who leads, and no number', async () => {
	const { Activity } = status(await member.client.getJson(`/activity/${a.no}`), 200).page
	assert.equal(Activity.leader_name, '赵领队')
	for (const field of ['leader_no', 'made_by']) assert.equal(Activity[field], undefined, field)
})
await end()
