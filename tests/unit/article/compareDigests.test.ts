import { describe, expect, it } from 'vitest';
import { compareDigests } from '#article/compareDigests.ts';
import type { Digest } from '#article/digestArticle.ts';

const digest = (paragraphs: string, change: Partial<Digest> = {}): Digest => ({
  headline: 'Ferry fares to rise in spring',
  modifiedAt: '2026-03-12T08:00:00Z',
  paragraphs,
  corrected: false,
  ...change,
});
const OLD = digest('a b c d e f g h');

describe('what changed between two visits', () => {
  it('is nothing where headline and paragraphs are the same', () => {
    expect(compareDigests(OLD, OLD)).toBeNull();
  });

  it('counts a paragraph in the place of another as edited', () => {
    expect(compareDigests(OLD, digest('a b X d e Y g h'))).toMatchObject({ edited: 2, added: 0, removed: 0 });
  });

  it('counts what came and what went', () => {
    expect(compareDigests(OLD, digest('N a b c d e f g h M'))).toMatchObject({
      edited: 0,
      added: 2,
      removed: 0,
    });
    expect(compareDigests(OLD, digest('a b c d e f g'))).toMatchObject({ edited: 0, added: 0, removed: 1 });
    expect(compareDigests(OLD, digest('a X Y c d e g h'))).toMatchObject({ edited: 1, added: 1, removed: 1 });
  });

  it('does not take a moved paragraph for an edit', () => {
    expect(compareDigests(OLD, digest('a c d e f b g h'))).toBeNull();
    expect(compareDigests(OLD, digest('h a b c d e f g'))).toBeNull();
  });

  it('says that a text is another one rather than counting its paragraphs', () => {
    expect(compareDigests(OLD, digest('p q r s a'))).toMatchObject({ rewritten: true });
    expect(compareDigests(OLD, digest('p q c d e f g h'))).toMatchObject({ rewritten: false });
  });

  it('tells an edit under an old date, and a correction notice', () => {
    const edited = 'a b X d e f g h';
    expect(compareDigests(OLD, digest(edited))).toMatchObject({ undated: true, corrected: false });
    const told = digest(edited, { modifiedAt: '2026-03-13T10:00:00Z', corrected: true });
    expect(compareDigests(OLD, told)).toMatchObject({ undated: false, corrected: true });
    expect(compareDigests(OLD, digest('a b c d e f g h N'))).toMatchObject({ undated: false });
  });
});

describe('a headline', () => {
  const NEW = digest(OLD.paragraphs, { headline: 'Fares will not rise' });

  it('is told with its old words when it is another one', () => {
    expect(compareDigests(OLD, NEW)).toMatchObject({ headline: OLD.headline, edited: 0 });
  });

  it('is not told for other quotes, dashes or capitals', () => {
    expect(
      compareDigests(OLD, digest(OLD.paragraphs, { headline: 'FERRY FARES TO RISE – in spring' })),
    ).toBeNull();
  });

  it('is not told when it was seen before: sites try out two in turn', () => {
    expect(compareDigests(OLD, NEW, [NEW.headline])).toBeNull();
  });
});

describe('a part of a text', () => {
  it('behind a paywall is no removal, and the rest after the log-in is no addition', () => {
    const stub = digest('a b c', { partial: true });
    expect(compareDigests(OLD, stub)).toBeNull();
    expect(compareDigests(stub, digest('a b c d e f g h', { partial: true }))).toBeNull();
  });

  it('still shows what was edited in it', () => {
    expect(compareDigests(OLD, digest('a X c', { partial: true }))).toMatchObject({ edited: 1 });
  });

  it('that holds nothing says nothing', () => {
    expect(compareDigests(OLD, digest(''))).toBeNull();
    expect(compareDigests(digest(''), OLD)).toBeNull();
  });
});
