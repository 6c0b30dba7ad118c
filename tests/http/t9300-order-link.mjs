// Whoever orders by telephone had no page: the address of it goes to their phone, by day, and to nobody else; its key stands in no
// row and no log. A landline, and a station without a gateway, get none.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { assert, Client, cleanup, end, mobile, sql, staff, status, test, value } from './lib.mjs'
import { without } from './lib/loop.mjs'
import { codeFor, withGateway } from './lib/phone.mjs'
import { startSim } from '../sims/start.mjs'

const { VAR = 'var', BUILD = 'build' } = process.env
withGateway()
const clerk = await staff('liwei')
const call = (changes = {}) => clerk.submit('/order/desk/new', { channel: 'phone', phone: mobile(), name: '李秀英', category: '0001',
	detail: '灯不亮了', consent: '1', verified: '1', ...changes })
const noOf = (r) => new URL(status(r, 303).location).pathname.split('/').pop()
const waiting = () => Number(value("SELECT COUNT(*) FROM message WHERE event = 'order_kept'"))

test('the phone gets the page, which shows the order and takes the code', async () => {
	const phone = mobile(), no = noOf(await call({ phone })), path = codeFor(phone)
	assert.match(path, new RegExp(`^/order/${no}\\?k=[0-9a-f]+$`))
	assert.equal(status(await new Client().getJson(path), 200).page.Order.no, no)
	status(await new Client().getJson(path.slice(0, -1)), 404)
	assert.equal(value("SELECT COUNT(*) FROM message WHERE event = 'order_kept' AND CONCAT_WS('|', path, note, name, mark) LIKE '%k=%'"), '0')
})

test('a form sent twice tells once; a landline and whoever ordered on their own page are told nothing', async () => {
	const before = waiting(), phone = mobile(), { Key } = (await clerk.getJson('/order/desk/new')).page
	const form = { channel: 'phone', phone, name: '李秀英', category: '0001', detail: '灯不亮了', consent: '1', key: Key }
	for (let i = 0; i < 2; i++) status(await clerk.post('/order/desk/new', form), 303)
	assert.equal(waiting(), before + 1)
	noOf(await call({ phone: '0913-2123456' }))
	status(await new Client().submit('/order/new?station=1&free=1', { name: '李秀英', phone: mobile(), consent: '1', station: '1', category: '0001', detail: '灯不亮了' }), 303)
	assert.equal(waiting(), before + 1)
})

test('what is sent is a whole address in plain words, after the night', async () => {
	const sms = await startSim('sms'), phone = mobile()
	cleanup(() => sms.stop())
	await without('message-post')
	writeFileSync(`${VAR}/t9300-sms`, 'demo-sms-key\n')
	const no = noOf(await call({ phone })), path = codeFor(phone)
	const once = (from, to) => execFileSync(`${BUILD}/bin/message-post`, ['once'], { env: { ...process.env, ZYZ_CONF: `${VAR}/conf`,
		ZYZ_SMS_URL: `${sms.url}/json`, ZYZ_SMS_KEY_FILE: `${VAR}/t9300-sms`, ZYZ_QUIET_FROM: from, ZYZ_QUIET_UNTIL: to }, stdio: ['ignore', 'pipe', 'pipe'] })
	const said = async () => (await sms.control('sent')).filter((m) => m.to === phone).map((m) => m.text)
	sql("UPDATE message SET next_at = NOW() WHERE event = 'order_kept'")
	const hour = Number(value('SELECT HOUR(NOW())'))
	once(String(hour), String((hour + 2) % 24))
	assert.deepEqual(await said(), [], 'the night is quiet')
	once('0', '0')
	const [text] = await said()
	assert.ok(text.includes(path) && /点单已登记/.test(text) && /https?:\/\//.test(text), text)
	assert.equal(value("SELECT COUNT(*) FROM message WHERE event = 'order_kept' AND state = 'sent' AND words_sealed IS NOT NULL"), '0')
	assert.ok(no)
})

await end()
