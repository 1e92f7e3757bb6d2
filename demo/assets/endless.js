// Appends the next article when the reader comes to the end, and changes the address with it.
const mark = document.querySelector('#endless');
const observer = new IntersectionObserver(async (entries) => {
  if (!entries.some((entry) => entry.isIntersecting)) return;
  observer.disconnect();
  const text = await (await fetch(mark.dataset.next)).text();
  const next = new DOMParser().parseFromString(text, 'text/html');
  document.querySelector('main').append(next.querySelector('article'));
  document.title = next.title;
  history.replaceState(null, '', mark.dataset.next);
});
observer.observe(mark);
