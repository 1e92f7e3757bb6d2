/** Article C: health reporting; its outlet marks up with schema.org microdata. */
export const hospital = {
  slug: 'hospital-waiting-times',
  path: '/health/hospital-waiting-times-fall-7741',
  section: 'Health',
  headline: 'Waiting times fall at upland hospitals, but not for hips',
  deck: 'Patients wait 19 days less than a year ago for a first appointment, says the health board. Surgeons say the list has only moved.',
  authors: ['Nerys Calloway', 'Bram Ottley'],
  published: '2026-11-12T05:00:00Z',
  modified: '2026-11-13T11:20:00Z',
  keywords: ['health', 'hospitals', 'waiting lists'],
  image: {
    file: 'hospital.svg',
    alt: 'A hospital with lit windows at the foot of a hill',
    caption: 'Carrow General has opened two operating theatres since the spring.',
    credit: 'Observer graphics',
  },
  body: `
<p>Patients in the upland counties now wait 74 days for a first appointment with a hospital specialist, 19 days less than a year ago, the regional health board said on Wednesday. It is the first fall in six years.</p>
<p>The board’s chairwoman, Dr Maren Tolliver, called the result “a beginning, and no more than that”. She credited Saturday clinics, which four of the seven hospitals have opened since April, and a booking system that calls people when a slot comes free.</p>
<p>The improvement is uneven. For eye clinics the wait has halved to 38 days. For skin complaints it fell from 81 to 59 days. For hip and knee operations it did not fall at all: patients wait 213 days, four days more than last autumn.</p>
<p>“We have moved people from one queue to another,” said Ewan Strand, an orthopaedic surgeon at Carrow General. “They see me sooner, and then they wait longer for the operation. On paper that is progress.”</p>
<p>The figures cover the third quarter of 2026 and 48,600 referrals. They do not include patients who gave up and paid for treatment themselves, a group which the board says it has no means to count.</p>
<p>A survey by the patients’ council suggests that the group is not small. Of 1,140 people who were asked in September, 9 percent said that they had gone private in the past year, against 6 percent in 2024.</p>
<p>Staff is the bottleneck, everybody agrees. The board has 212 vacancies for nurses, down from 260 in January, and 31 for anaesthetists, a number that has hardly moved. Without anaesthetists the two new theatres at Carrow General stand empty on Thursdays and Fridays.</p>
<p>Recruiters have been looking abroad. Forty-four nurses arrived in June and a further 60 are expected in February. Housing them has turned out to be harder than hiring them, and the board has rented a former school in the valley.</p>
<p>Opposition politicians said that the board had chosen its figures with care. “The waiting list did not get shorter. It got a new door,” said Gethin Moore, a member of the regional assembly. He asked for figures on the time from referral to treatment, which the board stopped publishing in 2023.</p>
<p>Dr Tolliver promised to publish them again from January. She said that the old series had been ended because three hospitals counted in different ways and that nobody had wanted to hide anything.</p>
<p>For Lowri Penn, who is 71 and keeps bees above Carrow, the statistics are of limited interest. She was put on the list for a new hip in March. “I asked them whether I am on the short list or the long one,” she said. “They said there is only one list.”</p>
<p>Her granddaughter had an answer ready when the letter came, and sent it to the whole family: “👵🏼🐝 February it is, and then we dance 👩‍👩‍👧💃🏽”.</p>
<p>Her operation has been set for the 9th of February.</p>
`,
  edits: [
    {
      kind: 'figure',
      from: 'now wait 74 days for a first appointment',
      to: 'now wait 79 days for a first appointment',
    },
    {
      kind: 'negation',
      from: 'suggests that the group is not small',
      to: 'suggests that the group is small',
    },
    {
      kind: 'removed',
      text: 'It is the first fall in six years.',
      lookalike: 'It was the first rise in six months.',
      lookalikeAfter: 'Recruiters have been looking abroad.',
    },
    { kind: 'moved', block: '<p>Opposition politicians', after: '<p>The improvement is uneven.' },
    { kind: 'ad', after: '<p>Staff is the bottleneck' },
    {
      kind: 'correction',
      text: 'Correction: An earlier version of this article gave the waiting time for a first appointment as 74 days.',
    },
  ],
};
