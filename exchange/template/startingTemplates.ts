import type { Template } from '#model/Template.ts';
import type { MarkdownPreset } from '../presets/MarkdownPreset.ts';

const YAML = `---
title: {{ article.title }}
source: {{ article.url }}
site: {{ article.site }}
author: {{ article.authors }}
{% if article.published %}
published: {{ article.published }}
{% endif %}
annotations: {{ article.annotation_count }}
{% if article.tags %}
tags: {{ article.tags }}
{% endif %}
---`;

const ARTICLE = `# {{ article.title | default: "Untitled article" }}
{% if article.byline %}

{{ article.byline }}
{% endif %}
{% if article.note %}

{{ article.note }}
{% endif %}`;

const NOTE = `{% if annotation.note %}

{{ annotation.note }}
{% endif %}`;

const LIST = `
{% for fact in annotation.facts %}
* {{ fact }}
{% endfor %}
{{ annotation.source_list }}`;

const QUOTE = `{% if annotation.quote %}

> {{ annotation.quote }}
{% endif %}`;

const FOOTNOTES = `
{% for fact in annotation.facts %}
* {{ fact }}
{% endfor %}
{% if annotation.sources %}
* Sources: {{ annotation.footnote_marks }}

{{ annotation.footnotes }}
{% endif %}`;

const lines = (...parts: string[]): string => parts.join('\n');

/** For each preset a template whose text is near to it: what a reader's own begins with. */
export const STARTING_TEMPLATES: Record<MarkdownPreset, Template> = {
  plain: {
    front: '',
    article: ARTICLE,
    annotation: lines('## {{ annotation.heading }}', QUOTE, NOTE, LIST),
  },
  github: {
    front: YAML,
    article: ARTICLE,
    annotation: lines('## {{ annotation.heading }}', QUOTE, NOTE, FOOTNOTES),
  },
  obsidian: {
    front: YAML,
    article: ARTICLE,
    annotation: lines(
      '## {{ annotation.heading }}',
      `{% if annotation.quote %}

> [!quote]
> {{ annotation.quote }}

^{{ annotation.label }}
{% endif %}`,
      NOTE,
      FOOTNOTES,
    ),
  },
  logseq: {
    front: `title:: {{ article.title }}
source:: {{ article.url }}
site:: {{ article.site }}
author:: {{ article.authors }}
{% if article.tags %}
tags:: {{ article.tags }}
{% endif %}`,
    article: `- # {{ article.title | default: "Untitled article" }}

  {{ article.byline }}
{% if article.note %}

  {{ article.note }}
{% endif %}`,
    annotation: `- ## {{ annotation.heading }}
  id:: {{ annotation.id }}
{% if annotation.quote %}

  > {{ annotation.quote }}
{% endif %}
{% if annotation.note %}

  {{ annotation.note }}
{% endif %}

{% for fact in annotation.facts %}
  * {{ fact }}
{% endfor %}
  {{ annotation.source_list }}`,
  },
  pandoc: {
    front: YAML,
    article: `# {{ article.title | default: "Untitled article" }}

{{ article.byline }} [@{{ article.citekey }}]
{% if article.note %}

{{ article.note }}
{% endif %}`,
    annotation: lines('## {{ annotation.heading }} {#{{ annotation.label }}}', QUOTE, NOTE, LIST),
  },
};
