<?cs #
first.cs - the first steps of a station that has recorded no hours yet. Included by the desk.
?><?cs if:subcount(Page.Steps) ?><section class="first">
<h2><?cs var:Lang.account.steps ?> <small><?cs var:Lang.account.steps_done ?> <?cs var:Page.StepsDone ?> <?cs
var:Lang.account.steps_of ?> <?cs var:Page.StepsAll ?> <?cs var:Lang.account.steps_end ?></small> <progress max="<?cs
var:Page.StepsAll ?>" value="<?cs var:Page.StepsDone ?>" aria-label="<?cs var:Lang.account.steps ?>"></progress></h2>
<ol>
<?cs set:Next = #1 ?><?cs each:s = Page.Steps ?><li<?cs if:s.done == #1 ?> class="done"<?cs elif:Next ?> class="next"<?cs /if ?>><div>
<strong><?cs var:Lang.account.Step[s.what].name ?></strong><p><?cs var:Lang.account.Step[s.what].about ?></p></div><?cs
if:s.done == #1 ?><b class="tag good"><?cs var:Lang.account.step_done ?></b><?cs elif:s.managers ?><span class="soft"><?cs
var:Lang.account.step_manager ?></span><?cs else ?><a class="button<?cs if:Next ?> go<?cs /if ?>" href="<?cs
var:url_validate(s.href) ?>"><?cs var:Lang.account.Step[s.what].go ?></a><?cs /if ?></li>
<?cs if:s.done != #1 ?><?cs set:Next = #0 ?><?cs /if ?><?cs /each ?></ol>
</section>
<?cs /if ?>