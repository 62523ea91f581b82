/* page.mjs -- a PDF says what the page beside it says: each heading, paragraph
   and item in the same order, each cell and note */
import { existsSync, readFileSync } from "node:fs";
import { textIn, walk } from "./tree.mjs";

/* What is in the text of a block; all else is a block. */
const phrasing = new Set(["a", "abbr", "b", "bdi", "cite", "code", "del", "dfn",
	"em", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small",
	"span", "strong", "sub", "sup", "time", "u", "var", "wbr"]);
const empty = new Set(["br", "img", "meta", "link", "input", "hr", "col"]);
const cells = new Set(["td", "th"]);

const named = { amp: "&", lt: "<", gt: ">", quot: "\"", nbsp: " " };
const decode = (text) => text.replace(/&(?:#(\d+)|(\w+));/g,
	(_, code, name) => code ? String.fromCodePoint(code) : named[name]);

/* Pieces of one letter fall apart on the way: no spaces, no hyphens. */
const bare = (text) => text.normalize("NFKC")
	.replace(/[\s\u00AD\u200B-]+/g, "");

/* The innermost blocks of a page, but for what only its readers need. */
const readBlocks = (html) => {
	const found = [], open = [];
	const of = (key) => open.some((element) => element[key]);

	for (const [, end, name, attributes, text] of html.matchAll(
		/<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>|([^<]+)/g)) {
		if (text !== undefined) {
			if (!of("unread"))
				open.findLast(({ block }) => block)
					?.block.push(text);
		} else if (end) {
			open.length = open.findLastIndex((element) =>
				element.name === name);
		} else if (!empty.has(name)) {
			const block = phrasing.has(name) ? undefined : [];

			open.push({
				name,
				block,
				unread: /^(head|script|style|nav|form)$/
					.test(name) ||
					/ data-media="?web/.test(attributes),
				note: / class="?noten/.test(attributes),
			});
			if (block)
				found.push({ block, isNote: of("note"), isCell:
					open.some((e) => cells.has(e.name)) });
		}
	}
	return found;
};

/* All that a tree says, but for notes, which stand among it. */
const mainText = (element) => element.type === "Note" ? "" :
	element.text ?? element.parts.map(mainText).join("");

export const check = (tree, path, say) => {
	const beside = path.replace(/rapport\.pdf$/, "index.pdf")
		.replace(/pdf$/, "html");

	if (!existsSync(beside))
		return say("has no page beside it");
	const text = bare(tree.map(mainText).join(""));
	const notes = bare([...walk(tree)]
		.filter(({ type }) => type === "Note").map(textIn).join(""));
	let at = 0;
	const isThere = (wanted, block) => {
		/* A wide table is cut into sheets, so its cells may be
		   anywhere; a note has addresses between its words. */
		if (block.isNote)
			return block.block.every((piece) =>
				notes.includes(bare(decode(piece))));
		const found = text.indexOf(wanted, block.isCell ? 0 : at);

		if (!block.isCell && found >= 0)
			at = found + wanted.length;
		return found >= 0;
	};

	for (const block of readBlocks(readFileSync(beside, "utf8"))) {
		const wanted = bare(decode(block.block.join("")));

		if (!isThere(wanted, block))
			say(`does not say, or in another order: ${wanted}`);
	}
};
