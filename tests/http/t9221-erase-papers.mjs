// Seen: a person was erased, and the scan of the agreement that they had signed could still be fetched by its address, and lay in the
// folder. Must be seen: nobody can fetch it, the file is gone; a sheet that somebody else signed as well stays theirs.
import fs from 'node:fs'
import { assert, cleanup, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { dayFrom } from './lib/activity.mjs'

const { VAR } = process.env
const [clerk, manager] = await Promise.all([staff('liwei'), staff('zhangmin')])
const words = `甲方：志愿服务站。乙方：志愿者本人。\n${'一、乙方自愿、无偿参加站点组织的志愿服务，具体的内容、时间和地点以每次活动发布的说明和名册为准。\n'.repeat(3)}`
status(await manager.post('/support/texts/new', { title: '志愿服务协议', words, valid_months: 12, again: 1 }), 303)
cleanup(() => sql('UPDATE agreement_text SET ended_at = NOW() WHERE ended_at IS NULL AND station_id IS NOT NULL'))

/** A PDF that is no other's. */
const pdf = (mark) => Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Mark (${mark}) >>\nendobj\n${' '.repeat(100)}xref\n0 1\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`)
async function signed(v, content) {
	status(await clerk.getJson('/support/agreements/new'), 200)
	const r = await clerk.upload('/support/agreements/new', { volunteer_no: v.no, signed_on: dayFrom(0) }, [{ field: 'file', name: `${v.no}.pdf`, type: 'application/pdf', content }])
	const uid = /agreements\/([0-9a-f]{32})/.exec(status(r, 303).location)[1]
	const [d] = sql('SELECT d.id, LOWER(HEX(d.uid)) AS uid, d.state FROM agreement g JOIN document d ON d.id = g.document_id WHERE g.uid = UNHEX(?)', [uid])
	return { uid, document: d, path: `${VAR}/documents/${d.uid}` }
}
const fetched = async (s) => [(await clerk.get(`/support/agreements/${s.uid}/paper`)).status, (await clerk.get(`/activity/document/${s.document.uid}`)).status, fs.existsSync(s.path)]
const erase = async (v) => status(await v.client.submit('/account/me/erase', { confirm: '1' }), 303)

test('the sheet of who is erased is gone for everybody', async () => {
	const v = await newVolunteer()
	const content = pdf(v.no), s = await signed(v, content)
	assert.deepEqual(await fetched(s), [200, 200, true])
	await erase(v)
	assert.deepEqual(await fetched(s), [404, 404, false])
	const [d] = sql('SELECT state, title, look FROM document WHERE id = ?', [s.document.id])
	assert.deepEqual([d.state, d.title, d.look], ['removed', '', null])
	assert.equal(value('SELECT COUNT(*) FROM agreement WHERE uid = UNHEX(?) AND document_id IS NULL', [s.uid]), '1')
	// The same bytes may be put in for somebody else.
	const other = await signed(await newVolunteer(), content)
	assert.notEqual(other.document.id, s.document.id)
	assert.deepEqual(await fetched(other), [200, 200, true])
})

test('a sheet that two signed stays with the other one', async () => {
	const [a, b] = [await newVolunteer(), await newVolunteer()]
	const content = pdf(a.no), [x, y] = [await signed(a, content), await signed(b, content)]
	assert.equal(x.document.id, y.document.id)
	await erase(a)
	assert.deepEqual(await fetched(y), [200, 200, true])
	assert.equal((await clerk.get(`/support/agreements/${x.uid}/paper`)).status, 404)
	await erase(b)
	assert.deepEqual(await fetched(y), [404, 404, false])
})
await end()
