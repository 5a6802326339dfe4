// Messages above the page: what is past goes, what comes nearer says so, by the reader's clock; a reader who
// closes them has them closed until they change. What is new is read out once, when the page has settled.
import { daysFrom, sofiaDate } from "./hours-clock.js";

const CLOSED = "banner-closed";
const READ_OUT = "banner-read-out";
const SETTLED = 1500;

// Storage may be refused; the messages then simply stay.
function remembered(storage, key) {
  try {
    return window[storage].getItem(key);
  } catch {
    return null;
  }
}

function remember(storage, key, value) {
  try {
    window[storage].setItem(key, value);
  } catch {
    // Nothing is lost but the memory.
  }
}

function bringUpToDate(banner) {
  const today = sofiaDate(Date.now());
  for (const line of banner.querySelectorAll("[data-until]")) line.hidden = line.dataset.until < today;
  for (const word of banner.querySelectorAll("[data-relative]")) {
    const ahead = daysFrom(today, word.dataset.relative);
    if (ahead === 0) word.textContent = banner.dataset.today;
    if (ahead === 1) word.textContent = banner.dataset.tomorrow;
  }
  return banner.querySelector("p:not([hidden], [role=status])") !== null;
}

// The words alone: links are found in the banner itself.
function words(line) {
  const said = line.cloneNode(true);
  for (const link of said.querySelectorAll("a")) link.remove();
  return said.textContent.replace(/\s+/g, " ").trim();
}

function readOut(banner) {
  const status = banner.querySelector("[role=status]");
  if (remembered("sessionStorage", READ_OUT) === banner.dataset.banner) return;
  const lines = [...banner.querySelectorAll("p:not([hidden], [role=status])")];
  setTimeout(() => {
    status.textContent = lines.map(words).join(" ");
    remember("sessionStorage", READ_OUT, banner.dataset.banner);
  }, SETTLED);
}

function follow(banner) {
  const left = bringUpToDate(banner);
  if (!left || remembered("localStorage", CLOSED) === banner.dataset.banner) {
    banner.hidden = true;
    return;
  }
  readOut(banner);
  const button = banner.querySelector("button");
  button.hidden = false;
  button.addEventListener("click", () => {
    remember("localStorage", CLOSED, banner.dataset.banner);
    banner.hidden = true;
    document.getElementById("main").focus();
  });
}

for (const banner of document.querySelectorAll("[data-banner]")) follow(banner);
