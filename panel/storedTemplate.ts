import { STARTING_TEMPLATES } from '#exchange/template/startingTemplates.ts';
import { isSameTemplate, type Template } from '#model/Template.ts';
import { changeSettings, readSettings } from '#storage/settings.ts';

/** What a reader without a template begins with. */
export const firstTemplate = (): Template => STARTING_TEMPLATES.obsidian;

/** The template in use: the reader's own, or what they begin with. */
export const storedTemplate = async (): Promise<Template> =>
  (await readSettings()).template ?? firstTemplate();

/**
 * Stores a template, unless another one is in use meanwhile.
 * @param known what the reader was shown as the one in use
 * @returns the other one, and then nothing is stored; null where it went well
 */
export async function storeTemplate(template: Template, known: Template): Promise<Template | null> {
  let other: Template | null = null;
  await changeSettings(({ template: now }) => {
    const isOther = now !== null && !isSameTemplate(now, known) && !isSameTemplate(now, template);
    other = isOther ? now : null;
    return isOther ? {} : { template };
  });
  return other;
}

/** What an editor shows of the three that there can be: typed here, begun from, saved by another window. */
interface Versions {
  template: Template;
  saved: Template;
  theirs: Template | null;
}

/** What becomes of them now that `now` is in use. */
export function besideStored({ template, saved, theirs }: Versions, now: Template): Versions {
  if (isSameTemplate(now, theirs ?? saved)) return { template, saved, theirs };
  // Nothing of the reader's own stands here, or the same: there is nothing to choose.
  if (isSameTemplate(now, saved) || isSameTemplate(now, template))
    return { template, saved: now, theirs: null };
  if (isSameTemplate(template, saved)) return { template: now, saved: now, theirs: null };
  return { template, saved, theirs: now };
}
