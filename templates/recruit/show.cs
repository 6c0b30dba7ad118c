<?cs include!"layout.cs" ?><?cs
def:my_part() ?><?cs if:Page.Mine.state ?><?cs call:facts_start() ?><?cs
call:fact_state(Lang.recruit.my_application, "application", Page.Mine.state) ?><?cs call:fact(Lang.recruit.position, Page.Mine.position) ?><?cs
call:fact(Lang.recruit.line_no, Page.Mine.line_no) ?><?cs call:fact(Lang.recruit.offered_until, Page.Mine.offered_until) ?><?cs
call:fact(Lang.recruit.reason, Page.Mine.reason) ?><?cs call:facts_end() ?><?cs
if:Page.Can.accept ?><?cs call:note(Lang.recruit.offer_note) ?><?cs call:act("/recruit/" + Page.Project.no + "/accept", Lang.recruit.accept) ?><?cs /if ?><?cs
if:Page.Can.withdraw ?><?cs call:act_second("/recruit/" + Page.Project.no + "/withdraw", Lang.recruit.withdraw) ?><?cs /if ?><?cs /if ?><?cs
if:Page.NeedTraining.no ?><?cs call:link_button("/training/" + Page.NeedTraining.no, Lang.recruit.to_training + Page.NeedTraining.title) ?><?cs /if ?><?cs /def ?><?cs

def:one_position(o) ?><?cs call:card_start() ?><h3 class="care-cell__title"><?cs var:o.title ?></h3>
<p class="care-lead"><?cs var:Lang.recruit.wanted ?> <?cs var:o.wanted ?> <?cs var:Lang.Layout.persons ?><?cs var:Lang.recruit.comma ?><?cs
if:o.places > #0 ?><?cs var:Lang.recruit.places_left ?> <?cs var:o.places ?> <?cs var:Lang.Layout.persons ?><?cs
else ?><?cs var:Lang.recruit.full ?><?cs if:o.waiting > #0 ?><?cs var:Lang.recruit.comma ?><?cs var:Lang.recruit.waiting ?> <?cs var:o.waiting ?> <?cs var:Lang.Layout.persons ?><?cs /if ?><?cs /if ?></p>
<?cs call:facts_start() ?><?cs call:fact(Lang.recruit.description, o.description) ?><?cs call:fact(Lang.recruit.conditions, o.conditions) ?><?cs
if:o.min_age ?><?cs call:fact(Lang.recruit.min_age, o.min_age + " " + Lang.recruit.years) ?><?cs /if ?><?cs
if:o.training_no ?><?cs call:fact_link(Lang.recruit.training, "/training/" + o.training_no, o.training) ?><?cs /if ?><?cs call:facts_end() ?><?cs
if:Page.Can.apply ?><?cs call:form_start("/recruit/" + Page.Project.no + "/apply") ?><?cs call:hidden("position", o.uid) ?><?cs
if:o.places > #0 ?><?cs call:submit(Lang.recruit.apply + o.title) ?><?cs else ?><?cs call:submit_second(Lang.recruit.line_up + Lang.recruit.colon + o.title) ?><?cs /if ?><?cs
call:form_end() ?><?cs /if ?><?cs call:card_end() ?><?cs /def ?><?cs

def:notice_of(p) ?><?cs call:back("/recruit/", Lang.Layout.back_list) ?><?cs call:title(p.title) ?><?cs call:my_part() ?><?cs
if:p.state != "recruiting" ?><?cs call:note(Lang.recruit.State[p.state]) ?><?cs
elif:!Page.Open ?><?cs call:note(Lang.recruit.not_open) ?><?cs /if ?><?cs
call:facts_start() ?><?cs call:fact(Lang.recruit.time, p.starts_on + " " + Lang.recruit.until + " " + p.ends_on) ?><?cs
call:fact(Lang.recruit.place, p.place) ?><?cs call:fact(Lang.recruit.content, p.intro) ?><?cs
call:fact(Lang.recruit.recipients, p.recipients) ?><?cs call:fact(Lang.recruit.risks, p.risks) ?><?cs
call:fact(Lang.recruit.insurance, p.insurance) ?><?cs call:fact(Lang.recruit.guarantees, p.guarantees) ?><?cs call:facts_end() ?><?cs
call:subtitle(Lang.recruit.positions) ?><?cs each:o = Page.Positions ?><?cs call:one_position(o) ?><?cs /each ?><?cs
if:Page.SignIn ?><p><a class="<?cs var:Look.button ?>" href="/account/wechat/start?to=/recruit/<?cs var:url_escape(p.no) ?>"><?cs
var:Lang.recruit.sign_in ?></a></p><?cs elif:Page.Register ?><?cs call:link_button("/account/register", Lang.recruit.register) ?><?cs /if ?><?cs
call:subtitle(Lang.recruit.more) ?><?cs call:facts_start() ?><?cs call:fact(Lang.recruit.sign_up, p.sign_up_how) ?><?cs
call:fact(Lang.recruit.sign_up_time, p.recruit_from + " " + Lang.recruit.until + " " + p.recruit_to) ?><?cs
if:p.min_hours ?><?cs call:fact(Lang.recruit.min_hours, p.min_hours + " " + Lang.Layout.hours) ?><?cs /if ?><?cs
call:fact(Lang.recruit.team, p.team) ?><?cs call:fact(Lang.recruit.goal, p.goal) ?><?cs call:fact(Lang.recruit.categories, p.categories) ?><?cs
call:fact(Lang.recruit.station, p.station) ?><?cs call:fact(Lang.recruit.contact, p.contact_name + " " + p.contact_phone) ?><?cs
call:fact(Lang.recruit.no, p.no) ?><?cs call:fact(Lang.recruit.published_on, p.published_on) ?><?cs call:facts_end() ?><?cs /def ?><?cs

if:Page.Who.kind == "volunteer" || Page.Who.kind == "wechat" ?><?cs call:page_head("volunteer", Page.Project.title) ?><?cs
call:notice_of(Page.Project) ?><?cs call:page_foot("volunteer") ?><?cs
else ?><?cs call:page_head("public", Page.Project.title) ?><?cs call:notice_of(Page.Project) ?><?cs call:page_foot("public") ?><?cs /if ?>
