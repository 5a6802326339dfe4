/* Cancels, moves, adds and restores single dates by filling in the rows of changes of the same form. */
(() => {
  const COUNT = "changes-TOTAL_FORMS";
  const DAY = /^\d{1,4}[.\/-]\d{1,2}[.\/-]\d{1,4}$/;
  const TIME = /^([01]?\d|2[0-3]):[0-5]\d$/;

  class DateChanges {
    constructor(dates) {
      this.dates = dates;
      this.form = dates.form;
      const template = dates.root.querySelector("[data-dialog]").content.cloneNode(true);
      this.dialog = template.querySelector("dialog");
      document.body.append(template);
      this.dialog.querySelector("form").addEventListener("submit", (event) => this.confirm(event));
      this.dialog.querySelector("[data-close]").addEventListener("click", () => this.dialog.close());
      this.dialog.addEventListener("close", () => this.opener?.isConnected && this.opener.focus());
      dates.root.addEventListener("click", (event) => this.clicked(event));
    }

    clicked(event) {
      const button = event.target.closest("[data-do]");
      if (!button) return;
      const row = button.closest("[data-date]");
      if (button.dataset.do === "restore") this.restore(row.dataset);
      else this.open(button, row ? row.dataset : {});
    }

    open(button, row) {
      this.opener = button;
      this.row = row;
      this.action = button.dataset.do;
      for (const part of this.dialog.querySelectorAll("[data-only]")) {
        part.hidden = !part.dataset.only.split(" ").includes(this.action);
      }
      for (const name of ["title", "confirm"]) {
        const part = this.dialog.querySelector(`[data-${name}]`);
        part.textContent = part.dataset[this.action];
      }
      this.dialog.querySelector("[data-when]").textContent = row.when || "";
      this.problem("");
      const [day, start, end] = [row.day || "", row.start || "", row.end || ""];
      const times = this.action === "add" ? this.usualTimes() : { start, end };
      this.fill({ day, ...times, place: row.place || "", reason: row.reason || "" });
      this.dialog.showModal();
      const first = [...this.dialog.querySelectorAll("input")].find((input) => !input.closest("[hidden]"));
      first.focus();
      first.select();
    }

    usualTimes() {
      const clock = (name) => this.form.elements[name].value.slice(0, 5);
      return { start: clock("start_time"), end: clock("end_time") };
    }

    fill(values) {
      for (const [name, value] of Object.entries(values)) this.field(name).value = value;
    }

    field(name) { return this.dialog.querySelector(`[data-field="${name}"]`); }

    problem(name) {
      const place = this.dialog.querySelector("[data-problem]");
      place.textContent = name ? place.dataset[name] : "";
    }

    confirm(event) {
      event.preventDefault();
      const value = (name) => this.field(name).value.trim();
      if (this.action === "cancel") {
        this.change("cancelled", { kind: "cancelled", reason: value("reason") }, this.row.when);
        return;
      }
      const [day, start, end] = [value("day"), value("start"), value("end")];
      const allDay = !this.form.elements.start_time.value;
      if (!DAY.test(day)) return this.refuse("missing", "day");
      if (start ? !TIME.test(start) : !allDay) return this.refuse("missing", "start");
      if (end && !TIME.test(end)) return this.refuse("missing", "end");
      if (end && end.padStart(5, "0") <= start.padStart(5, "0")) return this.refuse("order", "end");
      const values = { new_start: `${day} ${start || "00:00"}`, new_end: end ? `${day} ${end}` : "", location: value("place") };
      if (this.action === "add") this.change("added", { kind: "extra", recurrence_id: "", ...values }, values.new_start);
      else {
        const kind = this.row.kind === "extra" ? "extra" : "moved";
        this.change("moved", { kind, reason: value("reason"), ...values }, values.new_start);
      }
    }

    refuse(name, field) {
      this.problem(name);
      this.field(field).focus();
    }

    change(said, values, when) {
      const prefix = this.row.change || this.addRow();
      if (!this.row.change && this.row.original) values.recurrence_id = this.row.original;
      for (const [name, value] of Object.entries(values)) this.write(`${prefix}-${name}`, value);
      this.opener = undefined;
      this.dialog.close();
      this.dates.wanted = { prefix, original: this.row.original, action: said === "cancelled" ? "restore" : "move" };
      this.dates.list.focus();
      this.dates.say(said, when);
      this.dates.soon();
    }

    addRow() {
      const number = Number(this.form.elements[COUNT].value);
      document.getElementById("id_changes-ADD").click();
      return `changes-${number}`;
    }

    write(name, value) {
      const input = this.form.elements[name];
      input.value = value;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }

    restore(row) {
      document.getElementById(`id_${row.change}-DELETE-button`).click();
      this.write(`${row.change}-DELETE`, "1");
      this.dates.wanted = { original: row.original, action: "cancel" };
      this.dates.list.focus();
      this.dates.say(row.kind === "extra" ? "removed" : "restored", row.when);
      this.dates.soon();
    }
  }

  document.addEventListener("events:planned-dates", (event) => new DateChanges(event.target.plannedDates));
})();
