/* pdf.mjs -- the objects of a PDF, as qpdf tells them */
import { execFileSync } from "node:child_process";

const isReference = (value) => typeof value === "string" &&
	/^\d+ \d+ R$/.test(value);

/* Text of a string object; names and numbers as they are. */
export const textOf = (value) => typeof value === "string" &&
	value.startsWith("u:") ? value.slice(2) : value;

export class Pdf {
	#objects;

	constructor(file) {
		const json = execFileSync("qpdf", ["--json=2",
			"--json-stream-data=inline",
			"--decode-level=generalized", file],
			{ maxBuffer: 1 << 30 });

		this.#objects = JSON.parse(json).qpdf[1];
		this.trailer = this.#objects.trailer.value;
		this.root = this.get(this.trailer["/Root"]);
		this.tree = this.get(this.root["/StructTreeRoot"]);
		this.pages = [...this.#pagesOf(this.root["/Pages"])];
	}

	/* What a value stands for: the object that a reference names (of a
	   stream its dictionary), else itself. */
	get(value) {
		if (!isReference(value))
			return value;
		const object = this.#objects[`obj:${value}`];

		return object?.stream?.dict ?? object?.value;
	}

	/* All objects; of a stream its dictionary. */
	*objects() {
		for (const { stream, value } of Object.values(this.#objects))
			yield stream?.dict ?? value;
	}

	/* The bytes of a stream; none if it is not there. */
	data(reference) {
		return Buffer.from(
			this.#objects[`obj:${reference}`]?.stream?.data ?? "",
			"base64");
	}

	/* An array that may be missing, or be a single value. */
	list(value) {
		const found = this.get(value);

		if (found === undefined || found === null)
			return [];
		return Array.isArray(found) ? found : [value];
	}

	*#pagesOf(reference) {
		const node = this.get(reference);

		if (node["/Type"] === "/Page")
			yield reference;
		for (const kid of node["/Kids"] ?? [])
			yield* this.#pagesOf(kid);
	}

	/* The pairs of a name tree or number tree, in order. */
	*pairs(reference, key) {
		const node = this.get(reference) ?? {};
		const list = this.list(node[key]);

		for (let i = 0; i + 1 < list.length; i += 2)
			yield [list[i], list[i + 1]];
		for (const kid of this.list(node["/Kids"]))
			yield* this.pairs(kid, key);
	}

	contentOf(page) {
		return Buffer.concat(this.list(this.get(page)["/Contents"])
			.map((stream) => this.data(stream))).toString("latin1");
	}
}
