<?cs def:move_rows() ?><?cs call:table_start(Lang.platform.Move.title) ?><?cs call:th(Lang.platform.Move.no) ?><?cs
call:th(Lang.platform.Transfer.direction) ?><?cs call:th(Lang.platform.person) ?><?cs call:th(Lang.platform.Move.from) ?><?cs
call:th(Lang.platform.Move.to) ?><?cs call:th(Lang.Layout.state) ?><?cs call:th(Lang.platform.Move.asked) ?><?cs call:table_body() ?>
<?cs each:m = Page.Moves ?><?cs call:tr() ?><?cs call:td_link("/platform/transfer/move/" + m.no, m.no) ?><?cs
call:td(Lang.State.transfer_direction[m.direction]) ?><?cs call:td(m.person) ?><?cs call:td(m.from_station) ?><?cs call:td(m.to_station) ?><?cs
call:td_state("station_move", m.state) ?><?cs call:td_day(m.asked) ?><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?><?cs /def ?>
