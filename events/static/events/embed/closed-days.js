// <library-closed-days department="" limit="5" lang="bg" subscribe>
import { LibraryElement, make, text, foot, bigDate, sofiaDay, whole } from "./common.js";

class LibraryClosedDays extends LibraryElement {
  static kind = "closed-days";
  static parameters = ["department", "limit", "lang"];
  static sheet = "[part=when]{color:var(--i);font-weight:650;font-size:1em}";

  rows(data) {
    const coming = data.items.filter((row) => row.last >= sofiaDay()).slice(0, data.limit);
    return [
      coming.length
        ? make("ul", { part: "days", role: "list" }, ...coming.map((row) => this.row(row)))
        : text("p", "empty", data.words.empty),
      foot(data, this.hasAttribute("subscribe")),
    ];
  }

  row(row) {
    return make("li", { part: "day" },
      bigDate(row),
      make("div", {},
        text("p", "when", whole(row.when)),
        text("p", "reason", row.reason),
        text("p", "meta", row.departments)));
  }
}

customElements.get("library-closed-days") ?? customElements.define("library-closed-days", LibraryClosedDays);
