<?cs set:Title = Lang.needs.entry ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"needs/_question.cs" ?>
<div class="bar">
<p class="crumb"><a href="/needs/surveys"><?cs var:Lang.needs.surveys ?></a> › <a href="/needs/surveys/<?cs
var:Page.Survey.code ?>"><?cs var:Page.Survey.title ?></a> › <?cs var:Lang.needs.entry ?></p>
<h1><?cs var:Lang.needs.entry ?></h1>
</div>
<p class="keys js-only"><?cs var:Lang.needs.entry_keys ?></p>
<form class="entry" method="post" action="/needs/surveys/<?cs var:Page.Survey.code ?>/entry" novalidate data-entry><?cs
include!"token.cs" ?>
<div class="field"><div class="choices"><?cs
call:box("checkbox", "by_proxy", "by_proxy", "1", Lang.needs.SheetBy.proxy, "", Page.Form.by_proxy) ?></div></div>
<?cs each:n = Page.Questions ?><?cs call:question(n) ?><?cs /each ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.needs.entry_save ?></button></p>
</form>
<script src="/static/entry.js?v=<?cs var:Page.Static ?>" defer></script>
<?cs include!"staff_foot.cs" ?>
