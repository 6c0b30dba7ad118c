// exchange.mjs - a plain client of profile exchange/1 and items to send by it, for tests of the
// simulator. It signs by the words of the profile and shares nothing with the simulator or the
// suite.
//
//	const me = poster(sim.url)
//	const { results } = (await me.post([record()])).json
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { Client } from './client.mjs'

const SECRET = 'demo-secret-of-the-simulator-0002'
export const RECORDS = '/v1/service_records'
/** Signs by the words of the profile, not by the simulator's own function. */
export function signed(
	method,
	path,
	body = '',
	{ appId = 'zyz', secret = SECRET, skew = 0, nonce = randomBytes(16).toString('hex') } = {}
) {
	const timestamp = String(Math.floor(Date.now() / 1000) + skew)
	const hash = createHash('sha256').update(body).digest('hex')
	const text = [method, path, timestamp, nonce, hash].join('\n')
	return {
		'X-App-Id': appId,
		'X-Timestamp': timestamp,
		'X-Nonce': nonce,
		'X-Signature': createHmac('sha256', secret).update(text).digest('hex'),
	}
}

export function poster(base) {
	const client = new Client({ base })
	return {
		async raw(path, body, more = {}, headers = {}) {
			return client.request('POST', path, {
				body,
				timeout: more.timeout,
				headers: {
					'Content-Type': 'application/json',
					...signed('POST', path, body, more),
					...headers,
				},
			})
		},
		post(items, { path = RECORDS, ...more } = {}) {
			return this.raw(path, JSON.stringify({ items }), more)
		},
		get(path, more) {
			return client.get(path, { headers: signed('GET', path, '', more) })
		},
	}
}

export const PERSON = {
	volunteer_no: 'V2600100012',
	name: '李秀英',
	id_type: '01',
	id_no: '11010519491231002X',
}
export const record = (changes = {}) => ({
	key: '610502001-000001-1',
	version: 1,
	op: 'put',
	...PERSON,
	activity_name: '楼道清洁日',
	date: '2025-05-06',
	start: '2025-05-06 09:00:00',
	end: '2025-05-06 11:30:00',
	hours: '2.50',
	place: '东风街 12 号院',
	content: '清扫楼道',
	organiser: '向阳社区居委会',
	person_in_charge: '王建国',
	region: '610502000000000000',
	category: '0001',
	evidence: 'scan',
	...changes,
})
export const without = (item, name) =>
	Object.fromEntries(Object.entries(item).filter(([key]) => key !== name))
export const numbered = (n, from = 1) =>
	Array.from({ length: n }, (_, i) =>
		record({ key: `610502001-${String(from + i).padStart(6, '0')}-1` })
	)
