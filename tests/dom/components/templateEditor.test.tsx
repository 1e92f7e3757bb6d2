import { cleanup, fireEvent, render } from '@testing-library/preact';
import { useRef, useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { ArticleNotes } from '#exchange/ArticleNotes.ts';
import { previewTemplate } from '#exchange/template/previewTemplate.ts';
import { STARTING_TEMPLATES } from '#exchange/template/startingTemplates.ts';
import type { Template } from '#model/Template.ts';
import { TemplateEditor } from '#panel/TemplateEditor.tsx';
import type { TemplateDeeds } from '#panel/TemplateModel.ts';
import type { TemplateDraft } from '#storage/templateDraft.ts';
import { accessibilityFaults, preferScheme } from './audit.ts';
import '#assets/styles/base.css';
import '#components/page.css';
import './english.ts';
import { anAnnotation, anArticle, aSource } from '../../unit/exchange/records.ts';

afterEach(cleanup);
beforeEach(() => page.viewport(1100, 900));

const SAMPLE: ArticleNotes = {
  article: anArticle({ title: 'Harbour dues: <b>to double</b>' }),
  annotations: [anAnnotation({ note: 'Per cent or points?', sources: [aSource()] })],
};

/** The editor over what it really writes; what is saved is said. */
function Editing({
  sample = SAMPLE,
  theirs: others = null,
  comesAtSave = false,
  drafts = [],
  onSave,
  onUseMine,
  onClose,
}: {
  sample?: ArticleNotes | null;
  theirs?: Template | null;
  comesAtSave?: boolean;
  drafts?: TemplateDraft[];
  onSave?: (saved: Template) => void;
  onUseMine?: () => void;
  onClose?: () => void;
}) {
  const saved = STARTING_TEMPLATES.obsidian;
  const [template, setTemplate] = useState(saved);
  const [before, setBefore] = useState<Template | null>(null);
  const [theirs, setTheirs] = useState(comesAtSave ? null : others);
  const deeds: TemplateDeeds = {
    type: (part, text) => setTemplate({ ...template, [part]: text }),
    begin: (preset) => {
      setBefore(template);
      setTemplate(STARTING_TEMPLATES[preset]);
    },
    back: () => {
      if (before) setTemplate(before);
      setBefore(null);
    },
    discard: () => setTemplate(saved),
    goTo: (id) => setTemplate(drafts.find((one) => one.id === id)?.template ?? template),
    save: () => {
      if (comesAtSave) setTheirs(others);
      onSave?.(template);
    },
    useMine: () => onUseMine?.(),
    leaveTheirs: () => setTheirs(null),
    close: () => onClose?.(),
  };
  const preview = sample && previewTemplate(template, sample);
  const last = useRef('');
  if (preview && preview.faults.length === 0) last.current = preview.text;
  const lastGood = last.current;
  return (
    <TemplateEditor
      model={deeds}
      state={{ template, saved, theirs, others: drafts, before, sample, preview, lastGood }}
    />
  );
}

const field = (part: string) => page.getByTestId(`template-${part}`);
const preview = () => page.getByTestId('template-preview');

it('gives the focus back to what opened it, also where the view goes without a word', async () => {
  function Opener() {
    const [open, setOpen] = useState(false);
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          Open
        </button>
        {open && <Editing onClose={() => setOpen(false)} />}
      </>
    );
  }
  const { getByText } = render(<Opener />);
  await page.getByText('Open', { exact: true }).click();
  await page.getByTestId('template-close').click();
  await expect.poll(() => document.activeElement).toBe(getByText('Open'));
});

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  it.each([1100, 380])(
    'has no accessibility fault at %i px, with a fault in it and everything open',
    async (width) => {
      await page.viewport(width, 800);
      await preferScheme(scheme);
      const { container } = render(<Editing />);
      fireEvent.input(field('article').element(), { target: { value: '{{ article.titel }}' } });
      container.querySelector('details')?.setAttribute('open', '');
      await expect.element(page.getByTestId('template-fault')).toBeVisible();
      expect(await accessibilityFaults(container)).toEqual([]);
    },
  );
});

it('needs no sideways scrolling at 320 px, and has targets of 24 px', async () => {
  await page.viewport(320, 800);
  const { container } = render(<Editing />);
  container.querySelector('details')?.setAttribute('open', '');
  const dialog = container.querySelector('dialog');
  expect(dialog?.scrollWidth).toBeLessThanOrEqual(dialog?.clientWidth ?? 0);
  const heights = [...container.querySelectorAll('button, summary, select')].map(
    (one) => one.getBoundingClientRect().height,
  );
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
});

it('shows at every letter how the note looks, and what it holds stays text', async () => {
  render(<Editing />);
  await expect.element(preview()).toHaveDisplayValue(/# Harbour dues: \\<b>to double\\<\/b>/u);
  await field('article').fill('Read: {{ article.site }}');
  await expect.element(preview()).toHaveDisplayValue(/Read: Morning Courier/u);
  await expect.element(page.getByTestId('template-discard')).toBeInTheDocument();
});

it('says what is wrong, where, and is not saved until it is mended', async () => {
  const saved: Template[] = [];
  render(<Editing onSave={(template) => saved.push(template)} />);
  await field('annotation').fill('One\n{{ annotation.qoute }}');
  await expect
    .element(field('annotation'))
    .toHaveAccessibleDescription('Each highlight, line 2: “annotation.qoute” is not known');
  await expect.element(page.getByTestId('template-save')).toBeDisabled();
  await field('annotation').fill('One\n{{ annotation.quote }}');
  await page.getByTestId('template-save').click();
  expect(saved[0]?.annotation).toBe('One\n{{ annotation.quote }}');
});

it('puts a name in where the reader typed last', async () => {
  render(<Editing />);
  await field('annotation').fill('A  B');
  (field('annotation').element() as HTMLTextAreaElement).setSelectionRange(2, 2);
  await page.getByText('What can stand in it').click();
  await page.getByRole('button', { name: 'annotation.note', exact: true }).click();
  await expect.element(field('annotation')).toHaveValue('A {{ annotation.note }} B');
  await expect.element(field('annotation')).toHaveFocus();
});

it('begins anew from a preset, and takes that back', async () => {
  render(<Editing />);
  await field('article').fill('Mine');
  await page.getByTestId('template-preset').selectOptions('logseq');
  await page.getByTestId('template-reset').click();
  await expect.element(field('front')).toHaveValue(STARTING_TEMPLATES.logseq.front);
  await page.getByTestId('template-back').click();
  await expect.element(field('article')).toHaveValue('Mine');
});

it('keeps how the note last looked while there is a fault, and says that it is that', async () => {
  render(<Editing />);
  await field('article').fill('Read: {{ article.site }}');
  await expect.element(preview()).toHaveDisplayValue(/Read: Morning Courier/u);
  await field('article').fill('Read: {{ article.site }} {% if %}');
  await expect.element(page.getByLabelText(/^As “Harbour dues.*looked before the fault/u)).toBeVisible();
  await expect.element(preview()).toHaveDisplayValue(/Read: Morning Courier/u);
  await field('article').fill('Site: {{ article.site }}');
  await expect
    .element(page.getByLabelText(/^How “Harbour dues.*looks/u))
    .toHaveDisplayValue(/Site: Morning/u);
});

it('cuts nothing off a text that is too long, and says how long it may be', async () => {
  render(<Editing />);
  await field('article').click();
  await page.getByTestId('template-article').fill('');
  // As a paste does, which alone obeys the limit of a field.
  document.execCommand('insertText', false, 'x'.repeat(20_005));
  await expect.element(field('article')).toHaveAccessibleDescription(/20005 characters and may have 20,000/u);
  await expect.element(field('article')).toHaveValue('x'.repeat(20_005));
  await expect.element(page.getByTestId('template-save')).toBeDisabled();
});

it('shows what another window saved, and asks which of the two is used', async () => {
  await page.viewport(380, 800);
  let used = 0;
  const { container } = render(
    <Editing theirs={{ ...STARTING_TEMPLATES.plain, article: 'Theirs' }} onUseMine={() => ++used} />,
  );
  await expect.element(page.getByTestId('template-theirs')).toHaveDisplayValue(/Theirs/u);
  await expect.element(page.getByTestId('template-save')).toBeDisabled();
  expect(await accessibilityFaults(container)).toEqual([]);
  await page.getByTestId('template-use-mine').click();
  expect(used).toBe(1);
});

it('leads the focus to the choice that Save brings, and back to the text after it', async () => {
  render(<Editing theirs={{ ...STARTING_TEMPLATES.plain, article: 'Theirs' }} comesAtSave />);
  await field('article').fill('Mine');
  await page.getByTestId('template-save').click();
  await expect.element(page.getByTestId('template-leave-theirs')).toHaveFocus();
  await page.getByTestId('template-leave-theirs').click();
  await expect.element(page.getByTestId('template-two')).not.toBeInTheDocument();
  await expect.element(field('article')).toHaveFocus();
});

it.each([
  ['discard', 'template-discard'],
  ['taking a preset back', 'template-back'],
])('puts the focus on the text after %s', async (_deed, testid) => {
  render(<Editing />);
  await field('article').fill('Mine');
  await page.getByTestId('template-reset').click();
  if (testid === 'template-discard') await field('article').fill('Mine again');
  await page.getByTestId(testid).click();
  await expect.element(page.getByTestId(testid)).not.toBeInTheDocument();
  await expect.element(field('article')).toHaveFocus();
});

it('does not use its own template of two while there is a fault in it', async () => {
  render(<Editing theirs={STARTING_TEMPLATES.plain} />);
  await field('article').fill('{% if %}');
  await expect.element(page.getByTestId('template-use-mine')).toBeDisabled();
});

it('shows the drafts of other windows, and goes over to one', async () => {
  await page.viewport(380, 800);
  const template = { ...STARTING_TEMPLATES.plain, article: 'Of another window' };
  const draft = { id: 'one', template, base: STARTING_TEMPLATES.obsidian, at: '2026-03-02T10:00:00.000Z' };
  const { container } = render(<Editing drafts={[draft]} />);
  await page.getByText('Drafts from other windows (1)').click();
  expect(await accessibilityFaults(container)).toEqual([]);
  await page.getByTestId('template-go-to').click();
  await expect.element(field('article')).toHaveValue('Of another window');
});

it('says where there is nothing to show', async () => {
  render(<Editing sample={null} />);
  await expect.element(preview()).toHaveDisplayValue(/No article is kept here yet/u);
});
