// A school checks certificates with the network off: the page was opened once before, the code is scanned later. A
// browser's own "offline" does not reach its workers, so a door of ours leads to the suite, and is shut.
import http from 'node:http'
import { assert, base, cleanup, desktop, end, newVolunteer, status, test, visit } from './lib.mjs'
import { served } from '../http/lib/recognition.mjs'

const ann = await newVolunteer({ name: '欧阳安然' })
served(ann.no, { minutes: 150, ago: 12 })
const no = /certificate\/(C\d+)/.exec(status(await ann.client.submit('/commend/certificate', {}), 303).location)[1]
const code = (await ann.client.getJson(`/commend/certificate/${no}`)).page.Qr.text
const door = http.createServer((request, answer) => {
	const { method, headers, url } = request
	const inside = http.request(new URL(url, base), { method, headers }, (got) => {
		answer.writeHead(got.statusCode, got.headers)
		got.pipe(answer)
	})
	request.pipe(inside)
})
await new Promise((done) => door.listen(0, '127.0.0.1', done))
const outside = `http://127.0.0.1:${door.address().port}`
const shut = () => new Promise((done) => {
	door.close(done)
	door.closeAllConnections()
})
cleanup(() => door.listening && shut())
const page = await desktop()
const said = () => page.locator('[data-result]').innerText()
const waitFor = (words) => page.locator('[data-result]', { hasText: words }).waitFor({ timeout: 20_000 })

test('the page is opened once with the network on, and is ready', async () => {
	await visit(page, '/commend/offline', 'commend-offline')
	await page.goto(`${outside}/commend/offline`)
	await page.locator('[data-state]', { hasText: '可以断网使用' }).waitFor()
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready
		while (!await caches.match('/commend/offline')) await new Promise((done) => setTimeout(done, 50))
	})
})

test('with the network off, a scanned code opens it and is true', async () => {
	await shut()
	await page.goto(`${outside}/commend/verify/${no}#${code.split('#')[1]}`)
	await waitFor('签名真实，内容没有改动')
	const text = await said()
	for (const words of [no, '欧阳安然', ann.form.id_no.slice(-4), '2.50', '已与注销名单核对'])
		assert.ok(text.includes(words), `${words} in ${text}`)
})

test('with the network off, an altered code is not', async () => {
	const [address, seal] = code.split('#')
	const bytes = Buffer.from(seal, 'base64url')
	bytes[bytes.length - 75] ^= 1
	await page.locator('#f-code').fill(`${address}#${bytes.toString('base64url')}`)
	await page.getByRole('button', { name: '核对' }).click()
	await waitFor('不真实')
})
await end()
