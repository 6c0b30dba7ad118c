// certs.mjs - certificates for tests over TLS: a sound one, an expired one, one for another name,
// one of an unknown maker. Made anew for each run by the openssl command; nothing of it is kept.
//
//	const { ca, sound } = makeCerts('/tmp/x')
//	await startSim('platform', ['--cert', sound.cert, '--key', sound.key])
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const openssl = (...args) => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] })

function makeCa(dir, name) {
	const [cert, key] = [join(dir, `${name}.pem`), join(dir, `${name}.key`)]
	openssl(
		'req',
		'-x509',
		'-newkey',
		'ec',
		'-pkeyopt',
		'ec_paramgen_curve:P-256',
		'-nodes',
		'-days',
		'3',
		'-subj',
		`/CN=${name}`,
		'-addext',
		'basicConstraints=critical,CA:TRUE',
		'-keyout',
		key,
		'-out',
		cert
	)
	return { cert, key }
}

function makeLeaf(dir, name, ca, { names, days }) {
	const file = (end) => join(dir, `${name}.${end}`)
	writeFileSync(
		file('ext'),
		`subjectAltName=${names}\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n`
	)
	openssl(
		'req',
		'-newkey',
		'ec',
		'-pkeyopt',
		'ec_paramgen_curve:P-256',
		'-nodes',
		'-subj',
		`/CN=${name}`,
		'-keyout',
		file('key'),
		'-out',
		file('csr')
	)
	openssl(
		'x509',
		'-req',
		'-in',
		file('csr'),
		'-CA',
		ca.cert,
		'-CAkey',
		ca.key,
		'-CAcreateserial',
		'-days',
		String(days),
		'-extfile',
		file('ext'),
		'-out',
		file('pem')
	)
	return { cert: file('pem'), key: file('key') }
}

/** Files below `dir`: { ca: path, sound, expired, wrongName, unknownMaker: { cert, key } } */
export function makeCerts(dir) {
	const ca = makeCa(dir, 'ca')
	const other = makeCa(dir, 'other-ca')
	const here = 'IP:127.0.0.1,DNS:localhost'
	return {
		ca: ca.cert,
		sound: makeLeaf(dir, 'sound', ca, { names: here, days: 2 }),
		expired: makeLeaf(dir, 'expired', ca, { names: here, days: -1 }),
		wrongName: makeLeaf(dir, 'wrong-name', ca, { names: 'DNS:elsewhere.invalid', days: 2 }),
		unknownMaker: makeLeaf(dir, 'unknown-maker', other, { names: here, days: 2 }),
	}
}
