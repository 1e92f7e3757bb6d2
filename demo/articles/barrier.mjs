/** Article D: a long read with figures, quotations, a table, lists, captions and a phrase that comes back. */
export const barrier = {
  slug: 'the-wall-under-the-water',
  path: '/long-reads/2026/the-wall-under-the-water',
  section: 'Long reads',
  headline: 'The wall under the water',
  deck: 'For forty years a steel gate at the mouth of the Ouwe has kept the sea out of three towns. The people who close it say it is running out of winters.',
  authors: ['Saskia Helder'],
  published: '2026-10-30T04:00:00+01:00',
  modified: '2026-11-04T16:42:00+01:00',
  keywords: ['floods', 'climate', 'engineering'],
  image: {
    file: 'barrier.svg',
    alt: 'A storm barrier with four towers between grey waves',
    caption: 'The Ouwe barrier seen from the landward side. Each of its four gates weighs 620 tonnes.',
    credit: 'Illustration by Noor Aziz for the Meridian Review',
  },
  body: `
<p>At ten minutes to four in the morning Wim Kalder puts down his coffee, looks at a number on a screen, and says the sentence that he has said 87 times before. “We close.” Nobody in the room answers. Two storeys below, with a sound like a train that cannot decide whether to leave, four gates begin to sink into the river.</p>
<p>The number on the screen is the height of the sea at a buoy eleven kilometres out. When it reaches 2.60 metres above the mean, the Ouwe barrier closes; that is the rule, it has been the rule since 1986, and it fits on a card that hangs by the door. The sea is rising, but the rule has not moved.</p>
<p>Kalder is 58 and has been keeper of the barrier for nineteen years. His predecessor closed it 31 times in twenty-one years. He himself has closed it 56 times, nine of them since last October. “I used to remember each one,” he says. “Now I remember each winter.”</p>
<h2>A machine for rare days</h2>
<p>The barrier was built after the flood of February 1979, in which 43 people died in the towns of Ouwemond, Laag and Sint Bride. Its designers were asked for a gate that would close once a year. They built one that could close three times a year, to be on the safe side, for a hundred years.</p>
<p>It is now closed nine times a year. That is not yet a danger. It is a kind of arithmetic, and the arithmetic is what worries the engineers: each closing bends the hinges a little, each hinge was made for about 300 closings, and the steel from which they were made is no longer produced.</p>
<figure>
<img src="/assets/closings.svg" alt="Bar chart: closings of the barrier in each decade, rising from 9 to 52" width="720" height="300">
<figcaption>Closings of the Ouwe barrier by decade. The last bar covers only six years, from 2020 to 2026.</figcaption>
</figure>
<p>“People think that the sea will come over the top,” says Femke Aldrin, who teaches hydraulics at the technical university in Marle. “It will not. What will happen is that one night a gate does not go down, because a bolt the size of my arm has been asked once too often.”</p>
<p>She has calculated how often. In a paper published in May she and two colleagues put the chance that at least one gate fails to close at 1 in 240 for each closing, up from 1 in 900 when the barrier was new. With nine closings a year, that is a chance of nearly 4 percent in every winter.</p>
<blockquote><p>A barrier does not fail on the day of the storm. It fails on all the quiet days before, when somebody decides that it can wait.</p></blockquote>
<p>The water authority does not dispute the method. It disputes one assumption, namely that hinges wear evenly, and has arrived at a figure of 1 in 410. Both numbers are worse than the standard, which is 1 in 1,000.</p>
<h2>What it would take</h2>
<p>There are three plans, and all three have been on the table since 2021. They differ in price, in time, and in how much of the old barrier would survive.</p>
<table>
<caption>Three ways to keep the sea out</caption>
<thead><tr><th scope="col">Plan</th><th scope="col">Cost, millions</th><th scope="col">Years to build</th><th scope="col">Safe until</th></tr></thead>
<tbody>
<tr><th scope="row">New hinges</th><td>210</td><td>3</td><td>2050</td></tr>
<tr><th scope="row">New gates on old towers</th><td>640</td><td>6</td><td>2085</td></tr>
<tr><th scope="row">A new barrier, 2 km seaward</th><td>1,900</td><td>11</td><td>2130</td></tr>
</tbody>
</table>
<p>The cheapest plan would buy a quarter of a century. The dearest would outlive everyone who pays for it. Most engineers favour the second, and so did the previous government, which set aside 85 million for the design. The present one has not cancelled that money; it has not spent it either.</p>
<p>Asked for the reason, the ministry sent a list of what has to be known before work can begin:</p>
<ul>
<li>how much salt the inner harbour can bear while a gate is out of the water,</li>
<li>whether the towers, which stand on 340 wooden piles, can carry gates that are 12 percent heavier,</li>
<li>and who will pay for the eel ladders, which European law demands and which nobody had planned.</li>
</ul>
<p>The first two questions were answered in a report of 2023. The third concerns a sum of 1.4 million.</p>
<h2>Three towns behind a gate</h2>
<p>In Laag the sea is rising in conversations before it rises anywhere else. The town of 6,200 lies 1.8 metres below the mean level of the water, and its children learn at school which of their neighbours has a second floor. House prices have fallen by 14 percent in five years. In the rest of the province they rose by 22 percent.</p>
<p>“I get letters from the bank,” says Gerrit Loman, whose family has built boats here since 1911. “They want to know what my plan is. I wrote back: my plan is a boat.” He laughs, and then says that he has in fact moved his machines to the upper hall, one after another, without ever deciding to.</p>
<p>His daughter Jette, who is 26, has bought a flat in Marle. She comes home on Fridays. On the wall of the kitchen there is a brass line, at the height of her shoulder, with the date of the flood. “When I was small it was above my head,” she says. “Everybody here has grown up under that line.”</p>
<p>Not everybody sees a threat. The mayor of Sint Bride, Coen Verbrugge, points out that no house has been flooded since the barrier was opened, not one, and that fear has cost his town more than water ever did. He has had a sign taken down which showed visitors how high the sea would stand in the market square.</p>
<figure>
<img src="/assets/line.svg" alt="A kitchen wall with a horizontal brass line and a coat hanging below it" width="720" height="360">
<figcaption>The line in the Lomans’ kitchen marks the water of 3 February 1979: 1.34 metres above the floor.</figcaption>
</figure>
<h2>The night of the fifth</h2>
<p>On the night of 5 January this year the third gate did not close. It stopped 40 centimetres above the sill, with the sea at 2.71 metres and rising, and stayed there for fourteen minutes. Kalder sent two men down with a hydraulic jack that was older than either of them. What they did took nine of the fourteen minutes, and is described in the log in four words: “Gate helped by hand.”</p>
<p>About 200,000 cubic metres of sea water passed through the gap, which is little: the inner harbour rose by six centimetres. Nobody in the three towns woke up. The water authority learned of it from the log and the public from this magazine, which obtained a copy under the law on access to documents.</p>
<p>In its answer to our questions the authority wrote that “at no point was the safety of the inhabitants in question”. It added that the jack has since been replaced, and that there are now two.</p>
<p>Since that night the keeper has changed his own rule. He does not wait for 2.60 any more. He gives the order at 2.45, so that there are fourteen minutes in hand. It is against the card by the door, and it means one more closing a year, perhaps two. He has told his superiors in writing, and they have not replied.</p>
<p>“The sea is rising,” he says, as one might mention that it is Tuesday. “Either we move, or the rule does.” Then the screen says 2.31, and falling, and he says the other sentence, the one that everybody likes better. “We open.”</p>
<p>It is a quarter past seven. In Laag the first bakery has its lights on. Behind the dike the river, which has been waiting all night, begins to go out to sea.</p>
`,
  edits: [
    { kind: 'figure', from: 'has been asked once too often', to: 'has been asked twice too often' },
    { kind: 'figure', from: 'at 1 in 240 for each closing', to: 'at 1 in 180 for each closing' },
    { kind: 'figure', from: '<td>640</td><td>6</td>', to: '<td>720</td><td>7</td>' },
    {
      kind: 'negation',
      from: 'The water authority does not dispute the method.',
      to: 'The water authority disputes the method.',
    },
    {
      kind: 'removed',
      text: 'House prices have fallen by 14 percent in five years.',
      lookalike: 'Rents have fallen by 11 percent in four years.',
      lookalikeAfter: '“I get letters from the bank,”',
    },
    {
      kind: 'moved',
      block: '<p>Not everybody sees a threat.',
      after: '<p>The first two questions were answered',
    },
    { kind: 'ad', after: '<p>Kalder is 58' },
    { kind: 'ad', after: '<p>About 200,000 cubic metres' },
  ],
};
