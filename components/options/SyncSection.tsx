import { useEffect, useRef } from 'preact/hooks';
import { FileButton } from '../FileButton.tsx';
import { Switch } from '../Switch.tsx';
import { t } from '../strings.ts';
import { agoInWords } from '../When.tsx';
import { OpenCompanion, SyncSetup } from './SyncSetup.tsx';
import type { SyncActions, SyncOn, SyncState } from './SyncState.ts';

interface Props {
  /** Null while it is read. */
  state: SyncState | null;
  /** What does not work just now. */
  trouble: string | null;
  busy: boolean;
  actions: SyncActions;
}

/** Files that are carried by hand. */
export const SYNC_FILE = '.claimlight-sync';

/** Several devices, one library: setting it up, and how it stands. */
export function SyncSection({ state, trouble, busy, actions }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef(state?.kind);
  // What was pressed went away with its step: the next step takes the focus.
  useEffect(() => {
    if (shown.current !== undefined && shown.current !== state?.kind) box.current?.focus();
    if (state) shown.current = state.kind;
  }, [state?.kind]);
  return (
    <div data-testid="sync" aria-busy={busy} tabIndex={-1} ref={box}>
      {trouble && (
        <p class="field-error" role="alert" data-testid="sync-trouble">
          {trouble}
        </p>
      )}
      {state?.kind === 'off' && (
        <>
          <p class="hint">{t('sync.offHint')}</p>
          <div class="page-actions">
            <button type="button" class="button" data-testid="sync-start" onClick={() => actions.start()}>
              {t('sync.start')}
            </button>
          </div>
        </>
      )}
      {state && state.kind !== 'off' && state.kind !== 'on' && (
        <SyncSetup state={state} busy={busy} actions={actions} />
      )}
      {state?.kind === 'on' && <Standing state={state} busy={busy} actions={actions} />}
      <p role="status" class="visually-hidden">
        {busy ? t('sync.busy') : ''}
      </p>
    </div>
  );
}

function Standing({ state, busy, actions }: { state: SyncOn; busy: boolean; actions: SyncActions }) {
  const { carrier, folder, lastAt, waiting } = state;
  return (
    <div class="page-stack">
      <p>
        <strong data-testid="sync-last">
          {lastAt ? t('sync.last', { ago: agoInWords(lastAt) }) : t('sync.never')}
        </strong>{' '}
        <span data-testid="sync-waiting">
          {waiting > 0 ? t('sync.waiting', waiting) : t('sync.nothingWaits')}
        </span>
      </p>
      {state.faults.map((fault) => (
        <p class="field-error" role="alert" key={fault}>
          {fault}
        </p>
      ))}
      <p class="hint">
        {carrier === 'folder'
          ? t('sync.overFolder', { folder: folder ?? '' })
          : t(carrier === 'webdav' ? 'sync.overServer' : 'sync.byHandHint')}
      </p>
      <ul class="site-list" aria-label={t('sync.devices')}>
        <li>
          <bdi>{t('sync.thisDevice', { name: state.name })}</bdi>
        </li>
        {state.devices.map(({ id, name, seenAt }) => (
          <li key={id}>
            <span>
              <bdi>{name}</bdi> · {t('sync.seen', { ago: agoInWords(seenAt) })}
            </span>
            <button
              type="button"
              class="link-button"
              aria-label={t('sync.forgetNamed', { name })}
              onClick={() => actions.forget(id)}
            >
              {t('sync.forget')}
            </button>
          </li>
        ))}
      </ul>
      {state.devices.length === 0 && <p class="hint">{t('sync.noDevices')}</p>}
      {carrier !== 'file' && (
        <Switch
          label={t('sync.pause')}
          hint={t('sync.pauseHint')}
          on={state.paused}
          onChange={actions.setPaused}
        />
      )}
      <div class="page-actions">
        {carrier !== 'file' && (
          <button
            type="button"
            class="button button-primary"
            disabled={busy}
            data-testid="sync-now"
            onClick={() => actions.exchange()}
          >
            {t(state.mustAllow ? 'sync.allow' : 'sync.now')}
          </button>
        )}
        {carrier !== 'file' && state.isEmptied && (
          <button type="button" class="button" disabled={busy} onClick={() => actions.fillAgain()}>
            {t('sync.fillAgain')}
          </button>
        )}
        {carrier === 'webdav' && <OpenCompanion actions={actions} />}
        {carrier === 'file' && (
          <>
            <button
              type="button"
              class="button button-primary"
              disabled={busy}
              data-testid="sync-save"
              onClick={() => actions.saveFile()}
            >
              {t('sync.saveFile')}
            </button>
            <FileButton
              label={t('sync.takeFile')}
              accept={SYNC_FILE}
              disabled={busy}
              onFile={actions.takeFile}
            />
          </>
        )}
        <button
          type="button"
          class="button"
          disabled={busy}
          data-testid="sync-leave"
          onClick={() => actions.leave()}
        >
          {t('sync.leave')}
        </button>
      </div>
      <p class="hint">{t('sync.leaveHint')}</p>
    </div>
  );
}
