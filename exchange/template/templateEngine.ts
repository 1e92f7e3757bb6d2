import { filters, Liquid } from 'liquidjs';
import { LONGEST_TEMPLATE_PART } from '#model/Template.ts';
import { Written } from './Written.ts';

/** The tags that a template may hold. Others read files, keep counters, or write past the escaping (`echo`, `cycle`). */
const TAGS = new Set(['if', 'unless', 'case', 'for', 'break', 'continue', 'assign', 'comment', '#']);

/** Milliseconds in which one part must be written for one record. */
const LONGEST_RENDER = 500;
/** Characters and entries that filters and lists may make meanwhile. */
const MOST_MEMORY = 5_000_000;

/**
 * Liquid as templates know it. It reads its language as data, so it needs no code from text; it loads no file and reaches
 * nothing but the values it is given. Unknown names are faults, and times are UTC, so equal records give equal bytes.
 * @param place takes every value that is written and says what stands for it
 */
export function templateEngine(place: (value: unknown) => string): Liquid {
  const engine = new Liquid({
    outputEscape: place,
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    jsTruthy: true,
    ownPropertyOnly: true,
    timezoneOffset: 0,
    locale: 'en',
    dateFormat: '%Y-%m-%d',
    // What stands between tags, and the line ends that were moved into them.
    parseLimit: 2 * LONGEST_TEMPLATE_PART,
    renderLimit: LONGEST_RENDER,
    memoryLimit: MOST_MEMORY,
    templates: {},
  });
  for (const name of Object.keys(engine.tags)) if (!TAGS.has(name)) delete engine.tags[name];
  const { date } = filters as unknown as Record<string, (this: unknown, ...values: unknown[]) => unknown>;
  engine.registerFilter('date', function (value: unknown, ...rest: unknown[]) {
    return date?.call(this, value instanceof Written ? String(value) : value, ...rest);
  });
  return engine;
}
