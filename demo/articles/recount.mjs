/** The article that is served with a strict content security policy. */
export const recount = {
  slug: 'recount-ordered',
  path: '/politics/recount-ordered',
  section: 'Politics',
  headline: 'Recount ordered in Ashcombe after margin of 17 votes',
  deck: 'A bag with 212 ballots was found in a school cupboard. It was sealed, and it was on no list.',
  authors: ['Fenella Drury'],
  published: '2026-11-09T20:15:00Z',
  modified: '2026-11-10T07:05:00Z',
  keywords: ['elections'],
  body: `
<p>The returning officer in Ashcombe has ordered a full recount of the mayoral election, in which the candidate of the Civic List, Dorothea Venn, beat the incumbent, Ralph Oakes, by 17 votes out of 28,431.</p>
<p>The order came three hours after a caretaker at Millbrook School had found a sealed bag with 212 ballots in a cupboard. The bag bears the right stamp and the right date. It does not appear on any list.</p>
<p>“I do not suspect anyone of anything. I suspect everyone of being tired,” said the returning officer, Morwenna Hale. The count had lasted until four in the morning.</p>
<p>All 61 polling stations will be counted again, by hand, from Thursday. Each bundle will be checked by two people from different parties, and the result is not to be expected before Saturday evening.</p>
<p>At Millbrook School Mr Oakes had been ahead by 54 to 46 percent. If the ballots in the bag are divided in the same way, he would gain 17 votes, and the election would be a tie.</p>
<p>In that case the law asks for a lot to be drawn. It has happened once, in 1931, when the mayor of a neighbouring town was chosen by means of two walnuts, one of which was painted.</p>
<p>Ms Venn said that she welcomed the recount. Mr Oakes said the same, in almost the same words, eleven minutes later.</p>
<p>The Civic List has asked for the cupboard to be examined. It had been locked, and there were four keys, of which three have been found.</p>
<p>Turnout was 63.8 percent, the highest since 1998. Spoiled ballots came to 1.1 percent, no more than usual.</p>
<p>Until the result is certain Mr Oakes stays in office. The walnuts are in the town museum.</p>
`,
};
