/* Shows only those questions about a repetition that belong to the chosen frequency and end.
   What is hidden stays in the form; an end that is not meant is not sent. */
(() => {
  const prepare = (form) => {
    if (form.dataset.ready) return;
    form.dataset.ready = "true";
    const frequency = form.querySelector("select");
    const refresh = () => {
      const end = form.querySelector("input[type=radio]:checked");
      for (const question of form.querySelectorAll("[data-frequencies]")) {
        const { frequencies, ending } = question.dataset;
        const belongs = frequencies.split(" ").includes(frequency.value);
        const meant = belongs && (!ending || (end && end.value === ending));
        question.hidden = !meant;
        if (ending) question.querySelectorAll("input").forEach((input) => { input.disabled = !meant; });
      }
    };
    form.addEventListener("change", refresh);
    refresh();
  };
  const prepareAll = () => document.querySelectorAll("[data-recurrence]").forEach(prepare);
  document.addEventListener("DOMContentLoaded", prepareAll);
  prepareAll();
})();
