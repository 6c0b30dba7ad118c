<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
	<path d="m4.5 12.5 5 5 10-11"/>
</svg>
