<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
	<path d="M4 6h16v14H4zM4 10.5h16M8.5 3v4M15.5 3v4"/>
</svg>
