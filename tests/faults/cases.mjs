/**
 * The faults that must not lose or leak anything, each with its expected outcome and the tests that show it. A test is
 * named by its file and by words of its title (a part of it is enough where one title has many rows). `tests/checks/
 * faultCases.test.ts` finds every one of them in the sources; `npm run test:faults` runs them and writes FAULTS.md.
 */

const STORAGE = 'tests/unit/storage';
const E2E = 'tests/e2e';
const HOSTILE = `${E2E}/hostile.test.ts`;
const DISPATCH = 'tests/unit/messaging/dispatch.test.ts';
const HANDLERS = 'tests/unit/messaging/handlers.test.ts';
const DETECT = 'tests/dom/article/detectArticle.test.ts';
const METADATA = 'tests/dom/article/readMetadata.test.ts';
const MARKDOWN = 'tests/unit/exchange/markdown.test.ts';
const CSV = 'tests/unit/exchange/csv.test.ts';
const NOTES = 'tests/unit/exchange/noteMarkdown.test.ts';
const SCHEMAS = 'tests/unit/model/schemas.test.ts';
const BACKUP = `${STORAGE}/backup.test.ts`;
const HOSTILE_IMPORTS = `${STORAGE}/hostileImports.test.ts`;
const DEVICES = 'tests/e2e/devices.test.ts';
const MEETING = 'tests/unit/sync/meeting.test.ts';
const SNAPSHOTS = 'tests/unit/sync/snapshots.test.ts';
const MODEL = 'tests/unit/sync/model.test.ts';
const SYNC_CARRIERS = 'tests/unit/sync/carriers.test.ts';
const WEBDAV = 'tests/unit/companion/webdav.test.ts';
const NPM_SERVER = 'tests/unit/companion/npmServer.test.ts';
const WEBDAV_SERVERS = 'tests/faults/webdavServers.test.ts';
const COMPANION = 'tests/unit/companion/serveClaimlight.test.ts';
const IMPORTS = 'tests/dom/storage/hugeFiles.test.ts';

/** @typedef {{ number: number, what: string, expected: string, tests: [file: string, title: string][] }} FaultCase */

/** @type {[what: string, expected: string, ...tests: [file: string, title: string][]][]} */
const ROWS = [
  [
    'A form around the article whose controls clobber DOM properties',
    'The same verdict; marks are made, found again and watched',
    [DETECT, 'gives the same answer when form controls shadow'],
    [HOSTILE, 'does not keep the reader from marking: %s'],
    ['tests/dom/anchoring/updateIndex.test.ts', 'follows a form whose controls take the names'],
  ],
  [
    '`<img name=body>` and friends',
    'Marks are made and found again',
    [HOSTILE, 'does not keep the reader from marking: %s'],
  ],
  [
    'Built-ins patched in the page’s world',
    'None of them is called; nothing is learned',
    [HOSTILE, 'learns nothing by patching built-ins'],
  ],
  [
    'Synthetic mouse and key events',
    'Nothing is stored',
    [`${E2E}/marking.test.ts`, 'stores nothing that the page does by itself'],
  ],
  [
    'A selection made by the page',
    'Nothing is stored',
    [`${E2E}/marking.test.ts`, 'stores nothing that the page does by itself'],
  ],
  [
    'Two million nodes',
    'Reading stops at the cap, and the side bar says so',
    [HOSTILE, 'of more nodes than the cap is read up to it'],
    [DETECT, 'stops at its cap on a page of two million nodes'],
  ],
  [
    'Ten thousand mutations a second for a minute',
    'At most two looks a second',
    ['tests/unit/annotator/Pace.test.ts', 'looks at most twice a second'],
    [HOSTILE, 'does not keep the reader from marking: %s'],
  ],
  [
    'A canonical address of another host',
    'Ignored',
    [HOSTILE, 'cannot pass itself off as another outlet’s story'],
    [HANDLERS, 'of one site can’t reach another’s by naming it'],
  ],
  [
    'Linked data of 20 MB, 100,000 deep, invalid, in 10,000 blocks',
    'The page is read as if there were none',
    [DETECT, 'bears 10,000 blocks of linked data'],
    [DETECT, '20 MB'],
    [HOSTILE, 'does not keep the reader from marking: %s'],
  ],
  [
    'A headline of 1 MB with NUL, lone surrogates, bidi override',
    'One clean line of bounded length',
    [HOSTILE, 'has its headline of a megabyte clipped'],
    [METADATA, 'is one clean line of bounded length'],
  ],
  [
    'A title with line breaks and `---`',
    'The exported YAML is one scalar and reads back the same',
    [MARKDOWN, 'reads back as the same title, whatever the title holds'],
  ],
  [
    '`javascript:`, `data:`, `blob:`, `file:`, `java\\tscript:`',
    'Refused as source and as address',
    [SCHEMAS, 'gives only http(s) addresses without secrets'],
    [DISPATCH, 'with a script as a source'],
    [BACKUP, 'refuses %s'],
  ],
  [
    'An address of 100 kB, with a user name, with a homograph',
    'Refused, dropped, shown in punycode',
    ['tests/unit/article/address.test.ts', 'refuses an address of 100 kB'],
    [SCHEMAS, 'drops names and passwords'],
    ['tests/unit/article/address.test.ts', 'writes a homograph host in punycode'],
  ],
  [
    'The address changes while a mark is saved',
    'The mark keeps the address at selection',
    [HOSTILE, 'that changes its address while a mark is saved'],
  ],
  [
    'The marked words are removed',
    'Missing in the side bar; nothing is lost',
    [HOSTILE, 'that removes the marked words loses nothing'],
  ],
  [
    'The page looks for notes',
    'It finds none, and no id',
    [HOSTILE, 'finds no note, no id and no file of ours'],
    [`${E2E}/marking.test.ts`, 'stores nothing that the page does by itself'],
  ],
  [
    'The page asks for files of the extension',
    'Every way fails',
    [HOSTILE, 'cannot load, frame or ask for anything of the extension'],
  ],
  [
    'An article in a sandboxed frame',
    'Left alone; nothing is stored',
    [HOSTILE, 'whose story stands in a sandboxed frame'],
  ],
  [
    'Messages: unknown type, extra key, wrong type, depth 1,000, 10 MB',
    'Refused at the edge',
    [DISPATCH, '%s is refused'],
    [DISPATCH, 'never throws, never reaches a handler with a shape'],
  ],
  [
    'Messages with `__proto__`, `constructor` at any depth',
    'Refused; prototypes are as before',
    [DISPATCH, 'with %s at any depth is refused'],
  ],
  [
    'A content script asks for everything or for another site',
    'Refused',
    [HANDLERS, 'is given and may change annotations of its own page only'],
    [DISPATCH, 'in a page may not do what extension pages may'],
  ],
  [
    'A forged address, a forged id',
    'Refused',
    [DISPATCH, 'may name another address of its own site only'],
    [HANDLERS, 'that sends the id of somebody else’s annotation is refused'],
  ],
  [
    'Another extension',
    'Refused',
    [DISPATCH, 'that is %s is refused'],
    ['tests/checks/package.test.ts', 'gives pages nothing to load or to talk to'],
  ],
  [
    'A script left over from before an update',
    'What was typed is taken over',
    [`${E2E}/resilience.test.ts`, 'goes on with the note that was being typed'],
  ],
  [
    'Import: not JSON, UTF-16, BOM, empty, truncated',
    'Refused with its reason, or read',
    [BACKUP, 'refuses %s as %s and writes nothing'],
    [BACKUP, 'takes a byte-order mark and a gzip archive'],
  ],
  [
    'Import of a newer version',
    'Refused; nothing is written',
    [BACKUP, 'refuses %s as %s and writes nothing'],
  ],
  [
    'Import of 10 GB; a line of 500 MB',
    'Refused without being read whole',
    [IMPORTS, 'a file of 10 GB is refused'],
    [IMPORTS, 'a line of 500 MB is refused'],
  ],
  ['A gzip bomb', 'Refused', [BACKUP, 'refuses %s as %s and writes nothing']],
  ['The same file twice', 'The second time changes nothing', [BACKUP, 'changes nothing the second time']],
  [
    'The same id with other content',
    'The later state wins; conflicts are counted',
    [BACKUP, 'takes a later state, keeps ours where it is the later one'],
  ],
  [
    'Times in 2099, 1970, NaN',
    'Taken as they are; what is no time is refused',
    [BACKUP, 'takes far-away times as they are'],
    [BACKUP, 'refuses %s'],
  ],
  [
    'Markup and scripts in every field',
    'Shown as text',
    ['tests/dom/components/hostileText.test.tsx', 'markup in every field is shown as text'],
  ],
  ['JSON nested 200,000 deep', 'That line is refused', [BACKUP, 'refuses bad lines one by one']],
  [
    'Import of 100,000 annotations',
    'Progress is shown; it can be stopped, undone and finished',
    ['tests/faults/large.test.ts', 'a hundred thousand notes come in with progress'],
    [`${E2E}/past.test.ts`, 'stays as far as it came when an import is stopped'],
  ],
  [
    'kill -9 midway through an import',
    'Whole batches only; the second import finishes it',
    ['tests/faults/transactions.test.ts', 'a kill inside a transaction leaves whole actions only'],
  ],
  [
    'The disk is full midway through an import',
    'Told; whole batches only; goes on when there is room',
    ['tests/faults/diskfull.test.ts', 'an import that meets a full disk'],
  ],
  [
    'Export of notes with fences, embeds, images, frames, rules',
    'Each note stays in its place and carries no HTML',
    [MARKDOWN, 'nothing becomes HTML, an image, or a definition'],
    [NOTES, 'closes an open code block'],
  ],
  [
    'CSV cells that start with = + - @',
    'Each cell is text that no spreadsheet runs',
    [CSV, 'no cell is text that a spreadsheet runs'],
    [CSV, 'nor where the spreadsheet takes a semicolon or a tab for the end of a cell'],
    [CSV, 'each annotation is one row of as many cells'],
    [`${E2E}/reading.test.ts`, 'downloads everything as a spreadsheet'],
  ],
  [
    'File names: ../../x, CON, 300 characters, emoji, trailing dot',
    'Safe names',
    ['tests/unit/exchange/fileName.test.ts', 'of 300 characters is cut between characters'],
    ['tests/unit/exchange/fileName.test.ts', 'is safe for any title'],
  ],
  [
    'Export of 100,000 annotations',
    'In pieces of one article; the same bytes when repeated',
    [MARKDOWN, 'of a hundred thousand annotations is written in pieces'],
    [MARKDOWN, 'the same records give the same bytes'],
    [CSV, 'a library of a hundred thousand annotations is written in pieces'],
    [CSV, 'the same records give the same bytes'],
    [BACKUP, 'gives the same bytes when repeated'],
  ],
  [
    'kill -9 after “Saved”',
    'Every note is there',
    ['tests/faults/kills.test.ts', 'every note that was called saved is there after kill -9'],
  ],
  [
    'Power cut after “Saved”',
    'Every note is there',
    ['tests/faults/powercut.test.ts', 'every note that was called saved is there after a power cut'],
    ['tests/faults/powercut.test.ts', 'the same cut takes a write that asked for relaxed durability'],
    [`${STORAGE}/faults.test.ts`, 'asks for strict durability'],
  ],
  [
    'Kills inside transactions',
    'No partial record',
    ['tests/faults/transactions.test.ts', 'a kill inside a transaction leaves whole actions only'],
  ],
  [
    'Damaged files of the database',
    'The notes or the recovery page, never an empty library',
    ['tests/faults/damage.test.ts', '$name: the notes or the recovery page'],
    [`${E2E}/backup.test.ts`, 'never shows a lost library as an empty one'],
    [`${STORAGE}/opening.test.ts`, 'presents a wiped database as lost'],
  ],
  [
    'Two side bars and the popup edit one note',
    'No field is lost; both texts are kept',
    [`${STORAGE}/manyHands.test.ts`, 'leave together what each of them did, in 1,000 rounds'],
    [`${E2E}/marking.test.ts`, 'keeps what page, side bar and popup change'],
    [`${STORAGE}/verbs.test.ts`, 'keeps both versions when two panels edit the same note'],
  ],
  [
    'The clock goes back a day, forward a year',
    'Nothing is lost or hidden',
    [`${STORAGE}/faults.test.ts`, 'a day back or a year ahead loses nothing'],
  ],
  [
    'Firefox that never remembers',
    'A clear refusal before typing',
    [`${E2E}/alwaysPrivate.test.ts`, 'is told that nothing can be kept before anything can be typed'],
  ],
  [
    'An upgrade with an old side bar open',
    'The old one lets go; a newer database is recognised',
    [`${STORAGE}/opening.test.ts`, 'lets a newer version upgrade while it is open'],
    ['tests/dom/storage/realEngine.test.ts', 'gives way to a newer version that wants to open'],
  ],
  [
    'A migration throws',
    'The old version stays usable',
    [`${STORAGE}/opening.test.ts`, 'leave the old version usable when a step throws'],
  ],
  [
    'Each error of IndexedDB at each call',
    'Nothing is written, the draft is kept, retry works',
    [`${STORAGE}/faults.test.ts`, '%s: nothing is written, the fault is named'],
    [`${STORAGE}/faults.test.ts`, 'is kept outside a database that takes nothing'],
    [`${E2E}/unsaved.test.ts`, 'outlives the side bar'],
    [`${E2E}/unsaved.test.ts`, 'outlives a full disk'],
  ],
  [
    'The background is stopped at every step',
    'The main job is done all the same',
    [`${E2E}/resilience.test.ts`, 'does the main job with the background stopped before every step'],
    [`${E2E}/resilience.test.ts`, 'gives a page its annotator though the background dies before it answers'],
    [`${E2E}/resilience.test.ts`, 'goes on asking for the page’s record when the background dies'],
    ['tests/faults/stops.test.ts', 'with the background stopped at ten random moments'],
    ['tests/faults/stops.test.ts', 'is told that it was not, when the background dies before it answers'],
    ['tests/unit/messaging/lostAnswers.test.ts', 'is there once when the reader marks the words again'],
  ],
  [
    'The extension is updated with unsaved text',
    'The text is taken over',
    [`${E2E}/resilience.test.ts`, 'goes on with the note that was being typed'],
    [`${E2E}/unsaved.test.ts`, 'outlives the page'],
    [`${E2E}/unsaved.test.ts`, 'outlives a crash of the side bar'],
  ],
  [
    'Backup, wipe, restore',
    'The export is the same to the byte',
    ['tests/faults/large.test.ts', 'ten thousand notes come back to the byte'],
    [BACKUP, 'gives the same bytes after a restore into an empty library'],
    ['tests/dom/storage/realEngine.test.ts', 'brings a snapshot home to the byte'],
  ],
  [
    'A page whose address only looks like one that carries another site’s',
    'It is shown nothing of that site, and joins none of its articles',
    ['tests/unit/identity/strangers.test.ts', 'is not taken for the story it names'],
    ['tests/unit/identity/strangers.test.ts', 'is not folded to its neighbour'],
  ],
  [
    'Import of a note that was deleted elsewhere long ago',
    'Named in the preview; in the trash for its days here; Undo brings it back',
    [HOSTILE_IMPORTS, 'is named in the preview and brought to the trash'],
    [HOSTILE_IMPORTS, 'stays in the trash as long as if it had been deleted here'],
  ],
  [
    'Import of revisions and times at the ends of their ranges',
    'What came in can be edited, removed and undone',
    [HOSTILE_IMPORTS, 'what came in can be edited, removed and undone'],
    [HOSTILE_IMPORTS, 'a record that stands at the bound already'],
  ],
  [
    'Import of an article that lists addresses of other sites',
    'They are left out unless the reader asks for them; nothing is hidden or taken',
    [HOSTILE_IMPORTS, 'hides nothing and takes nothing of them'],
  ],
  [
    'A note nested thousands deep, or of 100,000 units that take long to read',
    'Shown as it was typed; the other cards are as they were',
    ['tests/dom/components/sidebar.test.tsx', 'is shown as it was typed, and takes no other card with it'],
    ['tests/unit/components/isIntricate.test.ts', 'a text that would take too long to read, or overflow'],
  ],
  [
    'Texts of 8,000 different words or 100,000 Han characters compared',
    'Compared where they can be, else told as wholly different',
    ['tests/unit/anchoring/alignLong.test.ts', 'also with 8,000 words each'],
    ['tests/unit/anchoring/alignLong.test.ts', 'do not run out of memory over 100,000 Han characters'],
  ],
  [
    'An advertisement, a button or a box put into a marked sentence',
    'The mark is exact and painted around it',
    ['tests/dom/anchoring/furniture.test.ts', 'leaves it exact: %s'],
    ['tests/dom/anchoring/furniture.test.ts', 'leaves it exact where a script put a box of any name there'],
  ],
  [
    'A tree 20,000 deep, whose styles kill the page’s process when asked for',
    'It is read by its tags',
    ['tests/dom/anchoring/anchor.test.ts', 'a page nested 20,000 deep is read'],
  ],
  [
    'Unsaved texts: thousands of them; a clock set back; one without end',
    'The one typed last is found; none hides another; each is bounded',
    [
      'tests/unit/storage/faults.test.ts',
      'is the one typed last, in whichever store and however the clock was set',
    ],
    ['tests/unit/storage/faults.test.ts', 'is not hidden by any number of others'],
    ['tests/unit/storage/faults.test.ts', 'has as many fields as a form may have, not more'],
  ],
  [
    'A page that empties or overwrites the highlight registry, our highlights and ranges, built-ins, style sheets, timers',
    'Highlights are back at once, and the toolbar works on',
    ['tests/e2e/takenAway.test.ts', 'comes back, and all goes on'],
  ],
  [
    'A page that replaces its body, its root element or the whole document, or takes our frame away',
    'The same; what is being typed stays',
    ['tests/e2e/takenAway.test.ts', 'keeps what is being typed'],
  ],
  [
    'A page that takes highlights away again and again, for a minute',
    'They come back less and less often, and for good once it gives up',
    ['tests/e2e/takenAway.test.ts', 'comes back less often where the page fights on'],
    ['tests/unit/annotator/Pace.test.ts', 'spends less than a hundredth of the time'],
  ],
  [
    'Files for other devices: truncated, empty, bits flipped, another program’s; duplicated, reordered, listed and gone',
    'Nothing is lost; they are asked for and written anew',
    [SYNC_CARRIERS, 'loses nothing and is written anew'],
    [SYNC_CARRIERS, 'may list in any order, twice, and what is not there any more'],
    [MODEL, 'schedules of several devices end the same everywhere, and nothing is lost'],
  ],
  [
    'A folder for other devices that is full, read-only, refused, unplugged, cut off in the middle',
    'The library is as it was; it is said in words; the rest goes along later',
    [SYNC_CARRIERS, 'changes nothing here'],
    [SYNC_CARRIERS, 'folders that refuse are told by what they refuse'],
  ],
  [
    'A folder that was emptied, is another one, or holds another library',
    'No library is emptied; nothing is written before the reader says so',
    [SYNC_CARRIERS, 'that was emptied is said to be, and filled again when the reader says so'],
    [SYNC_CARRIERS, 'that holds another library is left alone'],
  ],
  [
    'Files of a newer version; Syncthing’s temporary files and conflict copies; a wrong passphrase; a weakened key',
    'Newer ones wait, others’ are left alone, a wrong passphrase and a weak key are refused before anything is written',
    [SYNC_CARRIERS, 'may hold files of a newer version, which wait'],
    [SYNC_CARRIERS, 'may hold what Syncthing leaves: temporary files and copies'],
    [SYNC_CARRIERS, 'opens with the passphrase only'],
  ],
  [
    'A browser profile that was copied, or put back from a backup, and goes on',
    'It becomes a device of its own; what both wrote is there',
    [SYNC_CARRIERS, 'goes on as a device of its own where the profile was copied'],
  ],
  [
    'Linked data of 600 nodes with 50 authors each',
    'Read up to a bound for the whole page',
    ['tests/dom/article/detectArticle.test.ts', 'reads linked data of megabytes up to a bound'],
  ],
  [
    'A single-page site whose head stays that of another story, in any order and part',
    'Each story has its own marks, title, dates and addresses; further pages of one stay one',
    ['tests/dom/annotator/staleHead.test.ts', 'is never taken for the one before'],
    ['tests/dom/annotator/staleHead.test.ts', 'keeps what its head says'],
    ['tests/e2e/staleHead.test.ts', 'has each story’s marks at that story, there and back and after a load'],
  ],
  [
    'A WebDAV server for other devices that is away, full, read-only or busy, answers with a page, is cut while it writes or answers, writes over files',
    'The library is as it was; it is said in words; no piece of a file stays; the rest goes along later',
    [WEBDAV, 'that writes over files is not let to'],
    [WEBDAV, 'whose answer to a write is lost has written it'],
    [WEBDAV, 'that is cut while it writes keeps no piece'],
    [WEBDAV, 'that is cut while it answers has not answered'],
    [WEBDAV, 'that answers %i with a page is told by it'],
    [WEBDAV, 'that refuses to write with %i is told by it'],
    [WEBDAV_SERVERS, 'says what is wrong'],
    [WEBDAV_SERVERS, 'brings two libraries together, and goes on after it was away'],
    [NPM_SERVER, 'of npm says what is wrong'],
    [NPM_SERVER, 'of npm that is gone in the middle of a file keeps no piece that counts'],
  ],
  [
    'Another extension asks the companion for files, for other files, or to be let in',
    'It learns nothing, and nothing is touched',
    [COMPANION, 'answers the extension that the reader let in, and nobody else'],
    [COMPANION, 'says nothing to what can’t be Claimlight'],
    [COMPANION, 'lets nobody in who only asks'],
    [COMPANION, 'touches no file whose name Claimlight does not give'],
  ],
  [
    'What another device wrote that no record of this library can hold',
    'It waits with all that came with it, is told, is passed on, and comes in when it is whole',
    [MEETING, 'waits with all that came with it'],
    [MEETING, 'is not taken for known'],
    [MEETING, 'waits also where the record is not known yet'],
    [MEETING, 'takes nothing else along'],
  ],
  [
    'A browser killed while it writes half a file to a WebDAV server for other devices',
    'After its next start it writes the file anew by itself; the other browser has all of it',
    [MEETING, 'what was cut off by the death of the browser that wrote it is written anew by itself'],
    [DEVICES, 'have what was written where a browser was killed while it wrote half a file'],
  ],
  [
    'The background is gone when an alarm asks for other devices, or dies in the middle of the exchange',
    'It wakes, or goes on a minute later; what came is painted in the page, with no page of ours open',
    ['tests/unit/background/exchanges.test.ts', 'dies goes on a minute later'],
    [DEVICES, 'look for each other by alarm, with no page of ours open and the background gone'],
  ],
  [
    'A browser dies while it writes everything anew for other devices, begins again, and pieces of both arrive elsewhere',
    'No device takes pieces of two for one; what was cut off is taken away',
    [SNAPSHOTS, 'of a snapshot that was cut off and one that was begun anew no device makes a whole one'],
    [SNAPSHOTS, 'no file of a snapshot is ever written with other content'],
    [MODEL, 'schedules of several devices end the same everywhere, and nothing is lost'],
  ],
];

/** @type {FaultCase[]} */
export const CASES = ROWS.map(([what, expected, ...tests], at) => ({
  number: at + 1,
  what,
  expected,
  tests,
}));
