/** The live blog: entries newest first; `later` ones arrive while the reader watches. */
export const storm = {
  slug: 'storm-hanne-live',
  path: '/live/2026/11/storm-hanne',
  section: 'Live',
  headline: 'Storm Hanne: ferries cancelled, two bridges closed',
  deck: 'The storm reaches the coast this evening. We report as it comes.',
  authors: ['Gazette newsroom'],
  published: '2026-11-20T06:00:00Z',
  modified: '2026-11-20T14:40:00Z',
  keywords: ['storm', 'weather'],
  entries: [
    [
      '14:40',
      'Two bridges closed',
      'The bridges at Tollgate and at Heron Sound have been closed to high vehicles. Gusts of 104 kilometres an hour were measured at Heron Sound at half past two, and police expect the closure to last until midnight.',
    ],
    [
      '13:55',
      'Schools send children home',
      'Thirty-eight schools in the coastal district close at three. Buses leave an hour earlier than usual, the school board says, and nobody will be put on a bus to an empty house.',
    ],
    [
      '13:10',
      'Ferries cancelled until Saturday',
      'The ferry company has cancelled all crossings until Saturday morning. About 2,600 passengers are affected. Tickets remain valid for a month, or can be paid back.',
    ],
    [
      '12:30',
      'What the forecasters say',
      'The centre of the storm will pass 60 kilometres north of the coast at around nine in the evening. “It is not the strongest storm we have seen, but it is a slow one,” said Lotte Brandvold of the weather service. “It will be with us for eleven hours.”',
    ],
    [
      '11:45',
      'Sandbags in Port Sallow',
      'Volunteers have filled 9,000 sandbags since dawn. The harbour master expects the water to rise to 1.9 metres above normal, thirty centimetres less than in the flood of 2017.',
    ],
    [
      '10:20',
      'Trains slow down',
      'Trains between Port Sallow and Marle run at no more than 80 kilometres an hour from noon. Travellers should allow forty minutes more.',
    ],
    [
      '09:05',
      'Christmas market stays shut',
      'The market on the cathedral square, which was to open this evening, will not open before Sunday. Eleven stalls have been taken down.',
    ],
    [
      '08:00',
      'Orange warning',
      'The weather service has raised its warning for the coast from yellow to orange, the second highest step, for the first time since January 2025.',
    ],
    [
      '07:10',
      'Dockers interrupt their strike',
      'The striking dockers at Port Sallow have agreed to secure loose containers. About 300 of them have been at work since six, without pay, the union says.',
    ],
    [
      '06:00',
      'Good morning',
      'Storm Hanne is expected to reach the coast tonight. We shall report here through the day.',
    ],
  ],
  later: [
    [
      '15:15',
      'First power cuts',
      'Some 1,400 households in the villages east of Tollgate are without power. The grid company has sent four crews.',
    ],
    [
      '15:50',
      'Ship breaks loose',
      'A coaster of 86 metres has broken loose from its moorings in the outer harbour. Two tugs are alongside; nobody has been hurt.',
    ],
    [
      '16:25',
      'Warning stays orange',
      'The weather service has decided not to raise its warning to red. The water is now expected to reach 1.7 metres above normal.',
    ],
    ['17:05', 'Ship made fast', 'The coaster has been made fast at the northern quay, beside the cranes.'],
  ],
};
