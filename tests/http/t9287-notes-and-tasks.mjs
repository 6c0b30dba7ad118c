// Notes and tasks 待办事项 about a volunteer, a household, a project: they come back on their day, are the station's alone, and are done once.
import { assert, end, guardGet, guardPost, newVolunteer, sql, staff, status, test, value } from './lib.mjs'

const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const there = await staff('zhaolei')
const volunteer = await newVolunteer()
const household = value('SELECT MIN(no) FROM household WHERE station_id = 1')
const project = value('SELECT MIN(no) FROM project WHERE station_id = 1')
const things = [['person', volunteer.no, `/account/volunteers/${volunteer.no}`], ['household', household, `/needs/households/${household}`],
	['project', project, `/project/${project}`]]
const today = value('SELECT CURDATE()')
const yesterday = value('SELECT CURDATE() - INTERVAL 1 DAY')
const tomorrow = value('SELECT CURDATE() + INTERVAL 1 DAY')
const notes = async (at, client = clerk) => status(await client.getJson(at), 200).page.Notes ?? []
const waiting = async () => status(await clerk.getJson('/account/desk'), 200).page.Waiting?.find((w) => w.what === 'task')
const tasks = async (query = '') => status(await clerk.getJson(`/account/tasks?state=open${query}`), 200).page.Tasks ?? []

for (const [of, no, at] of things)
	test(`a note about a ${of} stands on its page, escaped, and no other station reads it`, async () => {
		const words = `<script>alert('${of}')</script>`
		const answer = status(await clerk.post(`/account/notes/${of}/${no}`, { words }), 303)
		assert.equal(new URL(answer.location).pathname + new URL(answer.location).search, `${at}?done=note`)
		const [note] = (await notes(at, reviewer)).filter((n) => n.words === words)
		assert.deepEqual([note.state, note.staff, note.mine, note.due_on], ['note', '李伟', 0, undefined])
		const html = status(await clerk.get(at), 200).text
		assert.ok(!html.includes(words) && html.includes('&lt;script&gt;alert(&#39;'))
		status(await there.getJson(`/account/notes/${of}/${no}`), 404)
		status(await there.post(`/account/notes/${of}/${no}`, { words }), 404)
		status(await there.post(`/account/note/${note.uid}/drop`), 404)
		assert.equal(value('SELECT COUNT(*) FROM audit WHERE detail LIKE ?', ['%script%']), '0')
		status(await clerk.post(`/account/note/${note.uid}/drop`), 303)
		status(await clerk.post(`/account/note/${note.uid}/drop`), 404)
	})

for (const [of, no, at] of things)
	test(`a task about a ${of} comes to the desk on its day, not before, and is done once`, async () => {
		const before = (await waiting())?.n ?? 0
		status(await clerk.post(`/account/notes/${of}/${no}`, { words: `明天办 ${of}`, due_on: tomorrow }), 303)
		assert.equal((await waiting())?.n ?? 0, before)
		status(await clerk.post(`/account/notes/${of}/${no}`, { words: `今天办 ${of}`, due_on: today }), 303)
		assert.deepEqual([(await waiting()).n, (await waiting()).late], [before + 1, 0])
		const [task] = (await notes(at)).filter((n) => n.words === `今天办 ${of}`)
		assert.deepEqual([task.state, task.due_on], ['open', today])
		sql('UPDATE person_note SET due_on = ? WHERE uid = UNHEX(?)', [yesterday, task.uid])
		assert.equal((await waiting()).late, 1)
		const mine = (await tasks()).find((t) => t.uid === task.uid)
		assert.deepEqual([mine.no, mine.href, mine.late], [no, at, 1])
		status(await there.post(`/account/note/${task.uid}/done`), 404)
		const done = status(await reviewer.post(`/account/note/${task.uid}/done`, { list: 1 }), 303)
		assert.match(done.location, /\/account\/tasks\?state=open&done=task_done$/)
		assert.equal((await reviewer.post(`/account/note/${task.uid}/done`)).status, 409)
		assert.equal((await waiting())?.n ?? 0, before)
		const [was] = (await notes(at)).filter((n) => n.uid === task.uid)
		assert.deepEqual([was.state, was.done_by], ['done', '王芳'])
		status(await reviewer.post(`/account/note/${task.uid}/open`), 303)
		assert.equal((await waiting()).n, before + 1)
		status(await reviewer.post(`/account/note/${task.uid}/done`), 303)
		assert.equal(value(`SELECT COUNT(*) FROM audit WHERE action = 'task.done' AND target = ? AND at > NOW() - INTERVAL 5 MINUTE`, [of]), '2')
	})

test('a day that is over, none at all, too many words and a thing that is none are not taken', async () => {
	const at = `/account/notes/project/${project}`
	for (const [form, field] of [[{ words: 'x', due_on: yesterday }, 'due_on'], [{ words: 'x', due_on: '2027-02-30' }, 'due_on'],
		[{ words: '' }, 'words'], [{ words: 'x'.repeat(501) }, 'words']]) {
		const { page } = status(await clerk.post(at, form), 422)
		assert.deepEqual([page.Errors[0].field, page.About.no], [field, project])
	}
	status(await clerk.post('/account/notes/activity/A1', { words: 'x' }), 404)
	status(await clerk.post('/account/notes/household/F0', { words: 'x' }), 404)
	status(await clerk.post('/account/note/zz/done'), 404)
})

test('the list of tasks is searched, exported and read by staff alone', async () => {
	status(await clerk.post(`/account/notes/household/${household}`, { words: '送新年福字', due_on: tomorrow }), 303)
	const found = await tasks('&q=%E6%96%B0%E5%B9%B4')
	assert.deepEqual(found.map((t) => [t.words, t.about, t.no, t.uid.length]), [['送新年福字', 'household', household, 32]])
	assert.match(status(await clerk.get('/account/tasks?as=csv'), 200).text, /送新年福字/)
	assert.ok(!(await there.getJson('/account/tasks')).text.includes('送新年福字'))
	status(await volunteer.client.getJson('/account/tasks'), 403)
})

test('a task is in the download of the volunteer, and goes with them', async () => {
	const v = await newVolunteer()
	status(await clerk.post(`/account/notes/person/${v.no}`, { words: '问体检结果', due_on: tomorrow }), 303)
	const [mine] = status(await v.client.post('/account/me/export'), 200).json.notes
	assert.deepEqual([mine.words, mine.due_on, mine.state], ['问体检结果', tomorrow, 'open'])
	status(await v.client.post('/account/me/erase', { confirm: '1' }), 303)
	assert.equal(value("SELECT COUNT(*) FROM person_note WHERE words = '问体检结果'"), '0')
	assert.ok(!(await tasks()).some((t) => t.words === '问体检结果'))
})

guardGet('/account/tasks')
guardGet('/account/notes/project/{}', { of: () => project, elsewhere: 'zhaolei' })
guardPost('/account/notes/project/{}', { form: { words: 'x' }, of: () => project, elsewhere: 'zhaolei' })

await end()
