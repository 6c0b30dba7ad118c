<?cs set:Title = Lang.account.rebind ?><?cs set:Section = "people" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/account/volunteers"><?cs var:Lang.account.volunteers ?></a> › <a href="/account/volunteers/<?cs
var:url_escape(Page.Held.no) ?>"><?cs var:Page.Held.name ?></a> › <?cs var:Lang.account.rebind ?></p>
<h1><?cs var:Lang.account.rebind ?></h1>
</div>
<?cs if:Page.Code.text ?><p class="note good"><?cs var:Lang.account.rebind_done ?></p>
<dl class="facts">
<div><dt><?cs var:Lang.account.Field.bind_code ?></dt><dd class="code"><?cs var:Page.Code.text ?></dd></div>
<div><dt><?cs var:Lang.account.bind_until ?></dt><dd><?cs var:at(Page.Code.until) ?></dd></div>
</dl>
<ol class="line">
<?cs each:s = Lang.account.BindStep ?><li><?cs var:s ?></li>
<?cs /each ?></ol>
<?cs else ?><p><?cs var:Lang.account.rebind_about ?></p>
<dl class="facts">
<div><dt><?cs var:Lang.account.Field.name ?></dt><dd><?cs var:Page.Held.name ?></dd></div>
<div><dt><?cs var:Lang.account.Field.id_no ?></dt><dd><?cs var:Page.Held.id_no ?> <?cs var:Page.Held.id_type ?></dd></div>
<?cs if:Page.Held.phone ?><div><dt><?cs var:Lang.account.Field.phone ?></dt><dd><?cs var:Page.Held.phone ?></dd></div>
<?cs /if ?></dl>
<form class="form" method="post" action="/account/volunteers/<?cs var:url_escape(Page.Held.no) ?>/rebind" novalidate><?cs
include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:check("wechat", "") ?><?cs
call:tel_as("phone", "optional", Lang.account.phone_new, Lang.account.phone_new_hint) ?><?cs
call:text_as("purpose", "required", Lang.account.rebind_why, Lang.account.rebind_why_hint) ?><?cs
set:At.wide = #1 ?><?cs call:check("document_seen", "") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.account.rebind_button ?></button></p>
</form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
