<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.training.new) ?>
<?cs if:Page.No ?><?cs call:back("/training/manage/" + Page.No, Lang.Layout.back) ?><?cs call:title(Lang.training.edit) ?><?cs
call:form_start("/training/manage/" + Page.No + "/edit") ?><?cs else ?><?cs call:back("/training/manage", Lang.Layout.back_list) ?><?cs call:title(Lang.training.new) ?><?cs
call:form_start("/training/manage/new") ?><?cs /if ?>
<?cs call:section(Lang.training.part_what) ?><?cs call:text("title", "required") ?><?cs call:radios("kind", "required", Page.Kinds) ?><?cs call:radios("mode", "required", Page.Modes) ?>
<?cs call:textarea("content", "required", "5") ?><?cs call:text("organiser", "optional") ?><?cs call:text("lecturer", "optional") ?><?cs call:select("project", "optional", Page.Projects) ?>
<?cs call:section(Lang.training.part_when) ?><?cs call:time("starts_at", "required") ?><?cs call:time("ends_at", "required") ?><?cs call:number("study_minutes", "required") ?>
<?cs call:text("place", "optional") ?><?cs call:text("contact_name", "optional") ?><?cs call:tel("contact_phone", "optional") ?>
<?cs call:section(Lang.training.part_who) ?><?cs call:number("places", "required") ?><?cs call:time("enrol_until", "optional") ?><?cs call:number("min_age", "optional") ?>
<?cs call:section(Lang.training.part_pass) ?><?cs call:number("pass_score", "optional") ?><?cs call:text("qualifies", "optional") ?><?cs call:number("valid_months", "optional") ?>
<?cs call:submit(Lang.Layout.save) ?><?cs call:form_end() ?>
<?cs call:page_foot("staff") ?>
