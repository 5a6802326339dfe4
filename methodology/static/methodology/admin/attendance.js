// The grid of attendance by keyboard: arrows move, "all" ticks a day, Ctrl+Enter saves.
(() => {
  const form = document.querySelector("[data-attendance]");
  if (!form) return;
  const cell = (row, column) => form.querySelector(`[data-row="${row}"][data-column="${column}"]`);
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.ctrlKey) {
      event.preventDefault();
      form.requestSubmit();
      return;
    }
    const step = steps[event.key];
    const here = event.target;
    if (!step || here.dataset.row === undefined) return;
    event.preventDefault();
    const next = cell(Number(here.dataset.row) + step[0], Number(here.dataset.column) + step[1]);
    if (next && !next.disabled) next.focus();
  });

  for (const button of form.querySelectorAll("[data-all]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const ticks = [...form.querySelectorAll(`[data-column="${button.dataset.all}"]:not(:disabled)`)];
      const every = ticks.every((tick) => tick.checked);
      for (const tick of ticks) tick.checked = !every;
    });
  }

  form.querySelector("input[type=checkbox]:not(:disabled)")?.focus();
})();
