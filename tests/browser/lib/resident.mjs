// resident.mjs - how a person with a phone answers a survey: one question a page, 下一题, and at the end 提交问卷.
//
//	await answerSurvey(page, { wish: '打扫楼道', said: '三号楼的灯坏了' })
const shown = (page, selector) => page.locator(`.field:not([hidden]) ${selector}:visible`)

/** One page of the survey: what has words of `wish` is ticked, else the first option; boxes are filled in. */
async function answer(page, { wish, said }) {
	const radios = page.locator('.field:not([hidden]) input[type=radio]')
	const boxes = page.locator('.field:not([hidden]) input[type=checkbox]')
	if (await radios.count()) await radios.first().check()
	else if (await boxes.count()) {
		const wished = page.locator('.field:not([hidden])').getByLabel(wish)
		await ((await wished.count()) ? wished : boxes).first().check()
	}
	for (const box of await shown(page, 'textarea').all()) await box.fill(said)
	for (const box of await shown(page, 'input[inputmode=numeric]').all()) await box.fill('3')
}

/** Answers everything and sends. `each` is called with the number of every page that was answered. */
export async function answerSurvey(page, { wish, said, each = () => {} }) {
	const next = page.getByRole('button', { name: '下一题' })
	let n = 0
	for (;;) {
		await answer(page, { wish, said })
		await each(++n)
		if (!(await next.isVisible())) break
		await next.click()
	}
	const send = page.getByRole('button', { name: '提交问卷' })
	await Promise.all([page.waitForURL('**/thanks*'), send.click()])
	return n
}
