// person.mjs - people who do not exist, with documents that are well made: resident ids by GB 11643, phones, openids.
// Owns nothing in the database. Each call makes another person, so that a test can run twice on the same data.
//
//	const volunteer = await newVolunteer({ name: '林小满' })      // registered by WeChat, signed in
//	volunteer.client, volunteer.no, volunteer.openid, volunteer.form
import { randomInt, randomUUID } from 'node:crypto'
import { Client } from './client.mjs'
import { status } from './tap.mjs'

/** The check character of 17 digits: weights 2^(18-i) mod 11. */
export function withCheckDigit(digits) {
	const sum = [...digits].reduce((all, d, i) => all + Number(d) * (2 ** (17 - i) % 11), 0)
	return digits + '10X98765432'[sum % 11]
}

const given = new Set()

const two = () => String(randomInt(1, 100)).padStart(2, '0')

/**
 * A resident id of Shaanxi or Inner Mongolia, born on birth (YYYY-MM-DD); sex '1' or '2'. None twice, as long as there are
 * others; prefecture and county are drawn at random, so that two files of one suite do not draw the same either.
 */
export function residentId({ birth = '1990-05-17', sex = '2' } = {}) {
	for (let tries = 0; ; tries++) {
		const order = randomInt(0, 50) * 2 + (sex === '1' ? 1 : 0)
		const region = `${['61', '15'][randomInt(2)]}${two()}${two()}`
		const no = withCheckDigit(`${region}${birth.replaceAll('-', '')}${String(order + randomInt(0, 9) * 100).padStart(3, '0')}`)
		if (given.has(no) && tries < 100) continue
		given.add(no)
		return no
	}
}

export const mobile = () => `1${['38', '39', '50', '87', '99'][randomInt(5)]}${String(randomInt(1e8)).padStart(8, '0')}`

export const openid = () => `oZYZ_${randomUUID().replaceAll('-', '')}`

/** A day of birth, `years` before today and at random within the year before that birthday. */
export function bornYearsAgo(years) {
	const day = new Date(Date.now() - (years * 365.25 + 40 + randomInt(300)) * 86_400_000)
	return day.toISOString().slice(0, 10)
}

/** A whole and sound registration form; changes replace fields, undefined leaves one out. */
export const personForm = (changes = {}) => ({
	name: '林小满',
	id_type: '01',
	/* Many years of birth: among hundreds of people in one suite no two may have the same number. */
	id_no: residentId({ birth: bornYearsAgo(22 + randomInt(36)) }),
	phone: mobile(),
	region_code: '610502002',
	categories: ['0001', '0017'],
	skills: ['09'],
	consent: ['registration', 'record', 'platform'],
	...changes,
})

/** Somebody new: comes by WeChat, registers, and is signed in as a volunteer. */
export async function newVolunteer(changes = {}) {
	const client = new Client()
	const who = openid()
	const form = personForm(changes)
	await client.wechatUser(who)
	status(await client.post('/account/register', form), 303, 'registration')
	const me = status(await client.getJson('/account/me'), 200, 'me').page
	return { client, openid: who, form, no: me.Me.no, page: me }
}
