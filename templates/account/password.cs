<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.account.password_title) ?>
<?cs call:back("/account/desk", Lang.Layout.back) ?>
<?cs call:title(Lang.account.password_title) ?>
<?cs call:para(Lang.account.password_about) ?>
<?cs call:form_start("/account/password") ?>
<?cs call:password("password", "required") ?><?cs call:password_new("password_new", "required") ?><?cs
call:password_new("password_again", "required") ?>
<?cs call:submit(Lang.Layout.save) ?><?cs call:form_end() ?>
<?cs call:page_foot("staff") ?>
