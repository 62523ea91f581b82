/* xmp.c -- stage 6: XMP and the colour profile */
#include "xmp.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

static const char xmp_head[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\""
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
    "<pdfuaid:part>1</pdfuaid:part>\n"
    "<pdfaid:part>2</pdfaid:part>"
    "<pdfaid:conformance>A</pdfaid:conformance>\n"
    "<dc:format>application/pdf</dc:format>\n";

/* PDF/A does not know pdfuaid, so the packet describes it. */
static const char xmp_tail[] =
    "</rdf:Description>\n"
    "<rdf:Description rdf:about=\"\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
    "</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 that the file follows"
    "</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n"
    "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";

/* <before>text<after>, or nothing without text. */
static void
add_property(struct buf *b, const char *before, struct str text,
    const char *after)
{
	if (!text.n)
		return;
	buf_adds(b, before);
	buf_add_escaped(b, text);
	buf_addf(b, "%s\n", after);
}

/* Properties of Dublin Core that describe the document, not the file. */
static void
add_publication(const struct pdf_info *info, struct buf *out)
{
	add_property(out, "<dc:identifier>", info->identifier,
	    "</dc:identifier>");
	add_property(out, "<dc:publisher><rdf:Bag><rdf:li>", info->publisher,
	    "</rdf:li></rdf:Bag></dc:publisher>");
	add_property(out, "<dc:type><rdf:Bag><rdf:li>", info->kind,
	    "</rdf:li></rdf:Bag></dc:type>");
	add_property(out, "<dc:subject><rdf:Bag><rdf:li>", info->category,
	    "</rdf:li></rdf:Bag></dc:subject>");
	add_property(out, "<dc:coverage>", info->coverage, "</dc:coverage>");
	add_property(out, "<dc:date><rdf:Seq><rdf:li>", info->date,
	    "</rdf:li></rdf:Seq></dc:date>");
	add_property(out,
	    "<dc:rights><rdf:Alt><rdf:li xml:lang=\"x-default\">",
	    info->rights, "</rdf:li></rdf:Alt></dc:rights>");
}

void
metadata_xmp(const struct pdf_info *info, struct arena *a, struct buf *out)
{
	struct str date = pdf_timestamp(info, a);

	buf_adds(out, xmp_head);
	add_property(out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">",
	    info->title, "</rdf:li></rdf:Alt></dc:title>");
	add_property(out, "<dc:language><rdf:Bag><rdf:li>", info->language,
	    "</rdf:li></rdf:Bag></dc:language>");
	add_property(out, "<dc:creator><rdf:Seq><rdf:li>", info->author,
	    "</rdf:li></rdf:Seq></dc:creator>");
	add_property(out,
	    "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">",
	    info->subject, "</rdf:li></rdf:Alt></dc:description>");
	add_publication(info, out);
	add_property(out, "<pdf:Keywords>", info->keywords, "</pdf:Keywords>");
	/* as cairo writes it in the document information dictionary */
	buf_addf(out, "<pdf:Producer>cairo %s (https://cairographics.org)"
	    "</pdf:Producer>\n", cairo_version_string());
	add_property(out, "<xmp:CreatorTool>", STR("Toetssteen"),
	    "</xmp:CreatorTool>");
	add_property(out, "<xmp:CreateDate>", date, "</xmp:CreateDate>");
	add_property(out, "<xmp:ModifyDate>", date, "</xmp:ModifyDate>");
	buf_adds(out, xmp_tail);
}

/* ICC.1:2001-04: a header of 128 bytes, a table of tags, their data. */
enum {
	ICC_HEADER = 128,
	ICC_TAGS = 9,
	ICC_CURVE_POINTS = 1024,
	ICC_SIZE = 4096
};

struct icc {
	unsigned char bytes[ICC_SIZE];
	size_t n;		/* bytes in use */
	size_t tags;		/* rows of the table in use */
};

static void
put32(unsigned char *p, size_t x)
{
	p[0] = (unsigned char)(x >> 24);
	p[1] = (unsigned char)(x >> 16);
	p[2] = (unsigned char)(x >> 8);
	p[3] = (unsigned char)x;
}

static void
icc_row(struct icc *icc, const char *name, size_t offset, size_t size)
{
	unsigned char *row = icc->bytes + ICC_HEADER + 4 + 12 * icc->tags++;

	memcpy(row, name, 4);
	put32(row + 4, offset);
	put32(row + 8, size);
}

/* Begin the data of a tag: its type; gives where its bytes go. */
static unsigned char *
icc_tag(struct icc *icc, const char *name, const char *type, size_t size)
{
	unsigned char *data = icc->bytes + icc->n;

	icc_row(icc, name, icc->n, size);
	memcpy(data, type, 4);
	icc->n += (size + 3) / 4 * 4;
	return data + 8;
}

static void
icc_texts(struct icc *icc)
{
	static const char name[] = "sRGB";
	static const char rights[] = "No copyright, use freely";
	unsigned char *p;

	/* textDescriptionType: ASCII, then empty Unicode and ScriptCode */
	p = icc_tag(icc, "desc", "desc", 12 + sizeof name + 8 + 70);
	put32(p, sizeof name);
	memcpy(p + 4, name, sizeof name);
	p = icc_tag(icc, "cprt", "text", 8 + sizeof rights);
	memcpy(p, rights, sizeof rights);
}

/* White point D65 and the primaries adapted to D50, as s15Fixed16. */
static void
icc_points(struct icc *icc)
{
	static const struct {
		const char *name;
		unsigned xyz[3];
	} points[] = {
		{ "wtpt", { 0xF351, 0x10000, 0x116CC } },
		{ "rXYZ", { 0x6FA2, 0x38F5, 0x0390 } },
		{ "gXYZ", { 0x6299, 0xB785, 0x18DA } },
		{ "bXYZ", { 0x24A0, 0x0F84, 0xB6CF } },
	};
	unsigned char *p;

	for (size_t i = 0; i < 4; i++) {
		p = icc_tag(icc, points[i].name, "XYZ ", 20);
		for (size_t k = 0; k < 3; k++)
			put32(p + 4 * k, points[i].xyz[k]);
	}
}

/* IEC 61966-2-1, 5.2: the three channels share one curve. */
static void
icc_curves(struct icc *icc)
{
	const size_t size = 12 + 2 * ICC_CURVE_POINTS;
	size_t offset = icc->n;
	unsigned char *p = icc_tag(icc, "rTRC", "curv", size);

	put32(p, ICC_CURVE_POINTS);
	for (size_t i = 0; i < ICC_CURVE_POINTS; i++) {
		double x = (double)i / (ICC_CURVE_POINTS - 1);
		double y = x <= 0.04045 ? x / 12.92 :
		    pow((x + 0.055) / 1.055, 2.4);
		unsigned v = (unsigned)(y * 65535 + 0.5);

		p[4 + 2 * i] = (unsigned char)(v >> 8);
		p[5 + 2 * i] = (unsigned char)v;
	}
	icc_row(icc, "gTRC", offset, size);
	icc_row(icc, "bTRC", offset, size);
}

void
metadata_srgb(struct buf *out)
{
	static const unsigned char date[] = { 7, 208, 0, 1, 0, 1 };
	struct icc icc = { .n = ICC_HEADER + 4 + 12 * ICC_TAGS };
	unsigned char *h = icc.bytes;

	icc_texts(&icc);
	icc_points(&icc);
	icc_curves(&icc);
	put32(h, icc.n);
	put32(h + 8, 0x02100000);	/* version 2.1 */
	memcpy(h + 12, "mntrRGB XYZ ", 12);
	memcpy(h + 24, date, sizeof date);
	memcpy(h + 36, "acsp", 4);
	put32(h + 68, 0xF6D6);		/* illuminant D50 */
	put32(h + 72, 0x10000);
	put32(h + 76, 0xD32D);
	put32(h + ICC_HEADER, ICC_TAGS);
	buf_add(out, (struct str){ (const char *)icc.bytes, icc.n });
}
