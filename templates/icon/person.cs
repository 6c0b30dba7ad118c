<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
	<path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 21v-2a5 5 0 0 1 5-5h4a5 5 0 0 1 5 5v2"/>
</svg>
