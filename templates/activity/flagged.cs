<?cs set:Title = Lang.activity.flagged_title ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<p class="crumb"><a href="/activity/flags"><?cs var:Lang.activity.flags_title ?></a> › <?cs var:Lang.activity.flagged_title ?></p>
<h1><?cs var:Lang.activity.flagged_title ?></h1>
<?cs include!"list_head.cs" ?><span><?cs var:Lang.activity.flags_lead ?><?cs var:on(Page.Since) ?></span>
<div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<form class="filters" action="/activity/flags/records">
<select name="station" aria-label="<?cs var:Lang.activity.station ?>">
<?cs call:options(Page.Stations, Page.Station) ?></select>
<?cs call:filter_select("flag", Lang.activity.Flag) ?><?cs
call:filter_select("evidence", Lang.Evidence) ?><?cs call:filter_select("state", Lang.State.service_record) ?><?cs
call:filter_day("from", Lang.activity.day) ?><?cs call:filter_day("to", Lang.Frame.to) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Records) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.activity.flagged_title ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.activity.flagged_title ?></caption>
<thead><tr><?cs call:column("no", Lang.activity.record_no) ?><?cs call:column("station", Lang.activity.station) ?><?cs
call:column("activity_no", Lang.activity.no) ?><?cs call:column("title", Lang.activity.Field.title) ?><?cs
call:column("day", Lang.activity.day) ?><?cs call:column_num("minutes", Lang.activity.hours) ?><?cs
call:column("evidence", Lang.activity.evidence) ?><?cs call:column("state", Lang.Layout.state) ?><?cs
call:column("signs", Lang.activity.flags) ?></tr></thead>
<tbody>
<?cs each:r = Page.Records ?><tr><td><?cs var:r.no ?></td><td><?cs var:r.station ?></td><td><?cs var:r.activity_no ?></td>
<td class="w"><?cs var:r.title ?></td><td><?cs var:short(r.served_on) ?></td><td class="num"><?cs var:r.hours ?></td>
<td><b class="tag <?cs var:r.evidence ?>"><?cs var:Lang.Evidence[r.evidence] ?></b></td>
<td><b class="tag <?cs var:r.state ?>"><?cs var:Lang.State.service_record[r.state] ?></b></td>
<td><?cs each:f = r.Flags ?><b class="tag wait" title="<?cs var:Lang.activity.FlagWhy[f.word] ?>"><?cs
var:Lang.activity.Flag[f.word] ?></b> <?cs /each ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.activity.flagged_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
