// scan.mjs - a phone's camera in front of a screen: the picture of the screen goes to zbarimg, which reads the code in it.
//
//	const url = await scanned(screen.locator('svg[role=img]'))
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What the QR code within this element says. */
export async function scanned(element) {
	const folder = mkdtempSync(join(tmpdir(), 'zyz-scan-'))
	const path = join(folder, 'screen.png')
	try {
		await element.screenshot({ path })
		return execFileSync('zbarimg', ['--quiet', '--raw', path], { encoding: 'utf8', stdio: 'pipe' }).trim()
	} finally {
		rmSync(folder, { recursive: true })
	}
}
