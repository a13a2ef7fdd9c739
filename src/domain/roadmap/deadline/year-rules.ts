import { parseSchoolYear } from '../../text/school-year';
import { merged, type Rule, type Token } from './pattern';
import { inSchoolYear, inYear, schoolYear, wholeYear } from './span';

const fullYear = ({ value }: Token): number => (value < 100 ? 2000 + value : value);

/** «2022/2023», «2022–23 уч. г.»: a school year; two years that do not follow each other are none. */
const schoolYears: Rule['make'] = (run) => {
  const [first, last] = run.filter((t) => t.symbol === 'year' || t.symbol === 'number');
  const read = parseSchoolYear(`${first!.value}/${fullYear(last!)}`);
  return [
    'value' in read
      ? merged(run, 'school-year', { value: first!.value })
      : merged(run, 'wrong', { question: 'Учебный год — два года подряд.' }),
  ];
};

/** Years as they are written: two digits with «г.», pairs of a school year; «г.», «года», «гг.» add nothing to a year. */
export const yearRules: readonly Rule[] = [
  {
    when: 'month number year-word',
    make: ([month, year, word]) => [month!, merged([year!, word!], 'year', { value: fullYear(year!) })],
  },
  { when: 'school year-word? year (dash|slash) (year|number) year-word?', make: schoolYears },
  { when: 'year year-word? (dash|slash) (year|number) school year-word?', make: schoolYears },
  { when: 'year slash (year|number) year-word?', make: schoolYears },
  {
    when: 'year dash number year-word',
    make: (run) => [
      merged([run[0]!], 'year', { value: run[0]!.value }),
      run[1]!,
      merged(run.slice(2), 'year', { value: fullYear(run[2]!) }),
    ],
  },
  {
    when: 'year school year-word?',
    make: (run) => [
      merged(run, 'wrong', { question: 'Учебный год пишется двумя годами, например 2022/2023.' }),
    ],
  },
  { when: 'year year-word', make: (run) => [merged(run, 'year', { value: run[0]!.value })] },
  // «20.10.2022 г.»
  { when: 'dated year-word', make: ([day, word]) => [{ ...day!, to: word!.to }] },
];

/** Years that no month took: «2022–2024 гг.», «с 2022 по 2024 год», «2023 год». */
export const looseYearRules: readonly Rule[] = [
  {
    when: 'year dash year|since year (through|until|dash) year',
    make: (run) => {
      const [first, last] = run.filter((t) => t.symbol === 'year').map((t) => inYear(wholeYear, t.value));
      if (!first || !last || last.start <= first.start)
        return [merged(run, 'wrong', { question: 'Годы стоят в обратном порядке.' })];
      return [merged(run, 'dated', { dated: { ...first, end: last.end } })];
    },
  },
  {
    when: 'school-year',
    make: (run) => {
      const dated = inSchoolYear(schoolYear, run[0]!.value);
      return [dated === null ? merged(run, 'wrong') : merged(run, 'dated', { dated })];
    },
  },
  {
    when: 'year',
    make: (run) => {
      const dated = inYear(wholeYear, run[0]!.value);
      return [dated === null ? merged(run, 'wrong') : merged(run, 'dated', { dated })];
    },
  },
];
