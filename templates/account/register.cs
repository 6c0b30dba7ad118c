<?cs set:Title = Lang.account.register ?><?cs if:Page.Child ?><?cs set:Title = Lang.account.family_child ?><?cs /if ?><?cs
include!"public_head.cs" ?><?cs include!"fields.cs" ?>
<?cs if:Page.Child ?><a class="back" href="/account/family"><?cs var:Lang.account.family ?></a>
<?cs else ?><a class="back" href="/"><?cs var:Lang.Layout.to_front ?></a>
<?cs /if ?><h1><?cs if:Page.Child ?><?cs var:Lang.account.family_child ?><?cs else ?><?cs var:Lang.account.register ?><?cs /if ?></h1>
<div data-intro><?cs if:Page.Child ?><p><?cs var:Lang.account.family_child_about ?></p>
<?cs else ?><p><?cs var:Lang.account.register_about ?></p>
<?cs if:Page.Wechat ?><p class="note"><?cs var:Lang.account.bind_about_short ?> <?cs if:Page.Codes ?><a href="/account/phone"><?cs
var:Lang.account.phone_bind ?></a> <?cs /if ?><a href="/account/bind"><?cs var:Lang.account.bind ?></a></p>
<?cs elif:Page.Proved ?><p class="note good"><?cs var:Lang.account.phone_proved ?></p>
<?cs /if ?><?cs /if ?></div>
<?cs if:Page.Prove ?><a class="button" href="/account/phone?to=<?cs var:Page.Prove ?>"><?cs
var:Lang.account.known_prove ?></a>
<?cs /if ?><?cs set:Own = "/account/register" ?><?cs if:Page.Child ?><?cs set:Own = "/account/family/child" ?><?cs /if ?><?cs
if:Page.Resumed ?><form class="note good" method="post" action="<?cs var:url_validate(Own) ?>/drop"><?cs
include!"token.cs" ?><p><?cs var:Lang.account.register_resumed ?></p><button class="button quiet" type="submit"><?cs
var:Lang.account.register_drop ?></button></form>
<?cs /if ?><form method="post" action="<?cs var:url_validate(Own) ?>" data-pages="<?cs
if:Page.Child ?>child<?cs else ?>register<?cs /if ?>" novalidate data-private data-keep="<?cs
var:url_validate(Own) ?>/keep" data-saved="<?cs var:Lang.Layout.page_saved ?>" data-grown="<?cs
var:Page.GuardianAge ?>" data-progress="<?cs
var:Lang.account.register_progress ?>" data-back="<?cs var:Lang.account.register_back ?>" data-next="<?cs
var:Lang.account.register_next ?>" data-must="<?cs
var:Lang.account.register_must ?>" data-most="<?cs var:Lang.account.register_most ?>"><?cs include!"token.cs" ?><?cs
if:Page.To ?><input type="hidden" name="to" value="<?cs var:Page.To ?>"><?cs
elif:Page.Form.to ?><input type="hidden" name="to" value="<?cs var:Page.Form.to ?>"><?cs /if ?>
<h2 class="section"><?cs var:Lang.account.part_identity ?></h2>
<?cs set:At.must = #1 ?><?cs call:person("name", "required") ?><?cs
set:At.together = #1 ?><?cs call:select("id_type", "required", Page.IdTypes) ?><?cs
set:At.together = #1 ?><?cs set:At.must = #1 ?><?cs call:idno("id_no", "required") ?><?cs
set:At.together = #1 ?><?cs set:At.when = "id_type" ?><?cs set:At.is = "!01" ?><?cs call:day("birth_on", "optional") ?><?cs
set:At.together = #1 ?><?cs set:At.when = "id_type" ?><?cs set:At.is = "!01" ?><?cs set:At.chips = #1 ?><?cs
call:radios("sex", "optional", Lang.account.Sex) ?><?cs
if:!Page.Child ?><h2 class="section"><?cs var:Lang.account.part_contact ?></h2>
<?cs set:At.must = #1 ?><?cs call:tel("phone", "required") ?><?cs
set:At.minor = #1 ?><?cs set:At.together = #1 ?><?cs
call:person_as("guardian_name", "optional", "", Lang.account.part_guardian_about) ?><?cs
set:At.minor = #1 ?><?cs set:At.together = #1 ?><?cs call:text_short("guardian_relation", "optional") ?><?cs
set:At.minor = #1 ?><?cs set:At.together = #1 ?><?cs call:tel("guardian_phone", "optional") ?><?cs
else ?><?cs set:At.together = #1 ?><?cs set:At.must = #1 ?><?cs
call:text_short_as("guardian_relation", "required", Lang.account.family_child_relation, Lang.account.family_child_relation_hint) ?><?cs
/if ?><h2 class="section"><?cs var:Lang.account.part_home ?></h2>
<?cs if:subcount(Page.Homes) ?><?cs set:At.must = #1 ?><?cs set:At.chips = #1 ?><?cs
call:radios("home", "required", Page.Homes) ?><?cs set:At.when = "home" ?><?cs set:At.is = "0" ?><?cs
set:At.together = #1 ?><?cs /if ?><?cs call:region("region_code", "required", Page.Regions) ?><h2 class="section"><?cs
var:Lang.account.part_wish ?></h2>
<?cs set:At.must = #1 ?><?cs set:At.most = #4 ?><?cs set:At.chips = #1 ?><?cs
call:checks("categories", "required", Page.Categories) ?><?cs
set:At.must = #1 ?><?cs set:At.chips = #1 ?><?cs call:checks("skills", "required", Page.Skills) ?><h2 class="section"><?cs
var:Lang.account.part_consent ?></h2>
<?cs set:At.must = #1 ?><?cs
call:checks_as("consent", "required", Lang.account.ConsentChoice, "", Lang.account.part_consent_about) ?><button
class="button" type="submit"><?cs if:Page.Child ?><?cs var:Lang.account.family_child_button ?><?cs
else ?><?cs var:Lang.account.register_button ?><?cs /if ?></button>
<button class="button quiet" type="submit" formaction="<?cs var:url_validate(Own) ?>/keep" data-always><?cs
var:Lang.account.register_keep ?></button>
<p class="hint"><?cs var:Lang.account.register_keep_about ?></p>
</form>
<?cs include!"resident_foot.cs" ?>
