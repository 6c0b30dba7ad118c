<?cs #
columns.cs - heads of columns that may be sorted by; what they lead to stands under Page.List.Sort.NAME.{href,dir}, and
without it they are words. What dir says, "asc" or "desc", is the beginning of what a browser wants to hear.

column(name, text) column_num(name, text)
?><?cs
def:column_in(name, text) ?><?cs
	if:Page.List.Sort[name].href ?><?cs
		if:Page.List.Sort[name].dir ?> aria-sort="<?cs var:Page.List.Sort[name].dir ?>ending"<?cs /if ?>><a href="<?cs
		var:url_validate(Page.List.Sort[name].href) ?>"><?cs var:text ?></a><?cs
	else ?>><?cs var:text ?><?cs /if ?></th>
<?cs /def ?><?cs
def:column(name, text) ?><th scope="col"<?cs call:column_in(name, text) ?><?cs /def ?><?cs
def:column_num(name, text) ?><th class="num" scope="col"<?cs call:column_in(name, text) ?><?cs /def ?>
