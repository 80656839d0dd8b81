/** Shows the error codes that have all words of the field in their text. */
export function addFilter(): void {
  const box = document.querySelector<HTMLElement>(".filter");
  const field = document.querySelector<HTMLInputElement>("#filter");
  if (!box || !field) return;
  const rows = [...document.querySelectorAll<HTMLElement>("main .codes > div")];
  const texts = rows.map((row) => {
    // Not the operations, which are folded: a row would stay without a reason that a reader sees.
    const parts = row.querySelectorAll("dt, dd > :not(details)");
    return [...parts]
      .map((part) => part.textContent ?? "")
      .join(" ")
      .toLowerCase();
  });
  const state = box.querySelector("[role=status]");
  box.hidden = false;
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const [index, row] of rows.entries()) {
      row.hidden = !words.every((word) => texts[index]?.includes(word));
      if (!row.hidden) count++;
    }
    if (state) state.textContent = words.length > 0 ? `${count} of ${rows.length}` : "";
    for (const section of document.querySelectorAll<HTMLElement>("main section"))
      section.hidden = !section.querySelector(".codes > div:not([hidden])");
  });
}
