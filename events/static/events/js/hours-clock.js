// Open or closed at an instant, worked out from the coming days that the server gave. Pure: no DOM, no clock
// of its own, no network; pages and embeds share it.
//
// days: [{date: "2026-11-23", open: [["8:30", "18:30", opensAt, closesAt], …], …}, …] in order, where opensAt
// and closesAt are Unix seconds. A day that is not in the list is not known, but days after the last one that
// follow without a gap may be left out up to the next one that opens.

export const LOOK_AHEAD_DAYS = 60;
const DAY = 86400000;
const SOFIA = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Sofia", year: "numeric", month: "2-digit", day: "2-digit",
});

// The date that calendars in Bulgaria show at an instant (a number of milliseconds): "2026-11-23".
export function sofiaDate(instant) {
  const part = Object.fromEntries(SOFIA.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}`;
}

export function daysFrom(first, second) {
  return Math.round((Date.parse(second) - Date.parse(first)) / DAY);
}

// null when the instant lies outside the known days; else {is: "open", time, at, ahead: 0, left} with the
// minutes left, {is: "later", time, at, ahead, day}, or {is: "shut"} when nothing opens within 60 days.
// `at` is the instant of the change, in milliseconds; `today` the entry of the day itself.
export function stateAt(days, instant) {
  const date = sofiaDate(instant);
  const first = days.findIndex((day) => day.date === date);
  if (first < 0) return null;
  const today = days[first];
  for (const day of days.slice(first)) {
    const ahead = daysFrom(date, day.date);
    if (ahead > LOOK_AHEAD_DAYS) break;
    for (const [opens, closes, opensAt, closesAt] of day.open) {
      if (instant >= closesAt * 1000) continue;
      if (instant < opensAt * 1000) return { is: "later", time: opens, at: opensAt * 1000, ahead, day, today };
      const left = Math.ceil((closesAt * 1000 - instant) / 60000);
      return { is: "open", time: closes, at: closesAt * 1000, ahead, left, day, today };
    }
  }
  return { is: "shut", today };
}

// „днес“, „утре“, „в петък“, „на 5 януари“; words as the server gave them.
export function dayWords(state, words) {
  if (state.ahead === 0) return words.today;
  if (state.ahead === 1) return words.tomorrow;
  return state.ahead < 7 ? state.day.on : state.day.onDate;
}

// „18:30“ while open, „утре в 8:30“ while closed.
export function timeWords(state, words) {
  if (state.is === "open") return state.time;
  return words.at.replace("{day}", dayWords(state, words)).replace("{time}", state.time);
}

// „Затваряме след 45 минути.“ in the last hour, else nothing.
export function lastHourWords(state, words) {
  if (state.is !== "open" || state.left > 60) return "";
  return words.left[state.left === 1 ? 0 : 1].replace("{n}", state.left);
}
