// 家人: an elder agrees to a proxy in three ways, either ends it at once, and a proxy does what is allowed and is refused the rest
// in plain words. The session says who acts and for whom, and so does the audit.
import { Client, assert, end, guardGet, guardPost, newVolunteer, residentId, sql, staff, status, test, value } from './lib.mjs'
import { bornYearsAgo } from './lib/person.mjs'

const html = { headers: { Accept: 'text/html' } }
const clerk = await staff('liwei')
const elderly = (name = '王桂兰', years = 75) => newVolunteer({ name, id_no: residentId({ birth: bornYearsAgo(years) }) })
const younger = (name = '王小梅') => newVolunteer({ name, id_no: residentId({ birth: bornYearsAgo(40) }) })
const personOf = (v) => Number(value('SELECT person_id FROM volunteer WHERE no = ?', [v.no]))
const family = async (v) => status(await v.client.getJson('/account/family'), 200).page
const uidOf = (elder, proxy) => value('SELECT LOWER(HEX(uid)) FROM proxy WHERE person_id = ? AND proxy_person_id = ? ORDER BY id DESC LIMIT 1', [personOf(elder), personOf(proxy)])
const code = async (elder) => status(await clerk.post(`/account/volunteers/${elder.no}/family/code`), 200, 'code').page.Code.text
const type = (v, text) => v.client.post('/account/family/code', { family_code: text, relation: '女儿' })

/** An elder and somebody who may act for them. */
async function pair() {
	const elder = await elderly(), proxy = await younger()
	status(await type(proxy, await code(elder)), 303)
	return { elder, proxy, uid: uidOf(elder, proxy) }
}
const act = async ({ proxy, uid }) => {
	status(await proxy.client.post(`/account/family/${uid}/act`), 303, 'act')
	return status(await proxy.client.getJson('/account/me'), 200).page
}

const shared = await elderly()
const of = () => shared.no
guardGet('/account/volunteers/{}/family', { of, elsewhere: 'zhaolei' })
guardPost('/account/volunteers/{}/family', { of, elsewhere: 'zhaolei', form: { proxy_no: 'V2600100001', relation: '女儿', paper_no: 'WT-1', document_seen: '1' } })
guardPost('/account/volunteers/{}/family/code', { of, elsewhere: 'zhaolei' })

test('a code of the counter, typed by whoever will act, is the consent of both', async () => {
	const elder = await elderly(), proxy = await younger()
	const text = await code(elder)
	assert.match(text, /^[A-Z0-9]{4} [A-Z0-9]{4}$/)
	status(await type(proxy, text.toLowerCase()), 303)
	status(await type(await younger(), text), 422, 'a code is good once')
	const row = (await family(proxy)).For.find((f) => f.no === elder.no)
	assert.equal(Number(row.holds), 1)
	assert.equal((await family(elder)).By[0].name, '王小梅')
	assert.deepEqual(sql('SELECT way, person_agreed_at IS NOT NULL AS one, proxy_agreed_at IS NOT NULL AS two FROM proxy WHERE person_id = ?', [personOf(elder)]),
		[{ way: 'code', one: '1', two: '1' }])
})

test('a code runs out, is replaced by the next, and is no use to the elder alone', async () => {
	const elder = await elderly(), proxy = await younger()
	const first = await code(elder), second = await code(elder)
	status(await type(proxy, first), 422)
	status(await type(elder, second), 422)
	sql('UPDATE proxy SET code_until = NOW() - INTERVAL 1 MINUTE WHERE person_id = ?', [personOf(elder)])
	status(await type(proxy, second), 422)
	assert.equal((await family(proxy)).For, undefined)
})

test('asked by name and phone, the elder says yes on their own phone; nobody learns who is here', async () => {
	const elder = await elderly(), proxy = await younger()
	const ask = (changes = {}) => proxy.client.post('/account/family/ask', { name: elder.form.name, phone: elder.form.phone, relation: '女儿', ...changes })
	assert.match(status(await ask(), 303).location, /done=family_asked/)
	assert.match(status(await ask(), 303, 'once more is the same').location, /done=family_asked/)
	assert.match(status(await ask({ name: '别人家' }), 303, 'nobody of that name').location, /done=family_asked/)
	assert.equal((await family(proxy)).For, undefined)
	assert.equal((await family(elder)).By.length, 1)
	const uid = uidOf(elder, proxy)
	status(await proxy.client.post(`/account/family/${uid}/act`), 409, 'not yet')
	status(await proxy.client.post(`/account/family/${uid}/agree`), 409, 'the elder says it, not the one who asked')
	status(await (await younger()).client.post(`/account/family/${uid}/agree`), 404, 'nobody else')
	status(await elder.client.post(`/account/family/${uid}/agree`), 303)
	assert.equal(Number((await family(proxy)).For[0].holds), 1)
})

test('a paper is entered with the number of its scan, and whoever acts says yes too', async () => {
	const elder = await elderly(), proxy = await younger()
	const at = `/account/volunteers/${elder.no}/family`
	const form = { proxy_no: proxy.no, relation: '女儿', paper_no: 'WT-2026-001', document_seen: '1' }
	status(await clerk.post(at, { ...form, paper_no: '' }), 422)
	status(await clerk.post(at, { ...form, document_seen: undefined }), 422)
	status(await clerk.post(at, { ...form, proxy_no: elder.no }), 422)
	status(await clerk.post(at, { ...form, proxy_no: 'V2600199999' }), 422)
	status(await clerk.post(at, form), 303)
	status(await clerk.post(at, form), 422, 'once for two people')
	const uid = uidOf(elder, proxy)
	status(await proxy.client.post(`/account/family/${uid}/act`), 409)
	status(await proxy.client.post(`/account/family/${uid}/agree`), 303)
	const page = await act({ proxy, uid })
	assert.equal(page.Me.no, elder.no)
	assert.deepEqual(sql('SELECT way, paper_no FROM proxy WHERE person_id = ?', [personOf(elder)]), [{ way: 'paper', paper_no: 'WT-2026-001' }])
	status(await clerk.post(`${at}/${uid}/end`), 303)
	status(await proxy.client.getJson('/account/me'), 403)
})

test('the session acts for the elder: pages are theirs, a bar says so, the audit has both', async () => {
	const { elder, proxy, uid } = await pair()
	const page = await act({ proxy, uid })
	assert.equal(page.Me.no, elder.no)
	assert.equal(page.Who.self, '王小梅')
	for (const at of ['/account/me', '/recruit/', '/activity/hours', '/training/', '/'])
		assert.match(status(await proxy.client.get(at, html), 200).text, /class="acting"[\s\S]*?王桂兰[\s\S]*?换回自己/, at)
	status(await proxy.client.post('/account/me/more', { political: '13' }), 303)
	assert.deepEqual(sql(`SELECT actor_id, proxy_id FROM audit WHERE target = 'person' AND target_id = ? ORDER BY id DESC LIMIT 1`, [personOf(elder)]),
		[{ actor_id: String(personOf(elder)), proxy_id: String(personOf(proxy)) }])
	status(await proxy.client.post('/account/family/self'), 303)
	const self = status(await proxy.client.getJson('/account/me'), 200).page
	assert.equal(self.Me.no, proxy.no)
	assert.equal(self.Who.self, undefined)
	assert.deepEqual(sql('SELECT person_id = ? AS who, proxy_id IS NOT NULL AS acts FROM session WHERE person_id = ? ORDER BY id DESC LIMIT 2', [personOf(proxy), personOf(proxy)]),
		[{ who: '1', acts: '0' }, { who: '1', acts: '1' }])
})

test('what a proxy may not do is refused in plain words, its page as well', async () => {
	const couple = await pair()
	await act(couple)
	const { client } = couple.proxy
	for (const at of ['/account/me/erase', '/account/me/rebind', '/account/me/correct', '/account/me/consent', '/commend/mine/honour', '/order/mine'])
		assert.match(status(await client.get(at, html), 403, at).text, /这件事要本人办/, at)
	for (const [at, form] of [['/account/me/export', {}], ['/account/me/erase', { confirm: '1' }], ['/account/me/rebind', {}],
		['/account/me/consent', { purpose: 'public_name', action: 'give' }], ['/activity/A2600100001/check-in', { code: '123456' }],
		['/activity/A2600100001/check-out', {}], ['/activity/A2600100001/declare', {}], ['/order/mine/D2600100001/take', {}],
		['/order/mine/D2600100001/confirm', { code: '123456' }], ['/support/sign/1', {}], ['/platform/transfer/mine', {}],
		['/team/found', {}], ['/account/me/staff-code', { answer: 'yes' }], ['/account/family/ask', {}], [`/account/family/${couple.uid}/end`, {}]])
		assert.equal(status(await client.post(at, form), 403, at).page.Error, 'own', at)
	assert.equal(value('SELECT erased_at FROM person WHERE id = ?', [personOf(couple.elder)]), null)
})

test('ended a second ago, the next request is refused, and nothing is done under the own name', async () => {
	const couple = await pair(), { elder, proxy, uid } = couple
	await act(couple)
	status(await elder.client.post(`/account/family/${uid}/end`), 303)
	status(await proxy.client.post('/account/me/more', { political: '01' }), 403)
	for (const v of [elder, proxy])
		assert.equal(value('SELECT political FROM volunteer WHERE no = ?', [v.no]), null)
	const led = await proxy.client.get('/account/me', html)
	assert.equal(new URL(status(led, 303).location).pathname, '/account/family/self')
	assert.match(status(await proxy.client.get('/account/family/self', html), 200).text, /代办已经结束/)
	await proxy.client.getJson('/account/family/self')
	status(await proxy.client.post('/account/family/self'), 303)
	assert.equal(status(await proxy.client.getJson('/account/me'), 200).page.Me.no, proxy.no)
	status(await proxy.client.post(`/account/family/${uid}/act`), 404)
})

test('whoever acts ends it, too; a stranger does neither', async () => {
	const { proxy, uid } = await pair(), other = await younger()
	status(await other.client.post(`/account/family/${uid}/end`), 404)
	status(await other.client.post(`/account/family/${uid}/act`), 404)
	status(await other.client.post('/account/family/zz/act'), 404)
	status(await new Client().post(`/account/family/${uid}/act`), 401)
	status(await proxy.client.post(`/account/family/${uid}/end`, { csrf: null }), 403)
	status(await proxy.client.post(`/account/family/${uid}/end`), 303)
	status(await proxy.client.post(`/account/family/${uid}/end`), 404)
})

test('an elder who is erased, or a proxy, leaves no right behind', async () => {
	const couple = await pair(), { elder, proxy } = couple
	await act(couple)
	status(await elder.client.post('/account/me/erase', { confirm: '1' }), 303)
	status(await proxy.client.getJson('/account/me'), 403)
	assert.equal(Number(value('SELECT COUNT(*) FROM proxy WHERE proxy_person_id = ?', [personOf(proxy)])), 0)
	status(await proxy.client.getJson('/account/family/self'), 200)
	status(await proxy.client.post('/account/family/self'), 303)
	assert.equal(status(await proxy.client.getJson('/account/me'), 200).page.Me.no, proxy.no)
})

test('the phone number stays when a proxy edits', async () => {
	const couple = await pair()
	await act(couple)
	const { elder, proxy } = couple
	const form = { phone: elder.form.phone, region_code: '610502002', categories: ['0001'], skills: ['09'] }
	status(await proxy.client.post('/account/me/edit', { ...form, phone: '13900001111', phone_again: '13900001111' }), 422)
	status(await proxy.client.post('/account/me/edit', form), 303)
})

await end()
