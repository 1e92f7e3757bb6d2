// Puts the second half of the text in place of the button.
document.querySelector('#more button').addEventListener('click', () => {
  document.querySelector('#more').replaceWith(document.querySelector('#rest').content.cloneNode(true));
});
