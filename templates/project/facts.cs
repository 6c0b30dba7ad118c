<?cs #
facts.cs - the parts of a plan that its page and its printed form have in common.

plan_facts(p)           when, where, for whom, recruitment, safety, money
plan_positions(list, p) the table of positions; p is Page.Project, or "" on paper: no buttons
plan_needs(list)        the needs that it answers
?><?cs
def:plan_facts(p) ?><?cs call:facts_start() ?><?cs
call:fact(Lang.project.Field.goal, p.goal) ?><?cs call:fact(Lang.project.Field.intro, p.intro) ?><?cs
call:fact(Lang.project.Field.categories, p.categories) ?><?cs call:fact(Lang.project.Field.recipients, p.recipients) ?><?cs
if:p.starts_on ?><?cs call:fact(Lang.project.days, p.starts_on + " " + Lang.project.until + " " + p.ends_on) ?><?cs /if ?><?cs
call:fact(Lang.project.Field.region_code, p.region) ?><?cs call:fact(Lang.project.Field.place, p.place) ?><?cs
call:fact(Lang.project.Field.recruit_scope, Lang.State.project_recruit_scope[p.recruit_scope]) ?><?cs
call:fact(Lang.project.Field.team, p.team) ?><?cs
if:p.recruit_from ?><?cs call:fact(Lang.project.recruit_days, p.recruit_from + " " + Lang.project.until + " " + p.recruit_to) ?><?cs /if ?><?cs
call:fact(Lang.project.Field.sign_up_how, p.sign_up_how) ?><?cs
call:fact(Lang.project.Field.min_hours, p.min_hours) ?><?cs
call:fact(Lang.project.Field.guarantees, p.guarantees) ?><?cs call:fact(Lang.project.Field.risks, p.risks) ?><?cs
if:p.dangerous == #1 ?><?cs call:fact(Lang.project.danger, Lang.project.danger_yes) ?><?cs /if ?><?cs
call:fact(Lang.project.Field.insurance, p.insurance) ?><?cs
call:fact(Lang.project.contact, p.contact_name + " " + p.contact_phone) ?><?cs
call:fact(Lang.project.Field.budget_yuan, p.budget_yuan) ?><?cs call:fact(Lang.project.Field.fund_source, p.fund_source) ?><?cs
call:facts_end() ?><?cs /def ?><?cs

def:plan_needs(list) ?><?cs if:subcount(list) ?><?cs call:table_start(Lang.project.part_needs) ?><?cs
call:th(Lang.project.need_no) ?><?cs call:th(Lang.project.Field.categories) ?><?cs call:th(Lang.project.Field.recipients) ?><?cs
call:th(Lang.project.need_about) ?><?cs call:th(Lang.Layout.state) ?><?cs call:table_body() ?><?cs
each:n = list ?><?cs call:tr() ?><?cs call:td_link("/needs/ledger/" + n.no, n.no) ?><?cs call:td(n.category) ?><?cs
call:td(n.target) ?><?cs call:td(n.description) ?><?cs call:td_state("need", n.state) ?><?cs call:tr_end() ?><?cs /each ?><?cs
call:table_end() ?><?cs else ?><?cs call:empty(Lang.project.no_needs) ?><?cs /if ?><?cs /def ?><?cs

def:plan_positions(list, no, tools) ?><?cs if:subcount(list) ?><?cs call:table_start(Lang.project.positions) ?><?cs
call:th(Lang.project.position) ?><?cs call:th_num(Lang.project.places) ?><?cs call:th(Lang.project.Field.description) ?><?cs
call:th(Lang.project.Field.conditions) ?><?cs call:th_num(Lang.project.Field.min_age) ?><?cs call:th(Lang.project.Field.training) ?><?cs
if:tools ?><?cs call:th_hidden(Lang.Layout.actions) ?><?cs /if ?><?cs call:table_body() ?><?cs
each:o = list ?><?cs call:tr() ?><?cs call:td(o.title) ?><?cs call:td_num(o.taken + "/" + o.wanted) ?><?cs
call:td(o.description) ?><?cs call:td(o.conditions) ?><?cs call:td_num(o.min_age) ?><?cs call:td(o.training) ?><?cs
if:tools ?><?cs call:td_start() ?><?cs call:link_second("/project/" + no + "/position/" + o.uid, Lang.Layout.edit) ?><?cs
call:act_second("/project/" + no + "/position/" + o.uid + "/remove", Lang.project.remove) ?><?cs call:td_end() ?><?cs /if ?><?cs
call:tr_end() ?><?cs /each ?><?cs call:table_end() ?><?cs else ?><?cs call:empty(Lang.project.no_positions) ?><?cs /if ?><?cs /def ?>
