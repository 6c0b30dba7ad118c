<?cs #
things.cs - the field "thing": a team, project, community or station to honour, in groups. Takes At.need and At.label.
?><?cs call:at_start("thing", At.need, At.thing_label, "") ?><select<?cs call:at_names("thing") ?>>
<option value=""><?cs var:Lang.Layout.choose ?></option>
<?cs each:k = Page.Things ?><optgroup label="<?cs var:Lang.State.honour_subject[name(k)] ?>"><?cs
call:options(k, Page.Form.thing) ?></optgroup>
<?cs /each ?></select>
</div>
