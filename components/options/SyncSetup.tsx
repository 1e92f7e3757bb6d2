import { useState } from 'preact/hooks';
import { FileButton } from '../FileButton.tsx';
import { t } from '../strings.ts';
import { TextField } from '../TextField.tsx';
import type { SyncActions, SyncState } from './SyncState.ts';

type Step = Exclude<SyncState, { kind: 'off' | 'on' }>;

const STEPS: Step['kind'][] = ['carrier', 'name', 'passphrase', 'preview'];
/** Shortest passphrase of a new library, characters: four words. */
const SHORTEST = 16;

interface Props<S extends Step = Step> {
  state: S;
  busy: boolean;
  actions: SyncActions;
}

/** Sharing a library, in four steps. Nothing is written before the last one. */
export function SyncSetup({ state, busy, actions }: Props) {
  return (
    <div class="page-stack" data-testid="sync-setup" data-step={state.kind}>
      <p class="hint">{t('sync.step', { step: STEPS.indexOf(state.kind) + 1, steps: STEPS.length })}</p>
      {state.kind === 'carrier' && <Carrier state={state} busy={busy} actions={actions} />}
      {state.kind === 'name' && <Name state={state} busy={busy} actions={actions} />}
      {state.kind === 'passphrase' && <Passphrase state={state} busy={busy} actions={actions} />}
      {state.kind === 'preview' && <Preview state={state} busy={busy} actions={actions} />}
      <div class="page-actions">
        <button type="button" class="button" disabled={busy} onClick={() => actions.cancel()}>
          {t('sync.cancel')}
        </button>
      </div>
    </div>
  );
}

function Carrier({ state, busy, actions }: Props<Extract<Step, { kind: 'carrier' }>>) {
  return (
    <>
      {state.canFolder && (
        <>
          <p>{t('sync.folderHint')}</p>
          <div class="page-actions">
            <button
              type="button"
              class="button button-primary"
              disabled={busy}
              data-testid="sync-folder"
              onClick={() => actions.chooseFolder()}
            >
              {t('sync.chooseFolder')}
            </button>
          </div>
        </>
      )}
      {!state.canFolder && <p>{t('sync.noFolderHint')}</p>}
      <p>{t('sync.davHint')}</p>
      {state.companion !== 'connected' && (
        <p class="hint" data-testid="sync-companion">
          {t(state.companion === 'absent' ? 'sync.davInstall' : 'sync.davConnect')}
        </p>
      )}
      {state.companion !== 'absent' && (
        <div class="page-actions">
          {state.companion === 'connected' && (
            <button
              type="button"
              class="button"
              disabled={busy}
              data-testid="sync-server"
              onClick={() => actions.chooseServer()}
            >
              {t('sync.davUse')}
            </button>
          )}
          <OpenCompanion actions={actions} />
        </div>
      )}
      <p>{t('sync.handHint')}</p>
      <div class="page-actions">
        <button
          type="button"
          class="button"
          disabled={busy}
          data-testid="sync-hand-new"
          onClick={() => actions.chooseByHand('new')}
        >
          {t('sync.handNew')}
        </button>
        <FileButton
          label={t('sync.handJoin')}
          accept=".claimlight-sync"
          disabled={busy}
          onFile={(file) => actions.chooseByHand('join', file)}
        />
      </div>
    </>
  );
}

/** Leads to the page on which the server is named. */
export function OpenCompanion({ actions }: { actions: SyncActions }) {
  return (
    <button
      type="button"
      class="button"
      data-testid="sync-open-companion"
      onClick={() => actions.openCompanion()}
    >
      {t('sync.davOpen')}
    </button>
  );
}

function Name({ state, busy, actions }: Props<Extract<Step, { kind: 'name' }>>) {
  const [name, setName] = useState(state.name);
  const { carrier, choice, folder } = state;
  return (
    <form
      class="page-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) actions.setName(name.trim());
      }}
    >
      <p>
        {carrier === 'folder'
          ? t(choice === 'new' ? 'sync.foundInFolder' : 'sync.joinInFolder', { folder: folder ?? '' })
          : carrier === 'webdav'
            ? t(choice === 'new' ? 'sync.foundOnServer' : 'sync.joinOnServer')
            : t(choice === 'new' ? 'sync.foundByHand' : 'sync.joinByHand')}
      </p>
      <TextField
        label={t('sync.name')}
        hint={t('sync.nameHint')}
        value={name}
        onInput={setName}
        testid="sync-name"
      />
      <div class="page-actions">
        <button
          type="submit"
          class="button button-primary"
          disabled={busy || !name.trim()}
          data-testid="sync-next"
        >
          {t('sync.next')}
        </button>
      </div>
    </form>
  );
}

function Passphrase({ state, busy, actions }: Props<Extract<Step, { kind: 'passphrase' }>>) {
  const [typed, setTyped] = useState('');
  const [again, setAgain] = useState('');
  const [error, setError] = useState<string>();
  const isNew = state.choice === 'new';
  return (
    <form
      class="page-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isNew && typed.trim().length < SHORTEST)
          setError(t('sync.passphraseShort', { length: SHORTEST }));
        else if (isNew && typed !== again) setError(t('sync.passphraseDiffers'));
        else if (typed) actions.setPassphrase(typed);
      }}
    >
      <p>{t(isNew ? 'sync.passphraseNewHint' : 'sync.passphraseJoinHint')}</p>
      <TextField
        label={t('sync.passphrase')}
        type="password"
        value={typed}
        error={error}
        onInput={(text) => {
          setTyped(text);
          setError(undefined);
        }}
        testid="sync-passphrase"
      />
      {isNew && (
        <TextField
          label={t('sync.passphraseAgain')}
          type="password"
          value={again}
          onInput={setAgain}
          testid="sync-passphrase-again"
        />
      )}
      <p class="hint">{t('sync.passphraseKept')}</p>
      <div class="page-actions">
        <button type="submit" class="button button-primary" disabled={busy} data-testid="sync-next">
          {t('sync.next')}
        </button>
      </div>
    </form>
  );
}

function Preview({ state, busy, actions }: Props<Extract<Step, { kind: 'preview' }>>) {
  const { preview, choice } = state;
  const counts = [
    [t('sync.previewNew'), preview.newAnnotations],
    [t('sync.previewArticles'), preview.newArticles],
    [t('sync.previewBoth'), preview.both],
    [t('sync.previewOnlyHere'), preview.onlyHere],
    [t('sync.previewDeleted'), preview.deletedThere],
  ] as const;
  return (
    <>
      <p>{t(choice === 'new' ? 'sync.previewFound' : 'sync.previewJoin')}</p>
      <dl class="page-pairs" data-testid="sync-preview">
        {counts
          .filter(([, count]) => choice === 'join' || count > 0)
          .map(([label, count]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{count}</dd>
            </div>
          ))}
      </dl>
      <p class="hint">{t('sync.previewCopy')}</p>
      <div class="page-actions">
        <button
          type="button"
          class="button button-primary"
          disabled={busy}
          data-testid="sync-begin"
          onClick={() => actions.begin()}
        >
          {t(choice === 'new' ? 'sync.beginFound' : 'sync.beginJoin')}
        </button>
      </div>
    </>
  );
}
