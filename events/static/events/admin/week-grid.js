// Copies the hours of one day to others. Without this script each day is filled in by itself.
(() => {
  const start = (grid) => {
    const said = grid.querySelector('[data-said]');
    const undo = grid.querySelector('[data-undo]');
    let before = [];

    const write = (input, value) => {
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new Event('change', { bubbles: true }));
    };

    const nameOf = (input) => grid.querySelector(`label[for="${input.id}"]`).textContent.trim().toLowerCase();

    grid.querySelectorAll('[data-day]').forEach((day) => {
      const hours = day.querySelector('[data-hours]');
      const open = day.querySelector('[data-open]');
      const copy = day.querySelector('[data-copy]');
      const show = (shown) => {
        copy.hidden = !shown;
        open.setAttribute('aria-expanded', String(shown));
      };
      const close = () => {
        show(false);
        open.focus();
      };
      open.hidden = false;
      open.addEventListener('click', () => {
        show(copy.hidden);
        if (!copy.hidden) copy.querySelector('[data-other]').focus();
      });
      day.querySelector('[data-cancel]').addEventListener('click', close);
      copy.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') close();
        // Enter in a checkbox would send the whole form.
        if (event.key === 'Enter' && event.target.matches('[data-other]')) event.preventDefault();
      });
      day.querySelector('[data-do]').addEventListener('click', () => {
        const others = [...copy.querySelectorAll('[data-other]:checked')].map((box) => document.getElementById(box.value));
        before = others.map((input) => [input, input.value]);
        others.forEach((input) => write(input, hours.value));
        said.textContent = grid.dataset.saidCopied.replace('{days}', others.map(nameOf).join(', '));
        undo.hidden = others.length === 0;
        close();
      });
    });

    undo.addEventListener('click', () => {
      before.forEach(([input, value]) => write(input, value));
      before = [];
      undo.hidden = true;
      said.textContent = grid.dataset.saidUndone;
      grid.querySelector('[data-hours]').focus();
    });
  };

  const all = () => document.querySelectorAll('[data-week-grid]').forEach(start);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', all);
  else all();
})();
