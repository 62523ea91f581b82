/* meaning.mjs -- what the elements of a PDF say: headings, tables, lists,
   pictures, links, languages (ISO 14289-1, 7) */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { textOf } from "./pdf.mjs";
import * as table from "./table.mjs";
import { textIn, walk } from "./tree.mjs";

/* What may be in what; elements that are not here may be anywhere. */
const parents = {
	TR: ["Table", "THead", "TBody", "TFoot"],
	TH: ["TR"],
	TD: ["TR"],
	THead: ["Table"],
	TBody: ["Table"],
	TFoot: ["Table"],
	LI: ["L"],
	Lbl: ["LI", "Note", "TOCI", "Reference", "Link"],
	LBody: ["LI"],
	TOCI: ["TOC"],
};
/* What may be in these; in others anything may be. */
const children = {
	L: ["LI", "L", "Caption"],
	LI: ["Lbl", "LBody"],
	TOC: ["TOCI", "TOC", "Caption"],
	Table: ["Caption", "TR", "THead", "TBody", "TFoot"],
	THead: ["TR"],
	TBody: ["TR"],
	TFoot: ["TR"],
	TR: ["TH", "TD"],
};
const others = ["Document", "Part", "Art", "Sect", "Div", "BlockQuote",
	"Caption", "TOC", "Index", "P", "H1", "H2", "H3", "H4", "H5", "H6",
	"L", "Table", "Span", "Quote", "Note", "Reference", "Code", "Link",
	"Figure", "Formula"];
const hollow = ["TD", "Div", "Sect"];

const bare = (text) => text.replace(/[\s\u00AD]+/g, "");

const checkElement = (pdf, element, say) => {
	const { type, parent, object } = element;

	if (!others.includes(type) && !(type in parents))
		say(`unknown type ${type}`);
	if (type in parents && !parents[type].includes(parent?.type))
		say(`${type} in ${parent?.type}`);
	for (const kid of element.kids)
		if (type in children && !children[type].includes(kid.type))
			say(`${kid.type} in ${type}`);
	if (element.kids.slice(1).some((kid) => kid.type === "Caption") &&
		type === "Table")
		say("a table has a caption that does not come first");
	if (!element.kids.length && !element.content.length &&
		!hollow.includes(type))
		say(`empty ${type}`);
	if (type === "Figure" && (!textOf(object["/Alt"]) ||
		!pdf.list(object["/A"]).some((a) => pdf.get(a)["/BBox"])))
		say("Figure without Alt or BBox");
	if ("/Lang" in object &&
		!/^[a-z]{2,3}(-[A-Z]{2})?$/.test(textOf(object["/Lang"])))
		say(`language ${object["/Lang"]}`);
	if (type === "Link" && !element.annotations.length)
		say("Link without annotation");
	if (type === "Table")
		table.check(pdf, element, (text) => say(`table: ${text}`));
};

/* What repeats on the next page is an artifact, not content again. */
const checkHeadRows = (element, say) => {
	const pages = new Set([...walk([element])]
		.flatMap(({ content }) => content.map(({ page }) => page)));

	if (pages.size > 1)
		say("head of a table is content on more than one page");
};

const checkHeadings = (elements, say) => {
	let level = 0;

	for (const { type } of elements) {
		const found = Number(/^H([1-6])$/.exec(type)?.[1] ?? 0);

		if (found > level + 1)
			say(`H${found} after H${level}`);
		level = found || level;
	}
};

/* Headings: level and text. */
const headingsOf = (elements) => elements
	.filter(({ type }) => /^H[1-6]$/.test(type))
	.map((heading) => [Number(heading.type[1]),
		bare(textIn(heading))]);

function* bookmarksOf(pdf, reference, level = 0) {
	const item = pdf.get(reference);

	if ("/Title" in item)
		yield [level, bare(textOf(item["/Title"])), item["/Dest"]];
	for (let kid = item["/First"]; kid; kid = pdf.get(kid)["/Next"])
		yield* bookmarksOf(pdf, kid, level + 1);
}

/* Bookmarks are the headings down to the deepest level that has any. */
const checkBookmarks = (pdf, elements, say) => {
	const marks = pdf.root["/Outlines"] ?
		[...bookmarksOf(pdf, pdf.root["/Outlines"])] : [];
	const deepest = Math.max(...marks.map(([level]) => level));
	const headings = headingsOf(elements)
		.filter(([level]) => level <= deepest);

	for (let i = 0; i < Math.max(marks.length, headings.length); i++)
		if (marks[i]?.[1] !== headings[i]?.[1]) {
			say(`bookmark «${marks[i]?.[1]}» where the heading ` +
				`is «${headings[i]?.[1]}»`);
			break;
		}
	for (const [, title, to] of marks)
		if (!isPlace(pdf, to))
			say(`bookmark ${title} goes nowhere`);
};

/* [page /XYZ left top zoom], and on the page. */
const isPlace = (pdf, destination) => {
	const [page, kind, x, y] = pdf.list(destination);
	const box = pdf.get(pdf.get(page)?.["/MediaBox"]);

	return pdf.pages.includes(page) && kind === "/XYZ" &&
		x >= 0 && x <= box[2] && y >= 0 && y <= box[3];
};

/* An address on the web, or of a file beside the PDF that is there. */
const isAddress = (uri, path) =>
	/^(https?|mailto|tel):[\x21-\x7E]+$/.test(uri) ||
	!uri.includes(":") &&
	existsSync(join(dirname(path), decodeURI(uri).replace(/#.*/, "")));

const checkLink = (pdf, reference, path, say) => {
	const link = pdf.get(reference);
	const action = pdf.get(link["/A"]);
	const tell = (text) =>
		say(`link ${textOf(link["/Contents"])}: ${text}`);

	if (!textOf(link["/Contents"])?.trim())
		tell("Contents is empty");
	if (link["/F"] !== 4)
		tell("does not print");
	if (action === undefined && !isPlace(pdf, link["/Dest"]))
		tell("goes nowhere");
	if (action !== undefined && !isAddress(textOf(action["/URI"]), path))
		tell(`goes to ${action["/URI"]}`);
};

export const check = (pdf, tree, path, say) => {
	const elements = [...walk(tree)];

	if (tree.length !== 1 || tree[0].type !== "Document")
		say("the tree is not one Document");
	for (const element of elements) {
		checkElement(pdf, element, say);
		if (element.type === "THead")
			checkHeadRows(element, say);
	}
	checkHeadings(elements, say);
	checkBookmarks(pdf, elements, say);
	for (const page of pdf.pages)
		for (const reference of pdf.list(pdf.get(page)["/Annots"]))
			checkLink(pdf, reference, path, say);
};
