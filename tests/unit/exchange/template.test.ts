import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { MARKDOWN_PRESETS, readMarkdown } from '#exchange/index.ts';
import { parseTemplate } from '#exchange/template/parseTemplate.ts';
import { previewTemplate } from '#exchange/template/previewTemplate.ts';
import { STARTING_TEMPLATES } from '#exchange/template/startingTemplates.ts';
import type { TemplateFault } from '#exchange/template/TemplateFault.ts';
import { readyTemplate, templateFile } from '#exchange/template/templatePieces.ts';
import type { Template } from '#model/Template.ts';
import { anyNotes } from './arbitraries.ts';
import { article, contested, deleted, missing } from './goldenNotes.ts';
import { nodes, parseMarkdown, textOf } from './parse.ts';
import { anAnnotation, anArticle, aSource } from './records.ts';

const notes = { article, annotations: [contested, missing, deleted] };
const NONE: Template = { front: '', article: '', annotation: '' };
const ofArticle = (source: string, fields: Parameters<typeof anArticle>[0] = {}) =>
  templateFile({ article: anArticle(fields), annotations: [] }, readyTemplate({ ...NONE, article: source }));
const ofNote = (source: string, fields: Parameters<typeof anAnnotation>[0] = {}) =>
  templateFile(
    { article: anArticle(), annotations: [anAnnotation(fields)] },
    readyTemplate({ ...NONE, annotation: source }),
  );
const faultOf = (part: Partial<Template>) => parseTemplate({ ...NONE, ...part }).faults[0];

/** Nothing that runs or loads, and no link but to the web. */
function expectHarmless(markdown: string): void {
  for (const node of nodes(parseMarkdown(markdown))) {
    expect(['image', 'imageReference', 'definition', 'html']).not.toContain(node.type);
    if (node.type === 'link') expect(node.url).toMatch(/^(?:https?:\/\/|mailto:|$)/iu);
  }
}

describe.each(MARKDOWN_PRESETS)('the template that begins as %s', (preset) => {
  it('writes what its golden file holds', async () => {
    const file = templateFile(notes, readyTemplate(STARTING_TEMPLATES[preset]));
    await expect(file).toMatchFileSnapshot(`golden/template-${preset}.md`);
    expect(file).not.toContain('must not appear');
  });

  it('is harmless Markdown below YAML, whatever the notes hold', () => {
    const template = readyTemplate(STARTING_TEMPLATES[preset]);
    fc.assert(
      fc.property(anyNotes, (one) => {
        const file = templateFile(one, template);
        const [, yaml, body = file] = /^---\n(.*?)\n---\n(.*)$/su.exec(file) ?? [];
        if (yaml !== undefined)
          expect((parseYaml(yaml) as { title: unknown }).title).toBe(
            one.article.title?.toWellFormed() ?? null,
          );
        expectHarmless(body);
      }),
      { numRuns: 30 },
    );
  });
});

const VALUES = [
  '{{ article.title }}',
  '{{ article.site }}',
  '{{ article.url }}',
  '{{ article.tags }}',
  '{{ article.byline }}',
  '{{ annotation.quote }}',
  '{{ annotation.note }}',
  '{{ annotation.note | upcase }}',
  '{{ annotation.text_now }}',
  '{{ annotation.facts }}',
  '{{ annotation.source_list }}',
  '{{ annotation.sources[0].title }}',
  '{{ annotation.heading }}',
];
const WORDS = [
  '\n',
  '\n\n',
  ' ',
  '> ',
  '- ',
  '1. ',
  '# ',
  '**',
  '`',
  '```\n',
  '[',
  '](',
  ')',
  '](<',
  ']: ',
  '[[',
];
const MORE = [
  ']]',
  '#',
  '\\',
  '\\\\',
  '|',
  '\n| a | b |\n|---|---|\n',
  ':',
  'www',
  'https://a.example/',
  '(',
  '=',
  'x',
];

it('keeps every value in its place, whatever stands around it', () => {
  const template = fc
    .array(fc.oneof(fc.constantFrom(...VALUES), fc.constantFrom(...WORDS, ...MORE)), { maxLength: 14 })
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(template, anyNotes, (annotation, one) => {
      const { parsed } = parseTemplate({ ...NONE, annotation });
      if (!parsed) return;
      // Links of the template's own words lead where the reader wants.
      for (const node of nodes(parseMarkdown(templateFile(one, parsed)))) {
        expect(['image', 'imageReference', 'html']).not.toContain(node.type);
        if ('url' in node) expect(node.url).not.toMatch(/^\s*(?:javascript|data|file|vbscript):/iu);
      }
    }),
    { numRuns: 200, seed: 14 },
  );
});

it('writes YAML that reads as meant, whatever stands beside a value', () => {
  const front = [
    'alone: {{ article.title }}',
    'mixed: On {{ article.title }}: {{ article.site }} # no comment',
    'quoted: "{{ article.title }}!"',
    'list: [{{ article.title }}, {{ article.site }}]',
    'authors: {{ article.authors }}',
    'published: {{ article.created }}',
    'lines:',
    '  - {{ article.title }}',
    '  - Title {{ article.title }}',
  ].join('\n');
  const template = readyTemplate({ ...NONE, front: `---\n${front}\n---` });
  fc.assert(
    fc.property(anyNotes, ({ article: one }) => {
      const file = templateFile({ article: one, annotations: [] }, template);
      const read = parseYaml(file.slice(4, file.lastIndexOf('\n---'))) as Record<string, unknown>;
      const title = (one.title ?? '').toWellFormed();
      const site = (one.site ?? '').toWellFormed();
      expect(read).toMatchObject({
        alone: title || null,
        mixed: `On ${title}: ${site} # no comment`,
        quoted: `${title}!`,
        list: [title, site],
        lines: [title || null, `Title ${title}`.trim()],
      });
    }),
    { numRuns: 150 },
  );
});

describe('a value', () => {
  it('is an address behind a bracket, and a part of one behind an address', () => {
    expect(ofArticle('[x]({{ article.title }})', { title: 'javascript:alert(1)' })).toBe('[x]()\n');
    expect(ofArticle('[x](https://a.example/?q={{ article.title }})', { title: 'a) b' })).toBe(
      '[x](https://a.example/?q=a%29%20b)\n',
    );
    expect(ofArticle('[x]({{ article.url }})')).toBe(
      '[x](https://morning-courier.example/city/harbour-dues)\n',
    );
  });

  it('is a name within double brackets, and one word behind a hash', () => {
    expect(ofArticle('[[{{ article.title }}]]', { title: 'A [b] | c#d' })).toBe('[[A b c d]]\n');
    expect(ofArticle('#{{ article.title }}', { title: 'city council!' })).toBe('#city-council-\n');
  });

  it('stays in the quote or the entry in which it begins, and apart from other words', () => {
    const note = 'One.\n\n- two';
    expect(ofNote('> {{ annotation.note }}', { note })).toBe('> One.\n>\n> - two\n');
    expect(ofNote('- {{ annotation.note }}', { note })).toBe('- One.\n\n  - two\n');
    expect(ofNote('Note: {{ annotation.note }} (end)', { note })).toBe('Note:\n\nOne.\n\n- two\n\n(end)\n');
    expect(ofNote('Note: {{ annotation.note }} (end)', { note: 'One.' })).toBe('Note: One. (end)\n');
  });

  it('is text again behind a filter, and bare only behind `raw`', () => {
    expect(ofNote('{{ annotation.note | upcase }}', { note: '*a* <b>' })).toBe('\\*A\\* \\<B>\n');
    expect(ofArticle('{{ article.title | raw }}', { title: '*a*' })).toBe('*a*\n');
    expect(ofArticle('\\{{ article.title }}', { title: '<img src=x>' })).toBe('\\\\\\<img src=x>\n');
  });

  it('is nothing where it is a group or a word of Liquid’s for nothing, and as long as it is', () => {
    expect(ofNote('a{{ nil }}{{ empty }}{{ blank }}{{ article }}{{ annotation }}z')).toBe('az\n');
    expect(ofNote('{{ annotation.quote | size }}', { exact: 'Twelve words' })).toBe('12\n');
  });

  it('is a day where a time is asked for one, the same in every place of the world', () => {
    expect(ofArticle('{{ article.published | date: "%d.%m.%Y %H:%M" }}')).toBe('12.03.2026 06:30\n');
  });
});

describe('a fault', () => {
  it.each([
    [{ article: 'a\n{{ article.titel }}' }, 2, 'unknownVariable', 'article.titel'],
    [{ article: '\n\n{{ article.title | shout }}' }, 3, 'unknownFilter', 'shout'],
    [{ annotation: '{% include "x" %}' }, 1, 'unknownTag', 'include'],
    [{ annotation: 'x\n{% echo article.title %}' }, 2, 'unknownTag', 'echo'],
    [{ annotation: 'x\n{% if annotation.note %}\ny' }, 2, 'notClosed', '{% if annotation.note'],
    [{ article: 'a\n{{ article.title' }, 2, 'notClosed', '{{ article.title'],
    [{ article: 'a\n<b>{{ article.title }}</b>' }, 2, 'html', '<b>'],
    [{ article: '<{{ article.title }}>' }, 1, 'html', '<{{'],
    [{ article: '<{% comment %}x{% endcomment %}b>' }, 1, 'html', '<{%'],
    [{ article: 'a \\\\<b>' }, 1, 'html', '<b>'],
    [{ front: '---\na: 1' }, 1, 'frontOpen', ''],
    [{ article: 'x'.repeat(20_001) }, 1, 'tooLong', '20001'],
    // As it would be stored, with what is left out before it is read.
    [{ article: `${'x'.repeat(19_999)}\u0007\u0007` }, 1, 'tooLong', ''],
    [{ annotation: 'x\n{% if %}y{% endif %}' }, 2, 'syntax', '{% if %}'],
    [{ annotation: '{% if %}\ny\n{% endif %}' }, 1, 'syntax', '{% if %}'],
    [{ annotation: 'x\n{{ }} {{ annotation.note }}' }, 2, 'syntax', '{{ }}'],
    [{ annotation: 'x\n{% if %}y{% endif %}' }, 2, 'syntax', '{% if %}y'],
    [{ annotation: '{% assign %}' }, 1, 'syntax', '{% assign %}'],
  ] as const)('%j is told with its line', (part, line, kind, what) => {
    const template = { ...NONE, ...part };
    const { parsed, faults } = parseTemplate(template);
    const fault = faults[0] ?? caught(() => templateFile(notes, parsed as never));
    expect(fault).toMatchObject({ line, kind, part: Object.keys(part)[0] });
    expect((fault as TemplateFault).what).toContain(what);
  });

  it('is none where a bracket is text, an address or a comment of the template', () => {
    for (const source of ['1 \\<b> 2', '<https://a.example/x>', '{% comment %}<b>{% endcomment %}ok']) {
      expect(faultOf({ article: source })).toBeUndefined();
      expectHarmless(ofArticle(source));
    }
  });

  it('is told without an article, too', () => {
    expect(previewTemplate({ ...NONE, article: '{{ bad' }, null)).toMatchObject({
      text: '',
      faults: [{ kind: 'notClosed' }],
      variables: [],
    });
  });

  it('ends what would take too much, whether by lists, by text or by values', () => {
    const long = 'x'.repeat(1_000);
    for (const source of [
      '{% for a in (1..100000000) %}{% endfor %}',
      `{% for a in (1..100000) %}${long}{% endfor %}`,
      '{% for a in (1..100000) %}{{ annotation.note }}{% endfor %}',
      '{% assign a = "xxxxxxxxxx" %}{% for i in (1..40) %}{% assign a = a | append: a %}{% endfor %}',
    ]) {
      const template = readyTemplate({ ...NONE, annotation: source });
      const one = { article, annotations: [anAnnotation({ note: long })] };
      expect(caught(() => templateFile(one, template))).toMatchObject({ kind: 'tooMuch' });
    }
  });

  it('reaches nothing beyond its values', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'note.constructor', 'tags.constructor'])
      expect(() => ofNote(`{{ annotation.${name} }}`, { note: 'x', tags: ['a'] })).toThrow('unknownVariable');
    expect(faultOf({ article: '{{ article["title"] }}' })).toBeUndefined();
  });
});

it('leaves no line where only a tag stands, and tells what is empty', () => {
  const source =
    'a\n{% if annotation.note %}\n{{ annotation.note }}\n{% endif %}\n{% for s in annotation.sources %}\n* {{ s.title }}\n{% endfor %}\nb';
  expect(ofNote(source)).toBe('a\nb\n');
  expect(ofNote(source, { note: 'n', sources: [aSource({ title: 'T' })] })).toBe('a\nn\n* T\nb\n');
});

it.each(MARKDOWN_PRESETS)('gives back the very records where the template keeps them (%s)', (preset) => {
  const begun = STARTING_TEMPLATES[preset];
  const template = readyTemplate({
    ...begun,
    article: `${begun.article}\n{{ article.record }}`,
    annotation: `${begun.annotation}\n{{ annotation.record }}`,
  });
  fc.assert(
    fc.property(anyNotes, (one) => {
      const read = readMarkdown(templateFile(one, template));
      expect(read.articles).toEqual([one.article]);
      expect(new Set(read.annotations)).toEqual(new Set(one.annotations));
      expect([read.refused, read.edited]).toEqual([[], []]);
    }),
    { numRuns: 30 },
  );
});

it('does not take a note from a block that a template wrote and the reader edited', () => {
  const template = readyTemplate({ ...NONE, annotation: '{{ annotation.note }}{{ annotation.record }}' });
  const file = templateFile({ article, annotations: [anAnnotation({ note: 'One.' })] }, template);
  const read = readMarkdown(file.replace('One.', 'Two.'));
  expect(read.annotations[0]?.note).toBe('One.');
  expect(read.edited).toMatchObject([{ what: 'other' }]);
  expect(textOf(parseMarkdown(file))).toContain('One.');
});

function caught(deed: () => unknown): unknown {
  try {
    deed();
  } catch (error) {
    return (error as { fault?: unknown }).fault ?? error;
  }
  return undefined;
}
