// Whom the pages of projects refuse: strangers, other roles, other stations, forged forms, numbers that do not exist.
import { end, guardGet, guardPost, newVolunteer, staff, status, test } from './lib.mjs'
import { approved, draft, planForm, positionForm, published, submitted } from './lib/project.mjs'

const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const other = { clerk: await staff('zhaolei'), reviewer: await staff('sunli') }
const NONE = 'P9900100001'
const uid = 'ab'.repeat(16)
const posts = {
	edit: planForm(), position: positionForm(), [`position/${uid}`]: positionForm(), [`position/${uid}/remove`]: {},
	submit: { none: 1 }, recall: {}, void: { reason: '不办了' }, publish: {}, start: {},
	close: { report: '服务一百二十人次，效果良好。' }, extend: { until: '2027-01-01' },
}
const pages = ['', '/print', '/edit', '/void', '/position', `/position/${uid}`]

test("another station's project is not there, in any state", async () => {
	for (const make of [draft, submitted]) {
		const { no } = await make(clerk)
		for (const page of pages) status(await other.clerk.getJson(`/project/${no}${page}`), 404, page)
		for (const [verb, form] of Object.entries(posts)) status(await other.clerk.post(`/project/${no}/${verb}`, form), 404, verb)
		status(await other.reviewer.post(`/project/${no}/approve`), 404)
		status(await other.reviewer.post(`/project/${no}/return`, { reason: '看看' }), 404)
	}
	for (const make of [approved, published]) {
		const { no } = await make(clerk, reviewer)
		status(await other.clerk.post(`/project/${no}/publish`), 404)
		status(await other.clerk.post(`/project/${no}/start`), 404)
		status(await other.reviewer.post(`/project/${no}/void`, posts.void), 404)
		status(await other.clerk.post(`/project/${no}/extend`, posts.extend), 404)
	}
})

test('a number nobody has is not there', async () => {
	for (const page of pages) status(await clerk.getJson(`/project/${NONE}${page}`), 404, page)
	for (const [verb, form] of Object.entries(posts)) status(await clerk.post(`/project/${NONE}/${verb}`, form), 404, verb)
	for (const verb of ['approve', 'return']) status(await reviewer.post(`/project/${NONE}/${verb}`, { reason: '看看' }), 404, verb)
})

test('a position of another project is not there', async () => {
	const [a, b] = [await draft(clerk), await draft(clerk)]
	const path = `/project/${a.no}/position/${b.positions[0].uid}`
	status(await clerk.getJson(path), 404)
	status(await clerk.post(path, positionForm()), 404)
	status(await clerk.post(`${path}/remove`), 404)
})

test('volunteers have no business here', async () => {
	const v = await newVolunteer()
	status(await v.client.getJson('/project/'), 403)
	status(await v.client.post('/project/new', planForm()), 403)
})

test('unknown addresses and methods', async () => {
	status(await clerk.getJson(`/project/${NONE}/nonsense`), 404)
	status(await clerk.getJson(`/project/${NONE}/publish`), 405)
	status(await clerk.post('/project/', {}), 405)
})

guardGet('/project/')
guardGet('/project/new')
let there
const of = async () => (there ??= (await draft(clerk)).no)
for (const page of pages) guardGet(`/project/{}${page}`, { of, elsewhere: 'zhaolei' })
guardPost('/project/new', { form: planForm() })
for (const [verb, form] of Object.entries(posts)) guardPost(`/project/{}/${verb}`, { of, elsewhere: 'zhaolei', form })
for (const verb of ['approve', 'return'])
	guardPost(`/project/{}/${verb}`, { of, right: 'wangfang', wrong: 'liwei', elsewhere: 'sunli', form: { reason: '看看' } })
await end()
