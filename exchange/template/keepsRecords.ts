import type { Template } from '#model/Template.ts';

/** Whether a part asks for its record with `{{ annotation.record }}`. */
export const keepsRecord = (template: Template, part: 'article' | 'annotation'): boolean =>
  new RegExp(`\\{\\{-?\\s*${part}\\.record\\s*-?\\}\\}`, 'u').test(template[part]);

/** Whether all of an article's records go with a text by this template, so that they can be brought in again. */
export const keepsRecords = (template: Template): boolean =>
  keepsRecord(template, 'article') && keepsRecord(template, 'annotation');
