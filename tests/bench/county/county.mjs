// county.mjs - a working day on the county that plant.mjs made, against the suite of the script `run`: one request after the
// other, the busiest hour at its own rate, as fast as it goes; prints a table in Markdown. Fails when an answer was wrong.
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { loadavg, cpus } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { sql, value } from '../../http/lib/sql.mjs'
import { HEADS, mixOf, perDay } from './mix.mjs'
import { plant } from './plant.mjs'
import { replay } from './replay.mjs'

const { BASE_URL, VAR, COUNTY_SCALE = '1', COUNTY_SECONDS = '60', COUNTY_SECRET, COUNTY_AT_ONCE = '64' } = process.env
const scale = Number(COUNTY_SCALE), seconds = Number(COUNTY_SECONDS), atOnce = Number(COUNTY_AT_ONCE)
/** One request in five of a day falls into its busiest hour. */
const BUSIEST = 0.2
const sha = (text) => createHash('sha256').update(text).digest('hex')

/** Who may ask: those for whom last.sql has made sessions. */
function askers() {
	const of = (text) => sql(text).map((r) => ({ person: Number(r.id), station: Number(r.station), token: r.letter + sha(`${COUNTY_SECRET}${r.id}`) }))
	const staff = (roles) => of(`SELECT f.id, f.home_station_id AS station, 's' AS letter FROM staff f JOIN staff_role r ON r.staff_id = f.id
		WHERE r.role IN (${roles.map((r) => `'${r}'`)}) AND f.id > 9000`)
	const phone = of(`SELECT s.person_id AS id, v.station_id AS station, 'v' AS letter FROM session s JOIN volunteer v ON v.person_id = s.person_id
		WHERE s.kind = 'volunteer'`)
	return { phone, nobody: phone.map((w) => ({ ...w, token: undefined })), staff: staff(['clerk', 'manager']), reviewer: staff(['reviewer']), overseer: staff(['overseer']) }
}

const pidIn = (path) => Number(readFileSync(path, 'utf8').split(' ')[0])
function family(pid) {
	const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
	return [pid, ...children.flatMap(family)]
}
/** Proportional set size of processes and all below them, in MB. */
const pss = (pids) => pids.flatMap(family).reduce((sum, pid) => sum + Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))[1]) / 1024, 0)
/** Milliseconds that all their threads have run. */
function ran(pids) {
	let ns = 0
	for (const pid of pids.flatMap(family))
		for (const task of readdirSync(`/proc/${pid}/task`)) ns += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0])
	return ns / 1e6
}
const programsOf = (kind) => execFileSync('nginx/programs', [kind], { encoding: 'utf8' }).trim().split('\n')
/** A figure of each part of the suite. */
function parts(figure) {
	const of = (names) => figure(names.map((name) => pidIn(`${VAR}/run/${name}.pid`)))
	return { nginx: of(['web']), programs: of(programsOf('page')), database: of(['mysqld']), loops: of(programsOf('loop')) }
}
const said = (figures, digits) => Object.entries(figures).map(([name, n]) => `${name} ${n.toFixed(digits)}`).join(', ')

/** What an hour leaves behind, with its keys. */
const PER_HOUR = ['roster', 'attendance', 'service_record', 'volunteer_day', 'ledger_event', 'ledger_leaf', 'audit', 'outbox', 'receipt']
function disk() {
	const bytes = Number(value(`SELECT SUM(data_length + index_length) FROM information_schema.tables WHERE table_schema = DATABASE()
		AND table_name IN (${PER_HOUR.map((t) => `'${t}'`)})`))
	const all = Number(value('SELECT SUM(data_length + index_length) FROM information_schema.tables WHERE table_schema = DATABASE()'))
	return { each: bytes / Number(value('SELECT COUNT(*) FROM service_record')), all }
}

/** Statements of pages that looked at more rows than any page may, by the server's slow log: what grows with a table is among them. */
function greedy() {
	const programs = programsOf('page'), seen = {}
	for (const entry of readFileSync(`${VAR}/log/slow.log`, 'utf8').split(/^# User@Host: /m).slice(1)) {
		const program = /^zyz_([a-z-]+)/.exec(entry)?.[1]
		if (!programs.includes(program)) continue
		const text = entry.replace(/^#.*$|^use .*$|^SET timestamp.*$/gm, '').replace(/^.*\n/, '').trim().replace(/\s+/g, ' ').slice(0, 140)
		const key = `${program}: ${text}`
		seen[key] = Math.max(seen[key] ?? 0, Number(/Rows_examined: (\d+)/.exec(entry)?.[1] ?? 0))
	}
	return Object.entries(seen).sort((a, b) => b[1] - a[1])
}

const ms = (t, p) => (t.n ? t[p].toFixed(t[p] < 10 ? 1 : 0) : '–')
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`)
function table(mix, runs) {
	const line = (name, n, times) => row(name, n, ...times.flatMap((t) => [ms(t, 'p50'), ms(t, 'p99')]), times.reduce((sum, t) => sum + t.errors, 0))
	row('class', 'a day', 'alone p50', 'p99', 'busiest hour p50', 'p99', 'full p50', 'p99', 'errors')
	row(...Array(9).fill('---'))
	mix.forEach((c, i) => line(c.name, perDay(c), runs.map((r) => r.classes[i])))
	line('**all**', mix.reduce((n, c) => n + perDay(c), 0), runs.map((r) => r.total))
}

const size = plant(scale, { folder: VAR, secret: COUNTY_SECRET })
execFileSync('nginx/suite', ['start', 'sims', 'programs', 'loops', 'web'], { stdio: ['ignore', 'ignore', 'inherit'] })
/* What was made has its place in the ledger; the other loops look on as in earnest. */
for (let left; (left = Number(value('SELECT (SELECT COUNT(*) FROM ledger_event) - (SELECT COUNT(*) FROM ledger_leaf)'))) > 0;) {
	console.log(`# ${left} events to seal`)
	await pause(5000)
}
const people = askers(), mix = mixOf(size)
const who = (c) => people[c.who][Math.floor(Math.random() * people[c.who].length)]
const day = mix.reduce((n, c) => n + perDay(c), 0), rate = (day * BUSIEST) / 3600
console.log(`# ${size.stations} stations, ${size.stations * size.people} volunteers, ${size.stations * size.hours} hours; sessions: ${people.phone.length} phones, ${
	people.staff.length + people.reviewer.length} of staff; ${HEADS.staff} of staff and ${HEADS.phone} phones ask ${day} a day, ${rate.toFixed(1)} a second in the busiest hour`)
console.log(`# load ${loadavg().map((n) => n.toFixed(1))}, ${cpus().length} processors`)
/* Each worker connects and prepares its statements once. Then every class as often as any other, so that rare ones are seen, too. */
await replay({ base: BASE_URL, mix, weight: () => 1, who, seconds: Math.min(10, seconds), atOnce: 16 })
const alone = await replay({ base: BASE_URL, mix, weight: () => 1, who, seconds, atOnce: 1 })
const calm = await replay({ base: BASE_URL, mix, weight: perDay, who, rate, seconds })
const before = parts(ran), full = await replay({ base: BASE_URL, mix, weight: perDay, who, atOnce, seconds }), after = parts(ran)
table(mix, [alone, calm, full])
console.log(`# as fast as ${atOnce} connections are answered: ${full.perSecond.toFixed(0)} a second, a whole day in ${Math.ceil(day / full.perSecond / 60)} min`)
/* Whoever else is on the machine lengthens every time above; this stays what it is. */
const cpu = Object.fromEntries(Object.keys(after).map((name) => [name, (after[name] - before[name]) / full.total.n]))
const sum = cpu.nginx + cpu.programs + cpu.database, d = disk()
console.log(`# processor time a request, ms: ${said(cpu, 2)}; two processors that do nothing else bear ${(2000 / sum).toFixed(0)} a second`)
console.log(`# memory (PSS, MB): ${said(parts(pss), 0)}`)
console.log(`# disk: ${(d.all / 1e9).toFixed(2)} GB; an hour leaves ${d.each.toFixed(0)} bytes with its keys, a year of ${(5e6 / 3 / 1e6).toFixed(1)} million hours ${
	((d.each * 5e6) / 3 / 1e9).toFixed(1)} GB`)
for (const [when, seen] of [['alone', alone], ['busiest hour', calm], ['full', full]])
	for (const [what, n] of Object.entries(seen.faults)) console.log(`# ${when}: ${n} times ${what}`)
for (const [text, rows] of greedy()) console.log(`# ${rows} rows: ${text}`)
process.exit(alone.total.errors + calm.total.errors + full.total.errors ? 1 : 0)
