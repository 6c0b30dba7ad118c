<?cs include!"layout.cs" ?><?cs call:page_head("volunteer", Lang.account.erase) ?>
<?cs call:back("/account/me", Lang.Layout.back) ?>
<?cs call:title(Lang.account.erase) ?>
<?cs call:lead(Lang.account.erase_about) ?>
<?cs call:note(Lang.account.erase_certificate) ?>
<?cs call:form_start("/account/me/erase") ?>
<?cs call:check("confirm", "") ?>
<?cs call:submit_warn(Lang.account.erase_button) ?><?cs call:form_end() ?>
<?cs call:link_second("/account/me", Lang.Layout.cancel) ?>
<?cs call:page_foot("volunteer") ?>
