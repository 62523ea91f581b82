/* print.mjs -- what the browser puts on paper, read back with poppler */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MARGIN = 30;	/* pt; printers cannot reach further */

/* White space and hyphens at the end of a line are not text. */
const bare = (text) => text.normalize("NFKC").replace(/[\s\u00AD-]+/g, "");

/* In the page: the text that is to be on paper, a piece for each block. */
const collect = () => {
	/* what is only for those who listen is not on paper */
	for (const element of document.querySelectorAll("body *"))
		if (getComputedStyle(element).clipPath === "inset(50%)")
			element.remove();

	const blocks = "h1, h2, h3, h4, h5, h6, p, li, th, td, dt, dd, caption";

	return [...document.querySelectorAll(blocks)]
		.filter((block) => block.checkVisibility() &&
			!block.querySelector(blocks))
		.map((block) => block.innerText);
};

const boxesOf = (file) => {
	const found = [];
	const page = {};

	for (const line of execFileSync("pdftotext", ["-bbox", file, "-"],
		{ encoding: "utf8", maxBuffer: 1 << 28 }).split("\n")) {
		const numbers = [...line.matchAll(/"(-?[\d.]+)"/g)]
			.map((match) => Number(match[1]));

		if (line.includes("<page"))
			[page.width, page.height] = numbers;
		else if (line.includes("<word") && (numbers[0] < MARGIN ||
			numbers[1] < MARGIN ||
			numbers[2] > page.width - MARGIN ||
			numbers[3] > page.height - MARGIN))
			found.push(`too near the edge: ${line.trim()}`);
	}
	return found;
};

const textsOf = (file, ...order) => execFileSync("pdftotext",
	[...order, file, "-"], { encoding: "utf8", maxBuffer: 1 << 28 })
	.split("\f").slice(0, -1).map(bare);

export const check = async (page) => {
	const folder = mkdtempSync(join(tmpdir(), "toetssteen-print-"));
	const file = join(folder, "page.pdf");

	try {
		await page.pdf({ path: file, preferCSSPageSize: true });
		await page.emulateMedia({ media: "print" });
		const wanted = await page.evaluate(collect);
		await page.emulateMedia({ media: null });
		/* In the order of drawing the cells of a row do not mix; in
		   that of the sheet, blocks over two sheets do not. */
		const sheets = textsOf(file, "-raw");
		const text = [...sheets, ...textsOf(file)].join("");

		return [
			...boxesOf(file),
			...wanted.filter((block) => !text.includes(bare(block)))
				.map((block) => `is not printed: ${block}`),
			...sheets.flatMap((sheet, i) => sheet ? [] :
				[`sheet ${i + 1} is empty`]),
		];
	} finally {
		rmSync(folder, { recursive: true });
	}
};
