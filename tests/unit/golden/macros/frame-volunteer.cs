<?cs set:Title = Page.Title ?><?cs include!"volunteer_head.cs" ?>
<h1><?cs var:Title ?></h1>
<?cs include!"volunteer_foot.cs" ?>
