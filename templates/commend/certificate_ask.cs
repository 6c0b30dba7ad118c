<?cs include!"layout.cs" ?><?cs call:page_head("volunteer", Lang.commend.certificate_new) ?>
<?cs call:back("/commend/mine", Lang.Layout.back) ?>
<?cs call:title(Lang.commend.certificate_new) ?><?cs call:lead(Lang.commend.certificate_about) ?>
<?cs if:subcount(Page.Stations) || subcount(Page.Errors) ?><?cs call:form_start("/commend/certificate") ?><?cs if:Page.Several ?><?cs call:radios("station", "required", Page.Stations) ?><?cs /if ?><?cs
call:day("from_on", "optional") ?><?cs call:day("to_on", "optional") ?><?cs call:text("purpose", "optional") ?><?cs call:submit(Lang.commend.certificate_make) ?><?cs call:form_end() ?>
<?cs else ?><?cs call:note(Lang.commend.certificate_none) ?><?cs /if ?>
<?cs if:subcount(Page.Made) ?><?cs call:cells_start(Lang.commend.certificates) ?><?cs each:c = Page.Made ?><?cs
call:cell_link("/commend/certificate/" + c.no, c.hours + " " + Lang.Layout.hours, c.from_on + " – " + c.to_on, Lang.State.certificate[c.state]) ?><?cs /each ?><?cs call:cells_end() ?><?cs /if ?>
<?cs call:page_foot("volunteer") ?>
