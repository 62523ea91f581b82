/* content.mjs -- the marked content of a page (ISO 32000-1, 7.8.2 and 14.6) */

const token = new RegExp([
	/\((?:\\[^]|[^\\()]|\((?:\\[^]|[^\\()])*\))*\)/,	/* string */
	/<<|>>|\[|\]/,
	/<[0-9A-Fa-f\s]*>/,					/* hex string */
	/\/[^\s()<>[\]{}/%]*/,					/* name */
	/%[^\r\n]*/,						/* comment */
	/[^\s()<>[\]{}/%]+/,			/* number, operator */
].map((part) => part.source).join("|"), "g");

const showing = new Set(["Tj", "TJ", "'", "\""]);
const painting = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*",
	"sh", "Do", ...showing]);

/* The pieces of a page: tag, identifier or undefined, and text as read() gives
   it; say is told what is outside all pieces and what does not end. */
export const piecesOf = (content, read, say) => {
	const found = [];
	let depth = 0, font;
	let operands = [];

	for (const [text] of content.matchAll(token)) {
		if (!/^[A-Za-z'"]/.test(text)) {
			operands.push(text);
			continue;
		}
		if (text === "BDC" || text === "BMC") {
			const at = operands.lastIndexOf("/MCID");

			if (at >= 0 && depth > 0)
				say("content within content has an MCID");
			if (operands[0] === "/Artifact" && depth > 0)
				say("an artifact is within content");
			if (depth++ === 0)
				found.push({
					tag: operands[0].slice(1),
					id: at < 0 ? undefined :
						Number(operands[at + 1]),
					text: "",
				});
		} else if (text === "EMC") {
			depth--;
		} else if (painting.has(text) && depth === 0) {
			say(`paints outside all content: ${text}`);
		} else if (showing.has(text)) {
			found.at(-1).text += operands
				.filter((operand) => /^[(<]/.test(operand))
				.map((operand) => read(font, operand)).join("");
		} else if (text === "Tf") {
			font = operands[0];
		}
		operands = [];
	}
	if (depth !== 0)
		say("content does not end");
	return found;
};
