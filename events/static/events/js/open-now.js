// A page kept by a cache, or by an open tab, may be older than the last opening or closing. This tells the
// state again by the reader's clock, and touches the page only where it no longer says what holds.
import { lastHourWords, sofiaDate, stateAt, timeWords } from "./hours-clock.js";

const ENGLISH = document.documentElement.lang === "en";
const EVERY = 20000;

// The names of the templates that say a state, the most telling first; a place has some of them.
function variants(state) {
  if (state.is === "open") return ["open"];
  const shut = [state.today.why && "why", state.is === "later" && !state.today.open.length && "closed"];
  return [...shut, state.is];
}

function tellState(place, state, words) {
  const line = place.querySelector("[data-says]");
  const found = variants(state).map((name) => name && place.querySelector(`template[data-when=${name}]`));
  line.replaceChildren(found.find(Boolean).content.cloneNode(true));
  for (const slot of line.querySelectorAll("[data-time]")) slot.replaceWith(timeWords(state, words));
  for (const slot of line.querySelectorAll("[data-why]")) slot.replaceWith(state.today.why);
}

function tellDate(place, today) {
  const day = new Date(`${today}T12:00:00Z`);
  const inWords = (form) => day.toLocaleDateString(ENGLISH ? "en-GB" : "bg-BG", { timeZone: "UTC", ...form });
  const weekday = inWords({ weekday: "long" });
  for (const shown of place.querySelectorAll("[data-date]")) {
    const year = shown.dataset.date === "short" ? {} : { year: "numeric" };
    const date = inWords({ day: "numeric", month: "long", ...year });
    shown.dateTime = today;
    shown.textContent = shown.dataset.date === "short" ? date : `${weekday}, ${date}`;
  }
  for (const text of place.querySelectorAll("[data-of-today]")) text.hidden = text.dataset.ofToday !== today;
  for (const row of place.querySelectorAll("[data-day]")) {
    row.classList.toggle("is-current", row.dataset.day === today);
  }
}

function tell(place, known) {
  const now = Date.now();
  const state = stateAt(known.days, now);
  if (!state) return;
  const date = sofiaDate(now);
  const key = [state.is, state.at, date].join();
  if (key !== known.told) tellState(place, state, known.words);
  if (date !== known.date) tellDate(place, date);
  known.told = key;
  known.date = date;
  for (const note of place.querySelectorAll("[data-last-hour]")) {
    const words = lastHourWords(state, known.words);
    if (note.textContent !== words) note.textContent = words;
    note.hidden = !words;
  }
}

function follow(place) {
  const known = JSON.parse(place.dataset.hours);
  const said = Date.parse(place.dataset.now);
  const before = stateAt(known.days, said);
  known.date = sofiaDate(said);
  known.told = before ? [before.is, before.at, known.date].join() : "";
  tell(place, known);
  setInterval(() => tell(place, known), EVERY);
  document.addEventListener("visibilitychange", () => tell(place, known));
}

for (const place of document.querySelectorAll("[data-hours]")) follow(place);
