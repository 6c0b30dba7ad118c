<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
	<path d="M12 4a8 8 0 1 1-3.5 15.200L4 20l1-4A8 8 0 0 1 12 4z"/>
</svg>
