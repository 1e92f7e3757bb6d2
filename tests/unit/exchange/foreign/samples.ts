/** Files as other programs write them, of invented articles. */
const URL_A = 'https://quay.example/harbour-tolls';
const URL_B = 'https://gazette.example/ferries';
const json = (value: unknown) => JSON.stringify(value, null, 1);

export const HYPOTHESIS_JSON = json({
  export_date: '2026-05-02T10:00:00.000Z',
  export_userid: 'acct:ada@h.example',
  client_version: '1.1',
  annotations: [
    {
      id: 'r1',
      created: '2026-05-01T09:05:00.000+00:00',
      updated: '2026-05-01T09:05:00.000+00:00',
      user: 'acct:bo@h.example',
      uri: URL_A,
      text: 'Is that so?',
      tags: [],
      references: ['a1'],
      document: { title: 'Tolls' },
      target: [{ source: URL_A }],
    },
    {
      id: 'a1',
      created: '2026-05-01T11:00:00.000+02:00',
      updated: '2026-05-01T09:30:00.000+00:00',
      user: 'acct:ada@h.example',
      group: '__world__',
      uri: URL_A,
      text: 'Compare with *2019*.',
      tags: ['tolls', 'port'],
      hidden: false,
      document: { title: ['Tolls will rise', 'Other title'] },
      permissions: { read: ['group:__world__'] },
      target: [
        {
          source: URL_A,
          selector: [
            {
              type: 'RangeSelector',
              startContainer: '/div[1]',
              endContainer: '/div[1]',
              startOffset: 1,
              endOffset: 9,
            },
            { type: 'TextPositionSelector', start: 120, end: 143 },
            {
              type: 'TextQuoteSelector',
              exact: 'tolls will rise by 12.5%',
              prefix: 'said ',
              suffix: ' in May',
            },
            { type: 'PageSelector', index: 3 },
          ],
        },
      ],
      links: { html: 'https://h.example/a/a1' },
    },
    {
      id: 'p1',
      created: '2026-05-01T09:00:00Z',
      uri: URL_B,
      text: 'A page note',
      tags: ['later'],
      target: [{ source: URL_B }],
    },
    { id: 'x', uri: 'javascript:alert(1)', text: 'bad', target: [] },
    7,
  ],
});

export const HYPOTHESIS_CSV = [
  'Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags',
  `2026-05-01T09:00:00Z,ada,"Tolls, again",${URL_A},Public,Annotation,"he said ""never"", and left","Two`,
  'lines","tolls,port"',
  `2026-05-01T09:10:00Z,ada,Tolls,${URL_A},Public,Page note,,About all of it,`,
  `2026-05-01T09:20:00Z,bo,Tolls,not an address,Public,Annotation,words,,`,
].join('\r\n');

export const READWISE_CSV = [
  'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags',
  '"First line',
  'second line",The Harbour,"Ilse Varga and Jo Lind",B00X,"A note",blue,"a,b",location,120,2026-03-08 19:12:31+00:00,"ports"',
  ',The Harbour,Ilse Varga,,empty,,,,,,',
].join('\n');

export const READER_CSV = [
  'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen',
  `Tolls,${URL_A},01h,"['it''s','port', ""a 'b'""]",2026-03-08 19:12:31+00:00,0.5,archive,True`,
].join('\n');

export const POCKET_CSV = [
  'title,url,time_added,tags,status',
  `Tolls,${URL_A},1588000000,port|tolls,unread`,
  `${URL_B},${URL_B},1588000001,,archive`,
].join('\n');

export const INSTAPAPER_CSV = [
  'URL,Title,Selection,Folder,Timestamp,Tags',
  `${URL_A},Tolls,"the words, selected",Unread,1588000000,"[""port"",""tolls""]"`,
  `${URL_B},Ferries,,Archive,1588000001,[]`,
].join('\n');

export const RAINDROP_CSV = [
  'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite',
  `1,Tolls,My note,An excerpt,${URL_A},News,"port, tolls",2026-03-08T19:12:31.000Z,,"Highlight:first words`,
  'Note:about the first',
  'Highlight:second words",false',
  `2,Ferries,,,${URL_B},News,,1588000000,,,true`,
  `3,Days,,,https://day.example/x,News,,2026-03-08,,,true`,
].join('\n');

export const DIIGO_CSV = [
  'title,url,tags,description,comments,annotations,created_at',
  `Tolls,${URL_A},no_tag,What it is,,"Highlight: first words`,
  '',
  'Highlight: second words",2026-03-08 19:12:31 UTC',
].join('\n');

export const KINDLE = `\uFEFFThe Harbour (Varga, Ilse)\r\n- Your Highlight on page 12 | Location 180-182 | Added on Sunday, March 8, 2026 7:12:31 PM\r\n\r\nThe tolls were raised twice.\r\n==========\r\n\uFEFFThe Harbour (Varga, Ilse)\r\n- Your Note on page 12 | Location 182 | Added on Sunday, March 8, 2026 7:13:00 PM\r\n\r\nBy whom?\r\n==========\r\n\uFEFFDer Hafen (Lind, Jo)\r\n- Ihre Markierung auf Seite 3 | bei Position 40-41 | Hinzugefügt am Sonntag, 8. März 2026 19:12:31\r\n\r\nDie Gebühren stiegen.\r\n==========\r\n\uFEFFThe Harbour (Varga, Ilse)\r\n- Your Bookmark on page 14 | Added on Sunday, March 8, 2026 7:20:00 PM\r\n\r\n\r\n==========\r\n\uFEFFThe Harbour (Varga, Ilse)\r\n- Your Highl`;

export const WALLABAG_JSON = json([
  {
    id: 1,
    url: URL_A,
    title: 'Tolls',
    is_archived: 0,
    tags: ['port'],
    created_at: '2026-03-08T19:12:31+0100',
    published_by: ['Ilse Varga'],
    language: 'en',
    annotations: [
      {
        text: 'Why?',
        quote: 'the words',
        ranges: [{ start: '/p[1]', startOffset: '4', end: '/p[1]', endOffset: '13' }],
        created_at: '2026-03-08T19:20:00+0100',
      },
      { quote: 'without a text' },
      { text: 'without a quote', ranges: [] },
      {},
    ],
  },
]);

export const CLIPPER_JSON = json([
  {
    url: URL_A,
    title: 'Tolls',
    highlights: [
      { text: 'The tolls rise & rise', timestamp: '2026-03-08T19:12:31.000Z' },
      { text: 'Two\nparagraphs', timestamp: '2026-03-08T19:13:31.000Z' },
    ],
    data: [
      {
        id: '1772997151000',
        xpath: '/p[1]',
        content: '<p>The <b>tolls</b> rise &amp; rise</p>',
        notes: ['A note'],
        type: 'text',
        startOffset: 0,
        endOffset: 21,
        textQuote: { prefix: 'Then ', suffix: ' again' },
      },
      {
        id: '1772997211000',
        xpath: '/p[2]',
        content: '<p>Two</p>',
        groupId: 'g',
        type: 'text',
        startOffset: 0,
        endOffset: 3,
      },
      {
        id: '1772997211001',
        xpath: '/p[3]',
        content: 'paragraphs',
        groupId: 'g',
        type: 'text',
        startOffset: 0,
        endOffset: 10,
      },
    ],
  },
  {
    url: URL_B,
    highlights: [{ text: 'an older file', timestamp: '2026-01-01T00:00:00.000Z', notes: ['old'] }],
  },
]);

export const OMNIVORE = {
  'metadata_0_to_20.json': json([
    {
      id: '1',
      slug: 'tolls-1',
      title: 'Tolls: a story',
      description: 'D',
      author: 'Ilse Varga',
      url: URL_A,
      state: 'Archived',
      readingProgress: 100,
      labels: ['port', 'tolls'],
      savedAt: '2026-03-08T19:12:31.000Z',
      publishedAt: '2026-03-01T00:00:00.000Z',
    },
    {
      id: '2',
      slug: 'ferries-2',
      title: 'Ferries',
      url: URL_B,
      state: 'Active',
      labels: [],
      savedAt: '2026-03-09T19:12:31.000Z',
    },
    'no entry',
  ]),
  'content/tolls-1.html': '<p>not read</p>',
  'highlights/tolls-1.md':
    '> The tolls rise\n> and rise.\n\nA note on it.\n\n> A second one [see](https://elsewhere.example/x)\n',
  'highlights/gone-9.md': '> Of nothing\n',
};

export const ZOTERO_JSON = json({
  item: {
    title: 'Tolls',
    url: URL_A,
    creators: [{ firstName: 'Ilse', lastName: 'Varga' }],
    date: '2026-03-01',
  },
  annotations: [
    {
      type: 'highlight',
      key: 'K1',
      text: 'the words',
      comment: 'A comment',
      color: '#ff6666',
      sortIndex: '0000100',
      tags: [{ tag: 'port' }],
      dateAdded: '2026-03-08T19:12:31Z',
      dateModified: '2026-03-09T19:12:31Z',
      position: {
        type: 'CssSelector',
        value: '#a',
        refinedBy: { type: 'TextPositionSelector', start: 100, end: 109 },
      },
    },
  ],
});

export const WEB_ANNOTATION = json({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'AnnotationCollection',
  total: 4,
  first: {
    type: 'AnnotationPage',
    items: [
      {
        id: 'urn:1',
        type: 'Annotation',
        created: '2026-03-08T19:12:31Z',
        body: [
          { type: 'TextualBody', value: 'A note', purpose: 'commenting' },
          { type: 'TextualBody', value: 'port', purpose: 'tagging' },
        ],
        target: {
          source: URL_A,
          selector: [
            { type: 'TextQuoteSelector', exact: 'the words', prefix: 'p ', suffix: ' s' },
            { type: 'TextPositionSelector', start: 3, end: 12 },
          ],
        },
      },
      {
        id: 'urn:2',
        type: ['Annotation'],
        body: 'As a text',
        target: {
          source: { id: URL_A },
          selector: {
            type: 'FragmentSelector',
            value: 'x',
            refinedBy: { type: 'oa:TextQuoteSelector', exact: 'refined' },
          },
          state: { type: 'TimeState', sourceDate: '2026-02-01T00:00:00Z' },
        },
      },
      { id: 'urn:3', type: 'Annotation', bodyValue: 'About the page', target: URL_B },
      { id: 'urn:4', type: 'Annotation', target: { source: URL_B } },
    ],
  },
});

export const KARAKEEP_JSON = json({
  bookmarks: [
    {
      createdAt: 1588000000,
      title: 'Tolls',
      tags: ['port'],
      content: { type: 'link', url: URL_A },
      note: 'N',
      archived: true,
    },
    { createdAt: 1588000000, title: null, tags: [], content: { type: 'text', text: 'no address' } },
  ],
  lists: [],
});

export const MARKDOWN_QUOTES = `---\ntitle: "Tolls: again"\nsource: "${URL_A}"\ncreated: 2026-03-08\n---\n\n# Tolls\n\n> [!quote] Callout\n> The tolls ==rise==\n> and rise. ^ab12\n\nA note.\n\n## [Ferries](${URL_B})\n\n> Late again.\n\n- listed note\n`;

export { URL_A, URL_B };
