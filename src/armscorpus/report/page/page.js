// What happens when the page opens.

for (const details of document.querySelectorAll("details.quantity")) {
  details.addEventListener("toggle", () => fill(details));
  fill(details);
}
addQuantities(document.getElementById("quantity-list"), 0);
offerFilters();
filter();

function openAddressed() {
  const [, id] = location.hash.match(/^#claim-(\w+)$/) ?? [];
  const claim = id && records.claims.find((one) => one.id === id);
  if (claim) openClaim(claim);
}

window.addEventListener("hashchange", openAddressed);
openAddressed();
