/** Second article of the endless page: it is appended when the reader reaches the end of the first. */
export const bees = {
  slug: 'city-bees',
  path: '/nature/city-bees',
  section: 'Nature',
  headline: 'The city has too many beehives, says the woman who brought them',
  deck: 'There are 1,460 hives on the roofs and flowers for 600.',
  authors: ['Emrys Quill'],
  published: '2026-10-31T08:00:00Z',
  modified: '2026-10-31T08:00:00Z',
  keywords: ['bees', 'nature'],
  body: `
<p>When Thea Moorcroft put the first beehive on the roof of the city hall in 2009 there were photographs and a small speech. This autumn she has asked the council to forbid any more of them.</p>
<p>There are now 1,460 hives in the city, on hotels, banks and a car park. According to a study by the botanical garden there are flowers enough for about 600.</p>
<p>“I wanted to save the bees,” Ms Moorcroft says. “I saved the one kind that did not need it.” Honeybees are livestock. The wild bees, of which 212 species had been counted in the city, find less to eat.</p>
<p>Of those species 38 have not been seen since 2019. The authors of the study are careful: the three dry summers matter too, and so does the habit of mowing everything that grows.</p>
<p>A hive yields eleven kilos of honey in the city, down from nineteen ten years ago. Many keepers now feed sugar in July, which used to be a thing of winter.</p>
<p>The beekeepers’ club, with 840 members, rejects a limit. Its chairman, Barnaby Sloe, says that the answer to too few flowers is more flowers.</p>
<p>The council likes that sentence. It has promised to sow 14 hectares of meadow by 2028, of which 3 hectares exist.</p>
<p>Companies are the difficulty, says Ms Moorcroft. A hive on the roof costs 2,000 a year with care and looks good in a report. “Nobody puts a solitary bee into a report.”</p>
<p>She keeps two hives herself, in a village. On the roof of the city hall she has planted thyme and viper’s bugloss and drilled holes into a log.</p>
<p>In June she counted 31 species on it, one of which was thought to be lost.</p>
`,
};
