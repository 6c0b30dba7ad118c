<?cs include!"layout.cs" ?><?cs call:page_head("staff", Page.Held.name) ?>
<?cs call:back("/account/volunteers", Lang.Layout.back_list) ?>
<?cs call:title(Page.Held.name) ?>
<?cs if:Page.Unmasked ?><?cs call:note(Lang.account.unmasked) ?><?cs /if ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.account.no, Page.Volunteer.no) ?><?cs
call:fact_state(Lang.Layout.state, "volunteer", Page.Volunteer.state) ?><?cs call:fact(Lang.account.platform_no, Page.Held.platform_no) ?><?cs
call:fact(Lang.account.Field.sex, Page.Held.sex) ?><?cs call:fact(Lang.account.age, Page.Volunteer.age) ?><?cs
call:fact(Lang.account.Field.birth_on, Page.Held.birth_on) ?><?cs call:fact(Lang.account.Field.id_type, Page.Held.id_type) ?><?cs
call:fact(Lang.account.Field.id_no, Page.Held.id_no) ?><?cs call:fact(Lang.account.Field.phone, Page.Held.phone) ?><?cs
call:fact(Lang.account.region, Page.Held.region) ?><?cs call:fact(Lang.account.service_region, Page.Held.service_region) ?><?cs
call:fact(Lang.account.Field.categories, Page.Held.categories) ?><?cs call:fact(Lang.account.Field.skills, Page.Held.skills) ?><?cs
call:fact(Lang.account.Field.fields, Page.Held.fields) ?><?cs call:fact(Lang.account.Field.available, Page.Held.available) ?><?cs
call:fact(Lang.account.registered_on, Page.Volunteer.registered_at) ?><?cs if:Page.Volunteer.registered_by ?><?cs
call:fact(Lang.account.registered_by, Page.Volunteer.registered_by) ?><?cs else ?><?cs call:fact(Lang.account.registered_by, Lang.account.by_self) ?><?cs /if ?><?cs
call:fact(Lang.account.star, Lang.account.Star[Page.Volunteer.star]) ?><?cs call:fact(Lang.account.no_shows, Page.Volunteer.no_shows) ?><?cs call:facts_end() ?>
<?cs if:Page.Guardian.name ?><?cs call:subtitle(Lang.account.guardian) ?><?cs call:facts_start() ?><?cs
call:fact(Lang.account.Field.guardian_name, Page.Guardian.name) ?><?cs call:fact(Lang.account.guardian_relation, Page.Guardian.relation) ?><?cs
call:fact(Lang.account.guardian_phone, Page.Guardian.phone) ?><?cs call:fact(Lang.account.guardian_at, Page.Guardian.consent_at) ?><?cs call:facts_end() ?><?cs
if:Page.Volunteer.state == "pending_guardian" ?><?cs call:act("/account/volunteers/" + Page.Volunteer.no + "/guardian", Lang.account.guardian_yes) ?><?cs /if ?><?cs /if ?>
<?cs call:subtitle(Lang.account.hours_by) ?><?cs call:facts_start() ?><?cs call:fact(Lang.account.all_hours, Page.Volunteer.Hours.minutes) ?><?cs
call:fact(Lang.Evidence.scan, Page.Volunteer.Hours.scan) ?><?cs call:fact(Lang.Evidence.list, Page.Volunteer.Hours.list) ?><?cs
call:fact(Lang.Evidence.declared, Page.Volunteer.Hours.declared) ?><?cs call:fact(Lang.Evidence.backfill, Page.Volunteer.Hours.backfill) ?><?cs if:Page.Volunteer.brought > 0 ?><?cs
call:fact(Lang.account.brought_hours, Page.Volunteer.Hours.brought) ?><?cs /if ?><?cs call:facts_end() ?>
<?cs call:tools_start() ?><?cs call:link_second("/platform/transfer/in?volunteer=" + Page.Volunteer.no, Lang.account.transfer_in) ?><?cs
call:link_second("/platform/transfer/out?volunteer=" + Page.Volunteer.no, Lang.account.transfer_out) ?><?cs
call:link_second("/platform/transfer/move?volunteer=" + Page.Volunteer.no, Lang.account.transfer_move) ?><?cs call:tools_end() ?>
<?cs if:subcount(Page.Qualifications) ?><?cs call:subtitle(Lang.account.qualifications) ?><?cs call:facts_start() ?><?cs
each:c = Page.Qualifications ?><?cs if:c.valid_until ?><?cs call:fact(c.name, c.granted_on + " – " + c.valid_until) ?><?cs
else ?><?cs call:fact(c.name, c.granted_on + " – " + Lang.account.for_good) ?><?cs /if ?><?cs /each ?><?cs call:facts_end() ?><?cs /if ?>
<?cs call:subtitle(Lang.account.consents) ?><?cs call:facts_start() ?><?cs each:c = Page.Consents ?><?cs
if:c.live ?><?cs call:fact(Lang.account.Purpose[c.purpose], Lang.account.given + " " + c.given_at + " " + Lang.account.RegisteredBy[c.given_by]) ?><?cs
elif:c.withdrawn_at ?><?cs call:fact(Lang.account.Purpose[c.purpose], Lang.account.withdrawn + " " + c.withdrawn_at) ?><?cs
else ?><?cs call:fact(Lang.account.Purpose[c.purpose], Lang.account.not_given) ?><?cs /if ?><?cs /each ?><?cs call:facts_end() ?>
<?cs if:!Page.Unmasked ?><?cs call:subtitle(Lang.account.unmask) ?><?cs call:para(Lang.account.unmask_about) ?><?cs
call:form_start("/account/volunteers/" + Page.Volunteer.no + "/unmask") ?><?cs call:text("purpose", "required") ?><?cs
call:submit_second(Lang.account.unmask_button) ?><?cs call:form_end() ?><?cs /if ?>
<?cs if:subcount(Page.Looked) ?><?cs call:subtitle(Lang.account.looked) ?><?cs call:table_start(Lang.account.looked) ?><?cs
call:th(Lang.account.looked_at) ?><?cs call:th(Lang.account.looked_by) ?><?cs call:th(Lang.account.looked_field) ?><?cs
call:th(Lang.account.looked_for) ?><?cs call:table_body() ?><?cs each:l = Page.Looked ?><?cs call:tr() ?><?cs call:td_day(l.at) ?><?cs
call:td(l.staff) ?><?cs call:td(Lang.account.LookedField[l.field]) ?><?cs call:td(l.purpose) ?><?cs call:tr_end() ?><?cs /each ?><?cs call:table_end() ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
