// <library-hours department="" lang="bg">
import { LibraryElement, make, text, foot, sofiaDay, whole } from "./common.js";
import { stateAt, dayWords } from "../js/hours-clock.js";

class LibraryHours extends LibraryElement {
  static kind = "hours";
  static parameters = ["department", "lang"];
  static sheet = `
[part=state]{font-size:1.2em;font-weight:650;padding-bottom:.5em}
dl>div{display:flex;flex-wrap:wrap;gap:0 1em;justify-content:space-between;padding:.35em 0;border-top:1px solid var(--r)}
dd{text-align:end}
[part~=today]{font-weight:650}
dd span{display:block;color:var(--w)}
`;

  rows(data) {
    const today = sofiaDay();
    const coming = data.rows.filter((row) => row.date >= today).slice(0, 7);
    return [
      coming.length ? text("p", "state", this.state(data)) : text("p", "empty", data.words.empty),
      coming.length && make("dl", { part: "days" }, ...coming.map((row) => make("div",
        { part: row.date === today ? "day today" : "day" },
        make("dt", {}, row.label),
        make("dd", {}, whole(row.text), text("span", "note", row.note))))),
      foot(data),
    ];
  }

  state({ days, words }) {
    const state = stateAt(days, Date.now());
    if (!state) return "";
    const day = state.is === "later" ? dayWords(state, words) : "";
    return words[state.is].replace("{day}", day).replace("{time}", state.time);
  }
}

customElements.get("library-hours") ?? customElements.define("library-hours", LibraryHours);
