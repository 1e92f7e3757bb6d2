import { X } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { IconButton } from '../IconButton.tsx';
import { t } from '../strings.ts';
import { TextField } from '../TextField.tsx';
import { typedAddress } from '../typedAddress.ts';

interface Props {
  /** Host names. */
  sites: string[];
  onAdd: (site: string) => void;
  onRemove: (site: string) => void;
}

/** The sites where Claimlight stays off: the reader's own list. */
export function SiteList({ sites, onAdd, onRemove }: Props) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const add = () => {
    const address = typedAddress(typed);
    setWrong(!address);
    field.current?.focus();
    if (!address) return;
    onAdd(new URL(address).hostname.replace(/^www\./u, ''));
    setTyped('');
  };
  return (
    <>
      {sites.length === 0 && <p class="hint">{t('options.sitesNone')}</p>}
      <ul class="site-list">
        {sites.map((site) => (
          <li key={site}>
            <bdi dir="ltr">{site}</bdi>
            <IconButton
              icon={X}
              label={t('options.siteRemove', { site })}
              onClick={() => {
                onRemove(site);
                field.current?.focus();
              }}
            />
          </li>
        ))}
      </ul>
      <form
        class="site-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label={t('options.siteAdd')}
          type="url"
          placeholder="example.org"
          value={typed}
          inputRef={field}
          error={wrong ? t('options.siteProblem') : undefined}
          onInput={setTyped}
        />
        <button type="submit" class="button">
          {t('options.siteAddButton')}
        </button>
      </form>
    </>
  );
}
