import { expect, it } from 'vitest';
import { untilLooked } from '#panel/sidebar/sidebarState.ts';
import { sampleCard, sampleFacts } from '../../dom/components/samples.ts';

it('says nothing of what was found in the page before, once another one loads', () => {
  const cards = [sampleCard({ id: 'one' }, { checking: false }), sampleCard({ id: 'two' })];
  const state = untilLooked({ kind: 'article', facts: sampleFacts(), cards });
  expect(state.kind === 'article' && state.cards.map(({ checking }) => checking)).toEqual([true, true]);
  expect(untilLooked({ kind: 'loading' })).toEqual({ kind: 'loading' });
});
