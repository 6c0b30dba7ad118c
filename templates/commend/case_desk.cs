<?cs set:Title = Page.Case.title ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<?cs set:State = Page.Case.state ?><?cs set:May = Page.Who.Role.reviewer || Page.Who.Role.manager ?>
<div class="bar">
<p class="crumb"><a href="/commend/manage/cases"><?cs var:Lang.commend.cases ?></a> › <?cs
var:Lang.State.typical_case_kind[Page.Case.kind] ?></p>
<h1><?cs var:Page.Case.title ?></h1>
<b class="tag <?cs var:State ?>"><?cs var:Lang.State.typical_case[State] ?></b>
<div class="acts"><?cs if:State == "draft" ?><a class="button" href="/commend/manage/cases/<?cs var:Page.Case.uid ?>/change"><?cs
var:Lang.Layout.edit ?></a><form method="post" action="/commend/manage/cases/<?cs var:Page.Case.uid ?>/submit"><?cs
include!"token.cs" ?><button class="button go" type="submit"><?cs var:Lang.commend.case_submit ?></button></form><?cs
elif:State == "published" ?><a class="button" href="/commend/cases/<?cs var:Page.Case.uid ?>"><?cs
var:Lang.commend.decision_public ?></a><?cs /if ?></div>
</div>
<?cs include!"refused.cs" ?>
<dl class="facts">
<div><dt><?cs var:Lang.commend.Field.about ?></dt><dd><?cs var:Page.Case.about ?> <?cs var:Page.Case.about_title ?></dd></div>
<div><dt><?cs var:Lang.commend.case_author ?></dt><dd><?cs var:Page.Case.created_by ?></dd></div>
<?cs if:Page.Case.reviewed_by ?><div><dt><?cs var:Lang.commend.case_reviewer ?></dt><dd><?cs var:Page.Case.reviewed_by ?></dd></div>
<?cs /if ?><?cs if:Page.Case.published_on ?><div><dt><?cs var:Lang.commend.case_published_on ?></dt><dd><?cs
var:on(Page.Case.published_on) ?></dd></div>
<?cs /if ?><?cs if:Page.Case.reason ?><div class="whole"><dt><?cs var:Lang.Layout.reason ?></dt><dd><?cs var:Page.Case.reason ?></dd></div>
<?cs /if ?><?cs each:h = Lang.commend.CasePart ?><div class="whole"><dt><?cs var:h ?></dt><dd><?cs
var:Page.Case[name(h)] ?></dd></div>
<?cs /each ?></dl>
<?cs if:State != "withdrawn" ?><h2><?cs var:Lang.commend.photos ?></h2>
<?cs if:subcount(Page.Pictures) ?><ul class="rows">
<?cs each:p = Page.Pictures ?><li><img class="thumb" src="/commend/manage/cases/<?cs var:Page.Case.uid ?>/p/<?cs var:p.pic ?>" alt="<?cs
var:p.alt ?>"><span><?cs var:p.alt ?></span><?cs
if:State == "draft" ?><form class="no-print" method="post" action="/commend/manage/cases/<?cs
var:Page.Case.uid ?>/unpicture"><?cs include!"token.cs" ?><input type="hidden" name="place" value="<?cs
var:p.place ?>"><button class="plain" type="submit"><?cs var:Lang.commend.recipient_remove ?><span class="hidden"> <?cs
var:p.alt ?></span></button></form><?cs /if ?></li>
<?cs /each ?></ul>
<?cs else ?><p class="empty"><?cs var:Lang.commend.photos_none ?></p>
<?cs /if ?><?cs /if ?><?cs if:State == "draft" ?><form class="form" method="post" action="/commend/manage/cases/<?cs
var:Page.Case.uid ?>/picture" enctype="multipart/form-data" novalidate><?cs include!"token.cs" ?>
<?cs call:file("file", "required", "image/jpeg,image/png") ?><?cs call:text("alt", "required") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.commend.photo_add ?></button></p>
</form>
<?cs /if ?><?cs if:May && State == "submitted" ?><div class="two">
<section>
<h2><?cs var:Lang.commend.case_publish ?></h2>
<form class="form" method="post" action="/commend/manage/cases/<?cs var:Page.Case.uid ?>/publish" novalidate><?cs
include!"token.cs" ?>
<?cs call:check("sure", Lang.commend.case_sure) ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.commend.case_publish ?></button></p>
</form>
</section>
<section>
<h2><?cs var:Lang.commend.decision_return ?></h2>
<form class="form" method="post" action="/commend/manage/cases/<?cs var:Page.Case.uid ?>/return" novalidate><?cs
include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text_as("reason", "required", Lang.Layout.reason, Lang.commend.decision_return_hint) ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.commend.decision_return ?></button></p>
</form>
</section>
</div>
<?cs /if ?><?cs if:State != "withdrawn" && (May || State != "published") ?><details class="no-print">
<summary><?cs var:Lang.commend.case_withdraw ?></summary>
<form class="form" method="post" action="/commend/manage/cases/<?cs var:Page.Case.uid ?>/withdraw"><?cs include!"token.cs" ?>
<p class="hint"><?cs var:Lang.commend.case_withdraw_about ?></p>
<div class="field"><label for="f-withdraw"><?cs var:Lang.Layout.reason ?></label>
<input type="text" id="f-withdraw" name="reason" value="<?cs var:Page.Form.reason ?>"></div>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.commend.case_withdraw ?></button></p>
</form>
</details>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
