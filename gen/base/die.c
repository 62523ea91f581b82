/* die.c -- ground floor: for failures of the system */
#include "die.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Noreturn void
die(const char *format, ...)
{
	va_list args;

	fputs("toetssteen: ", stderr);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	exit(2);
}

const char *
system_fault(int error)
{
	switch (error) {
	case ENOENT:
		return "dit bestaat niet";
	case EACCES:
	case EPERM:
		return "u hebt er geen rechten voor";
	case ENOTDIR:
		return "een deel van het pad is geen map";
	case EISDIR:
		return "dit is een map";
	case EEXIST:
		return "dit bestand is er al en blijft zoals het is";
	case ELOOP:
		return "een link verwijst naar zichzelf";
	case ENOSPC:
		return "de schijf is vol";
	case EROFS:
		return "deze schijf is alleen te lezen";
	case EADDRINUSE:
		return "een ander programma gebruikt dit al";
	case ENAMETOOLONG:
		return "deze naam is te lang";
	default:
		return strerror(error);
	}
}

const char *
system_advice(int error)
{
	switch (error) {
	case ENOENT:
		return "kijk of de naam klopt, of maak het aan";
	case EACCES:
	case EPERM:
		return "geef uzelf die rechten, of kies een andere plaats";
	case ENOTDIR:
		return "haal dat bestand weg, of kies een ander pad";
	case EISDIR:
		return "geef de map een andere naam, want hier hoort een "
		    "bestand";
	case EEXIST:
		return "kijk wat erin staat, en kies zo nodig een andere naam";
	case ELOOP:
		return "haal de link weg die naar zichzelf verwijst";
	case ENOSPC:
		return "maak ruimte, of kies een andere schijf";
	case ENAMETOOLONG:
		return "kies een kortere naam";
	default:
		return "kijk of u het zelf kunt openen";
	}
}

void *
xmalloc(size_t n)
{
	void *p = malloc(n ? n : 1);

	if (!p)
		die("het geheugen is op");
	return p;
}

void *
xrealloc(void *old, size_t n)
{
	void *p = realloc(old, n ? n : 1);

	if (!p)
		die("het geheugen is op");
	return p;
}
