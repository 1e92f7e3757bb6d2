import { t } from '../strings.ts';
import type { Shortcut } from './OptionsState.ts';

interface Props {
  shortcuts: Shortcut[];
  onChange: () => void;
}

/** Which keys do what; the browser has them changed in a page of its own. */
export function ShortcutList({ shortcuts, onChange }: Props) {
  return (
    <>
      <dl class="page-pairs">
        {shortcuts.map(({ name, keys }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : t('options.shortcutUnset')}</dd>
          </div>
        ))}
      </dl>
      <div class="page-actions">
        <button type="button" class="button" onClick={onChange}>
          {t('options.shortcutsChange')}
        </button>
      </div>
    </>
  );
}
