<?cs set:Title = Lang.station.tally ?><?cs set:Section = "report" ?><?cs set:Paper = "report" ?><?cs include!"staff_head.cs" ?><?cs
include!"fields.cs" ?><?cs include!"chart.cs" ?><?cs
def:must(field, list) ?><select id="f-<?cs var:field ?>" name="<?cs var:field ?>" aria-label="<?cs
var:Lang.station.Field[field] ?>"<?cs if:Page.Error[field] ?> aria-invalid="true"<?cs /if ?>><?cs
each:o = list ?><?cs set:At.of = name(o) ?><?cs # What is kept by month knows of stations and months alone.
?><?cs if:Page.Region.code ?><?cs set:At.no = At.of == "category" || At.of == "person" || At.of == "team" || At.of == "evidence" ||
At.of == "project" || At.of == "activity" || At.of == "people" ?><?cs else ?><?cs set:At.no = At.of == "station" ?><?cs /if ?><?cs
if:!At.no ?><option value="<?cs var:At.of ?>"<?cs if:Page.Filter[field] == At.of ?> selected<?cs /if ?>><?cs var:o ?></option>
<?cs /if ?><?cs /each ?></select>
<?cs /def ?><?cs
def:day_of(field) ?><label for="f-<?cs var:field ?>"><?cs var:Lang.station.Field[field] ?></label>
<input type="date" id="f-<?cs var:field ?>" name="<?cs var:field ?>" value="<?cs var:Page.Filter[field] ?>"<?cs
if:Page.Error[field] ?> aria-invalid="true"<?cs /if ?>>
<?cs /def ?><?cs
def:one_of(code, text) ?><option value="<?cs var:code ?>"<?cs if:Page.Filter.only == code ?> selected<?cs /if ?>><?cs
var:text ?></option>
<?cs /def ?><?cs
def:sums(r) ?><?cs if:r.small ?><td class="num"><?cs var:Lang.station.tally_hidden ?></td><td class="num"><?cs
var:Lang.station.tally_hidden ?></td><?cs else ?><td class="num"><?cs var:r.hours ?></td><td class="num"><?cs var:r.times ?></td><?cs
if:Page.Counted ?><td class="num"><?cs var:r.people ?></td><?cs /if ?><?cs /if ?><?cs /def ?><?cs
def:kept_choice(field) ?><input type="hidden" name="<?cs var:field ?>" value="<?cs var:Page.Filter[field] ?>"><?cs /def ?>
<div class="bar">
<h1><?cs if:Page.Name ?><?cs var:Page.Name ?><?cs else ?><?cs var:Lang.station.tally ?><?cs /if ?></h1><?cs if:Page.Region.code ?>
<span><?cs var:Page.Region.full_name ?></span><?cs /if ?>
<?cs include!"list_head.cs" ?><div class="acts"><?cs if:Page.List.shown ?><?cs include!"list_acts.cs" ?><?cs /if ?></div>
</div>
<form class="filters" action="/station/tally"><?cs call:must("rows", Lang.State.tally_rows_by) ?><?cs
call:must("measure", Lang.State.tally_measure) ?><?cs call:must("period", Lang.State.tally_period) ?><?cs
call:day_of("from") ?><?cs call:day_of("to") ?><?cs if:!Page.Region.code ?><select id="f-only" name="only"
aria-label="<?cs var:Lang.station.Field.only ?>">
<option value=""><?cs var:Lang.Frame.all_of ?><?cs var:Lang.station.Field.only ?></option>
<optgroup label="<?cs var:Lang.station.tally_only_categories ?>"><?cs each:c = Page.Categories ?><?cs
call:one_of("c" + c.code, c.name) ?><?cs /each ?></optgroup>
<?cs if:subcount(Page.Teams) ?><optgroup label="<?cs var:Lang.station.tally_only_teams ?>"><?cs each:t = Page.Teams ?><?cs
call:one_of(t.code, t.name) ?><?cs /each ?></optgroup>
<?cs /if ?></select>
<?cs call:filter_select("evidence", Lang.Evidence) ?><?cs /if ?><button class="button go" type="submit"><?cs
var:Lang.station.tally_make ?></button></form>
<?cs if:subcount(Page.Kept) ?><ul class="chips"><li><?cs var:Lang.station.tally_kept ?></li><?cs
each:k = Page.Kept ?><li><a href="/station/tally?saved=<?cs var:k.uid ?>"<?cs if:k.name == Page.Name ?> aria-current="page"<?cs
/if ?>><?cs var:k.name ?></a></li><?cs /each ?><li><a href="/station/tally/saved"><?cs var:Lang.station.tally_manage ?></a></li></ul>
<?cs /if ?><?cs if:Page.From ?><p><b><?cs var:Lang.State.tally_rows_by[Page.Filter.rows] ?></b> <?cs
var:Page.From ?> <?cs var:Lang.station.tally_to ?> <?cs var:Page.Until ?><?cs if:Page.Only ?> <b><?cs var:Page.Only ?></b><?cs /if ?><?cs
if:Page.Filter.evidence ?> <b><?cs var:Lang.Evidence[Page.Filter.evidence] ?></b><?cs /if ?></p>
<?cs if:subcount(Page.Rows) ?><div class="charts"><div><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.station.tally ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.station.tally ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.State.tally_rows_by[Page.Filter.rows] ?></th><?cs
if:Page.Numbered ?><th scope="col"><?cs var:Lang.station.tally_no ?></th><?cs /if ?><?cs
if:Page.Filter.rows == "activity" ?><th scope="col"><?cs var:Lang.station.tally_on ?></th><?cs /if ?><th class="num" scope="col"><?cs
var:Lang.station.tally_hours ?></th><th class="num" scope="col"><?cs var:Lang.station.tally_times ?></th><?cs
if:Page.Counted ?><th class="num" scope="col"><?cs var:Lang.station.tally_people ?></th><?cs /if ?></tr></thead>
<tbody>
<?cs each:r = Page.Rows ?><tr><td class="w"><?cs if:r.href ?><a href="<?cs var:url_validate(r.href) ?>"><?cs
var:r.name ?></a><?cs else ?><?cs var:r.name ?><?cs /if ?></td><?cs if:Page.Numbered ?><td><?cs var:r.no ?></td><?cs /if ?><?cs
if:Page.Filter.rows == "activity" ?><td><?cs var:short(r.day) ?></td><?cs /if ?><?cs call:sums(r) ?></tr>
<?cs /each ?></tbody>
<tfoot><tr><td><?cs var:Lang.station.tally_sum ?></td><?cs if:Page.Numbered ?><td></td><?cs /if ?><?cs
if:Page.Filter.rows == "activity" ?><td></td><?cs /if ?><?cs call:sums(Page.Sum) ?></tr></tfoot>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div></div>
<?cs if:subcount(Page.Chart) ?><figure class="chart"><figcaption><?cs var:Page.Chart.title ?></figcaption>
<?cs call:chart_svg(Page.Chart) ?></figure>
<?cs /if ?></div>
<p class="hint"><?cs if:Page.Region.code ?><?cs var:Lang.station.tally_about_region ?><?cs else ?><?cs
var:Lang.station.tally_about ?><?cs /if ?></p>
<?cs else ?><p class="empty"><?cs if:Page.Region.code ?><?cs var:Lang.station.tally_empty_region ?><?cs else ?><?cs
var:Lang.station.tally_empty ?><?cs /if ?></p>
<?cs include!"pager.cs" ?><?cs /if ?><form class="form no-print" method="post" action="/station/tally" novalidate><?cs
include!"token.cs" ?><?cs call:kept_choice("rows") ?><?cs
call:kept_choice("measure") ?><?cs call:kept_choice("period") ?><?cs call:kept_choice("from") ?><?cs call:kept_choice("to") ?><?cs
call:kept_choice("only") ?><?cs call:kept_choice("evidence") ?><h2><?cs var:Lang.station.tally_keep ?></h2>
<?cs if:Page.Region.code ?><?cs call:text_as("name", "required", "", Lang.station.tally_keep_region) ?><?cs
else ?><?cs call:text_as("name", "required", "", Lang.station.tally_keep_about) ?><?cs /if ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.station.tally_keep_it ?></button></p></form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
