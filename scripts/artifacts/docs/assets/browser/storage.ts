/** Reads what the browser keeps under a name; a browser may refuse to keep anything. */
export function stored(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a value; where the browser refuses, it lasts as long as the page. */
export function store(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // The page works without.
  }
}
