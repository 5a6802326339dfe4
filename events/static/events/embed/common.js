// What the three elements share: they ask the library's site, show its answer in a shadow tree, and keep a copy
// for the time when it cannot be reached. Without either, the list inside the tag stays.
const HOME = new URL(".", import.meta.url);
const VERSION = /\.([0-9a-f]+)\.js$/.exec(import.meta.url)?.[1] ?? "";
const MINUTE = 60e3;
const ZONE = "Europe/Sofia";

const SHARED = `
:host{display:block;container-type:inline-size;
--i:var(--library-ink,light-dark(#1d211c,#ecefe6));--m:var(--library-muted,light-dark(#565e52,#a9b2a3));
--a:var(--library-accent,light-dark(#2f6b3a,#9ccb8f));--r:var(--library-rule,light-dark(#d9d8cd,#363e35));
--w:var(--library-alert,light-dark(#a3271e,#f2a39b));--p:var(--library-paper,light-dark(#fbfaf6,#151915))}
:host([hidden]){display:none}
:host([scheme=light]){color-scheme:light}:host([scheme=dark]){color-scheme:dark}
:host([scheme=auto]){color-scheme:light dark}
section{background:var(--p);color:var(--i);font-family:var(--library-font,inherit);font-variant-numeric:tabular-nums;
line-height:1.45;padding:var(--library-space,1rem);overflow-wrap:anywhere;hyphens:auto}
ul,p,dl,dd{margin:0;padding:0}ul{list-style:none}
a{color:inherit;text-decoration-color:var(--a);text-underline-offset:.18em}a:hover{color:var(--a)}
:focus-visible{outline:2px solid var(--a);outline-offset:2px}
li{display:grid;grid-template-columns:4.5em minmax(0,1fr);gap:0 1em;padding:.7em 0;border-top:1px solid var(--r)}
ul:first-child>li:first-child{border-top:0}
[part=date]{color:var(--m);font-size:.9em;line-height:1.15}[part=date] b{display:block;color:var(--i);
font:400 2em/1 var(--library-font-date,Georgia,serif)}
[part=link]{font-weight:650}
[part=when],[part=meta],[part=stale],[part=label]{color:var(--m);font-size:.95em}
[part~=cancelled],[part~=postponed]{color:var(--w);font-weight:650}
[part~=moved],[part~=full]{font-weight:650}
[part=foot]{display:flex;flex-wrap:wrap;gap:.3em 1.5em;padding-top:.8em;border-top:1px solid var(--r)}
[part=foot] a{padding:.15em 0}
[part=label]{padding-top:.8em;border-top:1px solid var(--i)}[part=label]+ul>:first-child{border:0}
@container (max-width:19em){li{grid-template-columns:minmax(0,1fr)}[part=date] b{display:inline;font-size:1.4em}}
`;

function make(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value) made.setAttribute(name, value);
  made.append(...children.filter(Boolean));
  return made;
}

const text = (tag, part, words) => words && make(tag, { part }, words);

// An address is followed only when it leads to a page.
function link(part, href, words) {
  return /^(https?|webcal):/.test(href) && words ? make("a", { part, href }, words) : words;
}

function foot(data, withFeed) {
  const links = [link("all", data.all_url, data.all_url && data.words.all)];
  if (withFeed) links.push(link("subscribe", data.feed_url, data.words.subscribe));
  return links.some(Boolean) && make("p", { part: "foot" }, ...links);
}

// The date as an ornament: the words beside it say the same.
function bigDate({ before, day, month }) {
  return make("span", { part: "date", "aria-hidden": "true" }, before, make("b", {}, day), " ", month);
}

// A period such as 10:30–11:30 stays on one line.
const whole = (words) => words.replace(/(\d)–(?=\d)/g, "$1\u2060–\u2060");

// The host page may have no storage, or refuse it: then there is no copy.
const store = {
  read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Full or forbidden.
    }
  },
};

class LibraryElement extends HTMLElement {
  static observedAttributes = ["municipality", "category", "audience", "department", "limit", "lang", "subscribe"];

  connectedCallback() {
    this.load();
    this.timer = setInterval(() => this.tick(), MINUTE);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  attributeChangedCallback() {
    if (this.timer) queueMicrotask(() => this.load());
  }

  get address() {
    const address = new URL(`${this.constructor.kind}.json`, HOME);
    for (const name of this.constructor.parameters) {
      for (const value of (this.getAttribute(name) ?? "").split(/[\s,]+/)) {
        if (value) address.searchParams.append(name, value);
      }
    }
    if (VERSION) address.searchParams.set("v", VERSION);
    return address.href;
  }

  async load() {
    const address = this.address;
    this.asked = address;
    const [copy, stale] = await this.answerOf(address);
    // Another question may have been asked meanwhile.
    if (this.asked !== address) return;
    [this.copy, this.stale, this.loadedAt] = [copy, stale, Date.now()];
    this.show();
  }

  async answerOf(address) {
    const key = `library ${address.replace(/[?&]v=\w+/, "")}`;
    try {
      const answer = await fetch(address, { credentials: "omit" });
      const data = await answer.json();
      if (!answer.ok) throw new Error(data.detail);
      const copy = { key, at: Date.now(), data };
      store.write(key, copy);
      return [copy, false];
    } catch (problem) {
      console.warn(`<${this.localName}>`, problem.message);
      return [this.copy?.key === key ? this.copy : store.read(key), true];
    }
  }

  tick() {
    if (document.hidden) return;
    if (Date.now() - this.loadedAt > 10 * MINUTE) this.load();
    else this.show();
  }

  show() {
    if (this.copy?.data?.words) this.put(this.section(this.copy));
    // Nothing is known of what is asked now: the list inside the tag shows again.
    else if (this.root) this.put(make("slot", {}));
  }

  section({ at, data }) {
    const language = this.getAttribute("lang") === "en" ? "en" : "bg";
    const section = make("section", { part: "box", lang: language, "aria-label": data.words.name });
    section.append(...this.rows(data).filter(Boolean));
    if (this.stale) {
      const form = { dateStyle: "long", timeStyle: "short", timeZone: ZONE };
      const when = new Intl.DateTimeFormat(language, form).format(at);
      section.append(text("p", "stale", data.words.stale.replace("{when}", when)));
    }
    return section;
  }

  put(content) {
    // What is the same stays in place, and the focus in it.
    if (this.root?.firstChild?.outerHTML === content.outerHTML) return;
    if (!this.root) {
      this.root = this.attachShadow({ mode: "open" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(SHARED + this.constructor.sheet);
      this.root.adoptedStyleSheets = [sheet];
    }
    this.root.replaceChildren(content);
  }
}

const sofiaDay = () => new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }).format();

export { LibraryElement, make, text, link, foot, bigDate, sofiaDay, whole };
