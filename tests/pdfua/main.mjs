/* main.mjs FOLDER -- read every PDF below a folder back; what is wrong goes to
   standard output, one a line.  This sees what validators of PDF/UA do not:
   whether the tree, the content and the headings tell the same. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as archive from "./archive.mjs";
import * as file from "./file.mjs";
import * as meaning from "./meaning.mjs";
import * as page from "./page.mjs";
import { Pdf } from "./pdf.mjs";
import * as tree from "./tree.mjs";

/* Programs that have something to say if a file is not right. */
const checkers = [["qpdf", "--check"], ["pdfinfo", "-struct"]];

const inspect = (path, say) => {
	for (const [program, ...options] of checkers) {
		const { status, stderr } = spawnSync(program,
			[...options, path], { maxBuffer: 1 << 28 });

		if (status !== 0 || stderr.length)
			say(`${program}: ${stderr}`);
	}

	const pdf = new Pdf(path);
	const elements = tree.readTree(pdf, say);

	file.check(pdf, say);
	archive.check(pdf, readFileSync(path), say);
	const count = tree.check(pdf, elements, say);

	meaning.check(pdf, elements, path, say);
	page.check(elements, path, say);
	return count;
};

const folder = process.argv[2];
const names = readdirSync(folder, { recursive: true })
	.filter((name) => name.endsWith(".pdf")).sort();
let faults = 0, elements = 0;

for (const name of names)
	elements += inspect(join(folder, name), (text) => {
		console.log(`${name}: ${text}`);
		faults++;
	});
console.error(`${names.length} PDFs, ${elements} elements, ` +
	`${faults} findings`);
process.exitCode = faults || !names.length ? 1 : 0;
