import { TEXT_SIZES, THEMES } from '#model/appearance.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '#model/languages.ts';
import { ChoiceGroup } from '../ChoiceGroup.tsx';
import { SelectField } from '../SelectField.tsx';
import { t } from '../strings.ts';
import type { OptionsActions, OptionsState } from './OptionsState.ts';
import { Section } from './Section.tsx';

interface Props {
  state: OptionsState;
  actions: OptionsActions;
}

/** Language, light or dark, size of text; seen at once everywhere. */
export function LookSection({ state, actions }: Props) {
  return (
    <Section name="look" title={t('options.look')} about={t('options.lookAbout')}>
      <SelectField
        label={t('options.language')}
        testid="language"
        value={state.language}
        choices={[
          { value: 'system', label: t('options.languageSystem') },
          ...LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one], lang: one })),
        ]}
        hint={t('options.languageHint')}
        onChange={(language) => actions.change({ language })}
      />
      <ChoiceGroup
        label={t('options.theme')}
        testid="theme"
        value={state.theme}
        choices={THEMES.map((theme) => ({ value: theme, label: t(`options.themes.${theme}`) }))}
        onChange={(theme) => actions.change({ theme })}
      />
      <ChoiceGroup
        label={t('options.textSize')}
        testid="text-size"
        value={state.textSize}
        choices={TEXT_SIZES.map((size) => ({ value: size, label: t(`options.textSizes.${size}`) }))}
        onChange={(textSize) => actions.change({ textSize })}
      />
    </Section>
  );
}
