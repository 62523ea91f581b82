/*
 * counted.h -- stands before each file of gen/ that the suites are linked
 * with: what libc does with many bytes at once, it does by way of work.c
 */
#ifndef TESTS_COUNTED_H
#define TESTS_COUNTED_H

#include <string.h>

#define BY_WAY_OF_WORK(name) \
	extern __typeof__(name) name __asm__("work_" #name)

BY_WAY_OF_WORK(memchr);
BY_WAY_OF_WORK(memcmp);
BY_WAY_OF_WORK(memcpy);
BY_WAY_OF_WORK(memmem);
BY_WAY_OF_WORK(memmove);
BY_WAY_OF_WORK(memset);
BY_WAY_OF_WORK(strchr);
BY_WAY_OF_WORK(strlen);
BY_WAY_OF_WORK(strstr);

#endif
