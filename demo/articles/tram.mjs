/** Article A: an ordinary report with figures; its outlet marks up with JSON-LD. */
export const tram = {
  slug: 'tram-line-costs',
  path: '/politics/2026/11/18/tram-line-costs',
  section: 'Politics',
  headline: 'Harbour tram will cost a third more than voters were told',
  deck: 'The city now puts the bill for the eastern line at 418 million crowns. The council meets on Thursday to decide whether to go on.',
  authors: ['Ilse Vantongeren', 'Marek Dufoss'],
  published: '2026-11-18T06:40:00+01:00',
  modified: '2026-11-18T09:15:00+01:00',
  keywords: ['trams', 'city budget', 'Aldermere'],
  image: {
    file: 'tram.svg',
    alt: 'A red tram crossing a bridge over a harbour at dusk',
    caption: 'A test tram on the Customs Bridge. The eastern line would carry passengers from 2029.',
    credit: 'Illustration: Lowland Courier',
  },
  body: `
<p>The eastern tram line, the largest thing Aldermere has tried to build in a generation, will cost 418 million crowns, a third more than the 312 million put to voters in the referendum two years ago, according to a report which the city published late on Tuesday evening.</p>
<p>The report, 64 pages long and signed by the city engineer, blames the price of steel, a tunnel that turned out to need a second wall, and eleven months lost to an appeal by property owners on Chandler Street. Steel alone accounts for 41 million crowns of the difference.</p>
<p>“Nobody in this building is happy with the figure, and nobody in this building should be surprised by it either,” said Mayor Annick Roelofs, who has staked her second term on the line. “We were told in 2024 that the ground was soft. It is softer than that.”</p>
<h2>What has changed</h2>
<p>When residents voted in October 2024, the line was to run 9.4 kilometres from the ferry terminal to the hospital at Westerlo, with fourteen stops. The route has not changed. Two of the stops, at Ropewalk and at the fish market, will now be built later, which the report says saves 17 million crowns.</p>
<p>Ridership is expected to reach 38,000 passengers on a working day in the third year, down from the 45,000 in the original forecast. The engineers say the earlier estimate assumed an office district on the northern quay that has since been cancelled.</p>
<p>The state will pay 55 percent of the original budget, as agreed, but not a crown of the increase. The ministry of transport confirmed on Wednesday that it would not reopen the agreement. That leaves the city to find 106 million crowns of its own.</p>
<p>Councillor Pieter Oste, who leads the opposition, said the numbers proved that the referendum had been held on a fiction. He wants the council to stop the work for six months while an outside auditor goes through the contracts.</p>
<p>Stopping is not free either. The report puts the cost of a pause at 2.9 million crowns a month, mostly for machines that have been rented and for crews who would have to be paid whether they dig or not.</p>
<h2>Who pays</h2>
<p>The city treasurer, Joris Waal, proposes to borrow 70 million crowns over thirty years and to take the rest from the reserve fund, which stood at 88 million crowns at the end of September. Property tax would rise by 1.2 percent in 2027, or about 46 crowns for a typical flat.</p>
<p>Not everybody thinks that is enough. The city’s own audit office warned in June that the reserve should never fall below 60 million crowns. Under the treasurer’s plan it would stand at 52 million by the end of next year.</p>
<p>On Chandler Street, where the appeal was lost in August, some shopkeepers have put the report in their windows. “They said it would be noisy for a year,” said Hanne Brill, who has sold umbrellas there since 1998. “It has been noisy for two, and I have not seen a rail.”</p>
<p>Others are waiting for the tram. At the hospital in Westerlo, which employs 3,100 people, the staff council has collected 1,870 signatures asking the city to finish the line. Most of the night shift has no way home other than a car, its spokeswoman said.</p>
<p>The council will vote on Thursday afternoon. The mayor’s coalition has 23 of 45 seats, and two of its members have said that they have not decided. A vote to go on needs a simple majority; a vote to change the budget needs three fifths.</p>
<p>If the council agrees, the first rails will be laid in March.</p>
`,
  edits: [
    {
      kind: 'figure',
      from: 'will cost 418 million crowns, a third more',
      to: 'will cost 436 million crowns, two fifths more',
    },
    { kind: 'negation', from: 'The route has not changed.', to: 'The route has changed.' },
    {
      kind: 'removed',
      text: 'Steel alone accounts for 41 million crowns of the difference.',
      lookalike: 'Steel now accounts for nearly half of the bill for materials.',
      lookalikeAfter: 'On Chandler Street, where the appeal was lost',
    },
    { kind: 'moved', block: '<p>Councillor Pieter Oste', after: '<p>Not everybody thinks' },
    { kind: 'ad', after: '<p>Ridership is expected' },
    { kind: 'headline', to: 'Harbour tram will cost two fifths more than voters were told' },
  ],
};
