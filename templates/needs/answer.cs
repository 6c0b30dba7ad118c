<?cs set:Title = Page.Survey.title ?><?cs set:Share = Lang.needs.share ?><?cs include!"resident_head.cs" ?><?cs
include!"fields.cs" ?><?cs include!"needs/_question.cs" ?>
<?cs if:Page.Preview ?><p class="note info"><?cs var:Lang.needs.preview_note ?> <a href="/needs/surveys/<?cs
var:Page.Survey.code ?>"><?cs var:Lang.needs.preview_back ?></a></p>
<div class="phone-frame">
<?cs /if ?><h1><?cs var:Page.Survey.title ?></h1>
<?cs if:Page.Closed ?><p><?cs if:Page.Early ?><?cs var:Lang.needs.survey_early ?> <?cs var:Lang.needs.Field.opens_on ?> <?cs
var:on(Page.Survey.opens_on) ?><?cs else ?><?cs var:Lang.needs.survey_over ?><?cs /if ?></p>
<a class="button second" href="/"><?cs var:Lang.Layout.to_front ?></a>
<?cs else ?><?cs if:Page.Again ?><div class="note bad" role="alert"><p><?cs var:Lang.needs.Again[Page.Again] ?> <?cs
if:Page.WaitUntil ?><?cs var:hour(Page.WaitUntil) ?><?cs /if ?></p><?cs
if:Page.Again == "twice" ?><p><?cs var:Lang.needs.Again.twice_two ?></p>
<p><a href="/needs/follow?k=<?cs var:url_escape(Page.Sent) ?>"><?cs var:Lang.needs.Again.twice_look ?></a></p><?cs /if ?></div>
<?cs /if ?><?cs if:Page.KeptGone ?><p class="note bad" role="alert"><?cs var:Lang.needs.kept_gone ?></p>
<?cs /if ?><?cs if:Page.Resumed ?><p class="note good"><?cs var:Lang.needs.resumed ?></p>
<?cs /if ?><p class="soft" data-intro><?cs var:Page.Survey.intro ?></p>
<form method="post" action="/needs/s/<?cs var:Page.Code ?>" novalidate<?cs
if:Page.Resumed ?> data-fresh<?cs /if ?><?cs if:Page.Again ?> data-again<?cs /if ?> data-keep="/needs/s/<?cs
var:Page.Code ?>/keep" data-pages="<?cs if:Page.Preview ?>preview-<?cs /if ?><?cs
var:Page.Survey.code ?>" data-progress="<?cs var:Lang.Layout.page_progress ?>" data-saved="<?cs
var:Lang.Layout.page_saved ?>" data-back="<?cs var:Lang.Layout.page_back ?>" data-next="<?cs var:Lang.Layout.page_next ?>" data-must="<?cs
var:Lang.needs.Message.answer ?>" data-most="<?cs var:Lang.needs.Message.choice_many ?>">
<?cs include!"token.cs" ?><?cs if:Page.Form.kept ?><input type="hidden" name="kept" value="<?cs var:Page.Form.kept ?>">
<?cs /if ?><?cs each:n = Page.Questions ?><?cs call:question(n) ?><?cs
if:first(n) ?><div class="field" data-together data-below><h2><?cs
var:Lang.needs.proxy_title ?></h2>
<div class="choices"><label class="choice"><input type="checkbox" id="f-by_proxy" name="by_proxy" value="1"<?cs
if:Page.Form.by_proxy ?> checked<?cs /if ?>><span><?cs var:Lang.needs.proxy_mine ?></span></label></div>
<p class="hint"><?cs var:Lang.needs.no_names ?></p></div>
<?cs /if ?><?cs /each ?>
<button class="button" type="submit"<?cs if:Page.Preview ?> disabled<?cs /if ?>><?cs
if:Page.Again == "twice" ?><?cs var:Lang.needs.Again.twice_send ?><?cs elif:Page.Again == "wait" ?><?cs
var:Lang.needs.Again.wait_send ?><?cs else ?><?cs var:Lang.needs.send ?><?cs /if ?></button>
<?cs if:!Page.Preview ?><button class="button quiet" type="submit" formaction="/needs/s/<?cs var:Page.Code ?>/keep" data-always><?cs
var:Lang.needs.keep ?></button>
<?cs /if ?></form>
<?cs /if ?><?cs if:Page.Preview ?></div>
<?cs /if ?><?cs include!"resident_foot.cs" ?>
