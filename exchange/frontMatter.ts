import { yamlScalar, yamlTime } from './yamlScalar.ts';

/** What a property may be; `time` is written bare so that programs see a date. */
export type Property = string | number | string[] | { time: string } | null | undefined;

function yamlValue(value: Exclude<Property, null | undefined>): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return yamlScalar(value);
  if (Array.isArray(value)) return `[${value.map(yamlScalar).join(', ')}]`;
  return yamlTime(value.time);
}

const isEmpty = (value: Property): value is null | undefined =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** YAML front matter with its fences, one property a line in the given order; empty ones are left out. */
export function frontMatter(properties: Record<string, Property>): string {
  const lines = Object.entries(properties).flatMap(([name, value]) =>
    isEmpty(value) ? [] : [`${name}: ${yamlValue(value)}`],
  );
  return ['---', ...lines, '---'].join('\n');
}
