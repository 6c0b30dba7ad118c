<?cs #
report_words.cs - the words of a yearly report, section by section; empty ones are left out.
?><?cs
def:report_words(w) ?><?cs each:part = Lang.station.ReportPart ?><?cs if:string.length(w[name(part)]) ?><h2><?cs
var:Lang.station.Field[name(part)] ?></h2>
<p class="text"><?cs var:w[name(part)] ?></p>
<?cs /if ?><?cs /each ?><?cs /def ?><?cs
def:report_notes() ?><?cs if:Page.Corrected.hours || subcount(Page.Notes) ?><div class="note wait"><p><b><?cs
var:Lang.station.report_later ?></b></p>
<?cs if:Page.Corrected.hours ?><p><?cs var:Lang.station.report_now ?> <?cs var:Page.Corrected.hours ?> <?cs
var:Lang.Layout.hours ?><?cs var:Lang.station.report_now_times ?> <?cs var:Page.Corrected.times ?> <?cs
var:Lang.station.report_times ?></p>
<?cs /if ?><?cs each:n = Page.Notes ?><p><?cs var:on(n.made_at) ?> <?cs var:n.words ?></p>
<?cs /each ?></div>
<?cs /if ?><?cs /def ?>
