<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
	<circle cx="6" cy="6.5" r="3"/>
	<circle cx="6" cy="17.5" r="3"/>
	<path d="M8.5 8.5 20 18M8.5 15.5 20 6"/>
</svg>
