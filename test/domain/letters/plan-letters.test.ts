import { ledgerRowsOf } from '../../../src/domain/letters/intents';
import type { LedgerEntry, Outcome } from '../../../src/domain/letters/ledger';
import type { Letter } from '../../../src/domain/letters/letter';
import { planLetters } from '../../../src/domain/letters/plan-letters';
import { addDays } from '../../../src/domain/text/calendar';
import { contact, contacts, obligation, type Scene, scene } from './town';

const plan = (given: Scene = {}) => planLetters(scene(given));
/** `address stage measure organisation`, in the order of the letters. */
const told = (given: Scene = {}) =>
  plan(given).letters.flatMap((letter) =>
    letter.items.map((item) =>
      [letter.to.split('@')[0], item.stage, item.obligation.number, item.obligation.organisation].join(' '),
    ),
  );
const rows = (letters: readonly Letter[], result: Outcome = 'отправлено'): LedgerEntry[] =>
  letters.flatMap((letter) => ledgerRowsOf(letter, 'run-0', `${letter.date} 08:00`, result));
const to = (letters: readonly Letter[], address: string) => letters.find((one) => one.to.startsWith(address));
/** The ledger after the days on which everything was sent. */
function ledgerAfter(days: readonly string[], given: Scene = {}): LedgerEntry[] {
  const ledger: LedgerEntry[] = [];
  for (const today of days) ledger.push(...rows(plan({ ...given, today, ledger }).letters));
  return ledger;
}

describe('who is told', () => {
  test('the curator of the organisation, at the stage of the day', () => {
    expect(told()).toEqual(['curator01 -7 2.1 ORG-01']);
  });

  test.each([
    ['done', { open: false }],
    ['of an external owner', { owner: 'nobody' as const }],
    ['without a date', { due: '', controlDate: '' }],
    ['far ahead', { due: '2024-12-31' }],
  ])('nobody of what is %s', (_, more) => {
    expect(plan({ obligations: [obligation(more)] })).toMatchObject({ letters: [], unreachable: [] });
  });

  test('what goes on all the time only when the setting says so', () => {
    const obligations = [obligation({ continuous: true })];
    expect(told({ obligations })).toEqual(['curator01 -7 2.1 ORG-01']);
    expect(told({ obligations, values: { continuousLetters: 'нет' } })).toEqual([]);
  });

  test('what went on and grew old again is told again, under its new day', () => {
    const old = obligation({ continuous: true, controlDate: '' });
    const ledger = rows(plan({ obligations: [old] }).letters);
    expect(ledger[0].key).toMatch(/2024-04-19$/);
    const again = { ...old, due: '2024-10-18' };
    expect(told({ today: '2024-10-11', obligations: [again], ledger })).toHaveLength(1);
  });

  test('coordinators of what is theirs, at all stages and without escalation', () => {
    const obligations = [obligation({ owner: 'coordinator', organisation: '', number: '1.1' })];
    expect(told({ obligations })).toEqual(['coordinator -7 1.1 ']);
    expect(told({ obligations, today: '2024-07-01' })).toEqual(['coordinator +11 1.1 ']);
  });

  test('all the curators of an organisation, each under a key of their own', () => {
    const base = contacts();
    const home = base.organisations.get('ORG-01')!;
    const two = { ...home, curators: [contact('a@school.ru'), contact('b@school.ru')] };
    const organisations = new Map([['ORG-01', two]]);
    expect(told({ contacts: { ...base, organisations } })).toEqual(['a -7 2.1 ORG-01', 'b -7 2.1 ORG-01']);
  });
});

describe('when', () => {
  test('a stage is told once', () => {
    expect(told({ today: '2024-04-15', ledger: ledgerAfter(['2024-04-12']) })).toEqual([]);
    expect(told({ today: '2024-04-16', ledger: ledgerAfter(['2024-04-12']) })).toEqual([
      'curator01 -3 2.1 ORG-01',
    ]);
  });

  test('missed days are caught up by one letter', () => {
    expect(told({ today: '2024-04-18', ledger: ledgerAfter(['2024-04-05']) })).toEqual([
      'curator01 -1 2.1 ORG-01',
    ]);
    expect(told({ today: '2024-04-15' })).toEqual(['curator01 -7 2.1 ORG-01']);
  });

  test('never on a day off, unless the setting says so; the word waits', () => {
    expect(plan({ today: '2024-04-13' })).toMatchObject({
      letters: [],
      waiting: { people: 1, items: 1, dayOff: true },
    });
    expect(told({ today: '2024-04-13', values: { lettersOnDaysOff: 'да' } })).toHaveLength(1);
  });

  test('two years late: one item, and one of each step of escalation', () => {
    const obligations = [obligation({ due: '2022-10-20' })];
    const late = told({ obligations }).map((one) => one.replace(/\+\d+/, '+k'));
    expect(late).toEqual([
      'coordinator coordinator 2.1 ORG-01',
      'curator01 +k 2.1 ORG-01',
      'school01 head 2.1 ORG-01',
    ]);
  });

  test.each(['отправлено', 'намерение', 'неизвестно'] as const)('«%s» today: no second digest', (result) => {
    const ledger = rows(plan().letters, result);
    const obligations = [obligation(), obligation({ number: '2.2' })];
    expect(plan({ obligations, ledger })).toMatchObject({ letters: [], waiting: { people: 1, items: 1 } });
    expect(told({ today: '2024-04-15', obligations, ledger })).toEqual(['curator01 -7 2.2 ORG-01']);
  });

  test.each(['не отправлено', 'отложено', 'не нужно'] as const)('«%s»: it goes again', (result) => {
    expect(told({ ledger: rows(plan().letters, result) })).toHaveLength(1);
  });
});

describe('several things overdue', () => {
  const off = { escalateHead: '0', escalateCoordinator: '0' };
  const obligations = ['2024-03-29', '2024-04-01', '2024-04-02', '2024-04-03', '2024-04-04'].map((due, i) =>
    obligation({ number: `2.${i + 1}`, due }),
  );
  const days = Array.from({ length: 26 }, (_, i) => addDays('2024-04-05', i));

  test('come together instead of one a day, each at every one of its stages once', () => {
    const given = { obligations, values: off };
    const ledger: LedgerEntry[] = [];
    const sentOn: string[] = [];
    for (const today of days) {
      const letters = plan({ ...given, today, ledger }).letters.filter((l) => l.to.startsWith('curator01'));
      if (letters.length > 0) sentOn.push(today);
      ledger.push(...rows(letters));
    }
    // Eighteen working days: a rhythm a thing would write on nearly every one of them.
    expect(sentOn.length).toBeLessThanOrEqual(9);
    const keys = ledger.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { number } of obligations)
      expect(ledger.filter(({ measure }) => measure === `RM-${number}`).length).toBeGreaterThanOrEqual(3);
  });

  test('one alone keeps its rhythm, and nothing overdue comes along with a letter about what is still ahead', () => {
    const alone = { obligations: [obligations[0]], values: off };
    const ledger = ledgerAfter(['2024-04-05'], alone);
    expect(told({ ...alone, today: '2024-04-08', ledger })).toEqual(['curator01 +2 2.1 ORG-01']);
    const ahead = obligation({ number: '2.9', due: '2024-04-18' });
    const both = { obligations: [obligations[4], ahead], values: { ...off, letterStages: '7' } };
    const before = ledgerAfter(['2024-04-09'], { ...both, obligations: [obligations[4]] });
    expect(told({ ...both, today: '2024-04-11', ledger: before })).toEqual(['curator01 -7 2.9 ORG-01']);
  });
});

describe('escalation', () => {
  // Due on Friday 29 March: the fifth working day after is 5 April, the tenth 12 April.
  const obligations = [obligation({ due: '2024-03-29' })];
  test.each([
    ['2024-04-04', ['curator01 +1 2.1 ORG-01']],
    ['2024-04-05', ['curator01 +1 2.1 ORG-01', 'school01 head 2.1 ORG-01']],
    [
      '2024-04-12',
      ['coordinator coordinator 2.1 ORG-01', 'curator01 +2 2.1 ORG-01', 'school01 head 2.1 ORG-01'],
    ],
  ])('on %s', (today, expected) => {
    expect(told({ today, obligations })).toEqual(expected);
  });

  test('each step once', () => {
    const ledger = ledgerAfter(['2024-04-05', '2024-04-12'], { obligations });
    expect(told({ today: '2024-06-28', obligations, ledger }).map((one) => one.split(' ')[0])).toEqual([
      'curator01',
    ]);
  });

  test('steps that are off, and a coordinator though the head has no address', () => {
    const off = { escalateHead: '0', escalateCoordinator: '0' };
    expect(told({ obligations, values: off })).toEqual(['curator01 +2 2.1 ORG-01']);
    expect(told({ obligations, values: { escalateHead: '0' } })).toContain(
      'coordinator coordinator 2.1 ORG-01',
    );
    const base = contacts();
    const home = base.organisations.get('ORG-01')!;
    const organisations = new Map([['ORG-01', { ...home, head: contact('') }]]);
    const without = plan({ obligations, contacts: { ...base, organisations } });
    expect(to(without.letters, 'coordinator')).toBeDefined();
    expect(without.unreachable).toMatchObject([{ organisation: 'ORG-01', as: 'head', why: 'no-address' }]);
  });

  test('one mailbox of curator and head hears of it once, as the head, and not again the next day', () => {
    const base = contacts();
    const home = { name: 'Школа', curators: [contact('one@school.ru')], head: contact('one@school.ru') };
    const both = { ...base, organisations: new Map([['ORG-01', home]]) };
    const values = { escalateCoordinator: '0', escalateHead: '6' };
    const given = { obligations, contacts: both, values };
    expect(told({ ...given, today: '2024-04-08' })).toEqual(['one head 2.1 ORG-01']);
    const ledger = ledgerAfter(['2024-04-08'], given);
    expect(told({ ...given, today: '2024-04-09', ledger })).toEqual([]);
    expect(told({ ...given, today: '2024-04-15', ledger })).toEqual(['one +3 2.1 ORG-01']);
  });

  test('what goes on all the time is one line a measure, with the longest overdue', () => {
    const obligations = [
      obligation({ organisation: 'ORG-01', due: '2024-02-01', continuous: true }),
      obligation({ organisation: 'ORG-02', due: '2024-01-09', continuous: true }),
    ];
    const letter = plan({ obligations }).letters.find(({ as }) => as.includes('coordinator'))!;
    const lines = letter.content.flatMap((block) => (block.kind === 'list' ? block.items : []));
    expect(lines).toEqual([
      expect.objectContaining({
        text: expect.stringMatching(/2\sорганизации$/),
        when: expect.stringMatching(/^дольше всего просрочено.*9\sянваря\s2024/),
      }),
    ]);
    expect(letter.items).toHaveLength(2);
  });

  test('to the coordinator a line a measure, in the ledger a key an organisation', () => {
    const many = ['ORG-01', 'ORG-02', 'ORG-03'].map((organisation) =>
      obligation({ due: '2024-03-29', organisation }),
    );
    const letter = to(plan({ obligations: many }).letters, 'coordinator')!;
    expect(letter.items.map((item) => item.key)).toEqual([
      'RM-2.1|ORG-01|coordinator@town.ru|coordinator|2024-03-29',
      'RM-2.1|ORG-02|coordinator@town.ru|coordinator|2024-03-29',
      'RM-2.1|ORG-03|coordinator@town.ru|coordinator|2024-03-29',
    ]);
    const lines = letter.content.flatMap((block) => (block.kind === 'list' ? block.items : []));
    expect(lines).toHaveLength(1);
    expect(lines[0].text).toBe('2.1. Назначение кураторов: 3\u00a0организации');
    expect(lines[0].left).toBe('Не выполнили: МБОУ «Школа № 1», МБОУ «Школа № 2» и МБОУ «Школа № 3»');
  });
});

describe('a digest', () => {
  test('is one an address: several organisations and roles, overdue first, the longest first', () => {
    const base = contacts();
    const shared = [...base.organisations].map(
      ([id, home]) => [id, { ...home, curators: [contact('one@school.ru')] }] as const,
    );
    const obligations = [
      obligation({ number: '2.10' }),
      obligation({ number: '2.9' }),
      obligation({ number: '2.3', due: '2024-04-11' }),
      obligation({ number: '2.4', due: '2024-04-10', organisation: 'ORG-02' }),
      obligation({ number: '2.5', due: '2024-04-12', organisation: 'ORG-03' }),
    ];
    const { letters } = plan({ obligations, contacts: { ...base, organisations: new Map(shared) } });
    expect(letters).toHaveLength(1);
    expect(letters[0].items.map((item) => item.obligation.number)).toEqual([
      '2.4',
      '2.3',
      '2.5',
      '2.9',
      '2.10',
    ]);
    expect(letters[0].subject).toBe('Наставничество: просрочено 2, сегодня срок 1, скоро 2');
  });

  test('counts what was told before and findings of the organisation', () => {
    const ledger = ledgerAfter(['2024-04-12']);
    const obligations = [obligation(), obligation({ number: '2.2', due: '2024-04-15' })];
    const findings = new Map([['ORG-01', { errors: 3, warnings: 5 }]]);
    const [letter] = plan({ today: '2024-04-15', obligations, ledger, findings }).letters;
    const texts = letter.content.map((block) =>
      block.kind === 'list' ? '' : block.text.replace(/\u00a0/g, ' '),
    );
    expect(texts).toContain('Ещё в работе: 1. О них было в прежних письмах.');
    expect(texts).toContain(
      'В записях организации 3 ошибки и 5 предупреждений. Какие — в меню «Наставничество → Мои замечания».',
    );
    const bare = plan({ obligations, findings, url: () => '' }).letters[0].content;
    expect(JSON.stringify(bare)).toContain(
      '5\u00a0предупреждений. Какие — в меню «Наставничество → Мои замечания».',
    );
    expect(bare.some((block) => block.kind === 'link')).toBe(false);
  });

  test('names each organisation of a curator of several, and says once where to see which', () => {
    const base = contacts(2);
    const shared = [...base.organisations].map(
      ([id, home]) => [id, { ...home, curators: [contact('one@school.ru')] }] as const,
    );
    const findings = new Map([
      ['ORG-01', { errors: 1, warnings: 0 }],
      ['ORG-02', { errors: 0, warnings: 21 }],
    ]);
    const obligations = [obligation(), obligation({ organisation: 'ORG-02' })];
    const [{ content }] = plan({
      obligations,
      findings,
      contacts: { ...base, organisations: new Map(shared) },
    }).letters;
    const said = content.map((block) => (block.kind === 'list' ? '' : block.text.replace(/\u00a0/g, ' ')));
    expect(said).toContain('МБОУ «Школа № 1»: в записях 1 ошибка.');
    expect(said).toContain(
      'МБОУ «Школа № 2»: в записях 21 предупреждение. Какие — в меню «Наставничество → Мои замечания».',
    );
  });

  test('the most urgent letter goes first, then by the address', () => {
    const obligations = [
      obligation({ organisation: 'ORG-01' }),
      obligation({ organisation: 'ORG-02', due: '2024-04-12' }),
      obligation({ organisation: 'ORG-03', due: '2024-04-11' }),
    ];
    expect(plan({ obligations }).letters.map((letter) => letter.to.slice(0, 9))).toEqual([
      'curator03',
      'curator02',
      'curator01',
    ]);
  });
});

describe('whom mail does not reach', () => {
  const withCurator = (address: string) => {
    const base = contacts();
    const home = base.organisations.get('ORG-01')!;
    return { ...base, organisations: new Map([['ORG-01', { ...home, curators: [contact(address)] }]]) };
  };

  test('no address, no curator, an organisation that is not in the registry', () => {
    expect(plan({ contacts: withCurator('') }).unreachable).toMatchObject([{ why: 'no-address', items: 1 }]);
    const base = contacts();
    const home = { ...base.organisations.get('ORG-01')!, curators: [] };
    const empty = { ...base, organisations: new Map([['ORG-01', home]]) };
    expect(plan({ contacts: empty }).unreachable).toMatchObject([{ as: 'curator', why: 'no-address' }]);
    const lost = plan({ obligations: [obligation({ organisation: 'ORG-99' })] });
    expect(lost.unreachable).toMatchObject([{ organisation: 'ORG-99', why: 'no-address' }]);
  });

  test('two curators without an address are two people', () => {
    const base = contacts();
    const home = base.organisations.get('ORG-01')!;
    const two = { ...home, curators: [contact('', { phone: '1' }), contact('', { phone: '2' })] };
    const { unreachable } = plan({ contacts: { ...base, organisations: new Map([['ORG-01', two]]) } });
    expect(unreachable.map((one) => [one.phone, one.items])).toEqual([
      ['1', 1],
      ['2', 1],
    ]);
  });

  test('an address with a mistake', () => {
    expect(plan({ contacts: withCurator('anna@school') })).toMatchObject({
      letters: [],
      unreachable: [{ organisation: 'ORG-01', as: 'curator', address: 'anna@school', why: 'bad-address' }],
    });
  });

  test.each([
    ['неверный адрес', 'refused-address'],
    ['не дошло', 'undelivered'],
  ] as const)('«%s» in the ledger: not tried again until the registry has another address', (result, why) => {
    const ledger = rows(plan().letters, result);
    const later = { today: '2024-04-16', ledger };
    expect(plan(later)).toMatchObject({ letters: [], unreachable: [{ why, items: 1 }] });
    expect(told({ ...later, contacts: withCurator('new@school.ru') })).toEqual(['new -3 2.1 ORG-01']);
  });

  test('without a coordinator in the settings somebody is missing', () => {
    const obligations = [obligation({ owner: 'coordinator', organisation: '' })];
    expect(plan({ obligations, contacts: contacts(1, { coordinators: [] }) }).unreachable).toMatchObject([
      { organisation: '', as: 'coordinator', why: 'no-address' },
    ]);
  });

  test('the coordinator reads how many in the own digest', () => {
    const obligations = [obligation(), obligation({ owner: 'coordinator', organisation: '' })];
    const [letter] = plan({ obligations, contacts: withCurator('') }).letters;
    expect(JSON.stringify(letter.content)).toContain('Письма не доходят до 1\u00a0адресата.');
  });
});
