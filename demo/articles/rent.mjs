/** The article behind the paywall. */
export const rent = {
  slug: 'empty-flats',
  path: '/housing/empty-flats-inquiry',
  section: 'Housing',
  headline: 'One flat in nine stands empty in the centre, and the city does not know why',
  deck: 'We counted 2,318 dark windows over six weeks and rang the bells.',
  authors: ['Lucan Ferreira', 'Ottoline Marsh'],
  published: '2026-11-08T06:00:00Z',
  modified: '2026-11-09T08:45:00Z',
  keywords: ['housing', 'rent'],
  body: `
<p>On Quarry Street number 14 nobody has switched on a light since the spring. The letter boxes are full, the heating runs at its lowest step, and somebody pays the rent. We know this because we have looked, on forty evenings, between eight and ten.</p>
<p>In the centre of Tarnmouth 2,318 of 20,400 flats stood empty in October, one in nine. That is the result of a count which this newspaper carried out together with students of the school of architecture.</p>
<p>The city’s own number is 410. It comes from a register to which owners report of their own free will, and it has not been checked since 2018.</p>
<p>We rang 600 bells. In 212 houses a neighbour could tell us who the owner was. In 96 cases it was a company, in 71 a private person who lives abroad, in 45 an estate whose heirs cannot agree.</p>
<p>“An empty flat earns more than a let one, as long as prices rise by eight percent,” says an estate agent who does not want to be named. “And it never rings you about the boiler.”</p>
<p>The council could levy a fine of up to 5,000 a year for each flat that stands empty for more than six months. The rule was passed in 2020. It has never been applied, not once, because nobody has been given the task.</p>
<p>Councillor Ines Calder, who wrote the rule, calls that “an oversight with a postcode”. She has asked for two posts in the housing office, which would cost 140,000 and could bring in several million.</p>
<p>The association of landlords disagrees with our method. A dark window is not an empty flat, its director wrote; people work at night, travel, go to bed early. We answered that we had counted a flat only if it was dark on at least 38 of 40 evenings.</p>
<p>At the same time 7,900 people are on the list for a municipal flat. The average wait is four years and two months, ten months longer than in 2022.</p>
<p>On Quarry Street the lights came on once, in the middle of September. It was an electrician. He had been sent to see whether they still worked.</p>
`,
};
