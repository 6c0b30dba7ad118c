<?cs set:Title = Lang.feedback.title ?><?cs include!"resident_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/s/<?cs var:Page.Station.no ?>"><?cs var:Lang.Layout.to_front ?></a>
<h1><?cs var:Lang.feedback.title ?></h1>
<p class="soft"><?cs var:Page.Station.name ?></p>
<p><?cs var:Lang.feedback.about ?></p>
<?cs if:Page.Unknown ?><p class="note bad"><?cs var:Lang.feedback.find_about ?></p>
<?cs /if ?><form method="post" action="/station/feedback" novalidate><?cs include!"token.cs" ?>
<input type="hidden" name="station" value="<?cs var:Page.Station.no ?>"><?cs set:At.chips = #1 ?><?cs
call:radios_as("nature", "required", Lang.State.complaint_nature, Lang.feedback.nature, "") ?><?cs set:At.chips = #1 ?><?cs
call:radios_as("kind", "required", Lang.feedback.Kind, Lang.feedback.kind, Lang.feedback.kind_hint) ?><?cs
call:textarea_as("content", "required", "6", Lang.feedback.content, Lang.feedback.content_hint) ?><?cs
call:text_as("about", "optional", Lang.feedback.about_label, Lang.feedback.about_hint) ?><?cs
call:tel_as("phone", "optional", "", Lang.feedback.phone_hint) ?><p class="soft"><?cs var:Lang.feedback.promise ?></p>
<button class="button" type="submit"><?cs var:Lang.feedback.send ?></button>
</form>
<details><summary><?cs var:Lang.feedback.find ?></summary>
<form action="/station/feedback"><p class="soft"><?cs var:Lang.feedback.find_about ?></p>
<div class="field"><label for="find-no"><?cs var:Lang.feedback.find_no ?></label>
<input type="text" id="find-no" name="no" autocomplete="off"></div>
<div class="field"><label for="find-k"><?cs var:Lang.feedback.find_k ?></label>
<input type="text" id="find-k" name="k" autocomplete="off"></div>
<button class="button second" type="submit"><?cs var:Lang.feedback.find_go ?></button></form>
</details>
<?cs if:Page.Hotline ?><h2><?cs var:Lang.feedback.also ?></h2>
<p><?cs var:Page.Hotline ?></p>
<?cs /if ?><?cs include!"resident_foot.cs" ?>
