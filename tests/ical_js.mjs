// Reads a calendar from standard input with ical.js and writes the dates of its events as JSON:
// {uid: [[start, summary, status], …]}, wall-clock starts, those before the given day only.
import { readFileSync } from "node:fs";

const [, , library, before] = process.argv;
const { default: ICAL } = await import(library);
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const limit = ICAL.Time.fromDateString(before);
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);

const found = {};
const events = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
const add = (uid, start, item) =>
  (found[uid] ??= []).push([start.toString(), item.summary, item.component.getFirstPropertyValue("status")]);

for (const event of events.filter((one) => !one.isRecurrenceException())) {
  for (const one of events) if (one.isRecurrenceException() && one.uid === event.uid) event.relateException(one);
  if (!event.isRecurring()) {
    add(event.uid, event.startDate, event);
    continue;
  }
  const dates = event.iterator();
  for (let next = dates.next(); next && next.compare(limit) < 0; next = dates.next()) {
    const { startDate, item } = event.getOccurrenceDetails(next);
    add(event.uid, startDate, item);
  }
}
process.stdout.write(JSON.stringify(found));
