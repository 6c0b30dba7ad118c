<?cs include!"layout.cs" ?><?cs
def:near() ?><?cs if:Page.Duty.near ?><input type="hidden" name="lat" data-near="lat"><input type="hidden" name="lng" data-near="lng"><input type="hidden" name="acc" data-near="acc">
<?cs call:para(Lang.activity.near_note) ?><script src="/static/near.js?v=<?cs var:Page.Static ?>" defer></script><?cs /if ?><?cs /def ?><?cs call:page_head("volunteer", Page.Activity.title) ?>
<?cs call:back("/activity/mine", Lang.Layout.back) ?>
<?cs call:title(Page.Activity.title) ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.activity.when, Page.Activity.day + " " + Page.Activity.begins + "–" + Page.Activity.ends) ?><?cs call:fact(Lang.activity.Field.place, Page.Activity.place) ?><?cs
call:fact(Lang.activity.station, Page.Activity.station) ?><?cs call:fact_state(Lang.Layout.state, "activity", Page.Activity.state) ?><?cs
call:fact(Lang.activity.came, Page.Duty.in_at) ?><?cs call:fact(Lang.activity.left_at, Page.Duty.out_at) ?><?cs if:Page.Record.no ?><?cs
call:fact_link(Lang.activity.record_no, "/activity/hours/" + Page.Record.no, Page.Record.no) ?><?cs /if ?><?cs call:facts_end() ?>
<?cs if:Page.Ticket ?><?cs if:Page.Direction == "in" ?><?cs call:form_start("/activity/" + Page.Activity.no + "/check-in") ?><?cs call:hidden("code", Page.Ticket) ?><?cs call:near() ?><?cs
call:submit(Lang.activity.confirm_in) ?><?cs call:form_end() ?><?cs else ?><?cs call:form_start("/activity/" + Page.Activity.no + "/check-out") ?><?cs
call:hidden("code", Page.Ticket) ?><?cs call:near() ?><?cs call:submit(Lang.activity.confirm_out) ?><?cs call:form_end() ?><?cs /if ?>
<?cs elif:Page.Duty.forgot ?><?cs call:subtitle(Lang.activity.forgot) ?><?cs call:note(Lang.activity.forgot_note) ?><?cs
call:form_start("/activity/" + Page.Activity.no + "/declare") ?><?cs call:clock("ends", "required") ?><?cs call:text_as("remark", "required", Lang.activity.forgot_why, "") ?><?cs
call:submit(Lang.activity.declare) ?><?cs call:form_end() ?>
<?cs elif:Page.Duty.next == "in" ?><?cs call:subtitle(Lang.activity.check_in) ?><?cs call:para(Lang.activity.check_how) ?><?cs
call:form_start("/activity/" + Page.Activity.no + "/check-in") ?><?cs call:code("code", "required") ?><?cs call:near() ?><?cs call:submit(Lang.activity.check_in) ?><?cs call:form_end() ?>
<?cs elif:Page.Duty.next == "out" ?><?cs call:subtitle(Lang.activity.check_out) ?><?cs call:para(Lang.activity.check_how) ?><?cs
call:form_start("/activity/" + Page.Activity.no + "/check-out") ?><?cs call:code("code", "required") ?><?cs call:near() ?><?cs call:submit(Lang.activity.check_out) ?><?cs call:form_end() ?>
<?cs else ?><?cs call:note(Lang.activity.check_done) ?><?cs /if ?>
<?cs if:Page.Duty.leads ?><?cs call:cells_start(Lang.activity.leading) ?><?cs call:cell_link("/activity/manage/" + Page.Activity.no + "/code?dir=in", Lang.activity.code_in, "", "") ?><?cs
call:cell_link("/activity/manage/" + Page.Activity.no + "/code?dir=out", Lang.activity.code_out, "", "") ?><?cs
call:cell_link("/activity/manage/" + Page.Activity.no + "/board", Lang.activity.board, "", "") ?><?cs call:cells_end() ?><?cs
if:Page.Activity.state == "published" || Page.Activity.state == "running" ?><?cs call:act_second("/activity/manage/" + Page.Activity.no + "/offline", Lang.activity.offline_take) ?><?cs /if ?><?cs /if ?>
<?cs call:page_foot("volunteer") ?>
