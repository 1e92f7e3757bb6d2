// Fills the page some time after load, as a client-rendered site does.
addEventListener('load', () => {
  const wait = Number(new URLSearchParams(location.search).get('wait') ?? 600);
  setTimeout(() => {
    const late = document.querySelector('#late');
    document.querySelector('#app').replaceChildren(late.content.cloneNode(true));
    document.head.append(document.querySelector('#late-head').content.cloneNode(true));
    document.title = `${late.dataset.title} | Wend Valley Times`;
  }, wait);
});
