<?cs #
columns.cs - heads of columns that may be sorted by; what they lead to stands under Page.List.Sort.NAME.{href,dir}, and
without it they are words.

column(name, text) column_num(name, text)
?><?cs
def:column_in(name, text) ?><?cs
	if:!subcount(Page.List.Sort) ?>><?cs var:text ?></th>
<?cs else ?><?cs
	if:Page.List.Sort[name].dir == "asc" ?> aria-sort="ascending"<?cs
	elif:Page.List.Sort[name].dir == "desc" ?> aria-sort="descending"<?cs /if ?>><?cs
	if:Page.List.Sort[name].href ?><a href="<?cs var:url_validate(Page.List.Sort[name].href) ?>"><?cs var:text ?></a><?cs
	else ?><?cs var:text ?><?cs /if ?></th>
<?cs /if ?><?cs /def ?><?cs
def:column(name, text) ?><th scope="col"<?cs call:column_in(name, text) ?><?cs /def ?><?cs
def:column_num(name, text) ?><th class="num" scope="col"<?cs call:column_in(name, text) ?><?cs /def ?>
