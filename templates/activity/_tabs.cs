<?cs #
_tabs.cs - the pages of the staff of this program. Comes after layout.cs.

activity_tabs()   ledger, review, deadlines, objections
?><?cs
def:activity_tabs() ?><?cs call:tabs_start() ?><?cs call:tab("/activity/manage", Lang.activity.manage) ?><?cs
	call:tab("/activity/manage/review", Lang.activity.review) ?><?cs call:tab("/activity/manage/due", Lang.activity.due_title) ?><?cs
	call:tab("/activity/manage/objections", Lang.activity.objections) ?><?cs call:tabs_end() ?><?cs /def ?><?cs
def:overseer_tabs() ?><?cs call:tabs_start() ?><?cs call:tab("/station/overview", Lang.Layout.nav_overview) ?><?cs
	call:tab("/activity/flags", Lang.activity.flags_title) ?><?cs call:tab("/activity/holidays", Lang.activity.holidays) ?><?cs call:tabs_end() ?><?cs /def ?>
