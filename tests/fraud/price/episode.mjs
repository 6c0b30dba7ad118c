// episode.mjs - one attempt to get hours for people who were nowhere, by clicks that every role may make. Owns its activity and
// its people. Its clock is the tests' own: rows are moved back in time by as many minutes as a cheat waits, so that episodes
// stand side by side; `minutes` is what that clock says between the first click and the last one before the public notice.
//
//	const { words, persons, minutes, flags, clicks } = await play(plan)      // words: 'effective', or what refused it
import { Client, newVolunteer, sql, staff, value } from '../lib.mjs'
import { beijing, noticeOver, planForm, records } from '../../http/lib/activity.mjs'
import { cells } from '../lib/hours.mjs'
import { paper } from '../lib/backfill.mjs'
import { personForm } from '../../http/lib/person.mjs'

const MINUTE = 60_000
const STEP = 15
const CODE = 20
export const STAFF = ['liwei', 'chenjie', 'wangfang', 'zhangmin']
export const REVIEWERS = ['wangfang', 'zhangmin']
export const WAYS = ['scan', 'roll', 'offline', 'declare', 'backfill', 'past']

const sinceMidnight = () => Math.floor(((Date.now() + 480 * MINUTE) % (1440 * MINUTE)) / MINUTE)
/** Minutes that an episode may reach back and ahead today. */
export const room = () => Math.min(sinceMidnight() - 3, 1436 - sinceMidnight())

class Refused extends Error {}

class Episode {
	constructor(plan) {
		this.plan = plan
		this.clicks = []
		this.who = new Set()
		this.minutes = 0
	}

	/** A click of somebody; whoever clicks is involved. */
	async click(who, what, by, method, path, form, files) {
		this.who.add(who)
		this.clicks.push(`${this.minutes} ${who} ${what}`)
		const answer = files ? await by.upload(path, form, files)
			: method === 'GET' ? await by.getJson(path) : await by.post(path, form)
		if (answer.status >= 400) {
			const page = answer.page ?? {}
			const said = page.Fault ?? page.Refused ?? page.Rows?.find((r) => r.fault)?.fault ?? page.Errors?.[0]?.field ?? ''
			throw new Refused(`${what}: ${answer.status} ${said}`.trim())
		}
		return answer
	}
	async staff(login, what, method, path, form, files) {
		return this.click(login, what, await staff(login), method, path, form, files)
	}

	/** The clock goes on by so many minutes: all that has happened lies so much further back. */
	wait(n) {
		if (n <= 0) return
		this.minutes += n
		sql(`UPDATE activity SET starts_at = starts_at - INTERVAL ? MINUTE, ends_at = ends_at - INTERVAL ? MINUTE,
				published_at = published_at - INTERVAL ? MINUTE WHERE no = ?;
			UPDATE roster o JOIN activity a ON a.id = o.activity_id SET o.added_at = o.added_at - INTERVAL ? MINUTE WHERE a.no = ?;
			UPDATE attendance t JOIN activity a ON a.id = t.activity_id SET t.at = t.at - INTERVAL ? MINUTE WHERE a.no = ?`,
		[n, n, n, this.no, n, this.no, n, this.no])
	}

	async people() {
		const { plan } = this
		this.vs = []
		for (let i = 0; i < plan.fakes; i++) {
			if (!plan.desk) {
				this.vs.push(await newVolunteer())
				continue
			}
			const r = await this.staff(plan.roster, 'registers somebody made up', 'POST', '/account/volunteers/new',
				personForm({ phone: undefined, paper: '1' }))
			this.vs.push({ no: /V\d+/.exec(r.location)[0], client: new Client() })
		}
		if (plan.leader) this.leader = await newVolunteer()
	}

	/** Now in whole minutes of Beijing's clock, `n` minutes on. */
	at(n) {
		return beijing(Date.now() + n * MINUTE).slice(11, 16)
	}

	async announce() {
		const { plan } = this
		const past = plan.way === 'past'
		const form = planForm({
			day: beijing(Date.now()).slice(0, 10), leader_no: this.leader?.no,
			begins: this.at(past ? -plan.long - 1 : plan.lead + 1), ends: this.at(past ? -1 : plan.lead + 1 + plan.long), ...(past && { past: 1 }),
		})
		const page = await (await staff(plan.planner)).getJson('/activity/manage/new')
		const made = await this.staff(plan.planner, past ? 'plans it afterwards' : 'plans', 'POST', '/activity/manage/new', { ...form, key: page.page.Key })
		this.no = /manage\/(A\d+)/.exec(made.location)[1]
		if (!past) await this.staff(plan.planner, 'publishes', 'POST', `/activity/manage/${this.no}/publish`, { screened: 1 })
		if (plan.early) await this.rostered()
		if (!past) this.wait(plan.lead + 1)
		if (!plan.early) await this.rostered()
		const [from, to] = Object.values(sql(`SELECT DATE_FORMAT(starts_at, '%H:%i') b, DATE_FORMAT(ends_at, '%H:%i') e FROM activity WHERE no = ?`, [this.no])[0])
		Object.assign(this, { from, to })
	}
	async rostered() {
		for (const v of this.vs)
			await this.staff(this.plan.roster, 'puts them on the roster', 'POST', `/activity/manage/${this.no}/roster`, { volunteer_no: v.no, anyway: 1 })
	}

	/** Whoever holds the screen sends its code on; the person confirms it on their sofa. */
	async relay(way) {
		const { plan } = this
		for (const v of this.vs) {
			const holder = this.leader ? ['the leader', this.leader.client] : [plan.logger, await staff(plan.logger)]
			const { Code } = (await this.click(holder[0], `sends the code on (${way})`, holder[1], 'GET', `/activity/manage/${this.no}/code?dir=${way}`)).page
			await this.click('the beneficiary', `confirms it at home (${way})`, v.client, 'POST', `/activity/${this.no}/check-${way}`, { code: Code.token })
		}
	}
	async scan() {
		await this.relay('in')
		this.wait(this.plan.long)
		await this.relay('out')
		this.wait(1)
	}
	async roll() {
		this.wait(this.plan.long + 1)
		const { logger } = this.plan
		const page = (await (await staff(logger)).getJson(`/activity/manage/${this.no}/log`)).page
		const form = cells(null, page, this.vs.map((v) => [v, this.hour('b'), this.hour('e')]))
		await this.staff(logger, 'calls the roll', 'POST', `/activity/manage/${this.no}/log`, form)
	}
	/** As the activity's times are by now. */
	hour(which) {
		return value(`SELECT DATE_FORMAT(${which === 'b' ? 'starts_at' : 'ends_at'}, '%H:%i') FROM activity WHERE no = ?`, [this.no])
	}
	async offline() {
		const { logger } = this.plan
		const holder = this.leader ? ['the leader', this.leader.client] : [logger, await staff(logger)]
		const codes = (await this.click(holder[0], 'takes the codes along', holder[1], 'POST', `/activity/manage/${this.no}/offline`)).page.Codes
		this.wait(this.plan.long + 1)
		const start = Date.parse(value('SELECT CAST(starts_at AS CHAR) FROM activity WHERE no = ?', [this.no]).replace(' ', 'T') + '+08:00') / 1000
		const again = (await this.click(holder[0], 'opens them again', holder[1], 'POST', `/activity/manage/${this.no}/offline`).catch(() => null))?.page.Codes ?? codes
		const scan = this.vs.flatMap((v) => [['in', 0], ['out', this.plan.long]].map(([way, m]) => {
			const step = Math.floor((start + m * 60) / STEP)
			return `${v.no}_${way[0]}_${step.toString(16)}_${again[way].slice((step - again.first) * CODE, (step - again.first + 1) * CODE)}`
		}))
		await this.click(holder[0], 'hands the scans in', holder[1], 'POST', `/activity/manage/${this.no}/offline/scans`, { scan })
	}
	async declare() {
		await this.relay('in')
		this.wait(this.plan.long + 1)
		for (const v of this.vs) {
			await this.click('the beneficiary', 'declares', v.client, 'POST', `/activity/${this.no}/declare`, { ends: this.hour('e'), remark: '忘了签退' })
			const no = records(this.no).find((r) => r.volunteer_no === v.no)?.no
			if (this.leader) await this.click('the leader', 'vouches', this.leader.client, 'POST', `/activity/record/${no}/confirm`)
			else await this.staff(this.plan.logger, 'vouches', 'POST', `/activity/record/${no}/confirm`)
		}
	}
	async backfill() {
		if (this.plan.way !== 'past') this.wait(this.plan.long + 1)
		const { logger } = this.plan
		const path = `/activity/manage/${this.no}/backfill`
		const page = (await (await staff(logger)).getJson(path)).page
		const form = { ...cells(null, page, this.vs.map((v) => [v, this.hour('b'), this.hour('e')])), remark: '当天断网，纸质签到' }
		const pdf = paper('roll.pdf', `%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% ${this.no}\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 >>\nstartxref\n60\n%%EOF\n`)
		await this.staff(logger, 'enters it with a paper of their own', 'POST', path, form, [pdf])
	}
	past() {
		return this.backfill()
	}

	async review() {
		const { plan } = this
		const waiting = () => records(this.no).filter((r) => r.state === 'to_review').map((r) => r.no)
		if (!waiting().length) throw new Refused('no record came of it')
		await this.staff(plan.reviewer, 'reviews', 'POST', '/activity/manage/review', { record: waiting(), note: '' })
		if (waiting().length) await this.staff(plan.second, 'reviews as the second', 'POST', '/activity/manage/review', { record: waiting(), note: '' })
	}
	/** Nobody has to click any more: the notice runs out, and what stands in it takes effect. */
	async settle() {
		noticeOver(this.no)
		await (await staff('wangfang')).post(`/activity/manage/${this.no}/archive`)
		return records(this.no)
	}
}

/** Plays a plan to its end. */
export async function play(plan) {
	const e = new Episode(plan)
	const told = (words, more = {}) => ({ plan, words, persons: e.who.size, minutes: e.minutes, clicks: e.clicks, flags: [], served: 0, ...more })
	try {
		await e.people()
		await e.announce()
		await e[plan.way]()
		await e.review()
		const rows = await e.settle()
		const done = rows.filter((r) => r.state === 'effective')
		if (!done.length) return told(`stands as ${[...new Set(rows.map((r) => r.state))]}`)
		const flags = [...new Set(done.flatMap((r) => r.flags.split(',').filter(Boolean)))]
		return told('effective', { flags, served: Math.min(...done.map((r) => Number(r.minutes))) })
	} catch (error) {
		if (error instanceof Refused) return told(error.message)
		throw error
	}
}
