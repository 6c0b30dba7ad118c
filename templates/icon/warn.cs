<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
	<circle cx="12" cy="12" r="9"/><path d="M12 7v6M12 16.5v.5"/>
</svg>
