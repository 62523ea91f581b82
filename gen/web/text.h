/* text.h -- stage 5a: document -> plain text, as someone would read it aloud */
#ifndef WEB_TEXT_H
#define WEB_TEXT_H

#include "../base/buf.h"
#include "../document/document.h"

/*
 * Append a finished document as plain UTF-8, for searching, comparing of
 * versions and reading without a browser.  It depends on elements and words
 * alone, so a change of style leaves it as it is.
 *
 * - It says what the PDF says (data-media="pdf" is read, "web" is not):
 *   numbers of headings, tables and notes count what is in the PDF.  The one
 *   exception is the heading of the notes, which the PDF has at the foot of
 *   its pages and the text, as the website, at the end.
 * - Left out: contents and other <nav>, controls of forms, and what is hidden.
 * - A paragraph is one line; <br/> ends it, <pre> keeps its lines.  Between
 *   blocks stands a blank line.
 * - A heading has its level before it: "## 3 Resultaten".  One line, so that
 *   a change of its words is one; and without a mark, a heading that has no
 *   number would be a short paragraph.  A <br/> in it is a comma.
 * - Items of a list begin with "- " or their number, as start, value and type
 *   say.  What is in them is two columns further, however wide the number is,
 *   so that a tenth item does not move the others.
 * - A row of a table is one line, and each cell has its heads before it:
 *   "Gemeente: Someren; 2023: 12".  Heads above each other: "Friesland,
 *   2023: 12".  Where a cell has sentences or lists, each cell of its row is a
 *   line, and paragraphs and lists stand below the head.  Empty cells are left
 *   out.  A cell over several rows is said again in each, unless it has lines
 *   or more than 300 bytes: that is for a reader who asks for one row, and not
 *   for one who hears all.
 * - A term and its explanation are "term: explanation".
 * - A picture is its alternative text; in a figure: "Afbeelding: …".
 * - Behind a link out of the website stands its address, if its words are not
 *   that address: "de inspectie (www.igj.nl)".
 * - A note is called with "[1]" and is "[1] …" in the list of notes.
 */
void text_write(const struct document *, struct buf *out);

#endif
