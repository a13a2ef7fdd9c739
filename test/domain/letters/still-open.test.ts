import { fitQuota } from '../../../src/domain/letters/fit-quota';
import { ledgerRowsOf } from '../../../src/domain/letters/intents';
import { planLetters } from '../../../src/domain/letters/plan-letters';
import { stillOpen } from '../../../src/domain/letters/still-open';
import { contacts, obligation, type Scene, scene } from './town';

const one = obligation();
const two = obligation({ number: '2.2', due: '2024-04-11', title: 'Разработка положения' });
const planned = (given: Scene = {}) => planLetters(scene({ obligations: [one, two], ...given })).letters[0];
const letter = planned();

test('nothing has changed: the very same letter', () => {
  expect(stillOpen(letter, scene({ obligations: [{ ...one }, { ...two }] }))).toBe(letter);
});

test('what is done by now is left out of items, subject and text', () => {
  const now = stillOpen(letter, scene({ obligations: [one, { ...two, open: false }] }))!;
  expect(now).toEqual(planned({ obligations: [one] }));
  expect(now.subject).toBe('Наставничество: скоро 1');
});

test.each([
  [
    'done',
    [
      { ...one, open: false },
      { ...two, open: false },
    ],
  ],
  ['gone', []],
  ['of an external owner', [one, two].map((o) => ({ ...o, owner: 'nobody' as const }))],
  [
    'to be done by another day',
    [one, two].map((o) => ({ ...o, controlDate: '2024-12-20', due: '2024-12-20' })),
  ],
])('all of it is %s: no letter', (_, obligations) => {
  expect(stillOpen(letter, scene({ obligations }))).toBeNull();
});

test('what is left to do is as it stands now', () => {
  const now = stillOpen(letter, scene({ obligations: [{ ...one, left: 'подписать приказ' }, two] }))!;
  expect(JSON.stringify(now.content)).toContain('подписать приказ');
  expect(now.items.map((item) => item.key)).toEqual(letter.items.map((item) => item.key));
});

test('its own intents in the ledger do not count as told before, and midnight does not change its day', () => {
  const obligations = [{ ...one, left: 'подписать приказ' }];
  const values = { calendarFile: 'да' };
  const first = planned({ values });
  const ledger = ledgerRowsOf(first, 'run', '2024-04-12 23:59');
  expect(stillOpen(first, scene({ obligations, ledger, values, today: '2024-04-13' }))).toEqual(
    planned({ obligations, values }),
  );
  const done = [one, { ...two, open: false }];
  expect(stillOpen(letter, scene({ obligations: done, ledger, today: '2024-04-13' }))).toEqual(
    planned({ obligations: [one] }),
  );
});

test('the word about what the quota did not take stays', () => {
  const own = obligation({ owner: 'coordinator', organisation: '', due: '2024-04-11' });
  const more = obligation({ owner: 'coordinator', organisation: '', number: '1.2' });
  const others = ['ORG-01', 'ORG-02', 'ORG-03'].map((organisation) => obligation({ organisation }));
  const input = scene({ contacts: contacts(), obligations: [own, more, ...others] });
  const [digest] = fitQuota(planLetters(input).letters, 2, input).now;
  const now = stillOpen(digest, { ...input, obligations: [own, ...others] })!;
  expect(now.items).toHaveLength(1);
  expect(now.content[1]).toEqual(digest.content[1]);
  expect(JSON.stringify(now.content[1])).toContain('Не поместилось в суточный лимит: 2');
});

test('the notice alone has nothing to be looked at again', () => {
  const others = ['ORG-01', 'ORG-02', 'ORG-03'].map((organisation) => obligation({ organisation }));
  const input = scene({ obligations: others });
  const [notice] = fitQuota(planLetters(input).letters, 2, input).now;
  expect(stillOpen(notice, { ...input, obligations: [] })).toBe(notice);
});
