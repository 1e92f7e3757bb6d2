import { locale, t } from '../strings.ts';
import type { OptionsState } from './OptionsState.ts';

interface Props {
  storage: NonNullable<OptionsState['storage']>;
  onAskPersist: () => void;
}

/** "1.2 MB": bytes in the unit a reader thinks in. */
function size(bytes: number): string {
  const [value, unit] =
    bytes >= 1e6 ? [bytes / 1e6, 'megabyte'] : bytes >= 1e3 ? [bytes / 1e3, 'kilobyte'] : [bytes, 'byte'];
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}

/** How much is kept, of what, and whether the browser may clear it. */
export function StorageUse({ storage, onAskPersist }: Props) {
  return (
    <>
      <p>
        <strong>{t('options.storageUse', { used: size(storage.usedBytes) })}</strong>
      </p>
      <p class="hint">{t(storage.persisted ? 'options.storageSafe' : 'options.storageUnsafe')}</p>
      <dl class="page-pairs" aria-label={t('options.storageParts')}>
        {storage.parts.map(({ name, bytes }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{size(bytes)}</dd>
          </div>
        ))}
      </dl>
      {!storage.persisted && (
        <div class="page-actions">
          <button type="button" class="button" onClick={onAskPersist}>
            {t('options.askPersist')}
          </button>
        </div>
      )}
    </>
  );
}
