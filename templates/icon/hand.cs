<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
	<path d="M3 13.5 7 12l4.5 1.5H15a1.7 1.7 0 0 1 0 3.4h-3.5M15.5 15l4-2.3a1.6 1.6 0 0 1 1.8 2.6L15 20H9l-3-1.5H3"/>
</svg>
