#!/usr/bin/env node
// decision.mjs - times the files of a decision that honours 500 people, each asked for BENCH_ROUNDS (5) times; and what the worker holds
// meanwhile: its proportional and its resident memory, looked at every few milliseconds.
//
// From the environment: BASE_URL, DB_SOCKET, VAR.
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'

const PEOPLE = 500
const memory = (pid) => Object.fromEntries(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').split('\n')
	.map((l) => /^(\w+):\s+(\d+) kB/.exec(l)).filter(Boolean).map(([, k, v]) => [k, Number(v) / 1024]))

if (!isMainThread) {
	const most = { Pss: 0, Rss: 0 }
	setInterval(() => {
		const m = memory(workerData)
		for (const k of Object.keys(most)) most[k] = Math.max(most[k], m[k])
	}, 4)
	parentPort.on('message', () => parentPort.postMessage(most))
} else {
	const { sql, staff, status, value } = await import('../http/lib.mjs')
	const { VAR, BENCH_ROUNDS = 5 } = process.env
	const say = (what, figure, unit, target) => console.log(`${what.padEnd(52)} ${String(figure).padStart(12)} ${unit.padEnd(12)} target ${target}`)

	/* Names as a city has them: 60 surnames, given names of one or two characters out of 160. */
	const family = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金']
	const given = [...`伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂兰鹏辉玲玉梅红国建华志文斌波宇浩凯健俊帆雪宁晨旭阳欣怡佳琪雨涵梓萱思诗嘉豪子轩泽
		博睿晓东春燕凤云龙飞海燕丹婷婧瑶瑞鑫森淼焱垚翰翔煜炜烨铭锐钊钰锦镇瑾璇琳琦珊珍珠珂珉巧莹莉蓉蕾薇芸苗茜荣荷菊萍菲萌葵蓝蔓藤慧慈恩惠悦愉惟怀念恒恺` .replace(/\s/g, '')]
	const name = (i) => family[i % family.length] + given[(i * 7) % given.length] + (i % 3 ? given[(i * 13 + 5) % given.length] : '')
	const people = Array.from({ length: PEOPLE }, (_, i) => name(i))
	sql(`SET @p = (SELECT MAX(id) FROM person), @s = (SELECT id FROM station WHERE no = 1), @f = (SELECT id FROM staff WHERE login = 'liwei');
		INSERT INTO person (id, uid, name) VALUES ${people.map((n, i) => `(@p + ${i + 1}, RANDOM_BYTES(16), '${n}')`).join()};
		INSERT INTO honour_decision (uid, station_id, title, name, basis, word, year, serial, document_no, state, created_by, created_at, submitted_by,
			approved_by, issued_by, issued_on, notice_from, notice_until) SELECT RANDOM_BYTES(16), @s, '关于表彰年度优秀志愿者的决定', '年度优秀志愿者',
			'全年服务居民三千人次。按站点嘉许办法，决定表彰下列志愿者。', '胜志表', YEAR(CURDATE()), 900, '胜志表〔2026〕900号', 'issued', @f, NOW(), @f,
			b.id, b.id, CURDATE(), CURDATE() - INTERVAL 9 DAY, CURDATE() - INTERVAL 1 DAY FROM staff b WHERE b.login = 'wangfang';
		SET @d = LAST_INSERT_ID();
		INSERT INTO honour (uid, no, station_id, subject, person_id, decision_id, name, awarded_on, authority, authority_kind, state, created_at)
			SELECT RANDOM_BYTES(16), CONCAT('HB', id), @s, 'volunteer', id, @d, '年度优秀志愿者', CURDATE(), '杜桥街道胜利社区志愿服务站', 'own', 'effective', NOW()
			FROM person WHERE id > @p`)
	const uid = value("SELECT LOWER(HEX(uid)) FROM honour_decision WHERE serial = 900").toLowerCase()
	const clerk = await staff('liwei')
	const [parent] = readFileSync(`${VAR}/run/commend.pid`, 'utf8').split(' ')
	const pids = execFileSync('pgrep', ['-P', parent], { encoding: 'utf8' }).trim().split('\n')
	if (pids.length !== 1) throw new Error(`${pids.length} workers: which one is it?`)
	const [pid] = pids
	const ran = () => readdirSync(`/proc/${pid}/task`).reduce((sum, t) => sum + Number(readFileSync(`/proc/${pid}/task/${t}/schedstat`, 'utf8').split(' ')[0]) / 1e6, 0)
	const watch = new Worker(new URL(import.meta.url), { workerData: pid })
	const most = () => new Promise((done) => {
		watch.once('message', done)
		watch.postMessage('')
	})

	async function timed(file, what, pages) {
		const times = []
		let size, used = 0
		for (let i = 0; i < BENCH_ROUNDS; i++) {
			sql('DELETE FROM honour_decision_file')
			const before = ran(), from = process.hrtime.bigint()
			const { body } = status(await clerk.get(`/commend/manage/decisions/${uid}/${file}`), 200)
			times.push(Number(process.hrtime.bigint() - from) / 1e6)
			used += ran() - before
			size = body.length
			const found = (body.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length
			if (pages && found !== pages) throw new Error(`${found} pages of ${pages}`)
		}
		times.sort((a, b) => a - b)
		const { Pss, Rss } = await most()
		say(`${what}: slowest of ${BENCH_ROUNDS}`, times.at(-1).toFixed(0), 'ms', '<= 5000')
		say('    CPU of the program, mean', (used / BENCH_ROUNDS).toFixed(0), 'ms', '')
		say('    size', (size / 1e6).toFixed(2), 'MB', '')
		say('    PSS of the worker, most so far', Pss.toFixed(1), 'MB', '<= 64')
		say('    RSS of the worker, most so far', Rss.toFixed(1), 'MB', '<= 64')
	}
	await timed('decision.pdf', 'decision of 500 as PDF', 0)
	await timed('cards.pdf', '500 cards of thanks as one PDF', PEOPLE)
	await timed('certificates.pdf', '500 certificates of honour as one PDF', PEOPLE)
	const { Pss } = memory(pid)
	say('PSS of the worker afterwards', Pss.toFixed(1), 'MB', '')
	process.exit(0)
}
