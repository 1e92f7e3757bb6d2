/** The article that a script renders after load. */
export const meals = {
  slug: 'school-meals',
  path: '/education/school-meals-trial',
  section: 'Education',
  headline: 'Free school meals cut absence by a fifth, trial finds',
  deck: 'Twelve schools, two years, 4,300 pupils. The effect is largest on Mondays.',
  authors: ['Rhona Silverdale'],
  published: '2026-11-10T09:00:00Z',
  modified: '2026-11-10T14:00:00Z',
  keywords: ['schools', 'meals'],
  body: `
<p>Pupils who are given a free meal at noon miss a fifth fewer school days, according to the first results of a trial at twelve primary schools in the Wend valley.</p>
<p>The trial, which began in September 2024 and covers 4,300 children, compares six schools where everyone eats for free with six where only children from poor families do.</p>
<p>In the first group absence fell from 6.1 to 4.9 percent. In the second it did not change. The researchers call the difference “larger than anything we had put into our application”.</p>
<p>“We expected an effect on the poorest children. We found one on nearly all,” said Professor Ada Winslow, who leads the study. “A child who is the only one to be fed knows it. A child who eats with everybody just eats.”</p>
<p>The effect is largest on Mondays, when absence in the first group dropped by 31 percent. Teachers say that some families run out of food on Sunday evenings and keep their children at home.</p>
<p>No effect was found on marks in reading. In mathematics the difference was small and might be due to chance, the report says.</p>
<p>A meal costs 3.40 a day, of which the county pays 2.10 and a foundation the rest. To extend the scheme to all 88 schools in the county would take 11.6 million a year.</p>
<p>The county’s finance officer, Desmond Platt, said that he had no such sum. He pointed out that each day of absence also costs money, but that it was the state’s money and not his.</p>
<p>Parents were asked about it too. Seventy-eight percent want the meals to continue, 9 percent do not, and the rest would like to know first what is in the sauce.</p>
<p>The trial ends in July. A final report is promised for the autumn of next year.</p>
`,
};
