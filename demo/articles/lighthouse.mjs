/** First article of the endless page. */
export const lighthouse = {
  slug: 'last-lighthouse-keeper',
  path: '/people/last-lighthouse-keeper',
  section: 'People',
  headline: 'The last lighthouse keeper hands over to a box',
  deck: 'It is grey, it weighs nine kilos, and it does not make jam.',
  authors: ['Isolde Krantz'],
  published: '2026-11-01T08:00:00Z',
  modified: '2026-11-01T08:00:00Z',
  keywords: ['people', 'sea'],
  body: `
<p>On the last day of October, at sunset, Aldo Perrin lit the lamp on Gannet Head for the 9,855th time. On the first of November, at sunset, a grey box did it.</p>
<p>Mr Perrin, who is 63, was the last keeper of a lighthouse on this coast. The others were automated between 1978 and 1996; Gannet Head was forgotten, he says, because the man with the list was afraid of the boat.</p>
<p>The box weighs nine kilos and was made in a town without a coast. It measures the light, switches the lamp, and sends a message if something breaks. It cost 4,100, which is two months of a keeper’s pay.</p>
<p>“It is a good box,” Mr Perrin says. “I have nothing against the box.” He has put a tea towel over it, because of the dust.</p>
<p>In 27 years he reported eleven ships in distress and one whale. Four of the ships had not noticed that they were in distress until he called them.</p>
<p>The coast authority says that ships no longer depend on the lamp. A survey in 2023 found that 96 percent of the vessels that pass carry satellite navigation, and that the rest are mostly rowing boats.</p>
<p>Yet when the authority proposed to switch the lamp off altogether, 2,200 people wrote letters against it. Most of them lived inland.</p>
<p>The keeper’s house will be let to visitors. It has five rooms, no road, and a kitchen garden in which, to the surprise of botanists, quinces grow.</p>
<p>Mr Perrin has sold his jam at the harbour for years, at 3.50 a jar. He has left two dozen jars in the cellar for whoever comes.</p>
<p>He has moved to the mainland, to a flat on the third floor. At night he can see Gannet Head. He says that the box is eleven seconds late.</p>
`,
};
