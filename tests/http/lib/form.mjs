// form.mjs - the form of a page as a browser would send it: every field with what stands in it.
const unescaped = (s) => s.replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
const attr = (tag, name) => {
	const m = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
	return m && unescaped(m[1])
}

/** { name: value or [values] } of the form that is sent to `action`. */
export function formOf(html, action) {
	const at = [...html.matchAll(/<form\b[^>]*>/g)].find((m) => attr(m[0], 'action') === action && /method="post"/.test(m[0]))
	if (!at)
		throw new Error(`no form for ${action}`)
	const body = html.slice(at.index, html.indexOf('</form>', at.index))
	const form = {}
	const add = (name, value) => { form[name] = form[name] === undefined ? value : [].concat(form[name], value) }
	for (const m of body.matchAll(/<input\b[^>]*>|<select\b[^>]*>[^]*?<\/select>|<textarea\b[^>]*>[^]*?<\/textarea>/g)) {
		const tag = m[0].slice(0, m[0].indexOf('>') + 1)
		const name = attr(tag, 'name')
		if (!name || name === 'csrf')
			continue
		if (tag.startsWith('<select')) {
			const options = m[0].match(/<option\b[^>]*>/g) ?? []
			add(name, attr(options.find((o) => / selected/.test(o)) ?? options[0] ?? '', 'value') ?? '')
		} else if (tag.startsWith('<textarea')) {
			add(name, unescaped(m[0].slice(tag.length, -'</textarea>'.length)).replace(/^\n/, ''))
		} else if (!/type="(file|radio|checkbox)"/.test(tag) || / checked/.test(tag) && !/type="file"/.test(tag)) {
			add(name, attr(tag, 'value') ?? '')
		}
	}
	return form
}
