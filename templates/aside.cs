<?cs #
aside.cs - what a loop has set aside, from Page.Aside: nothing when there is nothing. Comes after layout.cs.

aside_table(links)   links: "1" where the reader may open an activity; the station is shown where it is given
?><?cs
def:aside_no(row, links) ?><?cs if:links == "1" && row.thing == "activity" && string.length(row.no) ?><?cs
	call:td_link("/activity/manage/" + row.no, row.no) ?><?cs else ?><?cs call:td(row.no) ?><?cs /if ?><?cs /def ?><?cs
def:aside_table(links) ?><?cs if:subcount(Page.Aside) ?><?cs call:subtitle(Lang.Aside.title) ?><?cs call:note(Lang.Aside.lead) ?><?cs
call:table_start(Lang.Aside.title) ?><?cs call:th(Lang.Aside.no) ?><?cs if:links != "1" ?><?cs call:th(Lang.Aside.station) ?><?cs /if ?><?cs
call:th(Lang.Aside.work) ?><?cs call:th(Lang.Aside.since) ?><?cs call:th(Lang.Aside.reason) ?><?cs call:th(Lang.Aside.advice) ?><?cs
call:th_num(Lang.Aside.tries) ?><?cs call:th(Lang.Aside.next) ?><?cs call:table_body() ?>
<?cs each:r = Page.Aside ?><?cs call:tr() ?><?cs call:aside_no(r, links) ?><?cs if:links != "1" ?><?cs call:td(r.station) ?><?cs /if ?><?cs
call:td(Lang.Aside.Work[r.work]) ?><?cs call:td_day(r.first_at) ?><?cs call:td_state("loop_aside_reason", r.reason) ?><?cs
call:td(Lang.Aside.Advice[r.reason]) ?><?cs call:td_num(r.tries) ?><?cs call:td_day(r.next_at) ?><?cs call:tr_end() ?><?cs /each ?><?cs
call:table_end() ?><?cs /if ?><?cs /def ?>
