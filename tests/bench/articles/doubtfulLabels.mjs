/** Labels of the development pages that we think are wrong, by field, with the reason and the pages' ids. */
export const DOUBTFUL = {
  title: [
    {
      why: 'not the headline of this page: a cut one, a sub-heading, two texts joined, or one of another edition',
      ids: `trafilatura-2230cb13 trafilatura-228bddc3 trafilatura-247bed6f trafilatura-56827188 trafilatura-5962a1f7
        trafilatura-9e9c2b03 fundus-a3c94f2d`,
    },
  ],
  authors: [
    {
      why: 'several people as one name, or a biography for a name',
      ids: `trafilatura-5962a1f7 trafilatura-63042037 trafilatura-912775ed trafilatura-a32b64a9 wcxb-ade708e5 wcxb-2f481f89
        postlight-21113e94 postlight-ce5fe918`,
    },
  ],
  date: [
    {
      why: 'the time of the last change',
      ids: 'trafilatura-0c8c9b40 trafilatura-1fbefe8a trafilatura-56827188 trafilatura-783f90ff trafilatura-d7eee70b',
    },
    {
      why: 'another year, or day and month exchanged',
      ids: 'trafilatura-3974d790 fundus-09499b56 trafilatura-ae310077',
    },
    {
      why: 'another day than everything in the page says',
      ids: 'mediacloud2020-5b9349b4 trafilatura-c5594948',
    },
    {
      why: 'the day in the zone of the outlet, where the page gives the time in UTC only',
      ids: 'mediacloud2020-204d839f mediacloud2020-53053996 mediacloud2020-811238e0 mediacloud2020-c04c4e33',
    },
    {
      why: 'midnight of the day that the page shows, told in UTC, and so the day before',
      ids: 'postlight-21113e94 postlight-91d8b9e8',
    },
  ],
  canonical: [
    {
      why: 'the address that was fetched, where the page names another of its site with the same number or slug',
      ids: `standke2019-3052e7bc standke2019-55a6e416 standke2019-683f66f9 standke2019-6c16370b standke2019-7c69137e
        standke2019-8131a899 aeb2019-13912e3d trafilatura-1c22a53e trafilatura-56827188 trafilatura-783f90ff
        mediacloud2020-811238e0 mediacloud2020-844710e7 mediacloud2020-3b22b533 postlight-e6362050 postlight-895d1036
        postlight-2eabc570 postlight-0dc84299 wcxb-0d61f4f0 wcxb-291d50a8`,
    },
    {
      why: 'the address that was fetched with tracking, a doubled slash or a needless ending, where the page names the plain one',
      ids: `fundus-751140cf trafilatura-9e9c2b03 postlight-378ac106 mediacloud2020-0292e52a mediacloud2020-3bfba8da
        trafilatura-49121a49`,
    },
  ],
};

const byField = Object.fromEntries(
  Object.entries(DOUBTFUL).map(([field, kinds]) => [
    field,
    new Set(kinds.flatMap(({ ids }) => ids.trim().split(/\s+/))),
  ]),
);

/** @param {string} field @param {string} id */
export const isDoubtful = (field, id) => byField[field]?.has(id) ?? false;
