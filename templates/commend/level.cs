<?cs set:Title = Lang.Star[Page.Level.star] ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/commend/levels"><?cs var:Lang.commend.levels ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
<span><?cs var:Lang.commend.levels_region ?><?cs var:Page.Region ?></span>
</div>
<form class="form" method="post" action="/commend/levels/<?cs var:Page.Level.star ?>" novalidate><?cs include!"token.cs" ?>
<?cs call:select("decider", "required", Lang.commend.Decider) ?><?cs call:number("hours", "required") ?><?cs
call:number("weak_percent", "required") ?><?cs call:number("seen_hours", "required") ?><?cs
call:number("rating_tenths", "required") ?><?cs call:number("evaluated", "required") ?><?cs
call:number("evaluation_tenths", "required") ?><?cs call:number("no_shows", "required") ?><?cs
call:number("trainings", "required") ?><?cs call:number("months", "required") ?><?cs
call:number("before_star", "required") ?><?cs set:At.wide = #1 ?><?cs call:text("why", "required") ?><?cs
if:Page.Level.own ?><?cs call:check("ended", Lang.commend.Field.ended) ?><?cs /if ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</form>
<?cs include!"staff_foot.cs" ?>
