<?cs # as: templates/needs/list.cs ?>
<?cs var:url_escape(x) ?> <?cs var:url_validate(string.slice(x, 0, 2)) ?> <?cs var:x ?>
<?cs call:link("/a?x=" + url_escape(x), y) ?>
<?cs var:url_escape(x) + y ?> BAD
<?cs var:"a" + url_escape(x) ?> BAD
<?cs var:js_escape(x) + js_escape(y) ?> BAD
<?cs var:url_escape(url_escape(x)) ?> BAD
<?cs var:(url_escape(x)) ?> BAD
<?cs var:html_escape(x) ?> BAD
<?cs set:y = text_html(x) ?> BAD
<?cs var:html_strip(x) ?> BAD
