import { describe } from '@/anchoring';
import { detectArticle, readMetadata } from '@/article';
import { call } from '@/messaging/call';
import { servePage } from '@/messaging/serve';
import { findLeftOver } from './findLeftOver';
import { HighlightPainter } from './HighlightPainter';
import { PageAnnotations } from './PageAnnotations';
import { QuickController, type QuickParts } from './QuickController';
import { QuickFrame } from './QuickFrame';
import { readSelection } from './readSelection';
import { watchPage } from './watchPage';
import { watchSelection } from './watchSelection';

/** How long a highlight the reader jumped to stands out, ms. */
const FLASH = 2_400;

interface Options extends Pick<QuickParts, 'render' | 'isAlive'> {
  /** Style sheet of the frame. */
  css: string;
  /** Ends everything: the extension was updated or the page is no longer ours. */
  stop: AbortController;
}

/** Brings the page's annotations to light and offers to make new ones, until `stop`. */
export function startAnnotator({ render, isAlive, css, stop }: Options): void {
  const { signal } = stop;
  const painter = new HighlightPainter(signal);
  const page = new PageAnnotations(painter);
  const frame = new QuickFrame(css, signal, () => quick.redraw());
  let offersToolbar = true;
  let reported = '';
  let described = '';

  let leftOver = findLeftOver();

  const say = (error: unknown) => {
    if (isAlive()) console.error('Claimlight:', error);
  };

  /** Tells the background what was found, when that is news. */
  const report = async () => {
    const reports = page.reports();
    const news = JSON.stringify(page.anchored());
    if (news === reported && reports.length === 0) return;
    reported = news;
    await call('reportAnchors', { url: location.href, reports });
  };

  /** Tells the background what article this is, when that is news. */
  const describePage = async (url: string) => {
    const metadata = readMetadata(document, url);
    const news = JSON.stringify([url, metadata]);
    if (news === described) return;
    described = news;
    await call('pageDescribed', { url, metadata });
  };

  /** Goes on with the note that an update interrupted; its frame stays until its annotation is there. */
  const resume = () => {
    const annotation = leftOver && page.withQuote(leftOver.quote);
    if (!leftOver || !annotation) return;
    const { note, remove } = leftOver;
    leftOver = null;
    remove();
    quick.resume(annotation, note);
  };

  let turns = 0;
  const reload = async () => {
    turns += 1;
    const turn = turns;
    const url = location.href;
    await describePage(url);
    const record = await call('openPage', { url });
    // An answer overtaken by a later question may lack what was marked meanwhile.
    if (turn !== turns || url !== location.href || signal.aborted) return;
    offersToolbar = record.toolbar;
    await page.show(record.annotations);
    quick.refresh();
    resume();
    if (record.scrollTo) scrollTo(record.scrollTo);
    await report();
  };

  const quick = new QuickController({ frame, painter, page, render, reload, isAlive });

  const scrollTo = (id: string): boolean => {
    const range = page.rangeOf(id);
    const element = range?.startContainer.parentElement;
    if (!range || !element) return false;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
    painter.focus(id);
    setTimeout(() => painter.focus(null), FLASH);
    return true;
  };

  const moved = () => {
    quick.close();
    painter.show([]);
    page.dropIndex();
    reported = '';
    page.show([]).then(reload).catch(say);
  };

  servePage(
    {
      readPage: () => {
        const url = location.href;
        const detection = detectArticle(document, url);
        return { url, detection, metadata: readMetadata(document, url), anchored: page.anchored() };
      },
      scrollTo: ({ id }) => scrollTo(id),
      markSelection: ({ color, then }) => quick.markRange(readSelection(), color, then),
      describeSelection: async () => {
        const range = readSelection();
        page.dropIndex();
        return range ? describe(await page.index(), range) : null;
      },
      describeAnnotation: async ({ id }) => {
        const range = page.rangeOf(id);
        return range ? describe(await page.index(), range) : null;
      },
      refresh: async () => {
        await reload();
        return null;
      },
      pageMoved: ({ url }) => {
        if (url !== shown) {
          shown = url;
          moved();
        }
        return null;
      },
      leave: () => {
        if (!quick.isEditing) stop.abort();
        return null;
      },
    },
    signal,
  );

  let shown = location.href;
  // The Navigation API sees pushState at once; browsers without it are told by the background.
  const navigation = (globalThis as { navigation?: EventTarget }).navigation;
  navigation?.addEventListener(
    'currententrychange',
    () => {
      if (location.href === shown) return;
      shown = location.href;
      moved();
    },
    { signal },
  );
  addEventListener('pageshow', (event) => event.persisted && void reload().catch(say), { signal });

  watchSelection((range) => quick.offer(range, offersToolbar), signal);
  watchPage(
    () => void page.reread().then(report).catch(say),
    (node) => frame.isHost(node),
    signal,
  );

  addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || frame.owns(event) || getSelection()?.isCollapsed === false) return;
      if (event.target instanceof Element && event.target.closest('a[href], button')) return;
      const ids = painter.at(event.clientX, event.clientY);
      if (ids.length > 0) quick.open(ids);
      else quick.close();
    },
    { signal },
  );
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted) return;
      if (event.key === 'Escape' && frame.isOpen) quick.close();
      // The same chord as the browser's shortcut, which Chromium leaves unassigned on some systems.
      if (event.altKey && event.shiftKey && event.code === 'KeyH') {
        const range = readSelection();
        if (range) event.preventDefault();
        void quick.markRange(range, null, 'note');
      }
    },
    { signal, capture: true },
  );

  Promise.all([call('styleHighlights', null), reload()]).catch(say);
}
