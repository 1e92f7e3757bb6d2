import { call } from '#messaging/call.ts';
import { untilAnswered } from '#messaging/untilAnswered.ts';
import type { Manner } from '#model/appearance.ts';
import { logFault } from '#model/logFault.ts';
import type { Annotation } from '#model/records.ts';
import { Allowance } from './Allowance.ts';
import { answerPanels } from './answerPanels.ts';
import { FirstKept } from './FirstKept.ts';
import { FreshMarks } from './FreshMarks.ts';
import { findLeftOver } from './findLeftOver.ts';
import { followDocument } from './followDocument.ts';
import { HighlightPainter } from './HighlightPainter.ts';
import { Pace } from './Pace.ts';
import { PageAnnotations } from './PageAnnotations.ts';
import { PageDocuments } from './PageDocuments.ts';
import { PageFacts } from './PageFacts.ts';
import { PageListeners } from './PageListeners.ts';
import { PageNews } from './PageNews.ts';
import { QuickController, type QuickParts } from './QuickController.ts';
import { QuickFrame } from './QuickFrame.ts';
import { lackIn, readSelection } from './readSelection.ts';
import type { Seat } from './Seat.ts';
import { Upkeep } from './Upkeep.ts';
import { VisitReporter } from './VisitReporter.ts';
import { WantedHighlight } from './WantedHighlight.ts';
import { yieldToPage } from './yieldToPage.ts';

interface Options extends Pick<QuickParts, 'render' | 'isAlive'> {
  /** Has views look and speak as the reader chose. */
  adopt: (manner: Manner) => void;
  /** Style sheet of the frame. */
  css: string;
  /** Ends everything: the extension was updated or the page is no longer ours. */
  stop: AbortController;
}

/** What readers do that makes a page add or show more. */
const ACTS = ['wheel', 'touchmove', 'keydown', 'pointerdown'];

type Pay = (work: () => Promise<void>) => Promise<void>;

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
    frameKeep.ask();
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
  const news = new PageNews(page, facts);
  const wanted = new WantedHighlight(page, painter);
  const allowance = new Allowance();
  const reread = async () => {
    await allowance.pay(() => page.reread());
    visits.touch();
    // What was found is painted first.
    await yieldToPage();
    await news.report();
    wanted.seek();
  };
  const pace = new Pace(() => reread().catch(onFault), allowance, signal);
  signal.addEventListener('abort', () => texts.drop());
  let offersToolbar = true;
  let manner: string | null = null;

  const firstKept = new FirstKept();
  let leftOver = findLeftOver();

  const onFault = (error: unknown) => {
    if (isAlive()) logFault(error);
  };

  const visits = new VisitReporter(
    {
      texts: () => texts.known,
      metadata: (url) => facts.metadata(url),
      isAnnotated: () => !page.isEmpty,
      hasArrived: () => facts.hasArrived,
      onVisit: () => void news.report(true).catch(onFault),
      onFault,
    },
    signal,
  );

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
  /** @param pay for the work in the page; answers that are waited for cost it nothing. */
  const readRecord = async (pay: Pay = (work) => work()) => {
    turns += 1;
    const turn = turns;
    const url = location.href;
    await news.describe(url);
    const record = await call('openPage', { url, manner });
    if (record.scrollTo) wanted.want(record.scrollTo);
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
    await pay(() => page.show(fresh.joined(record.annotations, turn), record.cited));
    quick.refresh();
    seat.onShown();
    resume();
    const kept = firstKept.take(url, record);
    if (kept.length > 0) quick.resumeKept(kept);
    wanted.seek();
    visits.touch();
    upkeep.ask();
    await news.report();
  };
  const reload = (pay?: Pay) => untilAnswered(() => readRecord(pay));
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
    frameKeep.ask();
    render(root, state, actions);
  };
  const quick = new QuickController({ frame, painter, page, facts, render: draw, showStored, isAlive, lack });

  /** The page wrote itself anew: what it says of its article, and what is stored for that, is read again. */
  let isNewDocument = false;
  const upkeep = new Upkeep(
    {
      isNeeded: () => !painter.isEmpty,
      putBack: async () => {
        let took = painter.restore();
        if (isNewDocument) {
          isNewDocument = false;
          took = true;
          await reload((work) => allowance.pay(work));
        } else if (!pace.isUnderWay && !page.isIntact()) {
          took = true;
          await allowance.pay(() => page.repair());
          news.report().catch(onFault);
        }
        // It stood where the words were, which may stand elsewhere now.
        if (took) quick.redraw(false);
        return took;
      },
      allowance,
      onFault,
    },
    signal,
  );
  /** The reader may be writing in it: it does not wait for what reading the page has cost. */
  const frameKeep = new Upkeep(
    {
      isNeeded: () => frame.isWanted,
      putBack: async () => quick.putBack(),
      allowance: new Allowance(),
      onFault,
    },
    signal,
  );

  /** Listens at the page's own window. */
  const listen = <E extends Event>(type: string, act: (event: E) => void) =>
    listeners.on(document, window, type, act, { capture: true });
  listen('visibilitychange', wanted.seek);
  listen('visibilitychange', () => {
    upkeep.ask();
    frameKeep.ask();
  });
  // Events that a page makes itself are none of the reader's.
  const onActing = ({ isTrusted }: Event) => isTrusted && allowance.grant() && pace.hurry();
  for (const type of ACTS) listeners.on(document, window, type, onActing, { capture: true, passive: true });
  // A tab that is hidden may be closed or frozen without another word.
  const leaving = () => document.visibilityState === 'hidden' && quick.leavePage();
  listen('visibilitychange', leaving);
  listen('pagehide', () => quick.leavePage());

  const moved = () => {
    wanted.want(null);
    quick.close();
    painter.show([]);
    visits.begin();
    news.begin();
    page
      .show([])
      .then(() => reload())
      .catch(onFault);
  };

  const movedTo = (url: string) => {
    if (url === shown) return;
    shown = url;
    moved();
  };
  const onLeave = () => !quick.isEditing && stop.abort();
  answerPanels(
    { page, texts, facts, visits, wanted, quick, selected, reload, onMoved: movedTo, onLeave },
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
  navigation?.addEventListener('currententrychange', () => movedTo(location.href), { signal });
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
