import { t } from '../strings.ts';
import type { LongWork } from './OptionsState.ts';

/** What is under way, how far it is, and the way to stop it. It stands where Undo stood, and in the tree from the start. */
export function WorkBar({ work }: { work: LongWork | null }) {
  return (
    <section class="toast-area" aria-label={t('options.work')}>
      <div class={work ? 'toast' : 'toast toast-empty'} data-testid={work ? 'work' : undefined}>
        <span role="status">{work?.name}</span>
        {work && (
          <>
            <progress aria-label={work.name} {...(work.total > 0 && { value: work.done, max: work.total })} />
            <button type="button" class="toast-undo" data-testid="work-stop" onClick={() => work.stop()}>
              {t('export.stop')}
            </button>
          </>
        )}
      </div>
    </section>
  );
}
