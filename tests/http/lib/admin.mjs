// admin.mjs - zyz-admin on the suite under test, and places made with it.
//
//	admin('regions', file)                       // {status, stdout, stderr}
//	const { clerk, reviewer } = await place(70, '610523002', '大荔县东城志愿服务站')
import { spawnSync } from 'node:child_process'
import { Client } from './client.mjs'
import { enrol } from './staff.mjs'
import { sql } from './sql.mjs'

const { BUILD = 'build' } = process.env

export const admin = (...args) => adminSays('', ...args)
export const adminSays = (input, ...args) => spawnSync(`${BUILD}/bin/zyz-admin`, args, { encoding: 'utf8', input })

function well(r) {
	if (r.status !== 0) throw new Error(`zyz-admin: ${r.stderr}`)
}

/** Somebody who can sign in, signed in. Scope is a station's number, or the code of a region. */
export async function appoint(login, role, scope) {
	well(adminSays('a-long-password-1\n', 'staff', login, '某某', role, String(scope)))
	/* Who approves and reviews is somebody. */
	sql("INSERT INTO person (uid, name, id_checked_at) VALUES (UNHEX(MD5(?)), '某某', NOW())", [`appointed ${login}`])
	sql('UPDATE staff SET person_id = (SELECT id FROM person WHERE uid = UNHEX(MD5(?))) WHERE login = ?', [`appointed ${login}`, login])
	const c = new Client()
	await c.signInStaff(login, 'a-long-password-1')
	if (role !== 'clerk' && (await c.getJson('/account/desk')).status === 403) await enrol(c, login)
	return c
}

/** A station in a region, with a clerk, a reviewer and a manager who are signed in. */
export async function place(no, region, name) {
	well(admin('station', String(no), region, name))
	return {
		no,
		clerk: await appoint(`clerk_${no}`, 'clerk', no),
		reviewer: await appoint(`reviewer_${no}`, 'reviewer', no),
		manager: await appoint(`manager_${no}`, 'manager', no),
	}
}
