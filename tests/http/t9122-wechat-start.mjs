// Each anonymous look at /account/wechat/start made a row that stayed for a day.
import { Client, assert, end, status, test, value } from './lib.mjs'

const rows = () => Number(value('SELECT COUNT(*) FROM wechat_login'))

test('one address begins so many sign-ins in ten minutes, and no more rows', async () => {
	const c = new Client({ from: '127.0.0.41' })
	let last
	for (let i = 0; i < 305; i++) last = await c.get('/account/wechat/start')
	assert.match(status(last, 303).location, /why=busy/)
	const before = rows()
	for (let i = 0; i < 5; i++) await c.get('/account/wechat/start')
	assert.ok(rows() <= before)
	assert.match(status(await new Client({ from: '127.0.0.42' }).get('/account/wechat/start'), 303).location, /oauth2\/authorize/)
}, { timeout: 60_000 })

await end()
