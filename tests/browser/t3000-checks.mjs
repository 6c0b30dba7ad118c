// t3000-checks.mjs - the checks of every page find what they are for: one page for each fault, and a sound one that passes.
import { assert, base, desktop, end, phone, problems, test } from './lib.mjs'

const CSS = 'html{font:20px/1.6 sans-serif} body{margin:0;padding:8px} a,button{display:block;min-height:60px;min-width:60px;font:inherit}'
const POLICY = "default-src 'self'; style-src 'nonce-t'; img-src 'self' data:"
const SHY = "document.querySelector('.shy').addEventListener('focus', (event) => event.target.blur())"

/** A small page of ours with this inside; `kind` decides which rules hold. */
const html = ({ body = '', css = '', kind, head = '' }) => `<!doctype html>
<html lang="zh-CN" class="${kind === 'resident' ? 'phone elder' : kind ? 'phone' : ''}"><head><meta charset="utf-8"><title>示例</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style nonce="t">${CSS}${css}</style>${head}</head>
<body><main><h1>示例</h1><p>一段文字</p>${body}</main></body></html>`

async function found(page, part, options) {
	await page.route(`${base}/sample`, (route) =>
		route.fulfill({ status: part.status ?? 200, contentType: 'text/html', body: html(part),
			headers: { 'Content-Security-Policy': POLICY } })
	)
	await page.route(`${base}/sample.js`, (route) => route.fulfill({ contentType: 'text/javascript', body: SHY }))
	await page.route((url) => url.hostname === 'elsewhere.invalid', (route) => route.abort())
	await page.goto('/sample')
	const list = await problems(page, options)
	await page.context().close()
	return list
}

test('a sound page has no findings', async () => {
	const body = '<a href="/">首页</a><button type="button">好</button>'
	assert.deepEqual(await found(await phone(), { body, kind: 'resident' }), [])
	assert.deepEqual(await found(await desktop(), { body }), [])
})

/** One fault, and the words by which it must be found. */
function fault(name, words, part, { on = phone, options } = {}) {
	test(`found: ${name}`, async () => {
		const list = await found(await on(), part, options)
		assert.ok(list.some((text) => words.test(text)), `not among: ${list.join(' | ')}`)
	})
}

const resident = { kind: 'resident' }
fault('a picture without words', /^axe image-alt/, { body: '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">' })
fault('pale letters', /^axe color-contrast/, { body: '<p class="x">看不清的字</p>', css: '.x{color:#bbb}' })
fault('small letters', /^letters of 16 px/, { ...resident, body: '<p class="x">小字</p>', css: '.x{font-size:16px}' })
fault('narrow lines', /^lines of 1.10/, { ...resident, body: '<p class="x">密</p>', css: '.x{line-height:1.1}' })
fault('a low button', /^50 px high, not 60/, {
	...resident,
	body: '<button class="x" type="submit">交</button>',
	css: '.x{min-height:0;height:50px}',
})
fault('a low link', /^30 px high, not 44/, { ...resident, body: '<a class="x" href="/">走</a>', css: '.x{min-height:0;height:30px}' })
fault('a heavy page', /^a first load of 2\d{4} bytes, over 20480/, { kind: 'volunteer', body: `<p>${'一段长文字。'.repeat(1200)}</p>` })
fault('small letters of a volunteer', /^letters of 15 px/, { kind: 'volunteer', body: '<p class="x">小字</p>', css: '.x{font-size:15px}' })
fault('something too wide', /^at 320 px: 4\d\d px wide/, { body: '<div class="x">宽</div>', css: '.x{width:400px}' })
fault('another status', /^status 404, expected 200/, { status: 404 })
fault('another host', /^foreign request: https:\/\/elsewhere/, { head: '<link rel="preload" as="image" href="https://elsewhere.invalid/x">' })
fault('a script inline', /^policy: script-src/, { head: '<script>1</script>' })
fault('a file that is not there', /^404 for /, { head: '<script src="/static/none.js"></script>' })
fault('no sign of the focus', /no sign of the focus/, {
	body: '<a class="x" href="/a">甲</a><a class="x" href="/b">乙</a>',
	css: '.x:focus{outline:0}',
}, { on: desktop })
fault('another order', /goes back/, { body: '<a href="/a">甲</a><a href="/b" tabindex="1">乙</a>' }, { on: desktop })
fault('what Tab cannot reach', /never reaches/, {
	body: '<a href="/a">甲</a><button type="button" class="shy">乙</button><a href="/c">丙</a>',
	head: '<script src="/sample.js" defer></script>',
}, { on: desktop })
fault('a hidden focus', /is hidden when it has the focus/, {
	body: '<a href="/a">甲</a><a href="/b">乙</a><div class="x">盖住</div>',
	css: '.x{position:fixed;inset:0;background:#fff;color:#000}',
}, { on: desktop })
await end()
