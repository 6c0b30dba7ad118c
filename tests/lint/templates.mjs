// templates.mjs - rules about ClearSilver templates, which escape nothing where these are broken.
import { eachMatch } from './source.mjs';

const BANNED = new Set(['alt', 'uvar', 'evar', 'lvar', 'linclude', 'name', 'escape', 'content-type']);
const SAFE = 'url_escape|url_validate|js_escape|on|at|hour|till|short|span';
const UNSAFE = /\b(html_escape|text_html|html_strip|css_url_validate|null_escape)\s*\(/;
const URLS = /\b(href|src|action|formaction|poster|xlink:href)\s*=\s*(["']?)/gi;
const WIDE = /[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/u;

const WIDEST = 140;

const blanks = (s) => s.replace(/[^\n]/g, ' ');
const templates = (tree) => tree.filter((file) => file.path.startsWith('templates/') && file.path.endsWith('.cs'))
	.map((file) => ({ ...file, text: file.text.replace(/<\?cs\s*#[\s\S]*?\?>/g, blanks) }));

/** Each tag: its line, its command with "!" or "?" behind, and what stands after the colon. */
export function tags(text) {
	const found = [];
	eachMatch(text, /<\?cs([\s\S]*?)\?>/g, (line, m) => {
		const [, command = '', mark = '', rest = ''] = /^\s*(\/?[\w-]+)\s*([!?]?)\s*:?([\s\S]*)$/.exec(m[1]) ?? [];
		const lead = /^\s*/.exec(m[1])[0].split('\n').length - 1;
		found.push({ line: line + lead, command, mark, rest: rest.trim() });
	});
	return found;
}

/** The text with the tags blanked: what stays is the markup that is always there. */
const markup = (text) => text.replace(/<\?cs[\s\S]*?\?>/g, blanks);

function perFile(tree, f) {
	const findings = [];
	for (const file of templates(tree))
		f(file, (line, text) => findings.push({ path: file.path, line, text }));
	return findings;
}

const banned = (tree) => perFile(tree, (file, say) => {
	for (const tag of tags(file.text))
		if (BANNED.has(tag.command))
			say(tag.line, `${tag.command}: prints what it gets as it is, or loses the mode of escaping`);
});

const includes = (tree) => perFile(tree, (file, say) => {
	for (const tag of tags(file.text)) {
		if (tag.command !== 'include')
			continue;
		if (tag.mark !== '!')
			say(tag.line, 'include without "!" is empty when the file is missing');
		if (!/^"[a-z0-9_][a-z0-9_/-]*\.cs"$/.test(tag.rest))
			say(tag.line, 'include of something else than a literal name below templates/');
	}
});

/** Whether the whole of an expression is one call fn(...). */
function soleCall(expression) {
	const open = new RegExp(`^(${SAFE})\\s*\\(`).exec(expression);
	if (!open)
		return false;
	let depth = 0;
	for (let i = open[0].length - 1; i < expression.length; i++) {
		depth += expression[i] === '(' ? 1 : expression[i] === ')' ? -1 : 0;
		if (depth === 0)
			return i === expression.length - 1 && !new RegExp(`\\b(${SAFE})\\s*\\(`).test(
				expression.slice(open[0].length));
	}
	return false;
}

const escaping = (tree) => perFile(tree, (file, say) => {
	const any = new RegExp(`\\b(${SAFE})\\s*\\(`);
	for (const tag of tags(file.text)) {
		if (UNSAFE.test(tag.rest))
			say(tag.line, `${UNSAFE.exec(tag.rest)[1]}() is not for templates`);
		else if (tag.command === 'var' && any.test(tag.rest) && !soleCall(tag.rest))
			say(tag.line, 'an escaping function beside anything else leaves the rest unescaped');
	}
});

/** An address begins with a literal, or url_validate() is its first part. Values with tags are quoted. */
const urls = (tree) => perFile(tree, (file, say) => {
	eachMatch(file.text, URLS, (line, m) => {
		const value = file.text.slice(m.index + m[0].length, m.index + m[0].length + 400);
		if (/^<\?cs/.test(value) && !/^<\?cs\s+var:url_validate\s*\(/.test(value))
			say(line, `${m[1]} begins with a value that is not validated`);
		else if (/^\s*(javascript|vbscript|data):/i.test(value))
			say(line, `${m[1]} is code`);
		else if (/^\s*(\/\/|https?:)/i.test(value))
			say(line, `${m[1]} leads to another host`);
	});
	eachMatch(file.text, /(?<=\s)[\w:-]+=<\?cs/g, (line) => say(line, 'an attribute without quotes'));
});

const inline = (tree) => perFile(tree, (file, say) => {
	const text = markup(file.text);
	eachMatch(text, /<script\b([^>]*)>([\s\S]*?)<\/script>/gi, (line, m) => {
		if (!/\bsrc\s*=/.test(m[1]) || m[2].trim() !== '')
			say(line, 'inline script: the pages\' policy forbids it');
	});
	eachMatch(text, /<[a-z][^<>]*?\s(style|srcdoc|on\w+)\s*=/gi, (line, m) => {
		const before = m[0].split('\n').length - 1;
		say(line + before, `${m[1]}= is inline: the pages' policy forbids it`);
	});
	eachMatch(text, /<(style|iframe|object|embed|base)\b/gi, (line, m) => say(line, `<${m[1]}>`));
});

const chinese = (tree) => perFile(tree, (file, say) => file.text.split('\n').forEach((line, i) => {
	if (WIDE.test(line))
		say(i + 1, 'words of a page stand in templates/lang');
}));

/** Every form that posts carries the session's token or a form key. */
const forms = (tree) => perFile(tree, (file, say) => {
	eachMatch(file.text, /<form\b[\s\S]*?(?=<\/form>|<\?cs\s*\/def|$(?![\s\S]))/gi, (line, m) => {
		const head = /^<form\b(?:<\?cs[\s\S]*?\?>|[^>])*>/i.exec(m[0])?.[0] ?? m[0];
		if (/\bmethod\s*=\s*["']?(post|<)/i.test(head) && !/name="(csrf|key)"|call:\w*(csrf|key|token)\w*\(|include!"token\.cs"/.test(m[0]))
			say(line, 'posts without csrf and without key');
	});
});

/** A page is read by people: its lines have an end. */
const width = (tree) => perFile(tree, (file, say) => {
	file.text.split('\n').forEach((line, i) => line.length > WIDEST && say(i + 1, `${line.length} columns, more than ${WIDEST}`));
});

/** Templates that the programs name are there. */
function there(tree) {
	const all = new Set(tree.map((file) => file.path));
	const findings = [];
	for (const file of tree) {
		const source = /^(cgi|shared)\/.*\.c$/.test(file.path);
		const wanted = source ? /"([\w/-]+\.cs)"/g : file.path.endsWith('.cs') ? /<\?cs\s*include!"([^"]+)"/g : null;
		if (wanted)
			eachMatch(file.text.replace(/<\?cs\s*#[\s\S]*?\?>/g, blanks), wanted, (line, m) => {
				if (!all.has(`templates/${m[1]}`))
					findings.push({ path: file.path, line, text: `templates/${m[1]} is not there` });
			});
	}
	return findings;
}

export const rules = [
	{ name: 'template-banned', check: banned },
	{ name: 'template-include', check: includes },
	{ name: 'template-escaping', check: escaping },
	{ name: 'template-urls', check: urls },
	{ name: 'template-inline', check: inline },
	{ name: 'template-chinese', check: chinese },
	{ name: 'template-forms', check: forms },
	{ name: 'template-there', check: there },
	{ name: 'template-width', check: width },
];
