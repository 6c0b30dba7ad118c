/* The leader's phone without a network: codes by its own clock, and a list of who came and went that waits in the phone
 * until it is handed in. The list outlives the page; what was handed in is taken off it. */
const STEP = 15000;
const MAC = 20;
const DIGITS = 6;

const place = document.querySelector('[data-offline]');
const done = document.querySelector('[data-offline-done]');
const keyOf = (no) => `offline:${no}`;

function read(no) {
	try {
		return JSON.parse(localStorage.getItem(keyOf(no))) || [];
	} catch (e) {
		return [];
	}
}

function write(no, list) {
	try {
		localStorage.setItem(keyOf(no), JSON.stringify(list));
	} catch (e) {
		/* A phone that keeps nothing still has the page itself. */
	}
}

function start() {
	const no = place.dataset.offline;
	const first = Number(place.dataset.first);
	const steps = place.dataset.inDigits.length / DIGITS;
	let list = read(no);

	const now = () => Math.floor(Date.now() / STEP);
	const part = (text, size, step) => {
		const i = step - first;
		return i >= 0 && i < steps ? text.slice(i * size, i * size + size) : '';
	};

	/* In Beijing, wherever the phone thinks it is. */
	const clock = (ms) => new Date(ms + 8 * 3600000).toISOString().slice(11, 16);

	function show() {
		place.querySelector('[data-digits=in]').textContent = part(place.dataset.inDigits, DIGITS, now()) || '------';
		place.querySelector('[data-digits=out]').textContent = part(place.dataset.outDigits, DIGITS, now()) || '------';
		place.querySelector('[data-waiting]').textContent = String(list.length);
		const box = place.querySelector('[data-scans]');
		box.textContent = '';
		for (const scan of list) {
			const input = document.createElement('input');
			input.type = 'hidden';
			input.name = 'scan';
			input.value = scan;
			box.append(input);
		}
		for (const button of place.querySelectorAll('[data-note]')) {
			const mark = `${button.dataset.person}_${button.dataset.note[0]}_`;
			const noted = list.find((scan) => scan.startsWith(mark));
			if (!noted)
				continue;
			button.disabled = true;
			button.querySelector('[data-at]').textContent = clock(parseInt(noted.split('_')[2], 16) * STEP);
		}
	}

	place.addEventListener('click', (event) => {
		const button = event.target.closest('[data-note]');
		if (!button)
			return;
		const step = now();
		const code = part(button.dataset.note === 'in' ? place.dataset.in : place.dataset.out, MAC, step);
		if (!code)
			return;
		list = [...list, `${button.dataset.person}_${button.dataset.note[0]}_${step.toString(16)}_${code}`];
		write(no, list);
		show();
	});
	show();
	setInterval(show, 1000);
}

if (place)
	start();
if (done)
	write(done.dataset.offlineDone, []);
