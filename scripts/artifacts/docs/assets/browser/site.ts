// Additions to every page. The page is whole without them.
import { addFilter } from "./filter.ts";
import { addCopyButtons, addPageCopyButton } from "./copy.ts";
import { followContents, showCurrentPage } from "./contents.ts";
import { highlightCode } from "./highlight.ts";
import { addSearch } from "./search-box.ts";
import { addTabs } from "./tabs.ts";
import { addVersions } from "./versions.ts";

// Redoc was the first page of the site once; its addresses in the hash lead to where it is now.
if (/^#(\/|tag\/|operation\/|section\/)/.test(location.hash) && document.body.dataset["path"] === "index.html")
  location.replace(`redoc/index.html${location.hash}`);

addCopyButtons();
addPageCopyButton();
addTabs(highlightCode);
followContents();
showCurrentPage();
addFilter();
addVersions();
addSearch();
// Colours are not urgent.
(window.requestIdleCallback ?? setTimeout)(highlightCode);
