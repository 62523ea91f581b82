/* table.mjs -- the rows of a table fit, and each cell has its heads
   (ISO 32000-1, 14.8.4.3.4; ISO 14289-1, 7.5) */
import { walk } from "./tree.mjs";

const attributesOf = (pdf, { object }) => Object.assign({},
	...pdf.list(object["/A"]).map((a) => pdf.get(a)));

/* The cells by row and column; one that spans more stands in each. */
const readGrid = (pdf, rows, say) => {
	const grid = rows.map(() => []);

	rows.forEach((row, y) => {
		let x = 0;

		for (const element of row.kids) {
			const attributes = attributesOf(pdf, element);
			const columns = attributes["/ColSpan"] ?? 1;
			const deep = attributes["/RowSpan"] ?? 1;

			while (grid[y][x] !== undefined)
				x++;
			if (y + deep > rows.length)
				say("a cell spans more rows than there are");
			const end = Math.min(y + deep, rows.length);

			for (let i = y; i < end; i++)
				for (let k = x; k < x + columns; k++) {
					if (grid[i][k] !== undefined)
						say("cells overlap");
					grid[i][k] = { element,
						scope: attributes["/Scope"] };
				}
			x += columns;
		}
	});
	return grid;
};

const isHead = (cell, way) => cell.element.type === "TH" &&
	(cell.scope === way || cell.scope === "/Both");

const checkHeads = (grid, say) => {
	const reached = new Set();
	const cells = new Map();

	grid.forEach((row, y) => row.forEach((cell, x) => {
		const heads = [
			...grid.slice(0, y).map((above) => above[x])
				.filter((c) => c && isHead(c, "/Column")),
			...row.slice(0, x).filter((c) => isHead(c, "/Row")),
		];

		cells.set(cell.element, cell);
		if (cell.element.type === "TD" && !heads.length)
			say(`row ${y + 1}, column ${x + 1} has no head`);
		heads.filter((head) => head.element !== cell.element)
			.forEach((head) => reached.add(head.element));
	}));
	for (const { element, scope } of cells.values())
		if (element.type === "TH" && scope === undefined)
			say("TH without Scope");
		else if (element.type === "TH" && !reached.has(element))
			say("TH that is the head of nothing");
};

export const check = (pdf, table, say) => {
	const rows = [...walk(table.kids)]
		.filter(({ type, parent }) => type === "TR" &&
			(parent === table || parent.parent === table));
	const grid = readGrid(pdf, rows, say);
	const width = Math.max(...grid.map((row) => row.length));

	if (!rows.length)
		return say("table without rows");
	grid.forEach((row, y) => {
		if (row.length !== width || row.includes(undefined))
			say(`row ${y + 1} has ${row.length} columns, ` +
				`not ${width}`);
	});
	checkHeads(grid, say);
};
