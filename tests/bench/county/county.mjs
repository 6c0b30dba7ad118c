// county.mjs - a working day on the county that plant.mjs made, against the suite of the script `run`: the busiest hour at its own
// rate, then as fast as it goes; prints a table in Markdown. Fails when an answer was wrong.
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { loadavg, cpus } from 'node:os'
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
function memory() {
	const of = (names) => pss(names.map((name) => pidIn(`${VAR}/run/${name}.pid`)))
	const programs = readdirSync(`${VAR}/run`).filter((f) => f.endsWith('.sock') && f !== 'mysql.sock').map((f) => f.slice(0, -5))
	const loops = execFileSync('nginx/programs', ['loop'], { encoding: 'utf8' }).trim().split('\n')
	return { programs: of(programs), loops: of(loops), database: pss([pidIn(`${VAR}/run/mysqld.pid`)]), nginx: of(['web']) }
}

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
	const programs = execFileSync('nginx/programs', ['page'], { encoding: 'utf8' }).trim().split('\n'), seen = {}
	for (const entry of readFileSync(`${VAR}/log/slow.log`, 'utf8').split(/^# User@Host: /m).slice(1)) {
		const program = /^zyz_([a-z-]+)/.exec(entry)?.[1]
		if (!programs.includes(program)) continue
		const text = entry.replace(/^#.*$|^use .*$|^SET timestamp.*$/gm, '').replace(/^.*\n/, '').trim().replace(/\s+/g, ' ').slice(0, 140)
		const key = `${program}: ${text}`
		seen[key] = Math.max(seen[key] ?? 0, Number(/Rows_examined: (\d+)/.exec(entry)?.[1] ?? 0))
	}
	return Object.entries(seen).sort((a, b) => b[1] - a[1])
}

const ms = (t) => t.toFixed(t < 10 ? 1 : 0)
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`)
function table(mix, calm, full) {
	row('class', 'a day', 'p50 ms', 'p99 ms', 'errors', 'p50 ms, full', 'p99 ms, full', 'errors, full')
	row(...Array(8).fill('---'))
	mix.forEach((c, i) => {
		const [a, b] = [calm.classes[i], full.classes[i]]
		row(c.name, perDay(c), ms(a.p50), ms(a.p99), a.errors, ms(b.p50), ms(b.p99), b.errors)
	})
	const day = mix.reduce((n, c) => n + perDay(c), 0)
	row('**all**', day, ms(calm.total.p50), ms(calm.total.p99), calm.total.errors, ms(full.total.p50), ms(full.total.p99), full.total.errors)
	return day
}

const size = plant(scale, { folder: VAR, secret: COUNTY_SECRET })
await new Promise((ok) => setTimeout(ok, 0))
execFileSync('nginx/suite', ['start', 'sims', 'programs', 'loops', 'web'], { stdio: ['ignore', 'ignore', 'inherit'] })
const people = askers(), mix = mixOf(size)
const who = (c) => people[c.who][Math.floor(Math.random() * people[c.who].length)]
const day = mix.reduce((n, c) => n + perDay(c), 0), rate = (day * BUSIEST) / 3600
console.log(`# ${size.stations} stations, ${size.stations * size.people} volunteers, ${size.stations * size.hours} hours; sessions: ${people.phone.length} phones, ${
	people.staff.length + people.reviewer.length} of staff; ${HEADS.staff} of staff and ${HEADS.phone} phones ask ${day} a day, ${rate.toFixed(1)} a second in the busiest hour`)
console.log(`# load ${loadavg().map((n) => n.toFixed(1))}, ${cpus().length} processors`)
/* Each worker connects and prepares its statements once. */
await replay({ base: BASE_URL, mix, weight: () => 1, who, seconds: Math.min(10, seconds), atOnce: 16 })
const calm = await replay({ base: BASE_URL, mix, weight: perDay, who, rate, seconds })
const full = await replay({ base: BASE_URL, mix, weight: perDay, who, atOnce, seconds })
table(mix, calm, full)
console.log(`# as fast as ${atOnce} connections are answered: ${full.perSecond.toFixed(0)} a second, a whole day in ${Math.ceil(day / full.perSecond / 60)} min`)
const m = memory(), d = disk()
console.log(`# memory (PSS, MB): programs ${m.programs.toFixed(0)}, loops ${m.loops.toFixed(0)}, nginx ${m.nginx.toFixed(0)}, database ${m.database.toFixed(0)}`)
console.log(`# disk: ${(d.all / 1e9).toFixed(2)} GB; an hour leaves ${d.each.toFixed(0)} bytes with its keys, a year of ${(5e6 / 3 / 1e6).toFixed(1)} million hours ${
	((d.each * 5e6) / 3 / 1e9).toFixed(1)} GB`)
for (const [when, seen] of [['busiest hour', calm], ['full', full]])
	for (const [what, n] of Object.entries(seen.faults)) console.log(`# ${when}: ${n} times ${what}`)
for (const [text, rows] of greedy()) console.log(`# ${rows} rows: ${text}`)
process.exit(calm.total.errors + full.total.errors ? 1 : 0)
