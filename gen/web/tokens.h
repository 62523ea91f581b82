/* tokens.h -- the tokens of assets/huisstijl.yaml as CSS custom properties */
#ifndef WEB_TOKENS_H
#define WEB_TOKENS_H

#include "../base/buf.h"
#include "../content/value/value.h"

/* tokens.kleur.link becomes --kleur-link, and so on. */
void tokens_css(const struct value *style, struct buf *out);

#endif
