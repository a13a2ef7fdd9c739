import { figures } from './figures';
import { threeSchools } from './fixture';

/** domain.md §3.5, with its numbers as they stand there. */
const found = figures(threeSchools);
const at = (code: string, part = '', scope = 'municipality') => found.get(`${code}|${part}|${scope}`)!;

test.each([
  ['И-01', '', 10, 70, '14,3'],
  ['И-02', '', 5, 6, '83,3'],
  ['И-05', '', 2, 3, '66,7'],
  ['И-07', '', 2, 3, '66,7'],
  ['И-08', '', 1, 3, '33,3'],
  ['И-15', '', 3, 4, '75,0'],
])('%s = %s %d из %d, %s %%', (code, part, numerator, denominator, printed) => {
  const figure = at(code, part);
  expect(figure).toMatchObject({ numerator, denominator, status: 'value', unit: '%' });
  expect(figure.value!.toFixed(1).replace('.', ',')).toBe(printed);
});

test('И-01 of the municipality is no mean of the percentages (10,8 %)', () => {
  const own = ['ORG-01', 'ORG-02', 'ORG-03'].map((o) => at('И-01', '', o).value!);
  expect(own).toEqual([17.5, 15, 0]);
  expect(at('И-01').value).toBeCloseTo(14.2857, 3);
});

test('an organisation without teachers of 0–3 years has «—» in И-02', () => {
  expect(at('И-02', '', 'ORG-03')).toMatchObject({ status: 'zero-denominator', denominator: 0, value: null });
});

test.each([
  ['mentors.D', 4],
  ['mentees.D', 7],
  ['pairs.D', 4],
  ['groups.D', 1],
  ['group_members.D', 3],
])('И-10 %s = %d', (part, value) => {
  expect(at('И-10', part)).toMatchObject({ value, numerator: value, denominator: null, unit: 'count' });
});

test('И-21: 1,75 and 3', () => {
  expect(at('И-21', 'mean')).toMatchObject({ value: 1.75, numerator: 7, denominator: 4, unit: 'ratio' });
  expect(at('И-21', 'max')).toMatchObject({ value: 3, unit: 'count' });
});
