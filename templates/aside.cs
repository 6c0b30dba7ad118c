<?cs #
aside.cs - what a loop has set aside, from Page.Aside: nothing when there is nothing. Comes after the head.

aside_table(links)   links: "1" where the reader may open an activity; the station is shown where it is given
?><?cs
def:aside_table(links) ?><?cs if:subcount(Page.Aside) ?><h2><?cs var:Lang.Aside.title ?></h2>
<p class="note wait"><?cs var:Lang.Aside.lead ?></p>
<div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.Aside.title ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.Aside.title ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.Aside.no ?></th><?cs if:links != "1" ?><th scope="col"><?cs
var:Lang.Aside.station ?></th><?cs /if ?>
<th scope="col"><?cs var:Lang.Aside.work ?></th><th scope="col"><?cs var:Lang.Aside.since ?></th>
<th scope="col"><?cs var:Lang.Aside.reason ?></th><th scope="col"><?cs var:Lang.Aside.advice ?></th>
<th class="num" scope="col"><?cs var:Lang.Aside.tries ?></th><th scope="col"><?cs var:Lang.Aside.next ?></th></tr></thead>
<tbody>
<?cs each:r = Page.Aside ?><tr><td><?cs if:links == "1" && r.thing == "activity" && string.length(r.no) ?><a href="/activity/manage/<?cs
var:r.no ?>"><?cs var:r.no ?></a><?cs else ?><?cs var:r.no ?><?cs /if ?></td><?cs if:links != "1" ?><td><?cs
var:r.station ?></td><?cs /if ?>
<td><?cs var:Lang.Aside.Work[r.work] ?></td><td><?cs var:at(r.first_at) ?></td>
<td><b class="tag wait"><?cs var:Lang.State.loop_aside_reason[r.reason] ?></b></td><td class="wrap"><?cs
var:Lang.Aside.Advice[r.reason] ?></td>
<td class="num"><?cs var:r.tries ?></td><td><?cs var:at(r.next_at) ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs /if ?><?cs /def ?>
