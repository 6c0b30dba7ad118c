<?cs set:Title = Page.Nomination.title ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"commend/bounds.cs" ?><?cs
def:act(word, text, class) ?><form method="post" action="/commend/manage/nominations/<?cs var:Page.Nomination.uid ?>/<?cs
var:word ?>"><?cs include!"token.cs" ?><button class="button<?cs if:string.length(class) ?> <?cs var:class ?><?cs
/if ?>" type="submit"><?cs var:text ?></button></form><?cs /def ?><?cs
def:with_reason(word, text) ?><details class="no-print"><summary><?cs var:text ?></summary>
<form class="form" method="post" action="/commend/manage/nominations/<?cs var:Page.Nomination.uid ?>/<?cs var:word ?>"><?cs
include!"token.cs" ?>
<div class="field"><label for="f-<?cs var:word ?>"><?cs var:Lang.Layout.reason ?></label>
<input type="text" id="f-<?cs var:word ?>" name="reason" value="<?cs var:Page.Form.reason ?>"></div>
<p class="acts"><button class="button bad" type="submit"><?cs var:text ?></button></p>
</form></details>
<?cs /def ?>
<?cs set:State = Page.Nomination.state ?><?cs set:May = Page.Who.Role.reviewer || Page.Who.Role.manager ?><?cs
set:Base = "/commend/manage/nominations/" + Page.Nomination.uid ?>
<div class="bar">
<p class="crumb"><a href="/commend/manage/nominations"><?cs var:Lang.commend.nominations ?></a> › <a
href="/commend/manage/selections/<?cs var:Page.Nomination.selection_uid ?>"><?cs var:Page.Nomination.selection ?></a></p>
<h1><?cs var:Page.Nomination.title ?></h1>
<b class="tag honour_nomination <?cs var:State ?>"><?cs var:Lang.State.honour_nomination[State] ?></b>
<div class="acts"><a class="button" href="<?cs var:url_validate(Base) ?>/nomination.pdf"><?cs
var:Lang.commend.nomination_pdf ?></a><a class="button" href="<?cs var:url_validate(Base) ?>/material.zip"><?cs
var:Lang.commend.nomination_zip ?></a><?cs if:State == "collected" && Page.Nomination.confirmed_by ?><a
class="button go" href="#hand-in"><?cs
var:Lang.commend.nomination_hand_in ?></a><?cs elif:State == "open" ?><?cs
call:act("collect", Lang.commend.nomination_collect, "go") ?><?cs elif:State == "handed_in" ?><?cs
call:act("shortlist", Lang.commend.nomination_shortlist, "") ?><?cs /if ?></div>
</div>
<?cs include!"refused.cs" ?>
<?cs if:Page.Nomination.erased ?><p class="note"><?cs var:Lang.commend.nominee_erased ?></p>
<?cs /if ?><dl class="facts">
<div><dt><?cs var:Lang.commend.recipient ?></dt><dd><?cs if:Page.Nomination.whom ?><?cs var:Page.Nomination.whom ?><?cs else ?><?cs
var:Lang.commend.decision_erased ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.commend.subject ?></dt><dd><?cs var:Lang.State.honour_subject[Page.Nomination.subject] ?></dd></div>
<?cs if:Page.Nomination.volunteer_no ?><div><dt><?cs var:Lang.commend.Field.volunteer_no ?></dt><dd><?cs
var:Page.Nomination.volunteer_no ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.commend.Field.organiser ?></dt><dd><?cs var:Page.Nomination.organiser ?></dd></div>
<div><dt><?cs var:Lang.commend.Field.year ?></dt><dd><?cs var:Page.Nomination.year ?></dd></div>
<div><dt><?cs var:Lang.commend.nomination_author ?></dt><dd><?cs var:Page.Nomination.created_by ?></dd></div>
<?cs if:Page.Nomination.confirmed_by ?><div><dt><?cs var:Lang.commend.verified_by ?></dt><dd><?cs
var:Page.Nomination.confirmed_by ?> <?cs var:at(Page.Nomination.confirmed_at) ?></dd></div>
<?cs /if ?><?cs if:Page.Nomination.handed_in_on ?><div><dt><?cs var:Lang.commend.Field.handed_in_on ?></dt><dd><?cs
var:on(Page.Nomination.handed_in_on) ?></dd></div>
<?cs /if ?><?cs if:Page.Nomination.honour_no ?><div><dt><?cs var:Lang.commend.honour_no ?></dt><dd><a href="/commend/manage/honours/<?cs
var:Page.Nomination.honour_no ?>"><?cs var:Page.Nomination.honour_no ?></a></dd></div>
<?cs /if ?><?cs if:Page.Nomination.reason ?><div class="whole"><dt><?cs var:Lang.Layout.reason ?></dt><dd><?cs
var:Page.Nomination.reason ?></dd></div>
<?cs /if ?><?cs if:State != "open" && Page.Nomination.deeds ?><div class="whole"><dt><?cs var:Lang.commend.Field.deeds ?></dt><dd><?cs
var:Page.Nomination.deeds ?></dd></div>
<?cs /if ?><?cs if:State != "open" && Page.Nomination.outside ?><div class="whole"><dt><?cs
var:Lang.commend.Field.outside ?></dt><dd><?cs var:Page.Nomination.outside ?></dd></div>
<?cs /if ?></dl>
<h2><?cs var:Lang.commend.figures ?> <small><?cs var:Lang.commend.figures_of ?> <?cs var:on(Page.Nomination.measured_on) ?></small></h2>
<div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.commend.figures ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.commend.figures ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.commend.Field.what ?></th><th scope="col"><?cs var:Lang.commend.has ?></th><th
scope="col"><?cs var:Lang.commend.wanted ?></th><th scope="col"><?cs var:Lang.Layout.state ?></th></tr></thead>
<tbody>
<?cs each:f = Page.Figures ?><tr><td><?cs var:Lang.commend.Figure[f.what] ?></td><td><?cs call:figure(f.what, f.has) ?></td><td><?cs
if:?f.wanted ?><?cs call:bound(f) ?><?cs /if ?></td><td><?cs if:?f.wanted ?><?cs if:f.ok == #1 ?><b class="tag met"><?cs
var:Lang.commend.met ?></b><?cs else ?><b class="tag unmet"><?cs var:Lang.commend.unmet ?></b><?cs /if ?><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs if:State == "open" && !Page.Nomination.erased ?><h2><?cs var:Lang.commend.Field.deeds ?></h2>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/words" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("deeds", "required", "10") ?>
<?cs set:At.wide = #1 ?><?cs call:text("outside", "optional") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</form>
<?cs /if ?><h2><?cs var:Lang.commend.nomination_services ?></h2>
<?cs if:subcount(Page.Services) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.commend.nomination_services ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.Field.day ?></th><th scope="col"><?cs var:Lang.commend.activity ?></th><th class="num"
scope="col"><?cs var:Lang.commend.hours ?></th><th class="num" scope="col"><?cs var:Lang.commend.nomination_persons ?></th></tr></thead>
<tbody>
<?cs each:s = Page.Services ?><tr><td><?cs var:short(s.day) ?></td><td class="w"><a href="/activity/manage/<?cs var:s.no ?>"><?cs
var:s.title ?></a></td><td class="num"><?cs var:s.hours ?></td><td class="num"><?cs var:s.persons ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.commend.nomination_services_none ?></p>
<?cs /if ?><h2><?cs var:Lang.commend.photos ?></h2>
<?cs if:subcount(Page.Pictures) ?><ul class="rows">
<?cs each:p = Page.Pictures ?><li><img class="thumb" src="<?cs var:url_validate(Base) ?>/p/<?cs var:p.pic ?>" alt="<?cs
var:p.alt ?>"><span><?cs var:p.alt ?></span><?cs if:State == "open" ?><form class="no-print" method="post" action="<?cs
var:url_validate(Base) ?>/unpicture"><?cs include!"token.cs" ?><input type="hidden" name="place" value="<?cs
var:p.place ?>"><button class="plain" type="submit"><?cs var:Lang.commend.recipient_remove ?><span class="hidden"> <?cs
var:p.alt ?></span></button></form><?cs /if ?></li>
<?cs /each ?></ul>
<?cs else ?><p class="empty"><?cs var:Lang.commend.photos_none ?></p>
<?cs /if ?><?cs if:State == "open" && !Page.Nomination.erased ?><form class="form" method="post" action="<?cs
var:url_validate(Base) ?>/picture" enctype="multipart/form-data" novalidate><?cs include!"token.cs" ?>
<?cs call:file("file", "required", "image/jpeg,image/png") ?><?cs call:text("alt", "required") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.commend.photo_add ?></button></p>
</form>
<?cs /if ?><?cs if:May && State == "collected" && !Page.Nomination.confirmed_by ?><div class="two">
<section>
<h2><?cs var:Lang.commend.nomination_confirm ?></h2>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/confirm" novalidate><?cs include!"token.cs" ?>
<?cs call:check("sure", Lang.commend.nomination_sure) ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.commend.nomination_confirm ?></button></p>
</form>
</section>
<section>
<h2><?cs var:Lang.commend.decision_return ?></h2>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/return" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text_as("reason", "required", Lang.Layout.reason, Lang.commend.decision_return_hint) ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.commend.decision_return ?></button></p>
</form>
</section>
</div>
<?cs elif:State == "collected" && Page.Nomination.confirmed_by ?><h2 id="hand-in"><?cs var:Lang.commend.nomination_hand_in ?></h2>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/hand-in" novalidate><?cs include!"token.cs" ?>
<?cs call:day("handed_in_on", "required") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.commend.nomination_hand_in ?></button></p>
</form>
<?cs /if ?><?cs if:State == "handed_in" || State == "shortlisted" ?><h2><?cs var:Lang.commend.nomination_honour ?></h2>
<p class="hint"><?cs var:Lang.commend.nomination_honour_about ?></p>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/honour" novalidate><?cs include!"token.cs" ?>
<?cs call:day("awarded_on", "required") ?><?cs call:text("document_name", "required") ?><?cs call:text("document_no", "optional") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.commend.nomination_honour ?></button></p>
</form>
<?cs call:with_reason("pass-over", Lang.commend.nomination_pass_over) ?><?cs /if ?><?cs
if:State == "open" || State == "collected" || State == "handed_in" || State == "shortlisted" ?><?cs
call:with_reason("withdraw", Lang.commend.nomination_withdraw) ?><?cs /if ?><?cs include!"staff_foot.cs" ?>
