import { call } from '#messaging/call.ts';
import type { PageAnnotations } from './PageAnnotations.ts';
import type { PageFacts } from './PageFacts.ts';

/** Tells the background what article this is and what was found of its annotations, when that is news. */
export class PageNews {
  readonly #page: PageAnnotations;
  readonly #facts: PageFacts;
  #reported = '';
  #described = '';

  constructor(page: PageAnnotations, facts: PageFacts) {
    this.#page = page;
    this.#facts = facts;
  }

  /** Another article is shown: all of it is news. */
  begin(): void {
    this.#reported = '';
  }

  /** @throws what `call` throws. */
  async report(isNews = false): Promise<void> {
    const reports = this.#page.reports();
    const news = JSON.stringify([this.#page.anchored(), this.#page.cited()]);
    if (!isNews && news === this.#reported && reports.length === 0) return;
    this.#reported = news;
    await call('reportAnchors', { url: location.href, reports });
  }

  /** @throws what `call` throws; it is news again then. */
  async describe(url: string): Promise<void> {
    const metadata = this.#facts.metadata(url);
    const news = JSON.stringify([url, metadata]);
    if (news === this.#described) return;
    this.#described = news;
    try {
      await call('pageDescribed', { url, metadata });
    } catch (error) {
      this.#described = '';
      throw error;
    }
  }
}
