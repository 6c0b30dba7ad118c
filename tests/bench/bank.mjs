// bank.mjs - accounts and entries of the time bank, small and big, and what they cost; see the script bank.
import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { sql, value } from '../http/lib/sql.mjs'

const { BUILD, BANK_ACCOUNTS = '1000000', BANK_SMALL = '10000', BANK_AT_ONCE = '64', BANK_SECONDS = '20', BANK_MOVES = '4000' } = process.env
const BIG = Number(BANK_ACCOUNTS), SMALL = Number(BANK_SMALL), AT_ONCE = Number(BANK_AT_ONCE), SECONDS = Number(BANK_SECONDS), MOVES = Number(BANK_MOVES)
const HELD = 6000, EACH = 10, PART = 200_000
const say = (name, figure, unit = '', goal = '') => console.log(`${name.padEnd(58)} ${String(figure).padStart(12)} ${unit.padEnd(10)} target ${goal}`)
const hold = (holds, fault) => {
	if (holds) return
	console.error(`bank: ${fault}`)
	process.exitCode = 1
}
/** Targets are for sizes at which they mean something. */
const target = (holds, fault) => BIG < 100_000 || hold(holds, fault)

/** Milliseconds that connections have worked so far, by the server's own account of them. */
const cpu = () => 1000 * Number(value('SELECT SUM(cpu_time) FROM information_schema.user_statistics'))
const costs = (fn) => {
	const before = cpu()
	fn()
	return cpu() - before
}

/** Accounts of people who do not exist, each with what was earned and given away in ten entries: all sums are right. */
function fill(first, n) {
	for (let at = 0; at < n; at += PART) {
		const part = Math.min(PART, n - at), from = first + at
		sql(`SET unique_checks = 0, foreign_key_checks = 0; SET @s = (SELECT MIN(id) FROM station), @m = (SELECT id FROM timebank_account WHERE station_kind = 'mint' LIMIT 1);
			INSERT INTO person (id, uid, name, birth_on) SELECT ${from} + seq, UNHEX(MD5(CONCAT('p', ${from} + seq))), '储户', '1940-01-01' + INTERVAL seq % 24000 DAY
				FROM seq_0_to_${part - 1};
			INSERT INTO timebank_account (id, uid, kind, station_id, person_id, balance_minutes) SELECT ${from} + seq, UNHEX(MD5(CONCAT('a', ${from} + seq))),
				'person', @s, ${from} + seq, ${HELD} FROM seq_0_to_${part - 1};
			INSERT INTO timebank_entry (uid, from_id, to_id, minutes, kind, station_id, from_after, to_after, at)
				SELECT UNHEX(MD5(CONCAT('e', ${from} + seq DIV ${EACH}, '-', seq % ${EACH}))), @m, ${from} + seq DIV ${EACH}, ${HELD / EACH}, 'earn', @s, 0,
				${HELD / EACH} * (seq % ${EACH} + 1), NOW() - INTERVAL ${EACH} - seq % ${EACH} DAY FROM seq_0_to_${part * EACH - 1};
			UPDATE timebank_account SET balance_minutes = balance_minutes - ${HELD} * ${part} WHERE id = @m`)
	}
}
const analyze = () => sql('ANALYZE TABLE person, timebank_account, timebank_entry')

function schema() {
	for (const command of ['migrate']) execFileSync(`${BUILD}/bin/zyz-admin`, [command], { stdio: ['ignore', 'ignore', 'inherit'] })
	sql(`INSERT INTO station (no, name, region_code) SELECT 901, '时间银行测试站', '610502002' WHERE NOT EXISTS (SELECT 1 FROM station);
		INSERT INTO timebank_account (id, uid, kind, station_id, floor_minutes) SELECT 1, RANDOM_BYTES(16), 'mint', MIN(id), -1000000000000000 FROM station`)
}

const move = (first, last, n) => execFileSync(`${BUILD}/bench/bank_move`, [first, last, n].map(String), { stdio: ['ignore', 'ignore', 'inherit'] })
/** Of three runs the cheapest: what else the server does falls on one or another. */
function transferCost(first, last) {
	move(first, last, Math.ceil(MOVES / 4))
	return Math.min(...[1, 2, 3].map(() => costs(() => move(first, last, MOVES)) / MOVES))
}

const total = () => value('SELECT SUM(balance_minutes) FROM timebank_account')
/** Many at once; of them one is killed every fifth of a second, and another begins. */
async function storm(first, last) {
	const running = new Set()
	let kills = 0, looks = 0, over = false
	const begin = () => {
		const child = spawn(`${BUILD}/bench/bank_move`, [first, last, 0].map(String), { stdio: ['ignore', 'ignore', 'inherit'] })
		running.add(child)
		child.on('close', (code, signal) => {
			running.delete(child)
			hold(signal, `a worker ended by itself, ${code}`)
			if (!over) begin()
		})
	}
	for (let i = 0; i < AT_ONCE; i++) begin()
	const before = Number(value('SELECT COUNT(*) FROM timebank_entry'))
	const end = Date.now() + SECONDS * 1000
	while (Date.now() < end) {
		await pause(200)
		const victim = [...running][kills % running.size]
		victim.kill('SIGKILL')
		kills++
		const sum = total()
		looks++
		hold(sum === '0', `the sum was ${sum}`)
	}
	over = true
	for (const child of running) child.kill('SIGKILL')
	while (running.size) await pause(50)
	return { kills, looks, moved: Number(value('SELECT COUNT(*) FROM timebank_entry')) - before }
}
/** What a kill may leave behind: nothing. */
function checked() {
	const wrong = value(`SELECT COUNT(*) FROM timebank_account a LEFT JOIN (SELECT to_id, SUM(minutes) n FROM timebank_entry GROUP BY to_id) i ON i.to_id = a.id
		LEFT JOIN (SELECT from_id, SUM(minutes) n FROM timebank_entry GROUP BY from_id) o ON o.from_id = a.id
		WHERE a.balance_minutes <> COALESCE(i.n, 0) - COALESCE(o.n, 0) OR a.balance_minutes < a.floor_minutes`)
	hold(wrong === '0', `${wrong} balances are not those of their entries`)
	hold(total() === '0', `the sum is ${total()}`)
}

/** The statements that the pages send, of account.c and solvency.c. */
const source = (file) => readFileSync(`cgi/bank/${file}`, 'utf8')
const side = (mine, sign, after) => `(SELECT n.id, n.uid, n.at, n.kind, ${sign}n.minutes AS moved, n.${after} AS after, n.record_id, n.order_id, n.exchange_id
	FROM timebank_entry n WHERE n.${mine} = ? AND n.id < 9223372036854775807 ORDER BY n.id DESC LIMIT 51)`
const statement = `SELECT x.*, r.no record, o.no orderno, g.name FROM (${side('from_id', '-', 'from_after')} UNION ALL ${side('to_id', '', 'to_after')}) x
	LEFT JOIN service_record r ON r.id = x.record_id LEFT JOIN service_order o ON o.id = x.order_id
	LEFT JOIN gift_exchange w ON w.id = x.exchange_id LEFT JOIN gift g ON g.id = w.gift_id ORDER BY x.id DESC LIMIT 51`
/** Of batches of ten the dearest: what one costs there. */
function statementCost(first, last) {
	const some = () => Array.from({ length: 10 }, () => first + Math.floor(Math.random() * (last - first)))
	const batch = () => {
		const ids = some()
		return costs(() => sql(ids.map(() => statement).join('; '), ids.flatMap((id) => [id, id]))) / ids.length
	}
	batch()
	return Math.max(...Array.from({ length: 20 }, batch))
}
function solvencySeconds() {
	if (!/FROM timebank_account a FORCE INDEX \(timebank_account_held\)"\n\t"\s+JOIN person p FORCE INDEX \(person_age\) ON p.id = a.person_id/.test(source('solvency.c'))) hold(false, 'solvency.c asks otherwise by now')
	const from = performance.now()
	sql(`SELECT YEAR(CURDATE()) - YEAR(p.birth_on) AS age, COUNT(*) AS n, SUM(a.balance_minutes) AS minutes FROM timebank_account a
		FORCE INDEX (timebank_account_held) JOIN person p FORCE INDEX (person_age) ON p.id = a.person_id WHERE a.station_id IN (SELECT s.id FROM station s WHERE s.id = 0 OR s.region_code LIKE '6105%')
		AND a.kind = 'person' AND a.balance_minutes > 0 GROUP BY age`)
	return (performance.now() - from) / 1000
}

schema()
const base = 10_000_000
fill(base, SMALL)
analyze()
const small = transferCost(base, base + SMALL - 1)
say(`a transfer, ${SMALL} accounts`, small.toFixed(3), 'ms CPU')
const began = performance.now()
fill(base + SMALL, BIG - SMALL)
analyze()
say(`filled to ${BIG} accounts, ${value('SELECT COUNT(*) FROM timebank_entry')} entries`, ((performance.now() - began) / 1000).toFixed(0), 's')
const big = transferCost(base, base + BIG - 1)
say(`a transfer, ${BIG} accounts`, big.toFixed(3), 'ms CPU')
say('the one by the other', (big / small).toFixed(2), '', '<= 1.2')
target(big / small <= 1.2, 'a transfer costs more where there are many')
const s = await storm(base, base + BIG - 1)
say(`${AT_ONCE} at once, ${s.kills} killed: transfers`, s.moved, '', '')
say('  sums looked at meanwhile, all of them zero', s.looks)
checked()
const p99 = statementCost(base, base + BIG - 1)
say('a statement, the dearest ten of 200', p99.toFixed(2), 'ms CPU', '<= 5')
target(p99 <= 5, 'a statement costs too much')
const seconds = solvencySeconds()
say(`solvency of ${BIG} accounts`, seconds.toFixed(2), 's', '<= 10')
target(seconds <= 10, 'solvency takes too long')
