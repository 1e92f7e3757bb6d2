import { cleanup, render } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { RecordMapping } from '#exchange/foreign/mapRecords.ts';
import { readForeign } from '#exchange/index.ts';
import { ImportDialog } from '#panel/ImportDialog.tsx';
import type { ImportCounts } from '#storage/index.ts';
import { accessibilityFaults, preferScheme } from './audit.ts';
import { english } from './english.ts';

afterEach(cleanup);

const nothing = () => undefined;
const none: ImportCounts = { new: 0, same: 0, updated: 0, older: 0, conflict: 0, refused: 0 };

/** The dialog over a file that is read anew with every choice, as the options do. */
function show(text: string) {
  function Page() {
    const [mapping, setMapping] = useState<RecordMapping>({ colors: {}, tags: {} });
    const records = readForeign(new TextEncoder().encode(text), 'marks.csv', mapping.columns);
    return (
      <ImportDialog
        name="marks.csv"
        preview={{
          header: undefined,
          articles: { ...none, new: records.articles.length },
          annotations: { ...none, new: records.annotations.length },
          versions: none,
          refused: [],
          trashed: 0,
          foreignAddresses: 0,
        }}
        foreign={{ records, mapping, at: '2026-05-02T10:00:00.000Z' }}
        progress={null}
        onMap={setMapping}
        onRestore={nothing}
        onCancel={nothing}
      />
    );
  }
  return render(<Page />);
}

const KNOWN = 'Quote,Link,Shelf,Colour\nTolls rise,https://quay.example/tolls,B3,blue\n';
const UNKNOWN = 'First,Second\nTolls rise,https://quay.example/tolls\n';

describe.each(['light', 'dark'] as const)('a table that nobody knows, in %s', (scheme) => {
  it.each([
    ['with columns guessed', KNOWN],
    ['with none guessed', UNKNOWN],
  ])('%s, has no accessibility fault and needs no sideways scrolling', async (_name, text) => {
    await page.viewport(320, 800);
    await preferScheme(scheme);
    const { baseElement } = show(text);
    expect(await accessibilityFaults(baseElement)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  });
});

const READWISE = `Highlight,Title,URL,Shelf\nTolls rise,Tolls,https://quay.example/tolls,harbour\n`;

describe('the columns of a table', () => {
  it('that a program’s own reader does not know can be given a meaning, too', async () => {
    const { getByLabelText, getByText, getByTestId, queryByTestId } = show(READWISE);
    await userEvent.click(getByText(english('restore.moreColumns', { count: 1 })));
    const shelf = getByLabelText('shelf') as HTMLSelectElement;
    expect(shelf.value).toBe('keep');
    // It is said there that the column is kept, and once is enough.
    expect(queryByTestId('import-kept')).toBeNull();
    expect(await accessibilityFaults(document.body)).toEqual([]);
    await userEvent.selectOptions(shelf, english('column.tags'));
    expect(getByTestId('import-tags').textContent).toContain('harbour');
    expect(getByTestId('import-columns').hasAttribute('open')).toBe(true);
  });

  it('are guessed, and shown with a cell of each', () => {
    const { getByLabelText, getByTestId } = show(KNOWN);
    expect((getByLabelText('quote') as HTMLSelectElement).value).toBe('quote');
    expect((getByLabelText('link') as HTMLSelectElement).value).toBe('url');
    expect((getByLabelText('shelf') as HTMLSelectElement).value).toBe('keep');
    expect(getByTestId('import-columns').textContent).toContain('B3');
  });

  it('are the reader’s to say, and the preview follows', async () => {
    const { getByLabelText, getByTestId, queryByTestId } = show(UNKNOWN);
    expect(getByTestId('import-no-column').textContent).toContain(english('restore.columnsNeeded'));
    expect((getByTestId('import-yes') as HTMLButtonElement).disabled).toBe(true);
    expect(queryByTestId('import-samples')).toBe(null);
    await userEvent.selectOptions(getByLabelText('first'), english('column.quote'));
    getByLabelText('second').focus();
    await userEvent.selectOptions(getByLabelText('second'), english('column.url'));
    expect(getByTestId('import-samples').textContent).toContain('Tolls rise');
    expect((getByTestId('import-yes') as HTMLButtonElement).disabled).toBe(false);
    expect(document.activeElement).toBe(getByLabelText('second'));
  });
});
