// html.mjs - what the documents have in common: escaping, a table, a whole page.

/** Text as HTML. Everything that was read from elsewhere goes through here. */
export const esc = (text) => String(text).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

export const link = (href, text) => `<a href="${esc(href)}">${esc(text)}</a>`;

/** Cells are HTML already. */
export function table(heads, rows) {
	const cells = (row) => row.map((cell) => `<td>${cell}`).join('');
	return `<table>\n<thead><tr>${heads.map((head) => `<th>${esc(head)}`).join('')}</thead>\n` +
		`${rows.map((row) => `<tr>${cells(row)}\n`).join('')}</table>\n`;
}

export function page(title, body) {
	return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${esc(title)} · zyz</title><link rel="stylesheet" href="style.css">
<nav><a href="index.html">zyz 志愿站</a> <a href="model.html">Data model</a>
<a href="pages.html">Pages as JSON</a> <a href="index.html#manual">Manual</a></nav>
<main><h1>${esc(title)}</h1>
${body}</main></html>
`;
}
