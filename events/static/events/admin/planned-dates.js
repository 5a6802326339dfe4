/* Asks for the sentence and the next dates of the form as it stands, and shows them with its errors. */
(() => {
  const NAMES = /^(start_date|start_time|end_date|end_time|opening_start|department|status|status_reason|closure_policy|csrfmiddlewaretoken|recurrence_\w+|changes-.+)$/;
  const PAUSE = 350;

  class PlannedDates {
    constructor(root) {
      this.root = root;
      this.form = root.closest("form");
      this.list = this.find("list");
      this.form.addEventListener("input", (event) => this.noticed(event));
      this.form.addEventListener("change", (event) => this.noticed(event));
      this.find("align").addEventListener("click", () => this.align());
      this.ask();
    }

    find(name) { return this.root.querySelector(`[data-${name}]`); }

    noticed(event) { if (NAMES.test(event.target.name || "")) this.soon(); }

    /* An answer to older values would show them anew and take the focus that the next one is to have. */
    soon() {
      clearTimeout(this.timer);
      this.request?.abort();
      this.timer = setTimeout(() => this.ask(), PAUSE);
    }

    values() {
      const values = new URLSearchParams();
      for (const [name, value] of new FormData(this.form)) {
        if (NAMES.test(name) && typeof value === "string") values.append(name, value);
      }
      return values;
    }

    async ask() {
      this.request?.abort();
      const request = (this.request = new AbortController());
      try {
        const options = { method: "POST", body: this.values(), signal: request.signal, headers: { Accept: "application/json" } };
        const response = await fetch(this.root.dataset.url, options);
        if (!response.ok) throw new Error(String(response.status));
        this.show(await response.json());
      } catch (error) {
        if (error.name !== "AbortError") this.write("summary", this.root.dataset.saidFailed);
      }
    }

    write(name, text) {
      const place = this.find(name);
      if (place.textContent !== text) place.textContent = text;
    }

    show(answer) {
      this.write("sentence", answer.sentence);
      this.write("summary", answer.summary);
      const focused = this.list.contains(document.activeElement) && document.activeElement.closest("[data-date]")?.dataset;
      const action = document.activeElement.dataset?.do;
      this.list.innerHTML = answer.html;
      if (focused && !this.wanted) this.wanted = { key: focused.key, original: focused.original, action };
      this.focus();
      this.aligned = answer.aligned;
      this.find("aligned").hidden = !answer.aligned;
      if (answer.aligned) {
        this.write("aligned-text", answer.aligned.text);
        this.find("align").textContent = answer.aligned.button;
      }
      this.find("add-line").hidden = false;
      this.tell(answer.errors);
    }

    /* The list is new each time: the focus returns to the same date, or to the list when it has gone. */
    focus() {
      const { wanted } = this;
      this.wanted = undefined;
      if (!wanted) return;
      const rows = [...this.list.querySelectorAll("[data-date]")];
      const row = rows.find((one) => one.dataset.key === wanted.key || (wanted.prefix && one.dataset.change === wanted.prefix) || (wanted.original && one.dataset.original === wanted.original));
      const target = row && (row.querySelector(`[data-do="${wanted.action}"]`) || row.querySelector("[data-do]"));
      (target || this.list).focus();
    }

    tell(errors) {
      this.form.querySelectorAll("[data-live-error]").forEach((one) => one.remove());
      for (const [name, texts] of Object.entries(errors)) {
        const input = this.form.elements[name] || this.form.elements[`${name}_frequency`];
        const place = input?.closest?.(`[data-field]`)?.querySelector("[data-field-errors]");
        if (!place) continue;
        // What the server said on saving is said anew, or is right by now.
        place.querySelectorAll(".error-message").forEach((one) => one.remove());
        const line = document.createElement("p");
        line.className = "error-message";
        line.dataset.liveError = "";
        line.textContent = texts.join(" ");
        place.append(line);
      }
    }

    align() {
      const { values } = this.aligned;
      for (const [name, value] of Object.entries(values)) {
        const input = this.form.elements[name];
        input.value = value;
        input.dispatchEvent(new Event("change", { bubbles: true }));
      }
      this.say("aligned", values.start_date);
      this.form.elements.start_date.focus();
    }

    say(what, when) {
      const text = this.root.dataset[`said${what[0].toUpperCase()}${what.slice(1)}`];
      this.write("said", text.replace("{when}", when));
    }
  }

  const start = () => {
    const root = document.querySelector("[data-planned-dates]");
    if (!root || root.plannedDates) return;
    root.plannedDates = new PlannedDates(root);
    root.dispatchEvent(new CustomEvent("events:planned-dates", { bubbles: true }));
  };
  document.addEventListener("DOMContentLoaded", start);
})();
