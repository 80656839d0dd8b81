// Loaded with the index when the search is first used.
import { searchEngine, type SearchIndex } from "../../exports/search-engine.ts";

const { searchIndex } = window as unknown as { searchIndex: SearchIndex };
window.docsSearch = searchEngine(searchIndex);
