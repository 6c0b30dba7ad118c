// Signs in to the installed suite as the station's manager.
const base = 'http://127.0.0.1'
const jar = {}
async function ask(path, options = {}) {
	const r = await fetch(base + path, { redirect: 'manual', ...options,
		headers: { Accept: 'application/json', Origin: base, Cookie: Object.entries(jar).map((pair) => pair.join('=')).join('; '), ...options.headers } })
	for (const line of r.headers.getSetCookie()) {
		const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)
		jar[name] = value
	}
	return r
}
const must = (holds, what) => {
	if (!holds) throw new Error(what)
}
const { Page } = await (await ask('/account/sign-in')).json()
const body = new URLSearchParams({ csrf: Page.Csrf, key: Page.Key ?? '', login: 'zhangmin', password: 'a long password' })
const r = await ask('/account/sign-in', { method: 'POST', body })
must(r.status === 303, `signing in: ${r.status} ${(await r.text()).slice(0, 600)}`)
for (let i = 0; i < 2; i++) must((await ask('/account/second')).status === 200, 'known to account')
