/** The article on the hostile page. */
export const broker = {
  slug: 'what-the-broker-knew',
  path: '/tech/what-the-broker-knew',
  section: 'Technology',
  headline: 'What the data broker knew about a village of 900',
  deck: 'Someone sold us a list. It had 1,214 names on it, and a dog.',
  authors: ['Ptolemy Grange'],
  published: '2026-11-05T07:00:00Z',
  modified: '2026-11-06T09:00:00Z',
  keywords: ['privacy', 'data'],
  body: `
<p>The list cost 340 in any currency we liked and arrived eleven minutes after the payment. It contained the names, ages, addresses and habits of 1,214 inhabitants of Little Hamblow, a village of 900.</p>
<p>We had asked for it in the name of a garden centre that does not exist. The broker, whose office is a letter box in a street without houses, asked no question except whether we wanted it sorted by income.</p>
<p>With the consent of 46 villagers we checked what the list said about them. Of 1,840 entries 61 percent were right, 22 percent were wrong, and about the rest the villagers preferred not to speak.</p>
<p>“It says that I have a bad knee and a good pension,” said Hesper Lyle, who is 68. “I have told nobody about the knee.” She had looked it up on her telephone in March, twice.</p>
<p>Three hundred and fourteen people on the list do not live in the village. Some had stopped there to buy petrol. One is a dog called Bruno, described as male, 42, and interested in loans.</p>
<p>The broker says that all data had been collected lawfully and that every person had agreed. Asked how Bruno had agreed, it wrote that it did not comment on individual cases.</p>
<p>The data protection office has opened an inquiry, its seventh into the same company since 2020. The six earlier ones ended with fines of 118,000 in all. The company’s turnover last year was 24 million.</p>
<p>Technically the trade is simple. A weather app, a torch and a game with coloured sweets reported the position of 388 telephones, up to 900 times a day, and a fourth company joined those points to a bill for electricity.</p>
<p>Two of the three apps have since been removed from the shops. The torch has not. It has been downloaded 1.3 million times.</p>
<p>The villagers held a meeting in October and decided to sell the list themselves, for the benefit of the church roof. The parish council’s lawyer advised against it.</p>
`,
};
