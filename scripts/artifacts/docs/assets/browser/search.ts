// Loaded with the index when the search is first used.
import { searchEngine, type SearchEntry } from "../../exports/search-engine.ts";

const { searchIndex = [] } = window as { searchIndex?: SearchEntry[] };
window.docsSearch = searchEngine(searchIndex);
