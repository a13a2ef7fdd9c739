import { letterRules, stagesBefore } from '../../../src/domain/letters/rules';
import { standings } from '../../../src/domain/letters/stages';
import { addDays } from '../../../src/domain/text/calendar';
import { settingsOf, weekends } from './town';

const at = (today: string, due: string, values = {}, holidays: string[] = []) =>
  standings(letterRules(settingsOf(values)), weekends(holidays), today)(due);

// 19 April 2024 is a Friday, 22 April a Monday.
test.each([
  ['2024-04-04', null],
  ['2024-04-05', '-14'],
  ['2024-04-11', '-14'],
  ['2024-04-12', '-7'],
  ['2024-04-16', '-3'],
  ['2024-04-18', '-1'],
  ['2024-04-19', '0'],
  ['2024-04-20', null],
  ['2024-04-21', null],
  ['2024-04-22', '+1'],
  ['2024-04-26', '+1'],
  ['2024-04-29', '+2'],
  ['2024-05-06', '+3'],
])('due on Friday 19.04.2024, on %s the stage is %s', (today, stage) => {
  expect(at(today, '2024-04-19').stage).toBe(stage);
});

test.each([
  ['2024-04-19', '-1'],
  ['2024-04-21', '-1'],
  ['2024-04-22', '0'],
])('due on Monday: stages on days off come on Friday, only the latest counts (%s: %s)', (today, stage) => {
  expect(at(today, '2024-04-22').stage).toBe(stage);
});

test('due on a day off that is not moved: its day is the last working day before', () => {
  expect(at('2024-04-19', '2024-04-21')).toMatchObject({ stage: '0', since: '2024-04-19', daysLeft: 2 });
  expect(at('2024-04-22', '2024-04-21')).toMatchObject({ stage: '+1', workingDaysLate: 1 });
});

test('holidays count as days off', () => {
  const holidays = ['2024-04-29', '2024-04-30', '2024-05-01'];
  expect(at('2024-05-02', '2024-04-26', {}, holidays)).toMatchObject({ stage: '+1', since: '2024-05-02' });
  expect(at('2024-05-01', '2024-04-26', {}, holidays).stage).toBeNull();
});

test('letters on days off come on the very day', () => {
  const values = { lettersOnDaysOff: 'да' };
  expect(at('2024-04-19', '2024-04-22', values).stage).toBe('-3');
  expect(at('2024-04-21', '2024-04-22', values).stage).toBe('-1');
});

test('two years late: one stage, the latest', () => {
  expect(at('2024-04-12', '2022-10-20').stage).toMatch(/^\+\d+$/);
});

test('settings: no letters before, none after', () => {
  expect(at('2024-04-19', '2024-04-19', { letterStages: '' }).stage).toBeNull();
  expect(at('2024-04-22', '2024-04-19', { overdueEvery: '0' })).toMatchObject({
    stage: null,
    workingDaysLate: 1,
  });
  expect(at('2024-04-23', '2024-04-19', { overdueEvery: '1' }).stage).toBe('+2');
});

test('days before are read from any list of whole numbers', () => {
  expect(stagesBefore('14; 7; 3; 1; 0')).toEqual([0, 1, 3, 7, 14]);
  expect(stagesBefore('7, 7 30;неделя;-2;1,5')).toEqual([1, 5, 7, 30]);
});

test('a stage begins no later than today and never goes back', () => {
  for (const holidays of [[], ['2024-04-18', '2024-04-19'], ['2024-04-22', '2024-04-23']]) {
    let since = '';
    for (let day = '2024-03-25'; day < '2024-06-01'; day = addDays(day, 1)) {
      const standing = at(day, '2024-04-19', {}, holidays);
      if (standing.stage === null) continue;
      expect(standing.since <= day && standing.since >= since).toBe(true);
      since = standing.since;
    }
  }
});
