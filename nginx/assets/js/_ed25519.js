/* Ed25519 signatures (RFC 8032) checked with nothing but whole numbers: phones that are a few years old have no such
 * thing in their own cryptography. For public data only; takes no care of timing. */
const big = (n) => BigInt(n);
const ZERO = big(0);
const ONE = big(1);
const TWO = big(2);
const P = (ONE << big(255)) - big(19);
const ORDER = (ONE << big(252)) + big('27742317777372353535851937790883648493');

function mod(a, m = P) {
	const r = a % m;
	return r < ZERO ? r + m : r;
}

function power(base, exponent) {
	let result = ONE;
	for (let b = mod(base), e = exponent; e > ZERO; e >>= ONE) {
		if (e & ONE)
			result = mod(result * b);
		b = mod(b * b);
	}
	return result;
}

const inverse = (a) => power(a, P - TWO);
const D = mod(big(-121665) * inverse(big(121666)));
const ROOT = power(TWO, (P - ONE) / big(4));

function number(bytes) {
	let n = ZERO;
	for (let i = bytes.length; i-- > 0;)
		n = (n << big(8)) | big(bytes[i]);
	return n;
}

/* A point of the curve from its 32 bytes; null: there is none. */
function point(bytes) {
	const all = number(bytes);
	const odd = all >> big(255);
	const y = all & ((ONE << big(255)) - ONE);
	if (y >= P)
		return null;
	const u = mod(y * y - ONE);
	const v = mod(D * y * y + ONE);
	let x = mod(u * power(v, big(3)) * power(u * power(v, big(7)), (P - big(5)) / big(8)));
	const square = mod(v * x * x);
	if (square === mod(-u))
		x = mod(x * ROOT);
	else if (square !== u)
		return null;
	if (x === ZERO && odd === ONE)
		return null;
	if ((x & ONE) !== odd)
		x = P - x;
	return [x, y, ONE, mod(x * y)];
}

/* Extended coordinates; the formula holds for any two points. */
function add(one, two) {
	const a = mod((one[1] - one[0]) * (two[1] - two[0]));
	const b = mod((one[1] + one[0]) * (two[1] + two[0]));
	const c = mod(TWO * D * one[3] * two[3]);
	const d = mod(TWO * one[2] * two[2]);
	const e = b - a;
	const f = d - c;
	const g = d + c;
	const h = b + a;
	return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
}

function times(n, p) {
	let sum = [ZERO, ONE, ONE, ZERO];
	for (let rest = n, q = p; rest > ZERO; rest >>= ONE) {
		if (rest & ONE)
			sum = add(sum, q);
		q = add(q, q);
	}
	return sum;
}

const same = (a, b) => mod(a[0] * b[2]) === mod(b[0] * a[2]) && mod(a[1] * b[2]) === mod(b[1] * a[2]);

/* Whether signature (64 bytes) is of message by the key (32 bytes); all are Uint8Array. */
export async function verify(key, message, signature) {
	if (key.length !== 32 || signature.length !== 64)
		return false;
	const base = point(Uint8Array.from({ length: 32 }, (_, i) => (i ? 0x66 : 0x58)));
	const a = point(key);
	const r = point(signature.subarray(0, 32));
	const s = number(signature.subarray(32));
	if (!a || !r || s >= ORDER)
		return false;
	const text = new Uint8Array(64 + message.length);
	text.set(signature.subarray(0, 32));
	text.set(key, 32);
	text.set(message, 64);
	const h = number(new Uint8Array(await crypto.subtle.digest('SHA-512', text))) % ORDER;
	return same(times(s, base), add(r, times(h, a)));
}
