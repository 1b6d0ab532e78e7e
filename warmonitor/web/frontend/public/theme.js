// Sets the palette before the first paint; a classic script, because a module would come after it.
(function () {
  try {
    var chosen = localStorage.getItem('desk.theme');
    if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
  } catch {
    // No storage, no choice kept: the system's palette holds.
  }
})();
