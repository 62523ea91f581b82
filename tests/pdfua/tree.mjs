/* tree.mjs -- marked content, structure tree and parent tree agree, each
   piece of content having one place (ISO 32000-1, 14.7). */
import { piecesOf } from "./content.mjs";
import { reader } from "./text.mjs";

/* An element: its object, type, parent and parts, which are elements and pieces
   of content (page, identifier, text) in the order of reading. */
const readElement = (pdf, reference, parent, say) => {
	const object = pdf.get(reference);
	const element = {
		reference,
		object,
		parent,
		type: object["/S"]?.slice(1),
		parts: [],
		annotations: [],
	};
	const addContent = (page, id) =>
		element.parts.push({ page, id, text: "" });

	if (object["/P"] !== (parent?.reference ??
		pdf.root["/StructTreeRoot"]))
		say(`${element.type} ${reference} names another parent`);
	for (const kid of pdf.list(object["/K"])) {
		const value = pdf.get(kid);

		if (typeof value === "number")
			addContent(object["/Pg"], value);
		else if (value?.["/Type"] === "/MCR")
			addContent(value["/Pg"] ?? object["/Pg"],
				value["/MCID"]);
		else if (value?.["/Type"] === "/OBJR")
			element.annotations.push(value["/Obj"]);
		else
			element.parts.push(
				readElement(pdf, kid, element, say));
	}
	element.kids = element.parts.filter((part) => "type" in part);
	element.content = element.parts.filter((part) => "id" in part);
	return element;
};

/* What is read of an element, once its content is known. */
export const textIn = ({ parts, text }) => text ??
	parts.map(textIn).join("");

/* All elements, parents before children, in the order of reading. */
export function* walk(elements) {
	for (const element of elements) {
		yield element;
		yield* walk(element.kids);
	}
}

export const readTree = (pdf, say) => pdf.list(pdf.tree["/K"])
	.map((kid) => readElement(pdf, kid, undefined, say));

const checkContent = (pdf, elements, parents, say) => {
	const owners = new Map();

	for (const element of elements)
		for (const piece of element.content) {
			const { page, id } = piece;
			const key = `${page} ${id}`;
			const of = pdf.get(parents.get(
				pdf.get(page)?.["/StructParents"]));

			if (owners.has(key))
				say(`content ${key} is in two elements`);
			owners.set(key, { type: element.type, piece });
			if (of?.[id] !== element.reference)
				say(`parent tree: ${key} is not of ` +
					element.reference);
		}
	pdf.pages.forEach((page, i) => {
		const tell = (text) => say(`page ${i + 1}: ${text}`);
		const pieces = piecesOf(pdf.contentOf(page),
			reader(pdf, page), tell);

		for (const { tag, id, text } of pieces) {
			const owner = owners.get(`${page} ${id}`);

			if (id === undefined && tag !== "Artifact")
				tell(`${tag} is neither content nor artifact`);
			else if (id !== undefined && owner === undefined)
				tell(`content ${id} is not in the tree`);
			else if (owner !== undefined && owner.type !== tag)
				tell(`content ${id} is ${tag}, not ` +
					owner.type);
			if (owner !== undefined)
				owner.piece.text = text;
			if (text.includes("\uFFFD"))
				tell(`text that cannot be read: ${text}`);
			owners.delete(`${page} ${id}`);
		}
	});
	for (const [key, { type }] of owners)
		say(`${type} has content ${key}, which is not there`);
};

const checkAnnotations = (pdf, elements, parents, say) => {
	const owners = new Map(elements.flatMap((element) =>
		element.annotations.map((reference) =>
			[reference, element.reference])));

	for (const page of pdf.pages)
		for (const reference of pdf.list(pdf.get(page)["/Annots"])) {
			const { "/StructParent": key } = pdf.get(reference);

			if (!owners.has(reference))
				say(`link ${reference} is not in the tree`);
			else if (parents.get(key) !== owners.get(reference))
				say(`parent tree: link ${reference}`);
			owners.delete(reference);
		}
	for (const reference of owners.keys())
		say(`the tree names ${reference}, which is on no page`);
};

/* Every identifier once, and the tree of identifiers in order. */
const checkIds = (pdf, elements, say) => {
	const named = elements.filter(({ object }) => "/ID" in object)
		.map(({ object, reference }) => [object["/ID"], reference])
		.sort(([a], [b]) => a < b ? -1 : 1);
	const listed = [...pdf.pairs(pdf.tree["/IDTree"], "/Names")];

	named.forEach(([id], i) => {
		if (i > 0 && named[i - 1][0] === id)
			say(`two elements have ID ${id}`);
	});
	if (JSON.stringify(named) !== JSON.stringify(listed))
		say("the tree of IDs is not that of the elements");
	for (const { type, object } of elements)
		if (type === "Note" && !("/ID" in object))
			say("Note without ID");
};

export const check = (pdf, tree, say) => {
	const elements = [...walk(tree)];
	const parents = new Map(pdf.pairs(pdf.tree["/ParentTree"], "/Nums"));

	checkContent(pdf, elements, parents, say);
	checkAnnotations(pdf, elements, parents, say);
	checkIds(pdf, elements, say);
	return elements.length;
};
