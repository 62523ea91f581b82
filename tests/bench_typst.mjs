/* bench_typst.mjs PROGRAM -- CPU time of toetssteen beside that of Typst, for
   the same text.  Typst comes as the npm package
   @myriaddreamin/typst-ts-node-compiler, in the folder that PEERS_NPM names.

   The website's page of a report is turned into Typst's own markup, with the
   same measures as the house style; COPIES reports differ in the name of the
   gemeente.  Both programs run in turn, ROUNDS times; the median counts. */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import fs from "node:fs";
import path from "node:path";
import os from "node:os";

const COPIES = 20, ROUNDS = 3;
const ONDERZOEK = "lokaal-netwerk", REGIO = "friesland", NAME = "Leeuwarden";
const ATTRIBUTE = /([\w-]+)(?:=(?:"([^"]*)"|([^\s"]+)))?/g;
const VOID = new Set(["br", "img", "meta", "link", "hr", "col", "wbr"]);
const HEAD = `#set document(title: "Rapport")
#set page("a4", margin: (top: 30mm, right: 33mm, bottom: 29mm, left: 30mm),
	header: [Rapport], numbering: "1")
#set text(font: "Open Sans", size: 10.5pt, lang: "nl", hyphenate: true)
#show heading.where(level: 2): it => pagebreak(weak: true) + it
#outline(depth: 3)
`;

/* A tree of { name, attributes, children }; text is a string. */
const parse = (html) => {
	const root = { name: "", attributes: {}, children: [] };
	const open = [root];
	for (const [, end, name, rest, text] of
		html.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)|<!/g)) {
		const parent = open[open.length - 1];
		if (text !== undefined) {
			parent.children.push(text);
		} else if (end) {
			open.pop();
		} else if (name) {
			const node = { name, attributes: {}, children: [] };
			for (const [, key, a, b] of
				rest.matchAll(ATTRIBUTE))
				node.attributes[key] = a ?? b ?? "";
			parent.children.push(node);
			if (!VOID.has(name))
				open.push(node);
		}
	}
	return root;
};

const find = (node, test) => {
	for (const child of node.children ?? []) {
		const found = test(child) ? child : find(child, test);
		if (found)
			return found;
	}
};

const ENTITIES = { amp: "&", lt: "\\<", gt: "\\>", quot: "\"", nbsp: "~" };
const escape = (s) => s.replace(/[\\#$*_`@<>~[\]=/+-]/g, "\\$&")
	.replace(/&(\w+);/g, (all, name) => ENTITIES[name] ?? all);

class Writer {
	constructor(root) { this.root = root; }

	all(node) { return node.children.map((n) => this.one(n)).join(""); }

	note(node) {
		const id = node.attributes.href.slice(1);
		return `#footnote[${this.all(find(this.root,
			(n) => n.attributes?.id === id))}]`;
	}

	row(node) {
		return node.children.filter((n) => n.name).map((n) => {
			const { colspan = 1, rowspan = 1 } = n.attributes;

			return `table.cell(colspan: ${colspan}, ` +
				`rowspan: ${rowspan})[${this.all(n)}],`;
		}).join("\n");
	}

	rows(node) {
		return node.children.filter((n) => n.name === "tr")
			.map((n) => this.row(n)).join("\n");
	}

	table(node) {
		const parts = node.children.filter((n) => n.name);
		const first = find(node, (n) => n.name === "tr").children;
		const columns = first.filter((n) => n.name)
			.reduce((n, c) => n +
				Number(c.attributes.colspan ?? 1), 0);
		const body = parts.map((n) => n.name === "thead" ?
			`table.header(${this.rows(n)}),` :
			n.name === "caption" ? "" : this.rows(n)).join("\n");
		return `\n\n#table(columns: ${columns}, ${body})\n\n`;
	}

	list(kind, node) {
		const items = node.children.filter((n) => n.name)
			.map((n) => `[${this.all(n)}]`);

		return `\n\n#${kind}(${items.join(", ")})\n\n`;
	}

	one(node) {
		if (typeof node === "string")
			return escape(node.replace(/\s+/g, " "));
		const { name, attributes } = node;
		if (attributes["data-media"] === "web" || name === "nav" ||
			["noten", "permalink"].includes(attributes.class) ||
			attributes.role === "doc-backlink")
			return "";
		if (attributes.role === "doc-noteref")
			return this.note(node);
		if (/^h[1-6]$/.test(name))
			return `\n\n#heading(level: ${name[1]})` +
				`[${this.all(node)}]\n\n`;
		switch (name) {
		case "table": return this.table(node);
		case "ul": case "ol":
			return this.list(name === "ul" ? "list" : "enum", node);
		case "strong": return `#strong[${this.all(node)}]`;
		case "em": return `#emph[${this.all(node)}]`;
		case "br": return "#linebreak()";
		case "a":
			return /^https?:/.test(attributes.href) ?
				`#link("${attributes.href}")` +
				`[${this.all(node)}]` : this.all(node);
		case "sup": case "span": case "time": return this.all(node);
		default: return `\n\n${this.all(node)}\n\n`;
		}
	}
}

const typstSource = (file) => {
	const root = parse(fs.readFileSync(file, "utf8"));
	const body = find(root, (n) => n.name === "main");

	return HEAD + new Writer(root).all(body);
};

/* As a child: bench_typst.mjs compile FONTS FOLDER COUNT */
const compile = (fonts, folder, count) => {
	const { NodeCompiler } = createRequire(
		path.join(process.env.PEERS_NPM, "x.js"))(
		"@myriaddreamin/typst-ts-node-compiler");
	const compiler = NodeCompiler.create({ workspace: folder,
		fontArgs: [{ fontPaths: [fonts] }] });
	for (let i = 0; i < count; i++) {
		const result = compiler.compile({
			mainFilePath: path.join(folder, `${i}.typ`) });
		if (result.hasError()) {
			result.printErrors();
			process.exit(1);
		}
		fs.writeFileSync(path.join(folder, `${i}.pdf`), compiler.pdf(
			result.result,
			{ pdfStandard: "ua-1", creationTimestamp: 0 }));
		compiler.evictCache(1);
	}
};

/* CPU seconds, user and system, of a command. */
const time = (...command) => {
	const { status, stderr } = spawnSync("bash", ["-c",
		"TIMEFORMAT='%U %S'; time \"$0\" \"$@\" >/dev/null",
		...command], { encoding: "utf8" });
	if (status !== 0)
		throw new Error(`${command.join(" ")}:\n${stderr}`);
	return stderr.trim().split("\n").pop().split(" ")
		.reduce((sum, s) => sum + Number(s), 0);
};

const copyFiles = (from, to) => {
	for (const name of fs.readdirSync(from))
		if (fs.statSync(path.join(from, name)).isFile())
			fs.copyFileSync(path.join(from, name),
				path.join(to, name));
};

const copyContent = (work) => {
	const content = path.join(work, "content");
	const region = path.join(content, ONDERZOEK, REGIO);
	const source = path.join("content", ONDERZOEK);
	fs.mkdirSync(region, { recursive: true });
	copyFiles("content", content);
	copyFiles(source, path.join(content, ONDERZOEK));
	copyFiles(path.join(source, REGIO), region);
	for (let i = 0; i < COPIES; i++) {
		const copy = path.join(region, `g${i}`);
		const report = path.join(copy, "rapport.yaml");
		fs.cpSync(path.join(source, REGIO, NAME.toLowerCase()), copy,
			{ recursive: true });
		fs.writeFileSync(report, fs.readFileSync(report, "utf8")
			.replaceAll(NAME, `${NAME} ${i}`));
	}
};

const median = (list) =>
	list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
const size = (files) => files.reduce((n, f) => n + fs.statSync(f).size, 0) /
	files.length / 1000;

const main = (program, work) => {
	const self = fileURLToPath(import.meta.url);
	const out = path.join(work, "out"), typst = path.join(work, "typst");
	const content = path.join(work, "content");
	const pages = path.join(out, ONDERZOEK, REGIO);
	const fonts = path.dirname(spawnSync("fc-match",
		["-f", "%{file}", "Open Sans"], { encoding: "utf8" }).stdout);
	const ours = (name) => time(program, "build", "--jobs", "1",
		"--content", content, "--out", out,
		path.join(ONDERZOEK, REGIO, name));
	const theirs = (n) => time(process.execPath, self, "compile", fonts,
		typst, String(n));
	const times = { cold: [], all: [], typstCold: [], typstAll: [] };

	copyContent(work);
	ours("");
	fs.mkdirSync(typst);
	for (let i = 0; i < COPIES; i++)
		fs.writeFileSync(path.join(typst, `${i}.typ`),
			typstSource(path.join(pages, `g${i}`, "index.html")));
	for (let round = 0; round < ROUNDS; round++) {
		times.cold.push(ours("g0"));
		times.typstCold.push(theirs(1));
		times.all.push(ours(""));
		times.typstAll.push(theirs(COPIES));
	}
	const ms = (list) => (median(list) * 1000).toFixed(0).padStart(8);
	const each = (list) => ms(list.map((t) => t / COPIES));
	const pdf = (i) => path.join(pages, `g${i}`, "rapport.pdf");
	const typstPdf = (i) => path.join(typst, `${i}.pdf`);
	const kb = (f) => size(Array.from({ length: COPIES }, (_, i) => f(i)))
		.toFixed(0).padStart(8);
	console.log(`CPU in ms per rapport  toetssteen    Typst
een rapport, koud        ${ms(times.cold)} ${ms(times.typstCold)}
${COPIES} rapporten achter elkaar ${each(times.all)} ${each(times.typstAll)}
kB per pdf               ${kb(pdf)} ${kb(typstPdf)}`);
};

if (process.argv[2] === "compile") {
	compile(process.argv[3], process.argv[4], Number(process.argv[5]));
} else {
	const work = fs.mkdtempSync(path.join(os.tmpdir(),
		"toetssteen-typst-"));

	try {
		main(path.resolve(process.argv[2]), work);
	} finally {
		fs.rmSync(work, { recursive: true });
	}
}
