// A video loads from its host only after a click on its own button.
for (const frame of document.querySelectorAll("[data-embed-url]")) {
  const button = frame.querySelector("button");
  button.hidden = false;
  button.addEventListener("click", () => {
    const player = document.createElement("iframe");
    player.src = frame.dataset.embedUrl;
    player.title = frame.dataset.embedTitle;
    player.allow = "fullscreen; picture-in-picture; encrypted-media";
    player.allowFullscreen = true;
    player.referrerPolicy = "strict-origin-when-cross-origin";
    frame.replaceChildren(player);
    player.focus();
  });
}
