// What happens when the page opens.

for (const details of document.querySelectorAll("details.quantity")) {
  details.addEventListener("toggle", () => fill(details));
  fill(details);
}
addQuantities(document.getElementById("quantity-list"), 0);
offerFilters();
filter();
isReady = true;
window.addEventListener("hashchange", openAddressed);
openAddressed();
