<?cs include!"layout.cs" ?><?cs call:page_head("volunteer", Lang.account.agreed) ?>
<?cs call:back("/account/me", Lang.Layout.back) ?>
<?cs call:title(Lang.account.agreed) ?>
<?cs call:para(Lang.account.part_consent_about) ?>
<?cs each:c = Page.Consents ?><?cs call:card_start() ?><?cs call:subtitle(Lang.account.Purpose[c.purpose]) ?><?cs
call:para(Lang.account.PurposeAbout[c.purpose]) ?><?cs
if:c.live ?><?cs call:para(Lang.account.given + " " + c.given_at) ?><?cs
elif:c.withdrawn_at ?><?cs call:para(Lang.account.withdrawn + " " + c.withdrawn_at) ?><?cs
else ?><?cs call:para(Lang.account.not_given) ?><?cs /if ?><?cs
if:!c.needed ?><?cs call:form_start("/account/me/consent") ?><?cs call:hidden("purpose", c.purpose) ?><?cs
if:c.live ?><?cs call:submit_named("action", "withdraw", Lang.account.withdraw) ?><?cs
else ?><?cs call:submit_named("action", "give", Lang.account.give) ?><?cs /if ?><?cs call:form_end() ?><?cs /if ?><?cs call:card_end() ?><?cs /each ?>
<?cs call:page_foot("volunteer") ?>
