// loop.mjs - the loops of the suite under test.
//
//	again('activity-close')       // looks every minute, and at once when it begins
import { readFileSync } from 'node:fs'

const { VAR = 'var' } = process.env

/** Lets a loop finish its round and begin anew; its supervisor takes about a second for it. */
export function again(name) {
	process.kill(Number(readFileSync(`${VAR}/run/${name}.pid`, 'utf8').split(' ')[0]), 'SIGHUP')
}
