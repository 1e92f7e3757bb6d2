import type { MarkdownPreset } from './MarkdownPreset.ts';

/** How a preset writes its properties; undefined where it has none. */
function styleOf(preset: MarkdownPreset): 'yaml' | 'outline' | undefined {
  if (preset === 'plain') return undefined;
  return preset === 'logseq' ? 'outline' : 'yaml';
}
type Style = NonNullable<ReturnType<typeof styleOf>>;

const KEY = { yaml: /^([\w-]+):(?=\s|$)/u, outline: /^([\w-]+)::(?=\s|$)/u };

/** Follow from what the file holds, so they are never the reader's own words. */
const COMPUTED = /^(?:annotations|claims)::? \d+$|^references: \[\{"id":"cl-/u;

/** Where the properties stand: after `start` lines, `length` of them. */
function regionOf(lines: string[], style: Style): { start: number; length: number } | undefined {
  if (style === 'outline') {
    const length = lines.findIndex((line) => !KEY.outline.test(line));
    return length === 0 ? undefined : { start: 0, length: length < 0 ? lines.length : length };
  }
  if (lines[0]?.replace(/^\uFEFF/u, '').trimEnd() !== '---') return undefined;
  const end = lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/u.test(line));
  return end < 0 ? undefined : { start: 1, length: end - 1 };
}

const byKey = (lines: string[], style: Style): Map<string, string> =>
  new Map(lines.flatMap((line) => (KEY[style].test(line) ? [[KEY[style].exec(line)?.[1] ?? '', line]] : [])));

export interface OldTop {
  lines: string[];
  preset: MarkdownPreset;
}

/**
 * The first lines of a file with the properties as they are now: lines that still stand as they were written are
 * replaced, others are the reader's; a property that the reader took out stays out.
 * @param lines without their ends, up to the first block
 * @param old what was written for the records in the file; undefined where it holds none
 */
export function updateTop(
  lines: string[],
  old: OldTop | undefined,
  now: string[],
  preset: MarkdownPreset,
): string[] {
  const before = old && styleOf(old.preset);
  const style = styleOf(preset);
  if (before === style || !before) return style ? merged(lines, old?.lines ?? [], now, style) : lines;
  const bare = merged(lines, old?.lines ?? [], [], before);
  return style ? merged(bare, [], now, style) : bare;
}

function merged(lines: string[], old: string[], now: string[], style: Style): string[] {
  const region = regionOf(lines, style);
  const [was, is] = [byKey(old, style), byKey(now, style)];
  if (!region) {
    // Taken out whole by the reader, or never there.
    const isNew = was.size === 0 && now.length > 0;
    return isNew ? [...now, ...(lines[0]?.trim() === '' ? [] : ['']), ...lines] : lines;
  }
  const { start, length } = region;
  const there = new Set<string>();
  const kept = lines.slice(start, start + length).flatMap((line) => {
    const key = KEY[style].exec(line)?.[1];
    if (key === undefined) return [line];
    there.add(key);
    const isOurs = was.get(key) === line.trimEnd() || (was.has(key) && COMPUTED.test(line.trimEnd()));
    if (!isOurs) return [line];
    const fresh = is.get(key);
    return fresh === line.trimEnd() ? [line] : fresh === undefined ? [] : [fresh];
  });
  const all = [...kept];
  let place = was.size > 0 ? 0 : all.length;
  for (const [key, line] of is) {
    const at = all.findIndex((one) => KEY[style].exec(one)?.[1] === key);
    if (at >= 0) place = afterValue(all, at, style);
    // What the reader took out stays out.
    else if (!there.has(key) && !was.has(key)) all.splice(place++, 0, line);
  }
  if (all.length > 0) return [...lines.slice(0, start), ...all, ...lines.slice(start + length)];
  const rest = lines.slice(start + length + (style === 'yaml' ? 1 : 0));
  return rest[0]?.trim() === '' ? rest.slice(1) : rest;
}

/** Where a property ends: its value may go on in lines without a name. */
function afterValue(lines: string[], at: number, style: Style): number {
  const next = lines.findIndex((line, index) => index > at && KEY[style].test(line));
  return next < 0 ? lines.length : next;
}
