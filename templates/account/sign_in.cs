<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.account.sign_in) ?>
<?cs call:title(Lang.account.sign_in) ?>
<?cs call:para(Lang.account.sign_in_about) ?>
<?cs call:form_start("/account/sign-in") ?>
<?cs if:Page.To ?><?cs call:hidden("to", Page.To) ?><?cs /if ?>
<?cs call:login("login", "required") ?><?cs call:password("password", "required") ?>
<?cs call:submit(Lang.account.sign_in_button) ?><?cs call:form_end() ?>
<?cs call:link_second("/account/sign-in?as=volunteer", Lang.account.i_am_volunteer) ?>
<?cs call:page_foot("staff") ?>
