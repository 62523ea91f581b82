/* ics -- print what an independent parser (ical.js) reads in a calendar, one
   event a line, and complain of what RFC 5545 asks for and is not there */
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const text = readFileSync(process.argv[2], "utf8");
const faults = [];

for (const line of text.split("\r\n")) {
	if (Buffer.byteLength(line) > 75)
		faults.push(`a line of more than 75 octets: ${line}`);
	if (/[\r\n]/.test(line))
		faults.push(`a line that does not end in CRLF: ${line}`);
}
if (!text.endsWith("END:VCALENDAR\r\n"))
	faults.push("the file does not end with its last line");

const calendar = new ICAL.Component(ICAL.parse(text));
const seen = new Set();

for (const name of ["version", "prodid"])
	if (!calendar.getFirstPropertyValue(name))
		faults.push(`the calendar has no ${name}`);
for (const component of calendar.getAllSubcomponents("vevent")) {
	const event = new ICAL.Event(component);
	const stamp = component.getFirstPropertyValue("dtstamp");

	if (!event.uid || seen.has(event.uid))
		faults.push(`no UID, or one that is there twice: ${event.uid}`);
	seen.add(event.uid);
	if (!stamp || stamp.zone !== ICAL.Timezone.utcTimezone)
		faults.push(`${event.uid} has no DTSTAMP in UTC`);
	if (!event.startDate?.isDate || event.duration.toSeconds() !== 86400)
		faults.push(`${event.uid} is not one whole day`);
	console.log(event.startDate.toString(), event.uid, "|", event.summary,
		"|", event.description.replace(/\n/g, " / "), "|",
		event.location ?? "");
}
for (const fault of faults)
	console.log(fault);
process.exitCode = faults.length ? 1 : 0;
