<?cs # as: templates/needs/list.cs ?>
<a href="/needs/<?cs var:no ?>?x=<?cs var:url_escape(x) ?>"> <a href="<?cs var:url_validate(x) ?>">
<a href="?after=<?cs var:url_escape(x) ?>"> <a href="#main"> <a href="tel:<?cs var:x ?>">
<a href="<?cs var:x ?>"> BAD
<a href='<?cs var:x ?>'> BAD
<a class="BAD" href="<?cs
	var:x ?>"> the attribute's own line is found
<form action="<?cs var:x ?>"> BAD
<img src="<?cs if:x ?>/a<?cs /if ?>"> BAD
<a href="javascript:alert(1)"> BAD
<img src="data:image/png;base64,AA"> BAD
<script src="//evil.example/x.js"></script> BAD
<link href="https://evil.example/x.css"> BAD
<input value=<?cs var:x ?>> BAD
