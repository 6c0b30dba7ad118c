<?cs set:Title = Lang.order.case + " " + Page.Case.no ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/order/cases"><?cs var:Lang.order.cases ?></a> › <?cs var:Page.Case.no ?></p>
<h1><?cs var:Lang.order.case ?> <?cs var:Page.Case.no ?></h1>
<b class="tag complaint <?cs var:Page.Case.state ?>"><?cs var:Lang.State.complaint[Page.Case.state] ?></b>
</div>
<dl class="facts">
<?cs if:Page.Case.order_no ?><div><dt><?cs var:Lang.order.order ?></dt><dd><a href="/order/desk/<?cs
var:Page.Case.order_no ?>"><?cs var:Page.Case.order_no ?></a></dd></div>
<?cs /if ?><?cs if:Page.Case.volunteer ?><div><dt><?cs var:Lang.order.volunteer ?></dt><dd><?cs var:Page.Case.volunteer ?></dd></div>
<?cs /if ?><?cs if:Page.Case.score ?><div><dt><?cs var:Lang.order.rate_label ?></dt><dd><?cs
var:Lang.order.Score[Page.Case.score] ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.order.Cases.day ?></dt><dd><?cs var:at(Page.Case.raised_at) ?></dd></div>
<?cs if:Page.Case.due_on ?><div><dt><?cs var:Lang.order.Cases.due_on ?></dt><dd><?cs var:on(Page.Case.due_on) ?></dd></div>
<?cs /if ?><div class="whole"><dt><?cs var:Lang.order.Cases.content ?></dt><dd><?cs var:Page.Case.content ?></dd></div>
<?cs if:Page.Case.result ?><div class="whole"><dt><?cs var:Lang.order.case_answer ?></dt><dd><?cs var:Page.Case.result ?></dd></div>
<div><dt><?cs var:Lang.order.case_handler ?></dt><dd><?cs var:Page.Case.handler ?> <?cs var:at(Page.Case.closed_at) ?></dd></div>
<?cs /if ?></dl>
<?cs if:Page.Case.bar ?><p class="note wait"><?cs var:Lang.order.Message["case_" + Page.Case.bar] ?></p>
<?cs /if ?><?cs if:Page.Can.answer ?><h2><?cs var:Lang.order.case_do ?></h2>
<form class="form" method="post" action="/order/cases/<?cs var:Page.Case.no ?>/answer" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:radios("verdict", "required", Lang.order.Verdict) ?><?cs set:At.wide = #1 ?><?cs
call:textarea("result", "required", "3") ?><p class="acts"><button class="button go" type="submit"><?cs
var:Lang.order.case_do ?></button></p></form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
