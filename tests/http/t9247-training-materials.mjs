// 培训资料: nothing could be handed out at a training. Staff put files to it; who is enrolled reads and opens them, nobody else does.
import { Client, assert, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { published } from './lib/training.mjs'
import { guardGet, guardPost } from './lib/guard.mjs'

const clerk = await staff('liwei')
const no = await published(clerk, { places: '5' })
const at = `/training/manage/${no}/materials`
let shade = 0
const pdf = () => Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% ${shade++} ${Math.random()}\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 >>\nstartxref\n60\n%%EOF\n`)
const file = (content, name = 'a.pdf', type = 'application/pdf') => ({ field: 'file', name, type, content })
const put = (material, content = pdf()) => clerk.upload(at, { material }, [file(content)])
const listed = async () => status(await clerk.getJson(at), 200).page.Materials ?? []
const seen = async (client) => status(await client.getJson(`/training/${no}`), 200).page.Materials

guardGet(at, { elsewhere: 'zhaolei' })
guardPost(`${at}/${'0'.repeat(32)}/remove`, { elsewhere: 'zhaolei' })

test('what staff put in is opened by who is enrolled, as it was put in', async () => {
	const v = await newVolunteer(), content = pdf()
	status(await put('讲义：与老人沟通', content), 303)
	const [m] = await listed()
	assert.deepEqual([m.title, m.author], ['讲义：与老人沟通', '李伟'])
	assert.equal(await seen(v.client), undefined)
	status(await v.client.getJson(`/training/${no}/material/${m.uid}`), 404)
	status(await v.client.post(`/training/${no}/enrol`), 303)
	assert.deepEqual(await seen(v.client), [{ uid: m.uid, title: m.title }])
	const r = status(await v.client.get(`/training/${no}/material/${m.uid}`), 200)
	assert.ok(r.body.equals(content))
	assert.match(r.headers['content-disposition'], /attachment/)
	assert.ok(status(await clerk.get(`${at}/${m.uid}`), 200).body.equals(content))
	assert.equal(await seen(new Client()), undefined)
	status(await new Client().getJson(`/training/${no}/material/${m.uid}`), 401)
	const other = await published(clerk, {})
	status(await v.client.getJson(`/training/${other}/material/${m.uid}`), 404)
	status(await v.client.post(`/training/${no}/cancel`), 303)
	assert.equal(await seen(v.client), undefined)
	status(await v.client.getJson(`/training/${no}/material/${m.uid}`), 404)
})

test('what was taken back is gone for all, and both are in the trail', async () => {
	const v = await newVolunteer()
	status(await v.client.post(`/training/${no}/enrol`), 303)
	status(await put('签到说明'), 303)
	const m = (await listed()).find((x) => x.title === '签到说明')
	status(await v.client.get(`/training/${no}/material/${m.uid}`), 200)
	status(await clerk.post(`${at}/${m.uid}/remove`), 303)
	status(await clerk.post(`${at}/${m.uid}/remove`), 409)
	status(await v.client.getJson(`/training/${no}/material/${m.uid}`), 404)
	status(await clerk.getJson(`${at}/${m.uid}`), 404)
	assert.ok(!(await listed()).some((x) => x.uid === m.uid))
	assert.deepEqual(sql(`SELECT action FROM audit WHERE target = 'training_material' AND target_id = (SELECT id FROM training_material
		WHERE uid = UNHEX(?)) ORDER BY id`, [m.uid]).map((r) => r.action), ['training.hand_out', 'training.take_back'])
})

test('only what is a PDF or a picture, by its bytes, and no more than twenty', async () => {
	for (const bad of [Buffer.from('<script>alert(1)</script>'.repeat(10)), Buffer.from('%PDF-1.4\n' + 'x'.repeat(500)), Buffer.alloc(0)])
		assert.deepEqual(status(await put('不是文件', bad), 422).page.Errors.map((e) => e.field), ['file'])
	const left = 20 - (await listed()).length
	for (let i = 0; i < left; i++) status(await put(`资料 ${i + 1}`), 303)
	assert.match(JSON.stringify(status(await put('多的一份'), 422).page.Errors), /20 份/)
	assert.equal(value("SELECT COUNT(*) FROM training_material m JOIN training t ON t.id = m.training_id WHERE t.no = ? AND m.state = 'kept'", [no]), '20')
})

await end()
