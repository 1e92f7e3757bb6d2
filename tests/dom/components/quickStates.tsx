import type { VNode } from 'preact';
import { QuickCard } from '#components/quick/QuickCard.tsx';
import { QuickClaim } from '#components/quick/QuickClaim.tsx';
import { QuickEditor } from '#components/quick/QuickEditor.tsx';
import { QuickToolbar } from '#components/quick/QuickToolbar.tsx';
import { QuickUsed } from '#components/quick/QuickUsed.tsx';
import { SentenceBar } from '#components/quick/SentenceBar.tsx';
import { sampleAnnotation, sampleSource } from './samples.ts';

const nothing = () => undefined;

const editor = {
  quote: 'Unemployment in Velmark rose to 3.1% in May, the highest since the ferry strike.',
  color: 'yellow',
  onColor: nothing,
  note: '',
  onNote: nothing,
  source: null,
  onSource: nothing,
  focus: 'note',
  saving: { kind: 'idle' },
  onSave: nothing,
  onClose: nothing,
} as const;

const card = {
  others: 0,
  onNext: nothing,
  onColor: nothing,
  onEdit: nothing,
  onSource: nothing,
  onDelete: nothing,
  onClose: nothing,
};

const sentence = {
  at: 3,
  count: 33,
  text: 'Unemployment in Velmark rose to 3.1% in May.',
  language: 'en',
  mark: null,
  notice: null,
  showsKeys: false,
  turn: 1,
} as const;

/** Every state of what stands in a page, by name. */
export const QUICK_STATES: [string, VNode][] = [
  ['a sentence in hand', <SentenceBar key="s" state={sentence} onDeed={nothing} />],
  [
    'a marked sentence and the keys',
    <SentenceBar
      key="k"
      state={{
        ...sentence,
        mark: { color: 'green', isClaim: true, hasNote: true },
        notice: 'marked',
        showsKeys: true,
      }}
      onDeed={nothing}
    />,
  ],
  [
    'no sentences',
    <SentenceBar key="n" state={{ ...sentence, at: 0, count: 0, text: '' }} onDeed={nothing} />,
  ],
  [
    'toolbar',
    <QuickToolbar
      key="t"
      color="green"
      inHand={null}
      onUse={nothing}
      onPutDown={nothing}
      onClaim={nothing}
      onMark={nothing}
      onNote={nothing}
      onSource={nothing}
      onClose={nothing}
    />,
  ],
  [
    'toolbar with a claim in hand',
    <QuickToolbar
      key="h"
      color="green"
      inHand="Unemployment in Velmark rose to 3.1% in May, the highest since the ferry strike."
      onUse={nothing}
      onPutDown={nothing}
      onClaim={nothing}
      onMark={nothing}
      onNote={nothing}
      onSource={nothing}
      onClose={nothing}
    />,
  ],
  [
    'claim',
    <QuickClaim
      key="q"
      quote="Unemployment in Velmark rose to 3.1% in May."
      type="quantity"
      attribution=""
      suggested="Minister Adela Korth"
      held={false}
      onType={nothing}
      onAttribution={nothing}
      onHold={nothing}
      onClose={nothing}
    />,
  ],
  [
    'claim in hand',
    <QuickClaim
      key="qh"
      quote="Unemployment in Velmark rose to 3.1% in May."
      type="quantity"
      attribution="Minister Adela Korth"
      suggested=""
      held
      onType={nothing}
      onAttribution={nothing}
      onHold={nothing}
      onClose={nothing}
    />,
  ],
  [
    'source attached',
    <QuickUsed
      key="u"
      claim="Unemployment in Velmark rose to 3.1% in May, the highest since the ferry strike."
      tier="unknown"
      onTier={nothing}
      onUndo={nothing}
      onClose={nothing}
    />,
  ],
  [
    'source judged',
    <QuickUsed
      key="uj"
      claim="Unemployment in Velmark rose to 3.1% in May."
      tier="secondary"
      onTier={nothing}
      onUndo={nothing}
      onClose={nothing}
    />,
  ],
  ['editor', <QuickEditor key="e" {...editor} />],
  [
    'editor with a source',
    <QuickEditor
      key="s"
      {...editor}
      note="Check the series."
      focus="source"
      source={{ url: 'not an address', title: '', stance: 'disputes' }}
      saving={{ kind: 'failed', reason: 'the disk is full.' }}
    />,
  ],
  ['card without a note', <QuickCard key="c" {...card} annotation={sampleAnnotation()} />],
  [
    'card with everything',
    <QuickCard
      key="f"
      {...card}
      others={2}
      onSidebar={nothing}
      annotation={sampleAnnotation({
        color: 'pink',
        note: 'Same month last year: 2.8%.\nHarbour alone: 5.4%.',
        anchor: { state: 'changed', checkedAt: '2026-03-12T09:20:00Z', textNow: 'x' },
        sources: [sampleSource(), sampleSource({ id: '2', stance: 'disputes', title: '' })],
      })}
    />,
  ],
];
