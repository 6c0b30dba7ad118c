<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
	<path d="M6 5h12v16H6zM9.5 3h5v4h-5zM9 11.5h6M9 16h4"/>
</svg>
