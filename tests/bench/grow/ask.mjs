// ask.mjs SMALL BIG - asks every GET page of both suites (VAR:PORT) and compares the CPU that the database spent on it.
//
// A page may cost twice as much on the big schema and no more; below FLOOR_MS it is what a full
// page of rows costs against a short one, and noise. No statement may look at
// more than EXAMINED rows: the server's slow log says which did; a canary, which does, must be found in it. Besides, every
// order of every declared list is asked with each filter, by a value that many rows have and by one that none has, on the
// big schema alone and by its rows alone. Prints a table; fails when a page is over.
import fs from 'node:fs';
import { randomBytes } from 'node:crypto';
import { Client, DEMO_PASSWORD, sql } from '../../http/lib.mjs';
import { addressOf, pages } from './pages.mjs';

const TRIES = 3;
const RATIO = 2;
const FLOOR_MS = Number(process.env.GROW_FLOOR_MS ?? 2);
const EXAMINED = 5000;
const only = process.env.PAGES && new RegExp(process.env.PAGES);

const logins = { manager: 'zhangmin', neighbour: 'liuyang', overseer: 'madan' };

class Suite {
	constructor(name, place) {
		const [folder, port] = place.split(':');
		this.name = name;
		this.base = `http://127.0.0.1:${port}`;
		this.socket = `${folder}/run/mysql.sock`;
		this.pid = fs.readFileSync(`${folder}/run/mysqld.pid`, 'utf8').trim();
		this.slow = `${folder}/log/slow.log`;
		this.clients = {};
	}

	sql(text) {
		process.env.DB_SOCKET = this.socket;
		return sql(text);
	}

	/** A session as sign-in makes them: only the hash of its token is stored. */
	volunteer() {
		const token = `v${randomBytes(32).toString('hex')}`;
		this.sql(`INSERT INTO session (token_hash, kind, person_id, expires_at)
			SELECT UNHEX(SHA2('${token}', 256)), 'volunteer', MIN(person_id) + 3, NOW() + INTERVAL 1 DAY FROM volunteer`);
		const c = new Client({ base: this.base });
		c.jar.set(this.base, 'zyz', token);
		return c;
	}

	async signIn() {
		this.clients.nobody = new Client({ base: this.base });
		// A cookie keeps nginx from answering out of its cache.
		this.clients.nobody.jar.set(this.base, 'zyz', 'none');
		this.clients.volunteer = this.volunteer();
		for (const [who, login] of Object.entries(logins)) {
			this.clients[who] = new Client({ base: this.base });
			await this.clients[who].signInStaff(login, DEMO_PASSWORD);
		}
	}

	address(page) {
		return addressOf(page, (text) => this.sql(text));
	}

	/** Nanoseconds that the threads of the programs' connections ran so far. */
	cpu() {
		let sum = 0n;
		for (const tid of this.threads) {
			const text = fs.readFileSync(`/proc/${this.pid}/task/${tid}/schedstat`, 'utf8');
			sum += BigInt(text.split(' ')[0]);
		}
		return sum;
	}

	look() {
		this.threads = this.sql("SELECT TID FROM information_schema.PROCESSLIST WHERE USER LIKE 'zyz%'").map((r) => r.TID);
	}

	/** The statements of an account that looked at too many rows since the last call. */
	examined(account = 'zyz') {
		const text = fs.existsSync(this.slow) ? fs.readFileSync(this.slow, 'utf8').slice(this.read ?? 0) : '';
		this.read = (this.read ?? 0) + text.length;
		return text.split(new RegExp(`^# User@Host: ${account}`, 'm')).slice(1).map((entry) => ({
			rows: Number(/Rows_examined: (\d+)/.exec(entry)?.[1] ?? 0),
			text: entry.replace(/^#.*$|^use .*$|^SET timestamp.*$/gm, '').replace(/^.*\n/, '').trim().replace(/\s+/g, ' '),
		}));
	}

	/** A statement that is too much must be found, or nothing else would be. */
	canary() {
		this.examined();
		this.sql('SELECT COUNT(*) AS n FROM (SELECT 1 FROM audit LIMIT 6000) x');
		if (!this.examined('root').some((s) => s.rows > EXAMINED))
			throw new Error('the slow log does not say what the canary looked at');
	}

	/** Asked once, for its rows alone. */
	async rows(who, address) {
		this.examined();
		const answer = await this.clients[who].get(address, { headers: { Accept: 'application/json' }, timeout: 120_000 });
		return { status: answer.status, page: safePage(answer), examined: this.examined() };
	}

	/** Least CPU of some tries, in ms; the first, which may connect and prepare, does not count. */
	async ask(who, address) {
		const c = this.clients[who];
		const options = { headers: { Accept: 'application/json' }, timeout: 120_000 };
		const first = await c.get(address, options);
		this.look();
		this.examined();
		let least = Infinity;
		for (let i = 0; i < TRIES; i++) {
			const before = this.cpu();
			await c.get(address, options);
			least = Math.min(least, Number(this.cpu() - before) / 1e6);
		}
		return { status: first.status, ms: least, page: safePage(first), examined: this.examined() };
	}
}

function safePage(answer) {
	try {
		return answer.page;
	} catch {
		return undefined;
	}
}

/* Codes that filters take where rows show words. */
const codes = { category: '0001', skill: '09', group: '01', kind: '2', flag: 'late_entry', actor: 'staff', action: 'need.verify',
	destination: 'exchange', star: '1' };

/** A value for a filter: that of a row which has a cell of its name, else a day or a word that may occur. */
function filterValue(name, page) {
	if (codes[name])
		return codes[name];
	for (const column of [{ group: 'target', category: 'categories', skill: 'skills' }[name] ?? name, name]) {
		const rows = Object.values(page).find((v) => Array.isArray(v) && v[0]?.[column]);
		if (rows)
			return String(rows[0][column]).split(',')[0];
	}
	const day = (ago) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
	return { from: day(30), to: day(30), q: '打扫' }[name] ?? '1';
}

/** What else a page can be asked: its next one (against the first of the small schema), and every order and filter of a
 * declared list. */
function further(query, page) {
	const more = [];
	if (page?.Next)
		more.push({ small: query, big: `${query}${query ? '&' : '?'}after=${page.Next}&before=${page.Next}`, says: 'next' });
	const list = page?.List;
	if (list?.next)
		more.push({ small: query, big: list.next.slice(list.next.indexOf('?')), says: 'next' });
	if (!list || query)
		return more;
	const same = (one) => more.push({ small: one, big: one, says: one });
	for (const name of Object.keys(list.Sort ?? {}))
		for (const dir of ['asc', 'desc'])
			same(`?sort=${name}&dir=${dir}`);
	for (const name of Object.keys(list.Filter ?? {}))
		same(`?${name}=${encodeURIComponent(filterValue(name, page))}`);
	return more;
}

const found = { over: [], failed: [], nothing: [], pairs: 0 };

function judge(label, small, big) {
	const ratio = Math.max(big.ms, FLOOR_MS) / Math.max(small.ms, FLOOR_MS);
	const marks = [];
	if (ratio > RATIO)
		marks.push(`over ${RATIO} x`);
	for (const s of big.examined.filter((e) => e.rows > EXAMINED))
		marks.push(`${s.rows} rows: ${s.text.slice(0, 160)}`);
	if (marks.length)
		found.over.push(label);
	if ([small, big].some((s) => s.status >= 500 && !label.startsWith('/healthz') || s.status === 403 || s.status === 401))
		found.failed.push(`${label}: ${small.status}, ${big.status}`);
	else if (small.status === 404)
		found.nothing.push(label);
	console.log(`${label.padEnd(64)} ${small.ms.toFixed(2).padStart(8)} ${big.ms.toFixed(2).padStart(9)} ${
		ratio.toFixed(2).padStart(6)} ${[...new Set(marks)].join('\n    ')}`);
}

/** Every order of a declared list with every filter: no statement looks at more rows than a page may. */
async function pairs(suite, who, path, page) {
	const list = page?.List;
	if (process.env.PAIRS === '0' || !list)
		return;
	const day = new Date(Date.now() - 700 * 86_400_000).toISOString().slice(0, 10);
	for (const sort of Object.keys(list.Sort ?? {}))
		for (const dir of ['asc', 'desc'])
			for (const name of Object.keys(list.Filter ?? {}))
				for (const value of [filterValue(name, page), name === 'from' || name === 'to' ? day : 'none']) {
					const address = `${path}?sort=${sort}&dir=${dir}&${name}=${encodeURIComponent(value)}`;
					const seen = await suite.rows(who, address);
					const next = seen.page?.List?.next ? await suite.rows(who, seen.page.List.next) : seen;
					found.pairs++;
					const over = [...seen.examined, ...next.examined].find((s) => s.rows > EXAMINED);
					if (over || seen.status >= 500 || next.status >= 500) {
						found.over.push(address);
						console.log(`${address} (${who}) ${seen.status} ${over ? `${over.rows} rows: ${over.text.slice(0, 160)}` : ''}`);
					}
				}
}

const [small, big] = [new Suite('small', process.argv[2]), new Suite('big', process.argv[3])];
for (const suite of [small, big])
	await suite.signIn();
console.log(`${'page (who), ms of the database'.padEnd(64)} ${'small'.padStart(8)} ${'big'.padStart(9)} ${'ratio'.padStart(6)}`);
big.canary();
for (const page of pages()) {
	if (only && !only.test(page.path))
		continue;
	const at = { small: small.address(page), big: big.address(page) };
	const ask = async ({ small: a, big: b, says }) => {
		const [s, l] = [await small.ask(page.who, at.small + a), await big.ask(page.who, at.big + b)];
		judge(`${page.path}${says === 'next' ? `${b.replace(/[?&](after|before)=.*/, '')} next` : says} (${page.who})`, s, l);
		return l;
	};
	for (const query of page.queries) {
		const asked = await ask({ small: query, big: query, says: query });
		for (const one of further(query, asked.page))
			await ask(one);
		if (!query && page.who !== 'neighbour')
			await pairs(big, page.who, at.big, asked.page);
	}
}
console.log(`\n${found.pairs} pairs of an order and a filter asked for their rows`);
if (found.nothing.length)
	console.log(`\nwith nothing to show: ${found.nothing.join(', ')}`);
for (const [what, list] of [['over', found.over], ['failed', found.failed]])
	if (list.length)
		console.log(`\n${what}: ${list.length}\n${list.map((l) => `    ${l}`).join('\n')}`);
process.exit(found.over.length + found.failed.length ? 1 : 0);
