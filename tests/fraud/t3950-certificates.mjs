// Certificates: for nothing, for another's hours, forged, revoked.
import {
	Client, assert, attempt, byDatabase, dayFrom, effectiveHours, newVolunteer, refused, roomToday, sql, staff, status, table,
	test, value,
} from './lib.mjs'

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const holder = await newVolunteer({ name: '林小满' })
const { record } = await effectiveHours(clerk, reviewer, holder)
const ask = (v, form = {}) => v.client.submit('/commend/certificate', form)
let no
const count = () => value('SELECT COUNT(*) FROM certificate')
const check = async (number) => (await new Client().getJson(`/commend/verify/${number}`))

test('an honest certificate is true', async () => {
	no = status(await ask(holder), 303).location.match(/certificate\/(C\d+)/)[1]
	const { page } = status(await check(no), 200)
	assert.equal(page.Certificate.minutes, Number(record.minutes))
	assert.equal(page.Certificate.state, 'issued')
})

attempt('certificate for zero hours', 'HTTP', async () => {
	const before = count()
	const by = refused(await ask(await newVolunteer()), 422)
	assert.equal(count(), before)
	return `${by}, nothing to certify`
})
attempt('certificate for a time without hours', 'HTTP', async () => {
	const before = count()
	const by = refused(await ask(holder, { from_on: dayFrom(-30), to_on: dayFrom(-20) }), 422, 'from_on')
	assert.equal(count(), before)
	return by
})
attempt('certificate for zero hours', 'SQL', async () =>
	byDatabase('UPDATE certificate SET minutes = 0, scan_minutes = 0 WHERE no = ?', [no]))
attempt('another\'s certificate', 'HTTP', async () => {
	const w = await newVolunteer()
	return refused(await w.client.getJson(`/commend/certificate/${no}`), 404)
})
attempt('another station\'s certificate', 'HTTP', async () =>
	refused(await (await staff('sunli')).getJson(`/commend/certificate/${no}`), 404))
attempt('another station revokes it', 'HTTP', async () =>
	refused(await (await staff('sunli')).post(`/commend/manage/certificates/${no}/revoke`, { reason: '不是本站的' }), 404))
attempt('number that was made up', 'HTTP', async () => refused(await check('C2600199999'), 404))
attempt('more minutes than its evidence adds up to', 'SQL', async () =>
	byDatabase('UPDATE certificate SET minutes = minutes + 600 WHERE no = ?', [no]))
attempt('more minutes than the records have', 'SQL', async () => {
	sql('UPDATE certificate SET minutes = minutes + 600, scan_minutes = scan_minutes + 600 WHERE no = ?', [no])
	try {
		const { Certificate } = status(await check(no), 200).page
		assert.ok(Certificate.fewer_hours, JSON.stringify(Certificate))
		return `the public check: records have ${Certificate.fewer_hours} h only`
	} finally {
		sql('UPDATE certificate SET minutes = minutes - 600, scan_minutes = scan_minutes - 600 WHERE no = ?', [no])
	}
})
attempt('certificate revoked without a reason', 'SQL', async () =>
	byDatabase(`UPDATE certificate SET state = 'revoked' WHERE no = ?`, [no]))
attempt('one number twice', 'SQL', async () =>
	byDatabase(`INSERT INTO certificate (uid, no, station_id, year, serial, person_id, from_on, to_on, minutes, scan_minutes, records,
		payload) SELECT UNHEX(MD5(RAND())), CONCAT(no, 'x'), station_id, year, serial, person_id, from_on, to_on, minutes, scan_minutes,
		records, payload FROM certificate WHERE no = ?`, [no]))
attempt('revoked certificate shown to a school', 'HTTP', async () => {
	status(await reviewer.post(`/commend/manage/certificates/${no}/revoke`, { reason: '服务记录有误' }), 303)
	const { Certificate } = status(await check(no), 200).page
	assert.equal(Certificate.state, 'revoked')
	assert.match((await new Client().get(`/commend/verify/${no}`)).text, /注销/)
	return `the public check: revoked on ${Certificate.revoked_on}`
})
attempt('revoked certificate revived', 'HTTP', async () =>
	refused(await reviewer.post(`/commend/manage/certificates/${no}/revoke`, { reason: '再次注销' }), 409))

await table()
