// export.mjs BASE DIR - how long all 5,000 rows of a declared list take as a file: the need ledger as XLSX and CSV, median
// of five. The rows are planted: what is measured is the way out. DIR has what sign_in.mjs left there.
import fs from 'node:fs'
import { Client, sql } from '../http/lib.mjs'

const [, , base, dir] = process.argv
const ROWS = 5000
const clerk = new Client(base)
clerk.jar.set(base, 'zyz', /"zyz=([^"]*)"/.exec(fs.readFileSync(`${dir}/list.lua`, 'utf8'))[1])
sql(`INSERT INTO need (no, station_id, source, category, target_group, description, grid, state, registered_at, registered_by)
	SELECT CONCAT('N99001', LPAD(seq, 7, '0')), 1, 'visit', (SELECT MIN(code) FROM code_item WHERE list = 'service_category'), '01',
		'需要有人陪同去医院取药，并帮忙打扫房间', CONCAT('第', 1 + seq % 12, '网格'), 'to_verify', NOW(),
		(SELECT id FROM staff WHERE login = 'liwei') FROM seq_1_to_${ROWS}`)
for (const as of ['xlsx', 'csv']) {
	const times = []
	let size = 0
	for (let i = 0; i < 5; i++) {
		const from = process.hrtime.bigint()
		const r = await clerk.get(`/needs/ledger?as=${as}&state=to_verify`)
		times.push(Number(process.hrtime.bigint() - from) / 1e6)
		if (r.status !== 200) throw new Error(`${as}: ${r.status}`)
		size = r.body.length
	}
	times.sort((a, b) => a - b)
	console.log(`${`export of ${ROWS} rows as ${as.toUpperCase()}`.padEnd(34)} ${(times[2] / 1000).toFixed(2).padStart(7)} s  (${
		Math.round(size / 1000)} KB; goal < 2)`)
}
process.exit(0)
