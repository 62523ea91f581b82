/* archive.mjs -- what PDF/A-2 does not allow anywhere in a file, and what its
   metadata must say twice (ISO 19005-2, 6) */
import { textOf } from "./pdf.mjs";

/* Keys that no object may have, by the clause that forbids them. */
const forbidden = {
	"/AA": "6.5.2", "/OpenAction": "6.5.2", "/JavaScript": "6.5.1",
	"/AcroForm": "6.4", "/XFA": "6.4.2", "/EmbeddedFiles": "6.8",
	"/OCProperties": "6.9", "/Alternates": "6.2.8", "/OPI": "6.2.8",
	"/PS": "6.2.9", "/Ref": "6.2.9", "/TR": "6.2.5", "/HTP": "6.2.5",
	"/Interpolate": "6.2.8", "/NeedsRendering": "6.4.2",
	"/PresSteps": "6.10", "/Perms": "6.1.12",
	"/RoleMap": "none is needed", "/CIDSet": "it must be right",
};
const filters = ["/FlateDecode", "/DCTDecode"];

/* A font that is no CIDFont tells its encoding, or is symbolic. */
const checkEncoding = (pdf, font, say) => {
	const symbolic = pdf.get(font["/FontDescriptor"])?.["/Flags"] & 4;

	if (font["/Subtype"] === "/TrueType" && (symbolic ?
		"/Encoding" in font :
		!/^\/(WinAnsi|MacRoman)Encoding$/.test(font["/Encoding"])))
		say(`font ${font["/BaseFont"]} has encoding ` +
			font["/Encoding"]);
	if (font["/Subtype"] === "/Type0" &&
		font["/Encoding"] !== "/Identity-H")
		say(`font ${font["/BaseFont"]} is not Identity-H`);
};

const checkObject = (pdf, object, say) => {
	for (const [key, clause] of Object.entries(forbidden))
		if (key in object)
			say(`has ${key} (${clause})`);
	for (const filter of pdf.list(object["/Filter"]))
		if (!filters.includes(filter))
			say(`has the filter ${filter}`);
	if (object["/Type"] === "/Annot" && object["/Subtype"] !== "/Link")
		say(`has the annotation ${object["/Subtype"]}`);
	if (object["/S"] === "/URI" && textOf(object["/URI"]) === undefined)
		say("has an action that goes nowhere");
	if (object["/Type"] === "/Font")
		checkEncoding(pdf, object, say);
};

/* A value and all that is in it. */
function* within(value) {
	if (value === null || typeof value !== "object")
		return;
	if (!Array.isArray(value))
		yield value;
	for (const part of Object.values(value))
		yield* within(part);
}

/* The document information dictionary and its place in the XMP. */
const twice = {
	"/Title": "dc:title", "/Author": "dc:creator",
	"/Subject": "dc:description", "/Keywords": "pdf:Keywords",
	"/Creator": "xmp:CreatorTool", "/Producer": "pdf:Producer",
	"/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate",
};

const valueOf = (xmp, name) => new RegExp(`<${name}>(.*?)</${name}>`, "s")
	.exec(xmp)?.[1].replace(/<[^>]*>/g, "").replace(/&lt;/g, "<")
	.replace(/&gt;/g, ">").replace(/&quot;/g, "\"").replace(/&amp;/g, "&");

const checkMetadata = (pdf, say) => {
	const xmp = pdf.data(pdf.root["/Metadata"]).toString("utf8");
	const info = pdf.get(pdf.trailer["/Info"]);

	for (const [key, name] of Object.entries(twice)) {
		const isDate = key.endsWith("Date");
		const bare = (text) => isDate ? text?.replace(/\D/g, "") : text;
		const [one, other] = [textOf(info[key]), valueOf(xmp, name)];

		if (bare(one) !== bare(other))
			say(`${key} is ${one}, but ${name} ${other}`);
	}
	if (!/<\?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"\?>/
		.test(xmp) || !xmp.endsWith("<?xpacket end=\"w\"?>"))
		say("has no packet of XMP");
	if (!xmp.includes("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"))
		say("does not describe pdfuaid");
};

/* The first line, a line of bytes that are no text, and the last. */
const checkEnds = (bytes, say) => {
	const head = bytes.toString("latin1", 0, 15);
	const end = bytes.toString("latin1", bytes.length - 6);

	if (!/^%PDF-1\.[4-7]\n%[\x80-\xFF]{4,}/.test(head))
		say(`begins with ${JSON.stringify(head)}`);
	if (!/%%EOF\n?$/.test(end))
		say(`ends with ${JSON.stringify(end)}`);
};

export const check = (pdf, bytes, say) => {
	checkEnds(bytes, say);
	checkMetadata(pdf, say);
	for (const object of within([...pdf.objects()]))
		checkObject(pdf, object, say);
};
