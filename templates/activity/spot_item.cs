<?cs set:Title = Page.Item.no ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"activity/spot_facts.cs" ?>
<div class="bar">
<p class="crumb"><a href="/activity/spots"><?cs var:Lang.activity.spots ?></a> › <a href="/activity/spots/<?cs
var:Page.Check.uid ?>"><?cs var:Page.Check.title ?></a> › <?cs var:Page.Item.no ?></p>
<h1><?cs var:Page.Item.no ?></h1>
</div>
<dl class="facts">
<?cs call:spot_fact(Lang.activity.SpotItems.station, Page.Item.station) ?><?cs
call:spot_fact(Lang.activity.SpotItems.title, Page.Item.title) ?><?cs
call:spot_fact(Lang.activity.spot_activity_no, Page.Item.activity_no) ?><div><dt><?cs
var:Lang.activity.SpotItems.served_on ?></dt><dd><?cs var:span(Page.Item.starts_at + "/" + Page.Item.ends_at) ?></dd></div>
<?cs call:spot_fact(Lang.activity.spot_minutes, Page.Item.minutes) ?><?cs
call:spot_fact(Lang.activity.SpotItems.evidence, Lang.Evidence[Page.Item.evidence]) ?><?cs if:Page.Item.finding ?><div><dt><?cs
var:Lang.activity.SpotItems.finding ?></dt><dd><b class="tag <?cs var:Page.Item.finding ?>"><?cs
var:Lang.activity.Finding[Page.Item.finding] ?></b> <?cs var:Page.Item.found_by ?> <?cs var:at(Page.Item.found_at) ?></dd></div>
<?cs call:spot_fact(Lang.activity.SpotItems.words, Page.Item.words) ?><?cs /if ?></dl>
<?cs if:Page.Check.state == "drawn" ?><form class="form" method="post" action="/activity/spots/<?cs var:Page.Check.uid ?>/record/<?cs
var:Page.Item.no ?>" novalidate><?cs include!"token.cs" ?><?cs
call:radios_as("finding", "required", Lang.activity.FindingChoice, Lang.activity.SpotItems.finding, "") ?><?cs set:At.wide = #1 ?><?cs
call:text_as("words", "optional", Lang.activity.SpotItems.words, Lang.activity.spot_words_about) ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p></form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
