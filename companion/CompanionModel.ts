import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { t } from '#components/strings.ts';
import { logFault } from '#model/logFault.ts';
import { CarrierFault, type CarrierFaultKind } from '#sync/Carrier.ts';
import type { CompanionActions, CompanionState, TypedServer } from './CompanionView.tsx';
import { changeConnection, originOf, readConnection } from './connection.ts';
import { isReadableByAll, typedServer } from './typedServer.ts';
import { webdavCarrier } from './webdavCarrier.ts';

/** What the companion's page shows and does. */
export class CompanionModel {
  readonly state = signal<CompanionState>({
    server: null,
    asker: null,
    trouble: null,
    isPlain: false,
    busy: false,
  });

  readonly actions: CompanionActions = {
    connect: (typed) => this.#connect(typed),
    allow: () => this.#run(() => this.#letIn()),
    disconnect: () =>
      this.#run(async () => {
        const { server } = await readConnection();
        await changeConnection({ server: undefined, client: undefined });
        if (server) await browser.permissions.remove({ origins: [originOf(server.address)] });
      }),
  };

  async refresh(): Promise<void> {
    const { server, client, asker } = await readConnection();
    const isAllowed = server && (await browser.permissions.contains({ origins: [originOf(server.address)] }));
    this.#show({
      server: server && isAllowed ? server.address : null,
      isPlain: server !== undefined && isReadableByAll(server.address),
      // Firefox says who asks; there is nobody else to let in.
      asker: asker === undefined || asker === client || import.meta.env.FIREFOX ? null : asker,
    });
  }

  #connect({ address, folder, user, password }: TypedServer): void {
    const named = typedServer(address, folder);
    if (named === undefined) {
      this.#show({ trouble: t('companion.badAddress') });
      return;
    }
    // Asked before any await: browsers want the click.
    const asked = browser.permissions.request({ origins: [originOf(named)] });
    this.#run(async () => {
      if (!(await asked)) {
        this.#show({ trouble: t('companion.notAllowed') });
        return;
      }
      const server = { address: named, user, password };
      await webdavCarrier(server).list();
      await changeConnection({ server });
      await this.#letIn();
    });
  }

  /** Whoever asked last may use the server from now on. */
  async #letIn(): Promise<void> {
    const { asker, client } = await readConnection();
    await changeConnection({ client: asker ?? client, asker: undefined });
  }

  #run(deed: () => Promise<void>): void {
    if (this.state.value.busy) return;
    this.#show({ busy: true, trouble: null });
    deed()
      .catch((error: unknown) => {
        logFault(error);
        this.#show({ trouble: inWords(error instanceof CarrierFault ? error.kind : 'interrupted') });
      })
      .then(() => this.refresh())
      .catch(logFault)
      .finally(() => this.#show({ busy: false }));
  }

  #show(part: Partial<CompanionState>): void {
    this.state.value = { ...this.state.value, ...part };
  }
}

const inWords = (kind: CarrierFaultKind): string => {
  const words = t as unknown as (key: string) => string;
  return words(`syncFault.${kind}`);
};
