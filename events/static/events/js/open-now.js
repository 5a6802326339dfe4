// A cached page may be older than the last opening or closing. This tells the state again by the reader's
// clock, in Europe/Sofia, and changes the page only when it is no longer what the server said.
const AT = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Sofia", year: "numeric", month: "2-digit", day: "2-digit",
  hour: "2-digit", minute: "2-digit", hourCycle: "h23",
});

function wallClock(instant) {
  const part = Object.fromEntries(AT.formatToParts(instant).map(({ type, value }) => [type, value]));
  return { date: `${part.year}-${part.month}-${part.day}`, minutes: part.hour * 60 + Number(part.minute) };
}

function minutesOf(clock) {
  const [hours, minutes] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

function stateAt(days, { date, minutes }) {
  const first = days.findIndex(([day]) => day === date);
  if (first < 0) return null;
  for (let ahead = 0; first + ahead < days.length; ahead += 1) {
    const [, intervals, weekday, dayAndMonth] = days[first + ahead];
    for (const [opens, closes] of intervals) {
      if (ahead === 0 && minutes >= minutesOf(closes)) continue;
      if (ahead === 0 && minutes >= minutesOf(opens)) return { when: "open", time: closes, ahead };
      return { when: "later", time: opens, ahead, weekday, dayAndMonth };
    }
  }
  return { when: "shut", ahead: 0 };
}

function dayWords(place, state) {
  if (state.ahead === 0) return place.dataset.today;
  if (state.ahead === 1) return place.dataset.tomorrow;
  if (state.ahead < 7) return state.weekday;
  return (document.documentElement.lang === "en" ? "on " : "на ") + state.dayAndMonth;
}

function timeWords(place, state) {
  if (state.when === "open") return state.time;
  const at = document.documentElement.lang === "en" ? " at " : " в ";
  return dayWords(place, state) + at + state.time;
}

function tell(place) {
  const days = JSON.parse(place.dataset.hours);
  const said = wallClock(new Date(place.dataset.now));
  const now = wallClock(new Date());
  const before = stateAt(days, said);
  const state = stateAt(days, now);
  if (!state || (JSON.stringify(before) === JSON.stringify(state) && said.date === now.date)) return;
  const line = place.querySelector("[data-says]");
  line.replaceChildren(place.querySelector(`template[data-when=${state.when}]`).content.cloneNode(true));
  for (const slot of line.querySelectorAll("[data-time]")) slot.replaceWith(timeWords(place, state));
  if (said.date !== now.date) tellDate(place, now.date);
}

function tellDate(place, today) {
  const language = document.documentElement.lang === "en" ? "en-GB" : "bg-BG";
  const day = new Date(`${today}T12:00:00`);
  const weekday = day.toLocaleDateString(language, { weekday: "long" });
  const date = day.toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" });
  for (const shown of place.querySelectorAll("[data-date]")) {
    shown.dateTime = today;
    shown.textContent = `${weekday}, ${date}`;
  }
  for (const text of place.querySelectorAll("[data-of-today]")) text.hidden = true;
  for (const row of place.querySelectorAll(".is-current")) row.classList.remove("is-current");
}

for (const place of document.querySelectorAll("[data-hours]")) tell(place);
