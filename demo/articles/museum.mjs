/** The article in a frame of the same origin. */
export const museum = {
  slug: 'museum-returns-masks',
  path: '/culture/museum-returns-masks',
  section: 'Culture',
  headline: 'Museum sends back 64 masks and keeps the empty cases',
  deck: 'The visitors are to see what is missing. Not everyone thinks that is a good idea.',
  authors: ['Oriel Banfield'],
  published: '2026-11-13T12:00:00Z',
  modified: '2026-11-13T15:30:00Z',
  keywords: ['museums', 'restitution'],
  body: `
<p>The Ethnographic Museum in Brenwick has returned 64 masks to three villages on the Sabao river, from which an officer took them in 1902. The glass cases in which they stood will remain where they are, empty and lit.</p>
<p>“We thought about filling them and decided that we had done enough filling,” said the director, Cosima Thrale. Beside each case there is now a card with the name of the mask, its date, and the sentence “It has gone home.”</p>
<p>The masks left in September in nineteen crates. The museum paid 240,000 for the transport, and an insurer who did not know what to compare them with asked for a further 90,000.</p>
<p>In the villages they were not put into a museum. Two thirds are back in use, according to a letter from the council of elders, and eleven have been buried, as is proper for masks whose dancer has died.</p>
<p>That part of the letter has caused a stir among curators. A mask of 1880, made of lime wood and shell, will not survive a rainy season under the ground. “It was never meant to,” the letter says.</p>
<p>The association of friends of the museum, which has 3,300 members, is divided. At a meeting in October 118 voted for the empty cases and 97 against. Forty-four stayed away because of the football.</p>
<p>Attendance has risen since the crates left. In October the museum counted 21,700 visitors, 12 percent more than a year earlier, and the room with the empty cases was the third most visited.</p>
<p>A second claim is being examined. It concerns a canoe of eleven metres which was bought, with a receipt, in 1911. The museum says that it does not know whether the seller owned it.</p>
<p>The ministry of culture will publish rules for such cases next year. A draft leaves the decision to each museum, which is what the museums had asked it not to do.</p>
<p>The lights in the cases go out at six. The guard says that people stand in front of them for longer than before.</p>
`,
};
