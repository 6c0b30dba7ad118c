// scale.mjs - the database's CPU time for pages over very many stations and divisions, on the suite that `scale` started.
import { Client, sql } from '../http/lib.mjs'
import { appoint } from '../http/lib/admin.mjs'

const TIMES = 20
const cpu = () => Number(sql('SELECT SUM(CPU_TIME) AS s FROM information_schema.USER_STATISTICS')[0].s)
const say = (what, ms, target) => console.log(`${what.padEnd(58)} ${ms.toFixed(2).padStart(12)} ${'ms db CPU'.padEnd(10)} target ${target}`)
/** Each address is another one, so that nothing is answered out of a cache. */
async function cost(client, path) {
	const ask = (i) => client.getJson(`${path}${path.includes('?') ? '&' : '?'}n=${i}`)
	for (let i = 0; i < 3; i++) await ask(`w${i}`)
	const before = cpu()
	for (let i = 0; i < TIMES; i++) await ask(i)
	return ((cpu() - before) * 1000) / TIMES
}

const anybody = new Client()
for (const q of ['q=大荔 东城', 'q=城关', 'q=陕西省渭南市大荔县东城', 'q=新', 'in=610523', ''])
	say(`choice of a division: ${q || 'the first step'}`, await cost(anybody, `/station/region?${encodeURI(q)}`), 5)
const overseer = await appoint('scale', 'overseer', '150000')
say('overview of a province', await cost(overseer, '/station/overview'), 50)
say('overview of a province, one month', await cost(overseer, '/station/overview?month=1'), 50)
say('overview of a city', await cost(overseer, '/station/overview?in=150400'), 50)
process.exit(0)
