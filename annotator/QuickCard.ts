import { call } from '#messaging/call.ts';
import { logFault } from '#model/logFault.ts';
import type { Annotation, Color } from '#model/records.ts';
import type { HighlightPainter } from './HighlightPainter.ts';
import type { PageAnnotations } from './PageAnnotations.ts';
import type { QuickState } from './QuickState.ts';

/** What stands around: the page, and the one place in it where something can be shown. */
interface Host {
  page: Pick<PageAnnotations, 'get'>;
  painter: Pick<HighlightPainter, 'focus'>;
  state: () => QuickState | null;
  show: (state: QuickState, place?: () => DOMRect) => void;
  besides: (id: string) => () => DOMRect;
  /** Ends what is offered for an id, if it is still shown. */
  endOffer: (id: string) => void;
  end: () => void;
  fail: (error: unknown) => void;
}

/** The card of a highlight, and of those that lie over the same words. */
export class QuickCard {
  readonly #host: Host;
  /** The highlights at the clicked place, the one that is shown first. */
  #ids: readonly string[] = [];
  /** The address at which it was opened: a single-page site may move on meanwhile. */
  #url = '';

  constructor(host: Host) {
    this.#host = host;
  }

  /** The highlight that is shown; null where something else is. */
  get shown(): Annotation | null {
    const state = this.#host.state();
    return state?.kind === 'card' ? state.annotation : null;
  }

  open(ids: readonly string[], annotation: Annotation): void {
    this.#ids = ids;
    this.#url = location.href;
    const { id } = annotation;
    this.#host.show({ kind: 'card', annotation, others: ids.length - 1 }, this.#host.besides(id));
    this.#host.painter.focus(id);
    call('showCard', { url: location.href, id }).catch(logFault);
  }

  /** The others at the same place, in their turn. */
  next(): string[] {
    const [first, ...rest] = this.#ids;
    return first === undefined ? [] : [...rest, first];
  }

  setColor(color: Color): void {
    const annotation = this.shown;
    if (!annotation) return;
    this.#show({ ...annotation, color });
    const { id } = annotation;
    call('patchAnnotation', { url: this.#url, id, patch: { color } }).catch(this.#host.fail);
  }

  remove(): void {
    const id = this.shown?.id;
    if (id === undefined) return;
    call('removeAnnotation', { url: this.#url, id })
      .then(({ actionId }) => {
        // The answer may be late; what the reader opened meanwhile stays.
        if (this.shown?.id === id) this.#host.show({ kind: 'removed', actionId });
      })
      .catch(this.#host.fail);
  }

  undo(actionId: string): void {
    call('undo', { url: this.#url, actionId })
      .then(() => this.#host.endOffer(actionId))
      .catch(this.#host.fail);
  }

  /** The library changed: shows the highlight as it is now. */
  refresh(): void {
    if (!this.shown) return;
    const annotation = this.#host.page.get(this.shown.id);
    if (annotation) this.#show(annotation);
    else this.#host.end();
  }

  #show(annotation: Annotation): void {
    const state = this.#host.state();
    if (state?.kind === 'card') this.#host.show({ ...state, annotation });
  }
}
