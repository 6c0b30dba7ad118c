<?cs #
tel.cs - the telephone of the station as a button, where somebody may be stuck.
?><?cs if:Page.Station.phone ?><a class="tel" href="tel:<?cs var:Page.Station.phone ?>"><?cs include!"icon/phone.cs" ?><span><?cs
	var:Lang.Frame.tel ?><small><?cs var:Page.Station.phone ?></small><?cs
	if:Page.Station.open_hours ?><small><?cs var:Page.Station.open_hours ?></small><?cs /if ?></span></a>
<?cs /if ?>
