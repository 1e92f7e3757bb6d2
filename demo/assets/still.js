// Shows another story without a load, a moment after its address; the head stays that of the first.
const views = JSON.parse(document.querySelector('#views').textContent);

const show = (path) =>
  setTimeout(() => {
    document.querySelector('#app').innerHTML = views.find((each) => each.path === path).html;
  }, 200);

addEventListener('click', (event) => {
  const link = event.target.closest('a[data-link]');
  if (!link) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  show(location.pathname);
});
addEventListener('popstate', () => show(location.pathname));
