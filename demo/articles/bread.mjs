/** Second article of the single-page site. */
export const bread = {
  slug: 'price-of-bread',
  path: '/money/price-of-bread',
  section: 'Money',
  headline: 'Why a loaf still costs 42 crowns though wheat is cheap',
  deck: 'Flour is a seventh of the price. The rest is rent, wages and an oven that eats electricity.',
  authors: ['Anders Myhr'],
  published: '2026-11-17T05:30:00+01:00',
  modified: '2026-11-18T10:10:00+01:00',
  keywords: ['prices', 'bread'],
  body: `
<p>Wheat has lost 28 percent of its price since the summer of last year. A loaf of sourdough in the old town costs 42 crowns, as it did then. Customers have begun to ask why, and bakers have begun to answer.</p>
<p>“I bought a tonne of flour on Monday for 5,900 crowns,” says Malin Torp, who runs two bakeries with her brother. “That makes 1,700 loaves. You can do the sum yourself: there are three and a half crowns of flour in each.”</p>
<p>The largest part of the price is work. Of the 42 crowns, 17 go to wages, including the night supplement, which rose by 6 percent in April. Rent takes another seven, electricity five.</p>
<p>Electricity is the figure that has changed most. The Torps’ oven, built in 1996, uses as much as eleven households. A new one would need half of that and would cost 780,000 crowns.</p>
<p>The competition authority looked at the trade in September and found no sign of an agreement among bakers. It did find that bread in supermarkets had become 4 percent cheaper while small bakeries had not moved.</p>
<p>According to the authority the margin of a small bakery is now 3.2 percent, less than before the rise of prices in 2022. Nineteen bakeries in the county have closed since then, and six have opened.</p>
<p>Consumers notice the loaf more than the sum. In a survey of 1,000 households, bread was named as the item that had risen most, although it makes up 1.4 percent of what they spend.</p>
<p>Economists call this the frequency effect: what is bought often is remembered well. Petrol has the same fate, and beer.</p>
<p>The Torps have thought about lowering the price by a crown. They decided against it, because they would have to raise it again when the lease is renewed in May.</p>
<p>What they have done is to sell yesterday’s bread at half price from seven in the morning. It is gone by eight.</p>
`,
};
