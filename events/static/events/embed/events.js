// <library-events municipality="chirpan" category="" audience="" department="" limit="5" lang="bg" subscribe>
import { LibraryElement, make, text, link, foot, bigDate, whole } from "./common.js";

class LibraryEvents extends LibraryElement {
  static kind = "events";
  static parameters = ["municipality", "category", "audience", "department", "limit", "lang"];
  static sheet = "";

  rows(data) {
    const coming = data.items.filter((row) => new Date(row.end) > Date.now()).slice(0, data.limit);
    const running = data.running.filter((row) => new Date(row.end) > Date.now());
    return [
      coming.length ? this.list("events", coming) : !running.length && text("p", "empty", data.words.empty),
      running.length && text("p", "label", data.words.running),
      running.length && this.list("running", running),
      foot(data, this.hasAttribute("subscribe")),
    ];
  }

  list(part, rows) {
    return make("ul", { part, role: "list" }, ...rows.map((row) => make("li", { part: "event" },
      bigDate(row),
      make("div", {},
        link("link", row.url, row.title),
        text("p", "when", whole(row.when)),
        text("p", `note ${row.state}`, row.note),
        text("p", "meta", row.meta)))));
  }
}

customElements.get("library-events") ?? customElements.define("library-events", LibraryEvents);
