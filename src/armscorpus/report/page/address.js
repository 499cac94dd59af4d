// The address of the page: the filters and the order of the table stand behind its « # », so that a view can be sent.

const SORT = "sort";
let isReady = false;

/** Returns what the form asks for, without the fields left empty. */
function chosen() {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
}

/** Writes the filters and the order into the address; the first column sorted upwards is « sort=topic », downwards « sort=-topic ». */
function keepState() {
  if (!isReady || dialog.open) return;
  const state = new URLSearchParams(chosen());
  if (sorting.column) state.set(SORT, `${sorting.direction < 0 ? "-" : ""}${sorting.column}`);
  history.replaceState(null, "", state.size ? `#${state}` : " ");
}

/** Fills in the form from the address; what it names and this page does not know is left out. */
function readState() {
  const state = new URLSearchParams(location.hash.slice(1));
  for (const field of form.elements) if (field.name) field.value = state.get(field.name) ?? "";
  const [, minus, column] = (state.get(SORT) ?? "").match(/^(-?)(\w+)$/) ?? [];
  sorting = { column: column && Object.hasOwn(SORT_KEYS, column) ? column : null, direction: minus ? -1 : 1 };
  markSorting();
}

/** Opens what the address names: a claim, or a view of the table. */
function openAddressed() {
  const [, id] = location.hash.match(/^#claim-(\w+)$/) ?? [];
  const claim = id && records.claims.find((one) => one.id === id);
  if (claim) openClaim(claim);
  if (!location.hash.includes("=")) return;
  readState();
  filter();
  document.getElementById("table").scrollIntoView();
}
