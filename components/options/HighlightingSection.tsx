import { ColorPicker } from '../ColorPicker.tsx';
import { Switch } from '../Switch.tsx';
import { t } from '../strings.ts';
import type { OptionsActions, OptionsState } from './OptionsState.ts';
import { Section } from './Section.tsx';

interface Props {
  state: OptionsState;
  actions: OptionsActions;
}

/** What happens when words are selected. */
export function HighlightingSection({ state, actions }: Props) {
  return (
    <Section name="highlighting" title={t('options.highlighting')} about={t('options.highlightingAbout')}>
      <Switch
        label={t('options.toolbar')}
        hint={t('options.toolbarHint')}
        on={state.toolbar}
        onChange={(toolbar) => actions.change({ toolbar })}
      />
      <div>
        <p class="field-label" aria-hidden="true">
          {t('options.defaultColor')}
        </p>
        <ColorPicker
          label={t('options.defaultColor')}
          value={state.defaultColor}
          onChange={(defaultColor) => actions.change({ defaultColor })}
        />
        <p class="hint">{t('options.defaultColorHint')}</p>
      </div>
      <Switch
        label={t('options.private')}
        hint={t('options.privateHint')}
        on={state.privateWindows}
        onChange={(privateWindows) => actions.change({ privateWindows })}
      />
    </Section>
  );
}
