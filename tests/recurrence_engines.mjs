// Expands recurrence rules with ical.js and rrule. Reads JSON from standard input:
// {icalJs, rrule, timezone, cases: [{start, rule, wallRule, before}]}; the start and the end of the window are
// wall-clock texts, `rule` has its UNTIL in UTC as in a feed, `wallRule` in wall-clock time.
// Writes {icalJs: [[…]], rrule: [[…]]}: for each case its wall-clock dates before the end of the window.
import { readFileSync } from "node:fs";

const { icalJs, rrule, timezone, cases } = JSON.parse(readFileSync(0, "utf8"));
const { default: ICAL } = await import(icalJs);
const { default: RRuleModule } = await import(rrule);
const { RRule } = RRuleModule;

const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(timezone)));
const asUtc = (text) => new Date(text.includes("T") ? `${text}Z` : `${text}T00:00:00Z`);
const asText = (date, like) => date.toISOString().slice(0, like.length);

function byIcalJs({ start, rule, before }) {
  const first = ICAL.Time.fromString(start);
  if (!first.isDate) first.zone = zone;
  const dates = ICAL.Recur.fromString(rule).iterator(first);
  const found = [];
  for (let next = dates.next(); next; next = dates.next()) {
    const text = next.toString();
    if (text >= before) break;
    found.push(text);
  }
  return found;
}

function byRrule({ start, wallRule, before }) {
  const rule = new RRule({ ...RRule.parseString(wallRule), dtstart: asUtc(start) });
  const found = [];
  rule.all((date) => {
    const text = asText(date, start);
    if (text < before) found.push(text);
    return text < before;
  });
  return found;
}

process.stdout.write(JSON.stringify({ icalJs: cases.map(byIcalJs), rrule: cases.map(byRrule) }));
