// line.mjs - is the line of a shift what it has to be, after many signed up for it at once?
//
//	faultsOf(no, { places: 30, people: 3000, taps })   // [] when all is well; taps: [{ who: volunteer's no, from, to }]
import { roster, shiftOf, signs } from './shift.mjs'

/** Those who were answered before somebody else asked, and stand behind that one. Times by one clock. */
function overtaken(place, taps) {
	const spans = new Map()
	for (const { who, from, to } of taps) {
		const s = spans.get(who) ?? { from: Infinity, to: Infinity }
		spans.set(who, { from: Math.min(s.from, from), to: Math.min(s.to, to) })
	}
	const all = [...spans].map(([who, s]) => ({ ...s, place: place.get(who) }))
	const ended = [...all].sort((a, b) => a.to - b.to)
	let last = 0, next = 0, n = 0
	for (const one of all.sort((a, b) => a.from - b.from)) {
		while (next < ended.length && ended[next].to < one.from) last = Math.max(last, ended[next++].place)
		n += one.place < last
	}
	return n
}

export function faultsOf(no, { places, people, taps }) {
	const rows = signs(no), faults = [], inside = Math.min(places, people)
	const hold = (holds, fault) => holds || faults.push(fault)
	const accepted = rows.filter((r) => r.state === 'accepted'), waiting = rows.filter((r) => r.state === 'waiting')
	const on = roster(no), { taken } = shiftOf(no)
	hold(accepted.length === inside, `${accepted.length} admitted to ${places} places`)
	hold(Number(taken) === inside, `${taken} places counted as taken`)
	hold(on.length === inside && accepted.every((r) => on.includes(r.volunteer_no)), `${on.length} on the roster, not those admitted`)
	hold(rows.length === people, `${rows.length} applications of ${people} people`)
	hold(new Set(rows.map((r) => r.volunteer_no)).size === rows.length, 'somebody is there twice')
	hold(accepted.length + waiting.length === rows.length, 'some are neither admitted nor waiting')
	hold(waiting.every((r, i) => Number(r.line_no) === i + 1), 'the line has a gap, or is not in the order of its rows')
	const n = overtaken(new Map(rows.map((r) => [r.volunteer_no, Number(r.line_no ?? 0)])), taps)
	hold(n === 0, `${n} stand before somebody who was answered before they asked`)
	return faults
}
