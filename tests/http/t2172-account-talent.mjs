// The pool of talent 人才库: volunteers found by all that they said and that staff noted, with a count and a file, of the own station alone.
import { assert, end, guardGet, newVolunteer, sql, staff, status, test, value } from './lib.mjs'

const clerk = await staff('liwei')
const pool = async (query = '', client = clerk) => status(await client.getJson(`/account/talent${query}`), 200).page
const numbers = (page) => (page.Volunteers ?? []).map((v) => v.no)

const driver = await newVolunteer({ skills: ['03'], categories: ['0013'], fields: ['0011'], available: ['16', '18'], service_region_code: '610502001' })
const other = await newVolunteer({ skills: ['17'], categories: ['0008'] })
await driver.client.post('/account/me/more', { sources: ['01', '12'], political: '01', occupation: '13', education: '20', ethnic: '02' })
const at = `/account/volunteers/${driver.no}`
await clerk.post(`${at}/tag`, { tag: '会开大车' })
await clerk.post(`${at}/backbone`, { backbone: '1' })
await clerk.post(`${at}/worker`, { level: '2', certificate_no: '2019034610' })

test('each of its filters finds who fits and nobody else', async () => {
	const found = { skill: '03', source: '12', time: '18', region: '610502001', category: '0013', field: '0011', political: '01', occupation: '13',
		education: '20', ethnic: '02', worker: '2', backbone: '1', tag: encodeURIComponent('会开大车'), state: 'active', star: '0' }
	for (const [name, word] of Object.entries(found)) {
		const page = await pool(`?${name}=${word}`)
		assert.ok(numbers(page).includes(driver.no), name)
		assert.equal(String(page.List.filtered), '1', name)
		if (!['state', 'star', 'region'].includes(name)) assert.ok(!numbers(page).includes(other.no), name)
	}
	const all = '?' + Object.entries(found).map(([n, w]) => `${n}=${w}`).join('&')
	const page = await pool(all)
	assert.deepEqual(numbers(page), [driver.no])
	assert.equal(page.List.total, 1)
	const [v] = page.Volunteers
	assert.deepEqual([v.sources, v.skills, v.worker_name, v.backbone, v.political_name, v.ethnic_name, v.region],
		['党员、网格员', '驾驶运输', '社会工作师（中级）', 1, '中共党员', '蒙古族', '人民街道'])
	assert.deepEqual(numbers(await pool('?skill=03&source=99')), [])
})

test('who serves in a whole county serves in its streets; who names a street does not serve in another', async () => {
	assert.ok(numbers(await pool('?region=610502')).includes(driver.no))
	assert.ok(!numbers(await pool('?region=610502002')).includes(driver.no))
	assert.equal(value('SELECT service_region_code FROM volunteer WHERE no = ?', [other.no]), '610502')
	for (const code of ['610502', '610502001', '610502002']) assert.ok(numbers(await pool(`?region=${code}`)).includes(other.no), code)
})

test('phones are masked on the page and in the file; the file is on record', async () => {
	const page = await pool('?tag=' + encodeURIComponent('会开大车'))
	assert.match(page.Volunteers[0].phone, /^\d{3}\*{4}\d{4}$/)
	const before = Number(value("SELECT COUNT(*) FROM audit WHERE action = 'list.export'"))
	const r = status(await clerk.get('/account/talent?as=csv&backbone=1'), 200)
	assert.ok(r.text.includes(driver.no) && r.text.includes('驾驶运输') && r.text.includes('中共党员'))
	assert.ok(!r.text.includes(driver.form.phone) && !r.text.includes(driver.form.id_no))
	assert.equal(Number(value("SELECT COUNT(*) FROM audit WHERE action = 'list.export'")), before + 1)
})

test('another station sees neither the people nor the tags', async () => {
	const there = await staff('zhaolei')
	const page = await pool('', there)
	assert.ok(!numbers(page).includes(driver.no))
	assert.ok(!(page.Tags ?? []).some((t) => t.code === '会开大车'))
	assert.deepEqual(numbers(await pool('?tag=' + encodeURIComponent('会开大车'), there)), [])
})

test('who comes to another station brings no tag and is no mainstay there', async () => {
	const v = await newVolunteer()
	const person = value('SELECT person_id FROM volunteer WHERE no = ?', [v.no])
	await clerk.post(`/account/volunteers/${v.no}/tag`, { tag: '甲乙' })
	sql('UPDATE volunteer SET station_id = 2 WHERE person_id = ?', [person])
	const there = await staff('zhaolei')
	assert.equal(status(await there.getJson(`/account/volunteers/${v.no}`), 200).page.Tags, undefined)
	assert.ok(!numbers(await pool('?tag=' + encodeURIComponent('甲乙'), there)).includes(v.no))
	assert.ok(!numbers(await pool('?tag=' + encodeURIComponent('甲乙'))).includes(v.no))
	sql('UPDATE volunteer SET station_id = 1 WHERE person_id = ?', [person])
})

test('words in the address that are none are harmless', async () => {
	for (const q of ['?skill=%27', '?region=%25', '?tag=%3Csvg%3E', '?worker=9', '?backbone=2', '?sort=phone', '?time=' + 'x'.repeat(300), '?after=x.y'])
		status(await clerk.get(`/account/talent${q}`), 200)
	assert.ok(!(await clerk.get('/account/talent?tag=%3Csvg%3E')).text.includes('<svg>'))
})

guardGet('/account/talent')

test('volunteers see no pool', async () => {
	status(await driver.client.getJson('/account/talent'), 403)
})

await end()
