<?cs # as: templates/needs/list.cs ?>
<script src="/static/staff.js" defer></script> <p data-on="x" class="style">on = style=</p>
<script>alert(1)</script> BAD
<script src="/static/staff.js">BAD()</script>
<p style="color:red"> BAD
<p class="x" onclick="f()"> BAD
<p class="<?cs var:x ?>" OnClick=f()> BAD
<style>p { color: red }</style> BAD
<iframe srcdoc="x"></iframe> BAD
<base href="/x"> BAD
