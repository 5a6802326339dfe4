// The one-line form of a consultation: names are completed from their first letters; Enter takes the
// highlighted one, and Enter again saves. Without this script the server completes the name.
(() => {
  "use strict";

  const MOST = 8;
  const form = document.querySelector("[data-quick-entry]");
  if (!form) return;
  const names = JSON.parse(document.getElementById("quick-names").textContent);
  const keys = JSON.parse(document.getElementById("quick-keys").textContent);

  const begins = (name, wanted) =>
    name.startsWith(wanted) || name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted));

  function complete(input, options, chosen) {
    const list = document.createElement("ul");
    list.id = `${input.id}-options`;
    list.className = "quick-entry__options";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.labels[0].textContent);
    list.hidden = true;
    input.after(list);
    input.setAttribute("role", "combobox");
    input.setAttribute("autocomplete", "off");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    let current = 0;

    const close = () => {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const mark = () => {
      [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === current)));
      const item = list.children[current];
      if (!item) return;
      input.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    };
    const take = (name) => {
      input.value = name;
      close();
      chosen(name);
    };
    const offer = () => {
      const wanted = input.value.trim().toLowerCase();
      const found = wanted ? options.filter((name) => begins(name.toLowerCase(), wanted)).slice(0, MOST) : [];
      list.replaceChildren(
        ...found.map((name, place) => {
          const item = document.createElement("li");
          item.id = `${list.id}-${place}`;
          item.setAttribute("role", "option");
          item.textContent = name;
          item.addEventListener("mousedown", (event) => {
            event.preventDefault();
            take(name);
          });
          return item;
        }),
      );
      current = 0;
      list.hidden = found.length === 0;
      input.setAttribute("aria-expanded", String(!list.hidden));
      mark();
      if (!wanted) chosen("");
    };
    input.addEventListener("input", offer);
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        current = (current + step + list.children.length) % list.children.length;
        mark();
      } else if (event.key === "Enter" || event.key === "Tab") {
        take(list.children[current].textContent);
        if (event.key === "Tab") return;
      } else if (event.key === "Escape") {
        close();
      } else {
        return;
      }
      event.preventDefault();
    });
    close();
  }

  const persons = form.querySelector("[data-persons]");
  const boxes = form.querySelector("[data-persons-list]");
  const before = new Set([...boxes.querySelectorAll("input")].map((input) => input.value));
  async function showPeople(name) {
    const key = keys[name];
    const answer = key && (await fetch(form.dataset.people.replace("/0/", `/${key}/`)));
    const people = answer && answer.ok ? (await answer.json()).people : [];
    boxes.replaceChildren(
      ...people.map(({ pk, name: label }) => {
        const line = document.createElement("label");
        const box = document.createElement("input");
        box.type = "checkbox";
        box.name = "persons";
        box.value = pk;
        box.checked = before.has(String(pk));
        line.append(box, label);
        return line;
      }),
    );
    persons.hidden = people.length === 0;
  }

  const library = form.elements.library;
  complete(library, names.library, showPeople);
  complete(form.elements.topic, names.topic, () => {});
  if (keys[library.value]) showPeople(library.value);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form.elements.question.focus();
})();
