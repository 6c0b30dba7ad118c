// paper.mjs - what comes out of the printer: the page as PDF, and its words by pdftotext.
//
//	const { text, pages } = await printed(page)
import { execFileSync } from 'node:child_process'

/** Prints the page as it stands on A4. Returns { text, pages }. */
export async function printed(page) {
	const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
	const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })
	return { text, pages: text.split('\f').length - 1 }
}
