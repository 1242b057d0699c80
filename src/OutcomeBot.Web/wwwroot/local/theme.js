// Runs before the first paint, so that a chosen theme never flashes.
(() => {
  const chosen = localStorage.getItem('ob:theme');
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen;
})();
