/* file.mjs -- what a PDF says of itself, its fonts and its pictures
   (ISO 14289-1, 5 and 7; ISO 19005-2, 6) */
import { textOf } from "./pdf.mjs";

const has = (xmp, name, value) =>
	xmp.includes(`<${name}>${value}</${name}>`);

const checkCatalog = (pdf, say) => {
	const { root, trailer } = pdf;
	const marked = pdf.get(root["/MarkInfo"]) ?? {};

	if (marked["/Marked"] !== true || marked["/Suspects"])
		say("is not marked as tagged");
	if (!/^[a-z]{2}(-[A-Z]{2})?$/.test(textOf(root["/Lang"])))
		say("has no language");
	if (!pdf.get(root["/ViewerPreferences"])?.["/DisplayDocTitle"])
		say("does not show its title");
	if (trailer["/Encrypt"] !== undefined || !trailer["/ID"])
		say("is encrypted or has no ID");
	if ([...pdf.pairs(root["/PageLabels"], "/Nums")][0]?.[0] !== 0)
		say("has no label for its first page");
};

const checkMetadata = (pdf, say) => {
	const xmp = pdf.data(pdf.root["/Metadata"]).toString("utf8");
	const title = textOf(pdf.get(pdf.trailer["/Info"])?.["/Title"]);
	const escaped = title?.replace(/&/g, "&amp;").replace(/</g, "&lt;")
		.replace(/>/g, "&gt;");

	if (!has(xmp, "pdfuaid:part", 1) || !has(xmp, "pdfaid:part", 2) ||
		!has(xmp, "pdfaid:conformance", "A"))
		say("does not say that it is PDF/UA-1 and PDF/A-2a");
	if (!title || !xmp.includes(`>${escaped}</rdf:li>`))
		say("has another title in the XMP");
};

const checkColour = (pdf, say) => {
	const [intent] = pdf.list(pdf.root["/OutputIntents"])
		.map((reference) => pdf.get(reference));
	const profile = intent?.["/DestOutputProfile"];

	if (intent?.["/S"] !== "/GTS_PDFA1" || !profile ||
		pdf.get(profile)["/N"] !== 3 ||
		pdf.data(profile).toString("latin1", 36, 40) !== "acsp")
		say("has no colour profile");
};

const checkFont = (pdf, reference, say) => {
	const font = pdf.get(reference);
	const [inner] = pdf.list(font["/DescendantFonts"])
		.map((descendant) => pdf.get(descendant));
	const descriptor = pdf.get((inner ?? font)["/FontDescriptor"]);
	const tell = (text) => say(`font ${font["/BaseFont"]} ${text}`);

	if (!["/FontFile", "/FontFile2", "/FontFile3"]
		.some((key) => descriptor && key in descriptor))
		tell("is not embedded");
	if (!("/ToUnicode" in font))
		tell("has no ToUnicode");
	if (inner?.["/Subtype"] === "/CIDFontType2" &&
		inner["/CIDToGIDMap"] !== "/Identity")
		tell("has no CIDToGIDMap");
};

/* Fonts and pictures of a page or form, and of the forms in it. */
const checkResources = (pdf, reference, seen, say) => {
	const resources = pdf.get(reference) ?? {};
	const all = (key) => Object.values(pdf.get(resources[key]) ?? {})
		.filter((value) => !seen.has(value) && seen.add(value));

	all("/Font").forEach((font) => checkFont(pdf, font, say));
	for (const object of all("/XObject")) {
		const form = pdf.get(object);

		if (form["/Interpolate"])
			say(`picture ${object} is interpolated`);
		if (form["/Subtype"] === "/Form")
			checkResources(pdf, form["/Resources"], seen, say);
	}
};

export const check = (pdf, say) => {
	const seen = new Set();

	checkCatalog(pdf, say);
	checkMetadata(pdf, say);
	checkColour(pdf, say);
	for (const reference of pdf.pages) {
		const page = pdf.get(reference);

		if (page["/Tabs"] !== "/S")
			say("a page has another order of tabs");
		checkResources(pdf, page["/Resources"], seen, say);
	}
};
