import { cleanup, render } from '@testing-library/preact';
import type { VNode } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { OptionsView } from '#components/options/OptionsView.tsx';
import { PopupView } from '#components/popup/PopupView.tsx';
import { QuickCard } from '#components/quick/QuickCard.tsx';
import { SidebarView } from '#components/sidebar/SidebarView.tsx';
import './english.ts';
import { OPTIONS_STATES } from './pageStates.ts';
import { POPUP_STATES } from './popupStates.ts';
import { sampleAnnotation } from './samples.ts';
import { SIDEBAR_STATES } from './sidebarStates.ts';

afterEach(cleanup);

const MARKUP =
  '<script>hit()</script><img src=x onerror="hit()"><svg onload="hit()"><iframe srcdoc="<p>">[x](javascript:hit()) ![y](http://t.example/p.png) \u202Egnp';
const ADDRESS = 'javascript:hit()';

/** The same props with markup in every text of the reader's or of a page's; what views switch on stays. */
function poisoned<T>(value: T, key = ''): T {
  const kept =
    /^(?:id|kind|of|state|color|type|status|stance|tier|anchor|shortcut|verdict|where|language|theme|textSize|defaultColor)$|At$|^at$/;
  if (typeof value === 'function' || value === null) return value;
  if (typeof value === 'string') {
    if (kept.test(key) || value === '') return value;
    return (
      /^(?:url|canonicalUrl|archivedUrl|image|addresses)$/.test(key) ? ADDRESS : `${value} ${MARKUP}`
    ) as T;
  }
  if (Array.isArray(value)) return value.map((one: unknown) => poisoned(one, key)) as T;
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, one]) => [
    name,
    name === 'actions' || name === 'article' || name === 'card' ? one : poisoned(one, name),
  ]);
  return Object.fromEntries(entries) as T;
}

const views: [string, () => VNode][] = [
  ...Object.entries(SIDEBAR_STATES).map(([name, props]): [string, () => VNode] => [
    `side bar, ${name}`,
    () => <SidebarView {...props} state={poisoned(props.state)} knownTags={poisoned(props.knownTags)} />,
  ]),
  ...Object.entries(POPUP_STATES).map(([name, props]): [string, () => VNode] => [
    `popup, ${name}`,
    () => (
      <PopupView
        {...props}
        page={poisoned(props.page)}
        recent={poisoned(props.recent)}
        found={poisoned(props.found)}
      />
    ),
  ]),
  ...Object.entries(OPTIONS_STATES).map(([name, props]): [string, () => VNode] => [
    `options, ${name}`,
    () => <OptionsView {...props} state={poisoned(props.state)} />,
  ]),
  [
    'card in the page',
    () => (
      <QuickCard
        annotation={poisoned(sampleAnnotation({ note: 'A note' }))}
        others={0}
        onNext={() => undefined}
        onColor={() => undefined}
        onEdit={() => undefined}
        onSource={() => undefined}
        onDelete={() => undefined}
        onClose={() => undefined}
      />
    ),
  ],
];

it.each(views)('markup in every field is shown as text: %s', (_, view) => {
  let hits = 0;
  (globalThis as { hit?: () => void }).hit = () => {
    hits += 1;
  };
  const { container } = render(view());
  expect(container.querySelectorAll('script, img, iframe, object, embed, [onerror], [onload]').length).toBe(
    0,
  );
  for (const { href } of container.querySelectorAll('a')) expect(href).toMatch(/^https?:|^#?$/);
  expect(hits).toBe(0);
});
