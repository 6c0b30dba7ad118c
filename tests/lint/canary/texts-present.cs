<?cs # as: templates/needs/list.cs ; Lang.none.at_all in a comment is nothing ?>
<?cs var:Lang.needs.title ?><?cs call:th(Lang.needs.Field.name) ?><?cs each:x = Lang.needs.Help ?><?cs /each ?>
<?cs var:Lang[Page.App].title ?><?cs var:Lang.State[table][word] ?> Lang.not.in_a_tag
<?cs var:Lang.needs.none ?> BAD
<?cs call:th(Lang.needs.title) ?><?cs call:th(Lang.BAD.title) ?>
<?cs
	var:Lang.needs.BAD ?>
<?cs var:Lang.Nothing[word] ?> BAD
===== as: cgi/needs/needs.c
	x = lang("needs.title"); /* lang("needs.none") */
	x = lang("needs.none"); /* BAD */
===== as: templates/lang/zh/needs.hdf
Lang.needs {
	title = 需求
	Field.name = 姓名
	Help {
		0 << EOM
Lang.needs.none = inside a text
EOM
	}
}
Lang.State.need.open = 待核实
