// Shows another view without a load: address, title, mark-up and text change together.
const views = JSON.parse(document.querySelector('#views').textContent);

function show(path) {
  const view = views.find((each) => each.path === path) ?? views[0];
  document.querySelector('#app').innerHTML = view.html;
  document.title = view.title;
  document.querySelector('link[rel=canonical]').href = location.origin + view.path;
  document.querySelector('script[type="application/ld+json"]')?.remove();
  if (!view.data) return;
  const data = document.createElement('script');
  data.type = 'application/ld+json';
  data.textContent = JSON.stringify(view.data);
  document.head.append(data);
}

addEventListener('click', (event) => {
  const link = event.target.closest('a[data-link]');
  if (!link) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  show(location.pathname);
});
addEventListener('popstate', () => show(location.pathname));
