/** The article that shows its second half after "read more". */
export const buses = {
  slug: 'night-buses',
  path: '/transport/night-bus-drivers',
  section: 'Transport',
  headline: 'Night buses run again after drivers win their break',
  deck: 'Twenty minutes at the end of each run, and a kettle.',
  authors: ['Colm Hathersage'],
  published: '2026-11-14T22:10:00Z',
  modified: '2026-11-15T06:00:00Z',
  keywords: ['buses', 'work'],
  body: `
<p>Night buses in Fenbury will run again from Friday after a stoppage of nine days, the operator and the drivers’ committee said in a joint statement on Saturday.</p>
<p>The 140 drivers will have twenty minutes at the end of each run, instead of eight. It is what they had asked for in the first place, in a letter dated 3 March.</p>
<p>“You cannot walk to the toilet at Kiln Lane and back in eight minutes,” said Rosalind Eke, a driver for sixteen years. “We measured it. We sent them the measurement.”</p>
<p>The operator had said that longer breaks would need eleven more drivers, whom it could not find. It now says that it needs seven, and that four have been found.</p>
<p>For passengers the price is a longer wait. Between one and four in the morning buses will come every 40 minutes and not every 30 as before.</p>
<p>The hospital had warned that its night staff could not do without the lines 4 and 9. Those two will keep their old timetable until the end of January.</p>
<p>About 3,800 people use the night buses in an ordinary week. During the stoppage the city paid for 1,150 taxi rides, at an average of 18.60 each.</p>
<p>The city has asked the operator to pay the money back. The contract says nothing about the matter, according to two people who have read it.</p>
<p>The agreement runs for eighteen months. Both sides will meet in April to see how many passengers have been lost and how many breaks were really taken.</p>
<p>The kettle at Kiln Lane, which had been removed in 2019, is back.</p>
`,
};
