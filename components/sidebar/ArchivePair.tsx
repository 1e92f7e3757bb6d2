import { useId, useState } from 'preact/hooks';
import { ARCHIVES, archivePage, checkArchived } from '#model/archives.ts';
import { SafeLink } from '../SafeLink.tsx';
import { t } from '../strings.ts';
import { When } from '../When.tsx';

interface Props {
  /** The page's addresses; the first is what the archives are asked for. */
  addresses: string[];
  /** The copy that is known, '' for none, and when it was given. */
  archivedUrl: string;
  archivedAt?: string | undefined;
  onArchived: (url: string) => void;
}

const NAMES = { wayback: 'wayback', 'archive.today': 'today' } as const;
const PROBLEMS = { 'no address': 'address', 'no archive': 'archive', 'another page': 'page' } as const;

/** The copy of a page in a web archive: the archives are opened by the reader's click, and the address found there is pasted and checked. */
export function ArchivePair({ addresses, archivedUrl, archivedAt, onArchived }: Props) {
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState<keyof typeof PROBLEMS | null>(null);
  const field = useId();
  const hint = useId();
  const [address = ''] = addresses;
  if (!archivePage('wayback', address)) return null;

  const take = (text: string) => {
    const checked = checkArchived(text, addresses);
    setPasted(checked.ok ? '' : text);
    setProblem(checked.ok ? null : checked.problem);
    if (checked.ok) onArchived(checked.url);
  };

  return (
    <details class="archive" data-testid="archive">
      <summary>{t(archivedUrl ? 'archive.known' : 'archive.title')}</summary>
      {archivedUrl && (
        <p>
          <SafeLink url={archivedUrl}>{archivedUrl}</SafeLink>
          {archivedAt && (
            <>
              {' · '}
              <When at={archivedAt} />
            </>
          )}
        </p>
      )}
      <p class="archive-open">
        {ARCHIVES.map((archive) => (
          <SafeLink key={archive} url={archivePage(archive, address) ?? ''}>
            {t(`archive.${NAMES[archive]}`)}
          </SafeLink>
        ))}
      </p>
      <form
        class="archive-form"
        onSubmit={(event) => {
          event.preventDefault();
          take(pasted);
        }}
      >
        <label for={field}>{t('archive.paste')}</label>
        <input
          id={field}
          class="field-input"
          type="url"
          data-testid="archive-url"
          value={pasted}
          aria-invalid={problem !== null}
          aria-describedby={problem ? hint : undefined}
          onInput={(event) => setPasted(event.currentTarget.value)}
          onPaste={(event) => {
            const text = event.clipboardData?.getData('text/plain') ?? '';
            if (!text.trim() || pasted) return;
            event.preventDefault();
            take(text);
          }}
        />
        <button type="submit" class="button" data-testid="archive-save">
          {t('archive.keep')}
        </button>
      </form>
      {problem && (
        <p class="field-error" id={hint} role="alert">
          {t(`archive.problem.${PROBLEMS[problem]}`)}
        </p>
      )}
    </details>
  );
}
