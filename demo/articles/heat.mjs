/** The article whose text stands in a shadow root. */
export const heat = {
  slug: 'heat-from-the-river',
  path: '/science/heat-from-the-river',
  section: 'Science',
  headline: 'A river that never freezes heats 5,000 flats',
  deck: 'Two pumps take three degrees out of the Morn. The fish have been asked, in a manner of speaking.',
  authors: ['Yusra Denholm'],
  published: '2026-11-11T10:00:00Z',
  modified: '2026-11-11T10:00:00Z',
  keywords: ['energy', 'heat pumps'],
  body: `
<p>The water that leaves the new pump house at Mornside is three degrees colder than the water that enters it. What is missing is on its way to 5,000 flats, in pipes that were laid under the tram tracks over the summer.</p>
<p>The plant, which was switched on last week, is the largest river heat pump in the country. It draws 2.2 cubic metres of water a second and gives 34 megawatts of heat for 11 megawatts of electricity.</p>
<p>“It is a refrigerator with the door open to the river,” said the chief engineer, Halvard Dunmore. “We are cooling the river, and we are warming the town.”</p>
<p>The Morn carries 180 cubic metres a second on an average day, so that the river as a whole becomes colder by four hundredths of a degree. At the outlet itself the change is larger, and there the licence sets a limit of three degrees.</p>
<p>Biologists have put transmitters on 120 trout to see whether they avoid the place. So far they do not. One of them has spent eleven days in front of the outlet, for reasons of its own.</p>
<p>The plant replaces two gas boilers from 1994. According to the operator it saves 26,000 tonnes of carbon dioxide a year, a figure which assumes that the electricity comes from wind for two thirds of the time.</p>
<p>The environmental office has not confirmed that share. In its own calculation, with wind for half of the time, the saving would be 19,000 tonnes.</p>
<p>Residents will pay as much for heat as before. A clause in the contract lets the price rise by at most 2 percent a year until 2036.</p>
<p>Critics had asked for insulation first. The tenants’ association says that a third of the flats lose so much heat that “we are now warming the sky with the river”.</p>
<p>A second pump house is planned four kilometres downstream. Its licence depends on the trout.</p>
`,
};
