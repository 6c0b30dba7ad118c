<?cs # as: templates/needs/list.cs ; uvar: in a comment is nothing ?>
<?cs uvar:x ?> BAD
<?cs evar:x ?> BAD
<?cs lvar:x ?> BAD
<?cs alt:x ?>BAD<?cs /alt ?>
<?cs linclude:x ?> BAD
<?cs name:x ?> BAD
<?cs escape:"html" ?>BAD<?cs /escape ?>
<?cs
	uvar! BAD ?>
<?cs var:x ?> <?cs var:name(x) ?> <?cs set:alt = "uvar:" ?> alt: uvar:
