<?cs # as: templates/needs/list.cs ?>
<form method="get" action="/needs/"></form>
<form method="post" action="/needs/"><input name="csrf" value="<?cs var:Page.Csrf ?>"></form>
<form action="/needs/order"
	method="post"><input name="key" value="<?cs var:Page.Key ?>"></form>
<?cs def:form_open(a) ?><form method="post" action="<?cs var:url_validate(a) ?>"><?cs call:csrf_field() ?><?cs /def ?>
<form method="post" action="/needs/"><?cs include!"token.cs" ?></form>
<form method="post" action="/needs/BAD"></form>
<form method=POST action="/needs/BAD"><input name="title"></form>
<form class="<?cs var:x ?>" method="post"> BAD
