/* text.mjs -- what the strings of a page say (ISO 32000-1, 7.3.4 and 9.10.3) */

/* The codes of a font and their text; cairo writes only single ones. */
const readMap = (stream) => new Map(
	[...stream.toString("latin1").matchAll(
		/beginbfchar([^]*?)endbfchar/g)]
		.flatMap(([, body]) => [...body.matchAll(
			/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)])
		.map(([, code, text]) => [code.toLowerCase(),
			Buffer.from(text, "hex").swap16()
				.toString("utf16le")]));

const escapes = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/* (string) or <string> in hexadecimal. */
const hexOf = (string) => string.startsWith("<") ?
	string.slice(1, -1).replace(/\s/g, "").toLowerCase() :
	Buffer.from(string.slice(1, -1).replace(
		/\\(?:([0-7]{1,3})|(\r\n|[^]))/g, (_, octal, other) =>
			octal ? String.fromCharCode(parseInt(octal, 8)) :
				escapes[other] ?? other.replace(/\s/, "")),
		"latin1").toString("hex");

/* A function from the name of a font and a string to text; a code without
   text becomes U+FFFD. */
export const reader = (pdf, page) => {
	const fonts = pdf.get(pdf.get(pdf.get(page)["/Resources"])
		?.["/Font"]) ?? {};
	const maps = new Map();

	return (name, string) => {
		const font = pdf.get(fonts[name]);
		const size = font["/Subtype"] === "/Type0" ? 4 : 2;

		if (!maps.has(name))
			maps.set(name, readMap(pdf.data(font["/ToUnicode"])));
		return hexOf(string).replace(new RegExp(`.{${size}}`, "g"),
			(code) => maps.get(name).get(code) ?? "\uFFFD");
	};
};
