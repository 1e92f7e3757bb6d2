import './diff.css';
import { Fragment } from 'preact';
import type { WordChange } from '#model/WordChange.ts';
import { t } from './strings.ts';

interface Props {
  changes: WordChange[];
  language?: string | null | undefined;
}

/** Old wording to new, word by word: removed words are struck through, added ones underlined, and both are said. */
export function Diff({ changes, language }: Props) {
  return (
    <p class="diff" data-testid="diff" dir="auto" lang={language ?? undefined}>
      {changes.map((change, index) => {
        if (change.kind === 'same') return change.text;
        const Tag = change.kind === 'removed' ? 'del' : 'ins';
        // The line runs under words, not under the space around them.
        const words = change.text.trim();
        const [lead, trail] = words ? change.text.split(words, 2) : ['', ''];
        return (
          <Fragment key={index}>
            {lead}
            <Tag class={change.touches ? 'diff-weighty' : undefined}>
              <span class="visually-hidden">
                {t(change.kind === 'removed' ? 'diff.removed' : 'diff.added')}{' '}
              </span>
              {words || change.text}
              <span class="visually-hidden"> {t('diff.end')} </span>
            </Tag>
            {trail}
          </Fragment>
        );
      })}
    </p>
  );
}
