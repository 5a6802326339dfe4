// A closed banner stays closed in this browser until its text changes.
const storageKey = "banner-closed";
for (const banner of document.querySelectorAll("[data-banner]")) {
  const button = banner.querySelector("button");
  if (!button) continue;
  try {
    if (localStorage.getItem(storageKey) === banner.dataset.banner) banner.hidden = true;
  } catch {
    continue; // Storage is refused: the banner stays.
  }
  button.hidden = false;
  button.addEventListener("click", () => {
    localStorage.setItem(storageKey, banner.dataset.banner);
    banner.hidden = true;
    document.getElementById("main").focus();
  });
}
