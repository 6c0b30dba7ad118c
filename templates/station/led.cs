<?cs #
led.cs - what social workers of a station led this year, Page.Led.
?><h2><?cs var:Lang.station.led ?></h2>
<p class="soft"><?cs var:Lang.station.led_about ?></p>
<dl class="facts">
<div><dt><?cs var:Lang.station.led_workers ?></dt><dd><?cs var:Page.Led.workers ?> <?cs var:Lang.Layout.persons ?></dd></div>
<div><dt><?cs var:Lang.station.led_projects ?></dt><dd><?cs var:Page.Led.projects ?></dd></div>
<div><dt><?cs var:Lang.station.led_activities ?></dt><dd><?cs var:Page.Led.activities ?></dd></div>
<div><dt><?cs var:Lang.station.led_hours ?></dt><dd><?cs var:Page.Led.hours ?> <?cs var:Lang.Layout.hours ?></dd></div>
</dl>
