<?cs set:Title = Page.Title ?><?cs include!"public_head.cs" ?>
<h1><?cs var:Title ?></h1>
<?cs include!"public_foot.cs" ?>
