<?cs include!"layout.cs" ?><?cs call:page_head("public", Lang.account.volunteer_in) ?>
<?cs call:title(Lang.account.volunteer_in) ?>
<?cs if:Page.Why ?><?cs call:note(Lang.account.Why[Page.Why]) ?><?cs else ?><?cs call:lead(Lang.account.volunteer_about) ?><?cs /if ?>
<?cs if:Page.Wechat ?><?cs call:link_button("/account/wechat/start?to=" + Page.ToEncoded, Lang.account.wechat_button) ?>
<?cs if:!Page.Inside ?><?cs call:para(Lang.account.wechat_outside) ?><?cs /if ?><?cs
elif:Page.Why != "off" ?><?cs call:note(Lang.account.Why.off) ?><?cs /if ?>
<?cs call:page_foot("public") ?>
