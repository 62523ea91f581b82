/* receive.h -- letters --receive: a reply of a gemeente into its record */
#ifndef RECEIVE_H
#define RECEIVE_H

#include "../page/options.h"

/* The exit status.  Nothing is written unless all is right. */
int receive_reply(const struct options *);

#endif
