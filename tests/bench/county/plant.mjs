// plant.mjs - a made county, station by station: what needs keys by county_fill, all else by SQL of whole sets. A station is there
// whole or not at all, so that what was cut off goes on where it stood.
//
//	plant.mjs SCALE           into the schema that the settings name; 1 is 200 stations, 500,000 people, 5,000,000 hours
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const { BUILD = 'build', DB_SOCKET } = process.env
const here = new URL('.', import.meta.url)
const DISTRICT = '610502', BASE = 10_000, WHOLE = { stations: 200, people: 500_000, hours: 5_000_000 }, ON_DUTY = 25

/** How large one is, and what each of its stations has. At a small scale there is one station, smaller than in earnest. */
export function sizeOf(scale) {
	const stations = Math.max(1, Math.round(WHOLE.stations * scale))
	const people = Math.max(250, Math.round((WHOLE.people * scale) / stations)), past = Math.round((WHOLE.hours * scale) / stations / ON_DUTY)
	return { stations, people, past, coming: 20, hours: past * ON_DUTY, homes: Math.max(10, Math.round(people / 8)), needs: Math.max(50, Math.round(people / 2.5)),
		orders: Math.max(10, Math.round(people / 50)) }
}

function sql(text) {
	const r = spawnSync('mariadb', ['--no-defaults', `--socket=${DB_SOCKET}`, '--default-character-set=utf8mb4', '--local-infile=1', '-BN', process.env.ZYZ_DB_NAME ?? 'zyz'],
		{ input: text, encoding: 'utf8', maxBuffer: 1 << 28 })
	if (r.status !== 0) throw new Error(`sql: ${r.stderr.trim()}`)
	return r.stdout.trim()
}
const fill = (...args) => execFileSync(`${BUILD}/bench/county_fill`, args.map(String), { maxBuffer: 1 << 30 })
const admin = (...args) => execFileSync(`${BUILD}/bin/zyz-admin`, args, { stdio: ['ignore', 'ignore', 'inherit'] })

/** The divisions of the one district, with what they stand in. */
function divisions(folder) {
	const lines = readFileSync('sql/seed/regions.csv', 'utf8').split('\n')
	const file = `${folder}/regions.csv`
	writeFileSync(file, lines.filter((line, i) => i === 0 || new RegExp(`^(610000|610500|${DISTRICT})`).test(line)).join('\n'))
	admin('regions', file)
}

/** Columns of what county_fill writes, behind the id and the uid. */
const loads = {
	person: `(id, @u, birth_on, sex, @v1, @v2, @v3, @v4, @v5) SET uid = UNHEX(@u), id_type = '01', id_no_sealed = UNHEX(@v1), id_no_index = UNHEX(@v2),
		phone_sealed = UNHEX(@v3), phone_index = UNHEX(@v4), commit_salt = UNHEX(@v5), id_checked_at = NOW(), phone_proved_at = NOW(),
		name = CONCAT(ELT(1 + id % 8, '王', '李', '张', '刘', '陈', '杨', '赵', '黄'), ELT(1 + id DIV 8 % 9, '建国', '秀英', '晓燕', '志强', '玉兰', '文博',
		'雅静', '国华', '丽萍'))`,
	household: `(id, @u, @v1, @v2, @v3, @v4, @v5) SET uid = UNHEX(@u), name_sealed = UNHEX(@v1), name_index = UNHEX(@v2), phone_sealed = UNHEX(@v3),
		phone_index = UNHEX(@v4), address_sealed = UNHEX(@v5), station_id = @s, no = CONCAT('F23', @s, LPAD(id - @h0, 6, '0')), grid = CONCAT('第', 1 + id % 12,
		'网格'), consent_at = NOW(), created_by = @clerk, waits_since = CURDATE() - INTERVAL id % 90 DAY`,
	service_order: `(id, @u, @v1, @v2, @v3, @v4) SET uid = UNHEX(@u), name_sealed = UNHEX(@v1), phone_sealed = UNHEX(@v2), phone_index = UNHEX(@v3),
		address_sealed = UNHEX(@v4), station_id = @s, no = CONCAT('D23', @s, LPAD(id - @d0, 6, '0')), key_hash = UNHEX(SHA2(CONCAT('county key ', id), 256)),
		category = '0001', detail = '上门陪伴', consent_at = NOW(), region_code = @region, created_at = NOW() - INTERVAL id % 900 DAY,
		state = IF(id - @d0 <= 5, 'to_accept', 'done'), due_at = IF(id - @d0 <= 5, NOW() + INTERVAL 2 DAY, NULL), closed_at = IF(id - @d0 <= 5, NULL, NOW())`,
}

function plantStation(k, size, region, folder) {
	const person = BASE + (k - 1) * (size.people + 5)
	const parts = [['person', 'person', person + 1, person + size.people + 5],
		['household', 'household', BASE + (k - 1) * size.homes + 1, BASE + k * size.homes], ['order', 'service_order', BASE + (k - 1) * size.orders + 1, BASE + k * size.orders]]
	const infile = parts.map(([word, table, first, last]) => {
		writeFileSync(`${folder}/${word}.tsv`, fill(word, first, last))
		return `LOAD DATA LOCAL INFILE '${folder}/${word}.tsv' INTO TABLE ${table} CHARACTER SET utf8mb4 ${loads[table]};`
	})
	const own = readFileSync(new URL('station.sql', here), 'utf8')
	const [sets, rest] = own.split(/^(?=INSERT INTO station )/m)
	sql(`SET SESSION foreign_key_checks = 0, max_statement_time = 0;
		SET @k = ${k}, @P = ${size.people}, @A = ${size.past}, @G = ${ON_DUTY}, @F = ${size.coming}, @H = ${size.homes}, @N = ${size.needs}, @O = ${size.orders},
			@region = '${region}';
		START TRANSACTION; ${sets} ${infile.join('\n')} ${rest} COMMIT;`)
}
/** The ledger's events of a station's records, and the marks of what is under notice. */
function proveStation(k, size, folder) {
	writeFileSync(`${folder}/events.tsv`, fill('events', BASE + (k - 1) * size.hours + 1, BASE + k * size.hours))
	sql(`LOAD DATA LOCAL INFILE '${folder}/events.tsv' INTO TABLE ledger_event (@u, @r, @f, @c, @m, at) SET uid = UNHEX(@u), kind = 'effective',
		record_uid = UNHEX(@r), version = 1, fields = UNHEX(@f), commitment = UNHEX(@c), mark = UNHEX(@m)`)
}

export function plant(scale, { folder, secret, say = console.log }) {
	const size = sizeOf(scale)
	if (sql('SELECT COUNT(*) FROM region') < 100) divisions(folder)
	const regions = sql(`SELECT code FROM region WHERE level = 5 AND code LIKE '${DISTRICT}%' ORDER BY code`).split('\n')
	const there = Number(sql('SELECT COALESCE(MAX(id), 100) - 100 FROM station WHERE id > 100'))
	const began = performance.now()
	if (there) proveStation(there, size, folder)
	for (let k = there + 1; k <= size.stations; k++) {
		plantStation(k, size, regions[k % regions.length], folder)
		proveStation(k, size, folder)
		const each = (performance.now() - began) / (k - there)
		say(`# station ${k} of ${size.stations}, ${(each / 1000).toFixed(1)} s each, about ${Math.ceil((each * (size.stations - k)) / 60_000)} min to go`)
	}
	sql(`SET @secret = '${secret}', SESSION max_statement_time = 0; ${readFileSync(new URL('last.sql', here), 'utf8')}`)
	if (!existsSync(`${folder}/counted`)) {
		admin('counts')
		const tables = sql("SELECT GROUP_CONCAT(table_name) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_rows > 0")
		sql(`ANALYZE TABLE ${tables}`)
		writeFileSync(`${folder}/counted`, '')
	}
	return size
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
	plant(Number(process.argv[2]), { folder: process.env.VAR, secret: process.env.COUNTY_SECRET })
