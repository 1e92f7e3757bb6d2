import { useState } from 'preact/hooks';
import { SelectField } from '../SelectField.tsx';
import { t } from '../strings.ts';
import { agoInWords } from '../When.tsx';

/** How it stands with the folder of Markdown files. */
export interface VaultState {
  /** Whether the browser lets an extension write into a folder. */
  canFolder: boolean;
  /** Manners of Markdown, as the words name them. */
  presets: readonly string[];
  /** Null where no folder is kept. */
  kept: {
    folder: string;
    preset: string;
    at: string | null;
    /** Why it is not up to date, as a sentence. */
    fault: string | null;
    mustAllow: boolean;
  } | null;
  busy: boolean;
}

export interface VaultActions {
  choose(preset: string): void;
  update(): void;
  end(): void;
  /** Where there is no folder: the dialog with every format. */
  openExport(): void;
}

interface Props {
  state: VaultState;
  actions: VaultActions;
}

/** A folder that is kept up to date with Markdown files. */
export function VaultSection({ state, actions }: Props) {
  const { canFolder, kept, busy } = state;
  return (
    <div class="page-stack" data-testid="vault" aria-busy={busy}>
      {!canFolder && (
        <>
          <p class="hint">{t('vault.cannot')}</p>
          <div class="page-actions">
            <button type="button" class="button" data-testid="vault-zip" onClick={() => actions.openExport()}>
              {t('vault.zip')}
            </button>
          </div>
        </>
      )}
      {canFolder && !kept && <Choice state={state} actions={actions} />}
      {kept && <Kept kept={kept} busy={busy} actions={actions} />}
      <p role="status" class="visually-hidden">
        {busy ? t('vault.busy') : ''}
      </p>
    </div>
  );
}

function Choice({ state: { presets, busy }, actions }: Props) {
  const [preset, setPreset] = useState('obsidian');
  return (
    <>
      <p class="hint">{t('vault.hint')}</p>
      <SelectField
        label={t('export.preset')}
        testid="vault-preset"
        value={preset}
        choices={presets.map((name) => ({ value: name, label: presetName(name) }))}
        onChange={setPreset}
      />
      <div class="page-actions">
        <button
          type="button"
          class="button"
          disabled={busy}
          data-testid="vault-choose"
          onClick={() => actions.choose(preset)}
        >
          {t('vault.choose')}
        </button>
      </div>
    </>
  );
}

/** The names stand with those of the export dialog. */
const presetName = (name: string): string =>
  (t as unknown as (key: string) => string)(`export.presetName.${name}`);

interface KeptProps {
  kept: NonNullable<VaultState['kept']>;
  busy: boolean;
  actions: VaultActions;
}

function Kept({ kept, busy, actions }: KeptProps) {
  const { folder, preset, at, fault, mustAllow } = kept;
  const ago = at && agoInWords(at);
  const standing = !ago ? t('vault.never') : t(fault ? 'vault.last' : 'vault.at', { ago });
  return (
    <>
      <p>
        <strong data-testid="vault-at">{busy ? t('vault.busy') : standing}</strong>
      </p>
      {fault && (
        <p class="field-error" role="alert" data-testid="vault-fault">
          {fault}
        </p>
      )}
      <p class="hint">{t('vault.kept', { folder, preset: presetName(preset) })}</p>
      <div class="page-actions">
        <button
          type="button"
          class="button button-primary"
          disabled={busy}
          data-testid="vault-update"
          onClick={() => actions.update()}
        >
          {t(mustAllow ? 'sync.allow' : 'vault.update')}
        </button>
        <button
          type="button"
          class="button"
          disabled={busy}
          data-testid="vault-end"
          onClick={() => actions.end()}
        >
          {t('vault.end')}
        </button>
      </div>
    </>
  );
}
