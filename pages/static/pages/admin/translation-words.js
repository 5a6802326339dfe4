// The translation editor writes two texts in English whatever the language: they are said again here.
(() => {
  const words = document.querySelector("[data-editor-words]")?.dataset;
  const editor = document.querySelector(".js-translation-editor");
  if (!words || !editor) return;

  const said = (text) => {
    if (/^\S.* to \S.* translation$/.test(text)) return words.heading;
    return text === "More actions" ? words.actions : text;
  };

  const say = () => {
    const texts = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      // A translator's own words may read like that, too.
      const isContent = node.parentElement.closest("li.complete, li.incomplete, li.errored, textarea");
      const better = isContent ? node.data : said(node.data);
      if (better !== node.data) node.data = better;
    }
  };

  new MutationObserver(say).observe(editor, { childList: true, subtree: true });
  say();
})();
