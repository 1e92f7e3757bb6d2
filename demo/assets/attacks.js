// The attack is named by the script element; what the page learns by it lands in `learned`.
const { attack } = document.currentScript.dataset;
const learned = [];
window.learned = learned;

const ATTACKS = {
  // Built-ins of the page's own world that tell, and some that lie.
  patched() {
    const watch = (owner, name) => {
      const original = owner[name];
      owner[name] = function (...parts) {
        learned.push(name);
        return original.apply(this, parts);
      };
    };
    watch(Element.prototype, 'attachShadow');
    watch(Element.prototype, 'append');
    watch(Node.prototype, 'appendChild');
    watch(Node.prototype, 'insertBefore');
    watch(Document.prototype, 'createElement');
    watch(Range.prototype, 'cloneContents');
    watch(CSSStyleSheet.prototype, 'insertRule');
    watch(HighlightRegistry.prototype, 'set');
    watch(Highlight.prototype, 'add');
    watch(IDBFactory.prototype, 'open');
    watch(Crypto.prototype, 'randomUUID');
    watch(String.prototype, 'normalize');
    watch(window, 'postMessage');
    Node.prototype.contains = () => true;
    Element.prototype.matches = () => false;
    Element.prototype.closest = () => null;
    window.getSelection = () => null;
    Document.prototype.elementFromPoint = () => null;
  },
  // Two million nodes or as many as the address asks for: half of them elements, half of them texts.
  huge() {
    const nodes = Number(new URLSearchParams(location.search).get('nodes') ?? 2_000_000);
    const box = document.createElement('div');
    // High enough to be seen: what is folded to nothing is not read at all.
    box.style.cssText = 'height:40px;overflow:hidden;contain:strict;content-visibility:auto';
    box.innerHTML = '<b>x</b>'.repeat(nodes / 2);
    document.querySelector('main').append(box);
  },
  // Ten thousand changes of its text in every second.
  restless() {
    const line = document.createElement('p');
    document.querySelector('.text').append(line);
    setInterval(() => {
      for (let n = 0; n < 100; n++) line.firstChild?.remove() ?? line.append(String(n));
    }, 10);
  },
  // A headline of a megabyte with everything that breaks lines, files and directions.
  headline() {
    const poison = `\u202Egnorw\u0000 \uD800 line\nbreak\u2028and\u0085---\n`;
    const headline = poison + 'A headline '.repeat(100_000);
    addEventListener('DOMContentLoaded', () => {
      document.title = headline;
      document.querySelector('h1').textContent = headline;
      for (const data of document.querySelectorAll('script[type="application/ld+json"]'))
        data.textContent = JSON.stringify({ ...JSON.parse(data.textContent), headline });
      document.querySelector('meta[property="og:title"]').content = headline;
    });
  },
  // The address changes the moment that a key goes down, before anything can be saved.
  moving() {
    addEventListener(
      'keydown',
      (event) => {
        if (event.code === 'KeyH') setTimeout(() => history.pushState(null, '', '/times/attack/elsewhere'));
      },
      { capture: true },
    );
  },
};

ATTACKS[attack]();
