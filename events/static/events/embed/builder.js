// The choice shows at once; without this script the button of the form does the same.
const builder = document.querySelector("[data-builder]");
const form = builder.querySelector("form");
const status = builder.querySelector("[role=status]");
const buttons = () => builder.querySelectorAll("[data-copies]");
let asked;

function showButtons() {
  for (const button of buttons()) button.hidden = !navigator.clipboard;
}

async function update() {
  const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  const address = `${location.pathname}${chosen.size ? `?${chosen}` : ""}`;
  asked = address;
  const answer = await fetch(address).catch(() => null);
  if (asked !== address) return;
  // What cannot be shown here is asked for as a page of its own.
  if (!answer?.ok) return form.submit();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (page.querySelector(".field-error") || builder.querySelector(".field-error")) return location.assign(address);
  builder.querySelector("[data-made]").replaceWith(page.querySelector("[data-made]"));
  history.replaceState(null, "", address);
  showButtons();
  status.textContent = "";
  status.textContent = status.dataset.said;
}

builder.addEventListener("change", (event) => {
  if (form.contains(event.target)) update();
});
builder.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copies]");
  if (!button) return;
  const code = document.getElementById(button.dataset.copies);
  code.select();
  await navigator.clipboard.writeText(code.value);
  status.textContent = button.dataset.copied;
  button.firstChild.data = button.dataset.copied;
});
showButtons();
