/* as: cgi/needs/needs.c - strcpy() in a comment is nothing */
static const char *text = "strcpy(a, b)";
	strcpy(a, b); /* BAD */
	strcat(a, b); /* BAD */
	sprintf(a, "%s", b); /* BAD */
	vsprintf(a, "%s", ap); /* BAD */
	gets (a); /* BAD */
	p = strtok(a, ","); /* BAD */
	n = atoi(a); /* BAD */
	n = (int)atol(a); /* BAD */
	system("ls"); /* BAD */
	f = popen("ls", "r"); /* BAD */
	p = alloca(n); /* BAD */
	fgets(a, sizeof a, f);
	snprintf(a, sizeof a, "%s", b);
	p = strtok_r(a, ",", &rest);
