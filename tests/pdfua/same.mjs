/* same.mjs FOLDER OTHER -- do the PDFs of two folders say the same?  Pages,
   metadata, bookmarks, links, the structure with its attributes and its text,
   whatever the numbers of the objects and the operators are.  The first
   difference of each file goes to standard output. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Pdf, textOf } from "./pdf.mjs";
import * as tree from "./tree.mjs";

/* Numbers as a reader sees them: to a tenth of a point. */
const round = (value) => typeof value === "number" ?
	Math.round(value * 10) / 10 : value;

const targetOf = (pdf, destination) => {
	const [page, , ...place] = pdf.list(destination);

	return `page ${pdf.pages.indexOf(page) + 1} ` +
		place.map(round).join(" ");
};

function* bookmarksOf(pdf, reference, depth) {
	for (let at = reference; at; at = pdf.get(at)["/Next"]) {
		const bookmark = pdf.get(at);

		yield `bookmark ${"- ".repeat(depth)}` +
			`${textOf(bookmark["/Title"])} > ` +
			targetOf(pdf, bookmark["/Dest"]);
		yield* bookmarksOf(pdf, bookmark["/First"], depth + 1);
	}
}

const linkOf = (pdf, reference) => {
	const link = pdf.get(reference);
	const uri = pdf.get(link["/A"])?.["/URI"];

	return `link ${link["/Rect"].map(round).join(" ")} ` +
		`"${textOf(link["/Contents"])}" > ` +
		(uri === undefined ? targetOf(pdf, link["/Dest"]) :
			textOf(uri));
};

/* What an element says of itself, without what depends on object numbers. */
const attributesOf = (object) => Object.entries(object)
	.filter(([key]) => !["/K", "/P", "/Pg", "/Type"].includes(key))
	.map(([key, value]) => `${key} ${JSON.stringify(value)}`).sort();

const partsOf = ({ parts, text }) => text ??
	parts.map((part) => "type" in part ? `<${part.type}>` : part.text)
		.join("|");

function* linesOf(path) {
	const pdf = new Pdf(path);
	const elements = tree.readTree(pdf, () => {});

	tree.check(pdf, elements, () => {});
	yield JSON.stringify(pdf.get(pdf.trailer["/Info"]));
	yield pdf.data(pdf.root["/Metadata"]).toString("utf8");
	for (const page of pdf.pages) {
		const { "/MediaBox": box, "/Annots": links } = pdf.get(page);

		yield `page ${pdf.get(box).map(round).join(" ")}`;
		for (const link of pdf.list(links))
			yield linkOf(pdf, link);
	}
	yield JSON.stringify([...pdf.pairs(pdf.root["/PageLabels"], "/Nums")]);
	yield* bookmarksOf(pdf, pdf.get(pdf.root["/Outlines"])?.["/First"], 0);
	for (const element of tree.walk(elements))
		yield `${attributesOf(element.object).join(" ")} ` +
			`${element.annotations.length} ${partsOf(element)}`;
}

/* The one thing that may differ: which cairo it was. */
const timeless = (line) => line.replace(/cairo \d+\.\d+\.\d+/g, "cairo");

const [folder, other] = process.argv.slice(2);
const pdfsOf = (path) => readdirSync(path, { recursive: true })
	.filter((name) => name.endsWith(".pdf")).sort();
let faults = 0;

for (const name of new Set([...pdfsOf(folder), ...pdfsOf(other)])) {
	let a, b, i;

	try {
		a = [...linesOf(join(folder, name))].map(timeless);
		b = [...linesOf(join(other, name))].map(timeless);
		i = a.findIndex((line, at) => line !== b[at]);
		if (i < 0 && a.length === b.length)
			continue;
	} catch (error) {
		a = [error.message];
		b = [];
		i = 0;
	}
	console.log(`${name}:\n  ${a[i]}\n  ${b[i]}`);
	faults++;
}
console.error(`${pdfsOf(folder).length} PDFs, ${faults} differ`);
process.exitCode = faults ? 1 : 0;
