<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
	<path d="M12 20.5 4.6 13a4.7 4.7 0 0 1 6.6-6.7l.8.8.8-.8a4.7 4.7 0 0 1 6.6 6.7z"/>
</svg>
