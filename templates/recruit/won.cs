<?cs #
won.cs - what a lot came to at the draw: a place, or the how manieth of the waiting list. Page.Draw is there.

won(lot)     no, won
?><?cs
def:won(l) ?><?cs if:l.won ?><b class="tag accepted"><?cs var:Lang.recruit.lot_won ?></b><?cs else ?><b class="tag waiting"><?cs
var:Lang.recruit.lot_waits ?> <?cs set:Lot.behind = l.no - Page.Draw.places ?><?cs var:Lot.behind ?> <?cs
var:Lang.recruit.line_after ?></b><?cs /if ?><?cs /def ?>
