<?cs def:needs_tabs() ?><?cs call:tabs_start() ?><?cs call:tab("/needs/ledger", Lang.needs.ledger) ?><?cs
call:tab("/needs/surveys", Lang.needs.surveys) ?><?cs call:tabs_end() ?><?cs /def ?>
