/** Article B: a report full of quotations; its outlet has Open Graph tags and nothing else. */
export const strike = {
  slug: 'dockers-strike-third-week',
  path: '/2026/11/dockers-strike-third-week',
  section: 'Business',
  headline: 'Dockers’ strike enters third week as 31 ships wait off Port Sallow',
  deck: 'Talks broke off on Sunday night over shifts for the new cranes. Fruit is being thrown away by the container.',
  authors: ['Tomasin Reeve'],
  published: '2026-11-16T18:05:00Z',
  modified: '2026-11-17T07:30:00Z',
  keywords: ['ports', 'strike', 'trade'],
  image: {
    file: 'port.svg',
    alt: 'Container cranes above a quay, ships waiting at sea',
    caption: 'The northern quay at Port Sallow has stood still since 2 November.',
    credit: 'Drawing by the Gazette’s art desk',
  },
  body: `
<p>Thirty-one ships lay at anchor off Port Sallow on Monday morning, the most since the harbour was deepened in 1987, as a strike by 2,400 dockers entered its third week with no new talks in sight.</p>
<p>Negotiations ended on Sunday shortly before midnight, after eleven hours in a hotel near the ring road. Both sides left by different doors. Neither has proposed a date on which to meet again.</p>
<p>The quarrel is not about pay. The port company offered a rise of 4.8 percent in the spring, and the union accepted it in July. It is about six new cranes, delivered in September, which can be steered from an office and which need one worker where the old ones needed three.</p>
<p>“We are not against machines. My father unloaded coffee on his back and I would not wish it on anyone,” said Delia Marchetti, who speaks for the dockers’ union. “We are against finding out from a brochure that our shift no longer exists.”</p>
<p>The company says that no one will be dismissed before 2029 and that 180 workers will be trained for the control room. A letter to employees, seen by this newspaper, speaks of “natural departures” of about 90 jobs a year.</p>
<p>For importers the days are getting expensive. The Chamber of Trade estimates that each day of the strike costs the region 7.5 million in lost business. A spokesman said that the estimate was cautious and that it left out orders which will never come back.</p>
<p>At the Bellweather cold store, 900 tonnes of pears have been waiting for a ship since 4 November. The manager, Osric Pell, has begun to send them to a juice factory at a fifth of the price. “A pear does not read the newspapers,” he said. “It ripens.”</p>
<p>Supermarkets say that shoppers have little to fear so far. Bananas and coffee are coming through two smaller ports further up the coast, and stocks of frozen fish would last until the middle of December.</p>
<p>The government has kept its distance. The minister of labour, Corin Aldous, said on Monday that she would not appoint a mediator unless both parties asked for one. The union has asked. The company has not.</p>
<p>Economists doubt that the strike can go on for much longer. The union’s strike fund pays members 65 a day and held about 3.6 million when the strike began, according to its last annual report. At that rate it would be empty in the first week of December.</p>
<p>The last big strike at the port, in 2011, lasted 26 days. It ended when the company agreed to keep four gangs on every ship. Those four gangs are what the new cranes would make unnecessary.</p>
<p>On the northern quay on Monday the cranes stood in a row with their arms up, like people being robbed. Somebody had tied a red scarf around the nearest one.</p>
`,
  edits: [
    { kind: 'figure', from: 'as a strike by 2,400 dockers', to: 'as a strike by 2,700 dockers' },
    { kind: 'negation', from: 'The quarrel is not about pay.', to: 'The quarrel is about pay.' },
    {
      kind: 'negation',
      from: 'stocks of frozen fish would last until',
      to: 'stocks of frozen fish would not last until',
    },
    {
      kind: 'removed',
      text: 'At that rate it would be empty in the first week of December.',
      lookalike: 'At that rate the ships would be empty by the last week of November.',
      lookalikeAfter: 'Supermarkets say that shoppers',
    },
    { kind: 'moved', block: '<p>The last big strike', after: '<p>Negotiations ended' },
    { kind: 'ad', after: '<p>At the Bellweather' },
  ],
};
