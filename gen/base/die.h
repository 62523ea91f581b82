/* die.h -- for failures of the system, never for faults in the input */
#ifndef BASE_DIE_H
#define BASE_DIE_H

#include <stddef.h>

/* Print "toetssteen: MESSAGE" and stop with exit status 2. */
_Noreturn void die(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

/* What an errno means, in Dutch where it is a common one. */
const char *system_fault(int error);

/* What to do about it, when a file or folder cannot be read or written. */
const char *system_advice(int error);

/* As malloc and realloc, but they stop the program when memory runs out. */
void *xmalloc(size_t n);
void *xrealloc(void *, size_t n);

#endif
