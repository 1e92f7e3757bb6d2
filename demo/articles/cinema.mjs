/** The article whose text nodes are all replaced, as a client-side framework does. */
export const cinema = {
  slug: 'village-cinema',
  path: '/culture/village-cinema',
  section: 'Culture',
  headline: 'A cinema with 48 seats outlives the multiplex',
  deck: 'The big house at the ring road has closed. The small one in the fire station has a waiting list.',
  authors: ['Maud Ellery'],
  published: '2026-11-07T09:30:00Z',
  modified: '2026-11-07T09:30:00Z',
  keywords: ['cinema', 'culture'],
  body: `
<p>The multiplex on the ring road, nine screens and 1,900 seats, showed its last film on Sunday to 34 people. Four kilometres away, in the old fire station at Dunnet, all 48 seats were taken, as they have been on 103 evenings this year.</p>
<p>The Dunnet cinema is run by eleven volunteers and a projector that was bought second-hand for 6,200. It shows one film a week, on Fridays and Sundays, and nobody knows on Monday which one it will be.</p>
<p>“People say that they cannot choose any more,” says Agnes Farrow, who sells the tickets. “So we do not let them.” A ticket costs 6. Tea is free, but there is a rule about spoons.</p>
<p>The owners of the multiplex blame streaming and the price of heating. Attendance had fallen from 410,000 in 2018 to 96,000 last year, while the cost of keeping nine halls at twenty degrees had doubled.</p>
<p>Across the country 23 multiplexes have closed since 2023. Over the same time 61 small cinemas opened, according to the association of film theatres, most of them with fewer than a hundred seats.</p>
<p>The numbers are not comparable, the association says. A single weekend at a multiplex sold more tickets than a small house sells in a year.</p>
<p>Film distributors were slow to notice. For years Dunnet had to wait eight weeks for a new film. Since March it has been two.</p>
<p>The fire station belongs to the parish, which asks for no rent. It asks for the engine bay to be free on the night of the May fire, and once, in 2024, a film was stopped because there really was one.</p>
<p>There is talk of a second evening. Ms Farrow is against it. “Then one of them would be half full,” she says.</p>
<p>The waiting list for season tickets has 212 names. The multiplex is to become a warehouse.</p>
`,
};
