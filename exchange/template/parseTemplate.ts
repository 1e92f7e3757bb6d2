import type { Emitter, Liquid } from 'liquidjs';
import { Context, toValueSync } from 'liquidjs';
import { TEMPLATE_PARTS, type Template, type TemplatePart } from '#model/Template.ts';
import { composeMarkdown } from './composeMarkdown.ts';
import { composeYaml } from './composeYaml.ts';
import { keepsRecord } from './keepsRecords.ts';
import { isFenced, liquidFault, partFault } from './liquidFault.ts';
import { placeholder, withoutPlaceholders } from './placeholders.ts';
import { standaloneTags } from './standaloneTags.ts';
import { TemplateError, type TemplateFault } from './TemplateFault.ts';
import { templateEngine } from './templateEngine.ts';

/** Characters that one part may make of one record. */
const LONGEST_OUTPUT = 2_000_000;

/** A template that was read; each part throws a `TemplateError` where it can't be written. */
export type ParsedTemplate = Record<TemplatePart, (scope: object) => string> & {
  /** Whether the records go with the text, in comments, so that they can come back. */
  keeps: { article: boolean; annotation: boolean };
};

/** Gathers what a part writes, and ends it where that is too much. */
class BoundedEmitter implements Emitter {
  buffer = '';

  write(piece: unknown): void {
    this.buffer += String(piece ?? '');
    if (this.buffer.length > LONGEST_OUTPUT) throw new Error('output limit exceeded');
  }
}

/** A template ready to be written out, and its faults, one for each part at most. With a fault it can't be written. */
export function parseTemplate(template: Template): { parsed?: ParsedTemplate; faults: TemplateFault[] } {
  let values: unknown[] = [];
  let spent = 0;
  const engine = templateEngine((value) => {
    spent += String(value ?? '').length;
    if (spent > LONGEST_OUTPUT) throw new Error('output limit exceeded');
    return placeholder(values.push(value) - 1);
  });
  const faults: TemplateFault[] = [];
  const parsed = Object.fromEntries(
    TEMPLATE_PARTS.map((part) => {
      const source = withoutPlaceholders(template[part]);
      const compose = part === 'front' && isFenced(source) ? composeYaml : composeMarkdown;
      try {
        const fault = partFault(template[part], part);
        if (fault) throw new TemplateError(fault);
        const write = writer(engine, standaloneTags(source), part);
        return [
          part,
          (scope: object) => {
            values = [];
            spent = 0;
            return tidy(compose(write(scope), values));
          },
        ];
      } catch (error) {
        faults.push(liquidFault(error, part, source).fault);
        return [part, () => ''];
      }
    }),
  ) as Record<TemplatePart, (scope: object) => string>;
  if (faults.length > 0) return { faults };
  const keeps = {
    article: keepsRecord(template, 'article'),
    annotation: keepsRecord(template, 'annotation'),
  };
  return { parsed: { ...parsed, keeps }, faults };
}

function writer(engine: Liquid, source: string, part: TemplatePart): (scope: object) => string {
  const templates = engine.parse(source);
  return (scope) => {
    const context = new Context(scope, engine.options, { sync: true }, { liquid: engine });
    try {
      return String(toValueSync(engine.renderer.renderTemplates(templates, context, new BoundedEmitter())));
    } catch (error) {
      throw liquidFault(error, part, source);
    }
  };
}

/** Without blanks in empty lines and without such lines at both ends; `raw` may have brought what is no character. */
const tidy = (text: string): string =>
  withoutPlaceholders(text)
    .replace(/^[^\S\n]+$/gmu, '')
    .replace(/^\n+|\s+$/gu, '')
    .toWellFormed();
