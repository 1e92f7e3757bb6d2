import '#assets/styles/base.css';
import '#components/page.css';
import { useState } from 'preact/hooks';
import { t } from '#components/strings.ts';
import { TextField } from '#components/TextField.tsx';

/** What the reader types. */
export interface TypedServer {
  address: string;
  folder: string;
  user: string;
  password: string;
}

export interface CompanionState {
  /** The server that is connected, without name and password; null where there is none. */
  server: string | null;
  /** An extension that asks to use the server, and does not yet; where the browser does not say which one Claimlight is. */
  asker: string | null;
  /** What does not work, and what to do. */
  trouble: string | null;
  /** Whether name and password can be read on the way to the server. */
  isPlain: boolean;
  busy: boolean;
}

export interface CompanionActions {
  /** Must ask the browser before any await. */
  connect(typed: TypedServer): void;
  allow(): void;
  disconnect(): void;
}

interface Props {
  state: CompanionState;
  actions: CompanionActions;
}

/** The companion's only page: which server it reaches, and for whom. */
export function CompanionView({ state, actions }: Props) {
  const { server, asker, trouble, isPlain, busy } = state;
  return (
    <main class="page-view" data-testid="companion" aria-busy={busy}>
      <h1>{t('companion.name')}</h1>
      <p class="lead">{t('companion.description')}</p>
      <p>{t('companion.knows')}</p>
      {trouble && (
        <p class="field-error" role="alert" data-testid="companion-trouble">
          {trouble}
        </p>
      )}
      {asker && <p data-testid="companion-asks">{t('companion.asks', { id: asker })}</p>}
      {server === null ? (
        <Form busy={busy} actions={actions} />
      ) : (
        <div class="page-stack" data-testid="companion-connected">
          <p role="status">
            <strong>{t('companion.connected', { server })}</strong> {!asker && t('companion.next')}
          </p>
          {isPlain && <p class="field-error">{t('companion.plain')}</p>}
          <div class="page-actions">
            {asker && (
              <button
                type="button"
                class="button button-primary"
                data-testid="companion-allow"
                onClick={() => actions.allow()}
              >
                {t('companion.allow')}
              </button>
            )}
            <button
              type="button"
              class="button"
              data-testid="companion-disconnect"
              onClick={() => actions.disconnect()}
            >
              {t('companion.disconnect')}
            </button>
          </div>
          <p class="hint">{t('companion.disconnectHint')}</p>
        </div>
      )}
      <p role="status" class="visually-hidden">
        {busy ? t('companion.busy') : ''}
      </p>
    </main>
  );
}

function Form({ busy, actions }: { busy: boolean; actions: CompanionActions }) {
  const [typed, setTyped] = useState<TypedServer>({ address: '', folder: '', user: '', password: '' });
  const field = (name: keyof TypedServer) => ({
    value: typed[name],
    onInput: (text: string) => setTyped({ ...typed, [name]: text }),
    testid: `companion-${name}`,
  });
  return (
    <form
      class="page-stack"
      onSubmit={(event) => {
        event.preventDefault();
        actions.connect(typed);
      }}
    >
      <TextField
        label={t('companion.address')}
        type="url"
        hint={t('companion.addressHint')}
        {...field('address')}
      />
      <TextField label={t('companion.folder')} hint={t('companion.folderHint')} {...field('folder')} />
      <TextField label={t('companion.user')} {...field('user')} />
      <TextField
        label={t('companion.password')}
        type="password"
        hint={t('companion.passwordHint')}
        {...field('password')}
      />
      <div class="page-actions">
        <button type="submit" class="button button-primary" disabled={busy} data-testid="companion-connect">
          {t('companion.connect')}
        </button>
      </div>
    </form>
  );
}
