// `demo.next()` puts the next entry on top; `?every=2` does it every two seconds.
const waiting = [...document.querySelector('#later').content.children];
window.demo = {
  next() {
    const entry = waiting.shift();
    if (entry) document.querySelector('#live').prepend(entry);
    return waiting.length;
  },
};
const every = Number(new URLSearchParams(location.search).get('every'));
if (every > 0) {
  const timer = setInterval(() => {
    if (!window.demo.next()) clearInterval(timer);
  }, every * 1000);
}
