// Places of a training: never oversold, a line in order, conflicts, and who moves up.
import { Client, assert, bornYearsAgo, end, newVolunteer, residentId, sql, staff, status, test, value } from './lib.mjs'
import { hoursFromNow, published, roll, running } from './lib/training.mjs'

const clerk = await staff('liwei')
const [ann, ben, cho] = await Promise.all(['安然', '本草', '楚歌'].map((name) => newVolunteer({ name })))
const enrol = (who, no) => who.client.post(`/training/${no}/enrol`)
const mine = async (who, no) => (await who.client.getJson(`/training/${no}`)).page.Mine
const taken = (no) => Number(value('SELECT taken FROM training WHERE no = ?', [no]))
let no

test('a volunteer takes a place, once', async () => {
	no = await published(clerk, { places: '1' })
	assert.match(status(await enrol(ann, no), 303).location, /done=enrolled/)
	assert.match(status(await enrol(ann, no), 303).location, /done=enrolled/)
	assert.equal(taken(no), 1)
	assert.equal((await mine(ann, no)).state, 'enrolled')
})

test('the next ones stand in line and know their place', async () => {
	assert.match(status(await enrol(ben, no), 303).location, /done=in_line/)
	assert.match(status(await enrol(cho, no), 303).location, /done=in_line/)
	assert.equal(taken(no), 1)
	assert.equal((await mine(ben, no)).place_in_line, 1)
	assert.equal((await mine(cho, no)).place_in_line, 2)
	assert.match((await cho.client.get(`/training/${no}`)).text, /候补次序/)
})

test('who leaves the line frees nothing; who leaves a place moves the first up', async () => {
	status(await ben.client.post(`/training/${no}/cancel`), 303)
	assert.equal(taken(no), 1)
	assert.equal((await mine(cho, no)).place_in_line, 1)
	status(await enrol(ben, no), 303)
	assert.equal((await mine(ben, no)).place_in_line, 2)
	status(await ann.client.post(`/training/${no}/cancel`), 303)
	assert.equal((await mine(cho, no)).state, 'enrolled')
	assert.equal((await mine(ben, no)).place_in_line, 1)
	assert.equal(taken(no), 1)
	status(await ann.client.post(`/training/${no}/cancel`), 409)
})

test('a place with nobody in line is free again', async () => {
	status(await ben.client.post(`/training/${no}/cancel`), 303)
	status(await cho.client.post(`/training/${no}/cancel`), 303)
	assert.equal(taken(no), 0)
	status(await enrol(ann, no), 303)
	assert.equal((await mine(ann, no)).state, 'enrolled')
	assert.deepEqual(sql(`SELECT e.state, COUNT(*) n FROM enrolment e JOIN training t ON t.id = e.training_id WHERE t.no = ?
		GROUP BY 1 ORDER BY 1`, [no]).map((r) => [r.state, r.n]), [['cancelled', '2'], ['enrolled', '1']])
})

test('many at once get as many places as there are', async () => {
	const crowd = await Promise.all(Array.from({ length: 8 }, () => newVolunteer()))
	const one = await published(clerk, { places: '3', starts_at: hoursFromNow(6), ends_at: hoursFromNow(8) })
	const answers = await Promise.all(crowd.flatMap((who) => [enrol(who, one), enrol(who, one)]))
	answers.forEach((r) => status(r, 303))
	const states = Object.values(await roll(clerk, one)).map((r) => r.state).sort()
	assert.deepEqual(states, [...Array(3).fill('enrolled'), ...Array(5).fill('waiting')])
	assert.equal(taken(one), 3)
	const lines = sql(`SELECT line_no FROM enrolment e JOIN training t ON t.id = e.training_id WHERE t.no = ?
		AND e.state = 'waiting' ORDER BY 1`, [one]).map((r) => r.line_no)
	assert.equal(new Set(lines).size, 5, lines.join())
	await Promise.all(crowd.map((who) => who.client.post(`/training/${one}/cancel`)))
	assert.equal(taken(one), 0)
})

test('two trainings at the same hour are one too many', async () => {
	const same = await published(clerk, { starts_at: hoursFromNow(3), ends_at: hoursFromNow(5) })
	const r = status(await enrol(ann, same), 409)
	assert.equal(r.page.Refused, 'clash_training')
	const after = await published(clerk, { starts_at: hoursFromNow(4.1), ends_at: hoursFromNow(6) })
	status(await enrol(ann, after), 303)
})

test('a duty at the same hour comes first', async () => {
	/* A duty is within one day, whatever the hour is now. */
	const date = hoursFromNow(5 * 24).slice(0, 10)
	const day = await published(clerk, { starts_at: `${date}T09:00`, ends_at: `${date}T11:00` })
	sql(`INSERT INTO activity (uid, no, station_id, title, category, starts_at, ends_at, place, state, created_by, published_at)
		SELECT UNHEX(REPLACE(UUID(), '-', '')), CONCAT('A26T', t.id), t.station_id, '值班', '0001', t.starts_at, t.ends_at, '站点',
		'published', t.created_by, NOW() FROM training t WHERE t.no = ?`, [day])
	sql(`INSERT INTO roster (activity_id, person_id, station_id, added_by) SELECT a.id, v.person_id, a.station_id, a.created_by
		FROM activity a, volunteer v WHERE a.title = '值班' AND v.no = ?`, [ben.no])
	assert.equal(status(await enrol(ben, day), 409).page.Refused, 'clash_activity')
	status(await enrol(cho, day), 303)
})

test('too young, too late, not open, already begun', async () => {
	const young = await newVolunteer({ id_no: residentId({ birth: bornYearsAgo(19) }) })
	const adult = await published(clerk, { min_age: '30', starts_at: hoursFromNow(40), ends_at: hoursFromNow(41), study_minutes: '50' })
	assert.equal(status(await enrol(young, adult), 409).page.Refused, 'too_young')
	sql('UPDATE training SET min_age = NULL, enrol_until = NOW() - INTERVAL 1 MINUTE WHERE no = ?', [adult])
	assert.equal(status(await enrol(young, adult), 409).page.Refused, 'late')
	sql("UPDATE volunteer SET state = 'paused' WHERE no = ?", [young.no])
	sql('UPDATE training SET enrol_until = NULL WHERE no = ?', [adult])
	assert.equal(status(await enrol(young, adult), 409).page.Refused, 'not_active')
	sql("UPDATE volunteer SET state = 'active' WHERE no = ?", [young.no])
	status(await enrol(young, adult), 303)
	sql('UPDATE training SET starts_at = NOW() - INTERVAL 1 MINUTE WHERE no = ?', [adult])
	assert.equal(status(await enrol(ben, adult), 409).page.Refused, 'begun')
	assert.equal(status(await young.client.post(`/training/${adult}/cancel`), 409).page.Refused, 'begun')
	await running(clerk, adult)
	assert.equal(status(await enrol(ben, adult), 409).page.Refused, 'closed')
})

test('the desk enrols who has no phone, and takes off the roll', async () => {
	const one = await published(clerk, { places: '1', starts_at: hoursFromNow(60), ends_at: hoursFromNow(62) })
	const desk = (volunteer_no) => clerk.post(`/training/manage/${one}/enrol`, { volunteer_no })
	assert.match(status(await desk(ann.no), 303).location, /desk_enrolled/)
	assert.match(status(await desk(ben.no), 303).location, /desk_in_line/)
	assert.equal(status(await desk('V0000000000'), 422).page.Errors[0].field, 'volunteer_no')
	const rows = await roll(clerk, one)
	const remove = (ref, reason) => clerk.post(`/training/manage/${one}/remove`, { ref, reason })
	status(await remove(rows[ann.no].ref, ''), 422)
	status(await remove('f'.repeat(32), '来不了'), 404)
	status(await remove('g'.repeat(32), '来不了'), 404)
	status(await remove(rows[ann.no].ref, '来不了'), 303)
	status(await remove(rows[ann.no].ref, '来不了'), 409)
	assert.equal((await roll(clerk, one))[ben.no].state, 'enrolled')
	assert.equal((await mine(ann, one)).reason, '来不了')
})

test('a stranger and a member of staff take no place', async () => {
	const stranger = new Client()
	status(await stranger.post(`/training/${no}/enrol`), 401)
	status(await clerk.post(`/training/${no}/enrol`), 403)
	status(await clerk.post(`/training/${no}/cancel`), 403)
	status(await ann.client.post(`/training/${no}/enrol`, { csrf: 'f'.repeat(32) }), 403)
	status(await ann.client.post(`/training/${no}/cancel`, { csrf: null }), 403)
	status(await ann.client.post('/training/T0000000000/enrol'), 404)
	status(await ann.client.post('/training/T0000000000/cancel'), 404)
	status(await ann.client.getJson(`/training/${no}/enrol`), 405)
})

test('the list says where one stands', async () => {
	const { Trainings, Mine } = (await ann.client.getJson('/training/')).page
	assert.equal(Trainings.find((t) => t.no === no).mine, 'enrolled')
	assert.ok(Mine.some((t) => t.no === no))
	assert.match((await ann.client.get('/training/')).text, /我的培训/)
})
await end()
