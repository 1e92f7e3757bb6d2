import type { Template } from '#model/Template.ts';
import type { ArticleNotes } from './ArticleNotes.ts';
import { libraryToBibtex, libraryToCsl, libraryToRis } from './citations.ts';
import { libraryToCsv } from './csv.ts';
import { libraryToHtml } from './htmlPage.ts';
import { libraryToHypothesis } from './hypothesisJson.ts';
import { markdownZip, markdownZipPreview } from './markdownZip.ts';
import type { MarkdownPreset } from './presets/MarkdownPreset.ts';
import { markdownPieces } from './presets/writeMarkdown.ts';
import { libraryToReadwise } from './readwiseCsv.ts';
import { libraryToWebAnnotations } from './webAnnotations.ts';

/** What a format may be unable to carry; the names of sentences that the reader is told before it is written. */
export const LOSSES = [
  'places',
  'notes',
  'tags',
  'claims',
  'sources',
  'history',
  'marks',
  'bareArticles',
  'formatting',
] as const;
export type Loss = (typeof LOSSES)[number];

export interface ExportFormat {
  id: ExportFormatId;
  /** With its dot. */
  extension: string;
  mimeType: string;
  /** Whether the very records come back when the file is brought in. */
  comesBack: boolean;
  /** What it can't carry, the gravest first. */
  lacks: readonly Loss[];
  /** Whether it is written in one of the manners of Markdown. */
  hasPresets?: boolean;
  /** Whether it is written by the reader's own template; what it lacks and whether it comes back hangs on that. */
  hasTemplate?: boolean;
  /** Whether it makes sense of several articles only. */
  ofMany?: boolean;
  /** The file in pieces; join them as they are. Equal records give equal bytes. The library may be gone through twice. */
  write: Writing<string | Uint8Array<ArrayBuffer>>;
  /** What stands in the file, as text, where the file itself is none. */
  preview?: Writing<string>;
}

type Writing<Piece> = (
  library: Iterable<ArticleNotes> | AsyncIterable<ArticleNotes>,
  preset: MarkdownPreset,
  template: Template,
) => AsyncGenerator<Piece, void>;

export const EXPORT_FORMATS_BY_NAME = [
  'markdown',
  'markdownFiles',
  'template',
  'templateFiles',
  'html',
  'csv',
  'webAnnotation',
  'hypothesis',
  'readwise',
  'csl',
  'bibtex',
  'ris',
] as const;
export type ExportFormatId = (typeof EXPORT_FORMATS_BY_NAME)[number];

const CITATIONS: readonly Loss[] = ['marks', 'notes', 'claims', 'tags'];

/** Templates bring a language with them, which is loaded when one is written. */
const templates = () => import('./template/templateZip.ts');

/** The register of formats out: every menu and dialog reads it. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  {
    id: 'markdown',
    extension: '.md',
    mimeType: 'text/markdown;charset=utf-8',
    comesBack: true,
    lacks: [],
    hasPresets: true,
    write: (library, preset) => markdownPieces(library, preset),
  },
  {
    id: 'markdownFiles',
    extension: '.zip',
    mimeType: 'application/zip',
    comesBack: true,
    lacks: [],
    hasPresets: true,
    ofMany: true,
    write: (library, preset) => markdownZip(library, preset),
    preview: (library, preset) => markdownZipPreview(library, preset),
  },
  {
    id: 'template',
    extension: '.md',
    mimeType: 'text/markdown;charset=utf-8',
    comesBack: false,
    lacks: [],
    hasTemplate: true,
    write: async function* (library, _preset, template) {
      yield* (await templates()).templatePieces(library, template);
    },
  },
  {
    id: 'templateFiles',
    extension: '.zip',
    mimeType: 'application/zip',
    comesBack: false,
    lacks: [],
    hasTemplate: true,
    ofMany: true,
    write: async function* (library, _preset, template) {
      yield* (await templates()).templateZip(library, template);
    },
    preview: async function* (library, _preset, template) {
      yield* (await templates()).templateZipPreview(library, template);
    },
  },
  {
    id: 'html',
    extension: '.html',
    mimeType: 'text/html;charset=utf-8',
    comesBack: false,
    lacks: ['places'],
    write: (library) => libraryToHtml(library),
  },
  {
    id: 'csv',
    extension: '.csv',
    mimeType: 'text/csv;charset=utf-8',
    comesBack: false,
    lacks: ['bareArticles', 'places', 'history', 'formatting'],
    write: (library) => libraryToCsv(library),
  },
  {
    id: 'webAnnotation',
    extension: '.jsonld',
    mimeType: 'application/ld+json',
    comesBack: true,
    lacks: [],
    write: (library) => libraryToWebAnnotations(library),
  },
  {
    id: 'hypothesis',
    extension: '.json',
    mimeType: 'application/json',
    comesBack: true,
    lacks: [],
    write: (library) => libraryToHypothesis(library),
  },
  {
    id: 'readwise',
    extension: '.csv',
    mimeType: 'text/csv;charset=utf-8',
    comesBack: false,
    lacks: ['bareArticles', 'places', 'tags', 'claims', 'sources', 'history'],
    write: (library) => libraryToReadwise(library),
  },
  {
    id: 'csl',
    extension: '.csl.json',
    mimeType: 'application/vnd.citationstyles.csl+json',
    comesBack: false,
    lacks: CITATIONS,
    write: (library) => libraryToCsl(library),
  },
  {
    id: 'bibtex',
    extension: '.bib',
    mimeType: 'application/x-bibtex;charset=utf-8',
    comesBack: false,
    lacks: CITATIONS,
    write: (library) => libraryToBibtex(library),
  },
  {
    id: 'ris',
    extension: '.ris',
    mimeType: 'application/x-research-info-systems;charset=utf-8',
    comesBack: false,
    lacks: CITATIONS,
    write: (library) => libraryToRis(library),
  },
];

/** The format of a name; the first one where nobody knows it. */
export const exportFormat = (id: string): ExportFormat =>
  EXPORT_FORMATS.find((format) => format.id === id) ?? (EXPORT_FORMATS[0] as ExportFormat);
