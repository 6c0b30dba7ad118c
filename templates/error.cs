<?cs #
error.cs - one page for every error. Page.Error is the word of shared/base/err.h; Lang.Error.WORD.{title,text,todo} explain it.
?><?cs
include!"layout.cs" ?><?cs

def:error_body() ?><?cs call:title(Lang.Error[Page.Error].title) ?><?cs call:para(Lang.Error[Page.Error].text) ?><?cs
	call:note(Lang.Error[Page.Error].todo) ?><?cs
	if:Page.Error == "sign_in" ?><p><a class="<?cs var:Look.button ?>" href="/account/wechat/start?to=<?cs
		var:url_escape(Page.Path) ?>"><?cs var:Lang.Layout.sign_in_volunteer ?></a></p>
<p><a class="<?cs var:Look.button_second ?>" href="/account/sign-in?to=<?cs
		var:url_escape(Page.Path) ?>"><?cs var:Lang.Layout.sign_in_staff ?></a></p>
<?cs elif:Page.Who.kind == "staff" ?><p><?cs call:link_second("/needs/ledger", Lang.Layout.to_desk) ?></p>
<?cs elif:Page.Who.kind == "overseer" ?><p><?cs call:link_second("/station/overview", Lang.Layout.to_overview) ?></p>
<?cs elif:Page.Who.kind == "volunteer" ?><p><?cs call:link_second("/account/me", Lang.Layout.to_me) ?></p>
<?cs else ?><p><?cs call:link_second("/", Lang.Layout.to_front) ?></p>
<?cs /if ?><?cs /def ?><?cs

# The frame is that of whoever asked: staff stay at their desk, residents keep their big letters.
?><?cs if:Page.Who.kind == "staff" || Page.Who.kind == "overseer" ?><?cs
	call:page_head("staff", Lang.Error[Page.Error].title) ?><?cs call:error_body() ?><?cs call:page_foot("staff") ?><?cs
elif:Page.Who.kind == "volunteer" ?><?cs
	call:page_head("volunteer", Lang.Error[Page.Error].title) ?><?cs call:error_body() ?><?cs call:page_foot("volunteer") ?><?cs
elif:Page.App == "needs" ?><?cs
	call:page_head("resident", Lang.Error[Page.Error].title) ?><?cs call:error_body() ?><?cs call:page_foot("resident") ?><?cs
else ?><?cs
	call:page_head("public", Lang.Error[Page.Error].title) ?><?cs call:error_body() ?><?cs call:page_foot("public") ?><?cs
/if ?>
