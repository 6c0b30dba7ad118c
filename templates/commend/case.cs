<?cs set:Title = Page.Case.title ?><?cs set:Share = Page.Station.name ?><?cs include!"public_head.cs" ?><?cs
include!"commend/case_text.cs" ?>
<a class="back" href="/commend/cases?station=<?cs var:Page.Station.no ?>"><?cs var:Lang.commend.cases ?></a>
<h1><?cs var:Page.Case.title ?></h1>
<p class="soft"><?cs var:Lang.State.typical_case_kind[Page.Case.kind] ?> <?cs var:Page.Station.name ?> <?cs
var:on(Page.Case.published_on) ?></p>
<section class="card article"><?cs call:case_text("/commend/cases/" + Page.Case.uid + "/p/") ?></section>
<p><a class="go" href="/s/<?cs var:Page.Station.no ?>"><?cs var:Lang.Layout.to_front ?></a></p>
<?cs include!"public_foot.cs" ?>
