<?cs set:Title = Lang.account.register ?><?cs include!"public_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/"><?cs var:Lang.Layout.to_front ?></a>
<h1><?cs var:Lang.account.register ?></h1>
<p><?cs var:Lang.account.register_about ?></p>
<p class="note"><?cs var:Lang.account.bind_about_short ?> <a href="/account/bind"><?cs var:Lang.account.bind ?></a></p>
<form method="post" action="/account/register" novalidate><?cs include!"token.cs" ?><?cs
if:Page.To ?><input type="hidden" name="to" value="<?cs var:Page.To ?>"><?cs
elif:Page.Form.to ?><input type="hidden" name="to" value="<?cs var:Page.Form.to ?>"><?cs /if ?>
<h2><?cs var:Lang.account.part_identity ?></h2>
<?cs call:person("name", "required") ?><?cs call:select("id_type", "required", Page.IdTypes) ?><?cs
call:idno("id_no", "required") ?><?cs call:day("birth_on", "optional") ?><?cs
set:At.chips = #1 ?><?cs call:radios("sex", "optional", Lang.account.Sex) ?><h2><?cs var:Lang.account.part_contact ?></h2>
<?cs call:tel("phone", "required") ?><?cs call:region("region_code", "required", Page.Regions) ?><h2><?cs
var:Lang.account.part_wish ?></h2>
<?cs set:At.chips = #1 ?><?cs call:checks("categories", "required", Page.Categories) ?><?cs
set:At.chips = #1 ?><?cs call:checks("skills", "required", Page.Skills) ?><h2><?cs var:Lang.account.part_guardian ?></h2>
<p><?cs var:Lang.account.part_guardian_about ?></p>
<?cs call:person("guardian_name", "optional") ?><?cs call:text_short("guardian_relation", "optional") ?><?cs
call:tel("guardian_phone", "optional") ?><h2><?cs var:Lang.account.part_consent ?></h2>
<p><?cs var:Lang.account.part_consent_about ?></p>
<?cs call:checks("consent", "required", Lang.account.ConsentChoice) ?><button class="button" type="submit"><?cs
var:Lang.account.register_button ?></button>
</form>
<?cs include!"public_foot.cs" ?>
