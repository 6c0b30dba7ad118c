// holders.mjs - shared/base/secret_holders.c gives each program the secrets that its code can use, and no others.
import { index, reach } from './reach.mjs';
import { blank, lineOf } from './source.mjs';

const LIST = 'shared/base/secret_holders.c';
const folder = (path) => /^cgi\/([^/]+)\//.exec(path)?.[1];

/** Which words of the code use which file. */
const USES = [
	['seal.key', /\bsecret_(?:un)?seal\b/],
	['index.key', /\bsecret_index(?:_layer)?\b/],
	['mac.key', /\bsecret_mac\b/],
	['sign.key', /\bsecret_(?:sign|public_key|key_id)\b/],
	['mark-record.key', /\bsecret_mark(?:_fits)?\([^;]*"record"/],
	['mark-honour.key', /\bsecret_mark(?:_fits)?\([^;]*"honour"/],
	['mark-brought.key', /\bsecret_mark(?:_fits)?\([^;]*"brought"/],
	['wx-secret', /\bfopen\(cfg\.wx_secret_file\b/],
	['sms-key', /\bkey_of\(a, cfg\.sms_key_file\b/],
	['sms-receipt-key', /\bkey_of\(a, cfg\.sms_receipt_file\b/],
	['platform-*', /\breturn cfg\.platform_secret_file\b/],
];

/** The rows of the list: [{ line, program, holds }]. */
function rows(tree) {
	const file = tree.find((f) => f.path === LIST);
	const text = blank(file?.text ?? '', false);
	return [...text.matchAll(/\{\s*"([a-z-]+)",\s*"([^"]*)"\s*\}/g)].map((m) => ({
		line: lineOf(text, m.index), program: m[1], holds: m[2].split(',').filter(Boolean) }));
}

/** Where no request is served nothing of the room web is called, whatever is named alike there. */
function uses(idx, program) {
	const own = idx.all.filter((p) => folder(p.file.path) === program);
	const serves = own.some((p) => p.words.has('app_run'));
	const seen = serves ? reach(idx, own) : reach({ find: (p, name) => idx.find(p, name).filter((f) => !f.file.path.startsWith('shared/web/')) }, own);
	return USES.filter(([, what]) => [...seen].some((p) => !p.file.path.startsWith('shared/base/') && what.test(p.text))).map(([name]) => name);
}

function holders(tree) {
	const list = rows(tree);
	const idx = index(tree);
	const programs = [...new Set(tree.map((f) => folder(f.path)).filter((p) => p && !p.startsWith('zyz-')))];
	const finding = (line, text) => ({ path: LIST, line, text });
	return [
		...list.filter((r, i) => !programs.includes(r.program) || list.findIndex((o) => o.program === r.program) !== i)
			.map((r) => finding(r.line, `${r.program} is no program, or stands twice`)),
		...programs.flatMap((program) => {
			const row = list.find((r) => r.program === program);
			const needs = uses(idx, program);
			const has = row?.holds ?? [];
			const wrong = [...needs.filter((n) => !has.includes(n)).map((n) => `+${n}`), ...has.filter((n) => !needs.includes(n)).map((n) => `-${n}`)];
			return row && !wrong.length ? [] : [finding(row?.line ?? 1, row ? `${program}: ${wrong.join(' ')}` : `${program} has no row`)];
		}),
	];
}

export const rules = [{ name: 'holders', check: holders }];
