import { shareBrowser } from "./browser.ts";

/** Starts one browser for all test files of a project. */
export default shareBrowser;
