<?cs set:Title = Lang.Notes.title ?><?cs set:Section = "people" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="<?cs var:url_validate(Page.About.href) ?>"><?cs var:Lang.Notes.About[Page.About.of] ?> <?cs
var:Page.About.no ?></a> › <?cs var:Lang.Notes.title ?></p>
<h1><?cs var:Page.About.name ?></h1>
</div>
<?cs include!"notes_of.cs" ?><?cs include!"staff_foot.cs" ?>
