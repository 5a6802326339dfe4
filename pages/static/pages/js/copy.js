// Buttons that copy an address; without this script they stay hidden.
for (const button of document.querySelectorAll("button[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    const status = button.closest("section").querySelector("[role=status]");
    if (status) status.textContent = button.dataset.copied;
    button.textContent = button.dataset.copied;
  });
}
