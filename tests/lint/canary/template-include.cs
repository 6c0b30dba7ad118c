<?cs # as: templates/needs/list.cs ?>
<?cs include!"layout.cs" ?><?cs include!"needs/parts.cs" ?>
<?cs include:"layout.cs" ?> BAD
<?cs include!Page.File ?> BAD
<?cs include!"../../etc/passwd" ?> BAD
<?cs include!"/etc/passwd" ?> BAD
<?cs include!"needs/" + Page.X + ".cs" ?> BAD
