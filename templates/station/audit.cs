<?cs set:Title = Lang.station.audit ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.station.audit ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<form class="filters" action="/station/audit">
<?cs call:filter_day("from", Lang.station.at) ?><?cs call:filter_day("to", Lang.Frame.to) ?><?cs
call:filter_select("staff", Page.Staff) ?><?cs call:filter_select("actor", Lang.station.Actor) ?><select name="group" aria-label="<?cs
var:Lang.station.doings ?>">
<option value=""><?cs var:Lang.Frame.all_of ?><?cs var:Lang.station.doings ?></option>
<?cs call:options(Lang.station.Doings, Page.Group) ?></select>
<?cs if:Page.Group ?><select name="action" aria-label="<?cs var:Lang.station.action ?>">
<option value=""><?cs var:Lang.Frame.all_of ?><?cs var:Lang.station.action ?></option>
<?cs each:d = Lang.station.Did[Page.Group] ?><?cs set:At.code = Page.Group + "." + name(d) ?><option value="<?cs
var:At.code ?>"<?cs if:Page.List.Filter.action.value == At.code ?> selected<?cs /if ?>><?cs var:d ?></option>
<?cs /each ?></select>
<?cs /if ?><?cs call:filter_select("target", Lang.station.Object) ?><?cs call:filter_text("no") ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Rows) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.station.audit ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.station.audit ?></caption>
<thead><tr><?cs call:column("at", Lang.station.at) ?><?cs call:column("staff", Lang.station.who) ?><?cs
call:column("action", Lang.station.action) ?><?cs call:column("object", Lang.station.object) ?><?cs
call:column("detail", Lang.station.detail) ?><th class="wide-only" scope="col"><?cs var:Lang.station.request ?></th></tr></thead>
<tbody>
<?cs each:r = Page.Rows ?><tr><td><?cs var:at(r.at) ?></td><td><?cs
if:r.staff ?><?cs var:r.staff ?><?cs else ?><?cs var:Lang.station.Actor[r.actor_kind] ?><?cs /if ?></td>
<td class="long"><?cs var:r.did ?></td><td><?cs if:r.href ?><a href="<?cs var:url_validate(r.href) ?>"><?cs var:r.what ?> <?cs
var:r.object ?></a><?cs else ?><?cs var:r.what ?> <?cs var:r.object ?><?cs /if ?></td><td class="w"><?cs
var:r.detail ?></td><td class="wide-only"><small><?cs var:r.request ?></small></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.station.audit_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
