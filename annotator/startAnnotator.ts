import { linksAround } from '#evidence/linksAround.ts';
import { call } from '#messaging/call.ts';
import { servePage } from '#messaging/servePage.ts';
import { untilAnswered } from '#messaging/untilAnswered.ts';
import type { Manner } from '#model/appearance.ts';
import { logFault } from '#model/logFault.ts';
import type { Annotation } from '#model/records.ts';
import { Allowance } from './Allowance.ts';
import { FirstKept } from './FirstKept.ts';
import { FreshMarks } from './FreshMarks.ts';
import { findLeftOver } from './findLeftOver.ts';
import { followDocument } from './followDocument.ts';
import { HighlightPainter } from './HighlightPainter.ts';
import { later } from './later.ts';
import { Pace } from './Pace.ts';
import { PageAnnotations } from './PageAnnotations.ts';
import { PageDocuments } from './PageDocuments.ts';
import { PageFacts } from './PageFacts.ts';
import { PageListeners } from './PageListeners.ts';
import { QuickController, type QuickParts } from './QuickController.ts';
import { QuickFrame } from './QuickFrame.ts';
import { lackIn, readSelection } from './readSelection.ts';
import type { Seat } from './Seat.ts';
import { Upkeep } from './Upkeep.ts';
import { VisitReporter } from './VisitReporter.ts';
import { yieldToPage } from './yieldToPage.ts';

/** For how long a highlight that the reader asked for may come late, ms. */
const PATIENCE = 10_000;
/** How long a highlight the reader jumped to stands out, ms. */
const FLASH = 2_400;

interface Options extends Pick<QuickParts, 'render' | 'isAlive'> {
  /** Has views look and speak as the reader chose. */
  adopt: (manner: Manner) => void;
  /** Style sheet of the frame. */
  css: string;
  /** Ends everything: the extension was updated or the page is no longer ours. */
  stop: AbortController;
}

/**
 * Brings the page's annotations to light and offers to make new ones, until `stop`.
 * @returns what another script of ours may use of it
 */
export function startAnnotator({ render, isAlive, adopt, css, stop }: Options): Omit<Seat, 'manner'> {
  const { signal } = stop;
  const painter = new HighlightPainter(signal);
  const listeners = new PageListeners(() => {
    isNewDocument = true;
    upkeep.ask();
  }, signal);
  const frame = new QuickFrame(css, listeners, signal, () => quick.redraw());
  const facts = new PageFacts(
    (node) => frame.isHost(node),
    signal,
    () => void reload().catch(onFault),
  );
  const texts = new PageDocuments({
    onChange: () => pace.ask(),
    isOwn: (node) => frame.isHost(node),
    onDocument: (owner) => {
      followDocument(owner, following);
      call('styleHighlights', null).catch(onFault);
    },
  });
  const page = new PageAnnotations(painter, texts);
  const allowance = new Allowance();
  const reread = async () => {
    await allowance.pay(() => page.reread());
    visits.touch();
    // What was found is painted first.
    await yieldToPage();
    await report();
    seek();
  };
  const pace = new Pace(() => reread().catch(onFault), allowance, signal);
  signal.addEventListener('abort', () => texts.drop());
  let offersToolbar = true;
  let manner: string | null = null;
  let reported = '';
  let described = '';

  const firstKept = new FirstKept();
  let leftOver = findLeftOver();

  const onFault = (error: unknown) => {
    if (isAlive()) logFault(error);
  };

  /** Tells the background what was found, when that is news. */
  const report = async (isNews = false) => {
    const reports = page.reports();
    const news = JSON.stringify([page.anchored(), page.cited()]);
    if (!isNews && news === reported && reports.length === 0) return;
    reported = news;
    await call('reportAnchors', { url: location.href, reports });
  };

  const visits = new VisitReporter(
    {
      texts: () => texts.known,
      metadata: (url) => facts.metadata(url),
      isAnnotated: () => !page.isEmpty,
      hasArrived: () => facts.hasArrived,
      onVisit: () => void report(true).catch(onFault),
      onFault,
    },
    signal,
  );

  /** Tells the background what article this is, when that is news. */
  const describePage = async (url: string) => {
    const metadata = facts.metadata(url);
    const news = JSON.stringify([url, metadata]);
    if (news === described) return;
    described = news;
    try {
      await call('pageDescribed', { url, metadata });
    } catch (error) {
      described = '';
      throw error;
    }
  };

  /** Goes on with the note that an update interrupted; its frame stays until its annotation is there. */
  const resume = () => {
    const annotation = leftOver && page.withQuote(leftOver.quote);
    if (!leftOver || !annotation) return;
    const { note, source, remove } = leftOver;
    leftOver = null;
    remove();
    quick.resume(annotation, note, source);
  };

  let turns = 0;
  /** The annotation the reader wants to see: told once, perhaps in an answer that is overtaken or before its text came. */
  let wanted: { id: string; until: number } | null = null;
  const readRecord = async () => {
    turns += 1;
    const turn = turns;
    const url = location.href;
    await describePage(url);
    const record = await call('openPage', { url, manner });
    if (record.scrollTo) wanted = { id: record.scrollTo, until: performance.now() + PATIENCE };
    // An answer overtaken by a later question may lack what was marked meanwhile.
    if (turn !== turns || url !== location.href || signal.aborted) return;
    offersToolbar = record.toolbar;
    if (record.manner) {
      manner = record.manner.id;
      adopt(record.manner);
      quick.useColor(record.manner.defaultColor);
      quick.redraw(false);
    }
    quick.evidence.hold(record.inHand);
    await page.show(fresh.joined(record.annotations, turn), record.cited);
    quick.refresh();
    seat.onShown();
    resume();
    const kept = firstKept.take(url, record);
    if (kept.length > 0) quick.resumeKept(kept);
    seek();
    visits.touch();
    upkeep.ask();
    await report();
  };
  const reload = () => untilAnswered(readRecord);
  const fresh = new FreshMarks();
  /** Shows what was just stored here; the news of it comes as for any change and brings the rest. */
  const showStored = async (stored: readonly Annotation[], url: string) => {
    // A page that moved on meanwhile is another one, and these are not its marks.
    if (url !== location.href) return;
    fresh.add(stored, turns);
    await page.add(stored);
  };

  const selected = () => readSelection(texts.documents);
  const lack = () => lackIn(texts.documents);
  const draw: typeof render = (root, state, actions) => {
    upkeep.ask();
    render(root, state, actions);
  };
  const quick = new QuickController({ frame, painter, page, facts, render: draw, showStored, isAlive, lack });

  /** The page wrote itself anew: what it says of its article, and what is stored for that, is read again. */
  let isNewDocument = false;
  const upkeep = new Upkeep(
    {
      isNeeded: () => frame.isWanted || !painter.isEmpty,
      putBack: async () => {
        let took = painter.restore();
        if (isNewDocument) {
          isNewDocument = false;
          took = true;
          await allowance.pay(reload);
        } else if (!pace.isUnderWay && !page.isIntact()) {
          took = true;
          await allowance.pay(() => page.repair());
        }
        return quick.putBack() || took;
      },
      allowance,
      onFault,
    },
    signal,
  );

  const scrollTo = (id: string): boolean => {
    const ranges = page.rangesOf(id);
    const element = ranges[0]?.startContainer.parentElement;
    if (!element) return false;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
    // Also a place that is only suggested, and so not painted.
    painter.focusOn(id, ranges);
    later(FLASH, () => painter.focus(null));
    return true;
  };

  /** Goes to the wanted annotation once it is there; later than that a jump would only disturb. */
  const seek = () => {
    // Unseen, the way there would not move and the mark would fade before the reader looks.
    if (wanted === null || document.visibilityState === 'hidden') return;
    if (performance.now() > wanted.until || scrollTo(wanted.id)) wanted = null;
  };

  /** Listens at the page's own window. */
  const listen = <E extends Event>(type: string, act: (event: E) => void) =>
    listeners.on(document, window, type, act, { capture: true });
  listen('visibilitychange', seek);
  listen('visibilitychange', () => upkeep.ask());
  // A tab that is hidden may be closed or frozen without another word.
  const leaving = () => document.visibilityState === 'hidden' && quick.leavePage();
  listen('visibilitychange', leaving);
  listen('pagehide', () => quick.leavePage());

  const moved = () => {
    wanted = null;
    quick.close();
    painter.show([]);
    visits.begin();
    reported = '';
    page.show([]).then(reload).catch(onFault);
  };

  servePage(
    {
      readPage: () => {
        const url = location.href;
        const detection = facts.detection(url);
        const metadata = facts.metadata(url);
        const anchored = page.anchored();
        const cited = page.cited();
        return { url, detection, metadata, anchored, cited, isCut: texts.isCut, visit: visits.visit };
      },
      scrollTo: ({ id }) => scrollTo(id),
      markSelection: ({ color, then }) => quick.markRanges(selected(), color, then),
      linksAt: ({ id }) => {
        const range = page.rangesOf(id)[0];
        const body = range?.commonAncestorContainer.ownerDocument?.body;
        return range && body ? linksAround(body, range, location.href) : [];
      },
      useSelection: () => quick.evidence.useRanges(selected()),
      sayUsed: (used) => {
        quick.evidence.sayUsed(used);
        return null;
      },
      describeSelection: () => {
        // One place at a time: which of several is meant nobody can know.
        const [range, another] = selected();
        return range && !another ? page.describe(range) : null;
      },
      describeAnnotation: async ({ id }) => {
        await page.reread();
        const range = page.rangesOf(id)[0];
        return range ? page.describe(range) : null;
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

  const seat: Omit<Seat, 'manner'> = {
    page,
    texts,
    painter,
    quick,
    frame,
    Frame: QuickFrame,
    reload,
    signal,
    isAlive,
    onShown: () => undefined,
  };

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
  listen('pageshow', (event: PageTransitionEvent) => event.persisted && void reload().catch(onFault));

  const onFrame = () => texts.all() && pace.ask();
  const following = {
    quick,
    painter,
    frame,
    selected,
    onFrame,
    offersToolbar: () => offersToolbar,
    listeners,
  };
  followDocument(document, following);
  texts.all();

  Promise.all([untilAnswered(() => call('styleHighlights', null)), reload()]).catch(onFault);
  return seat;
}
