import { addressError, addressErrorWords, addressesIn } from '../../../src/domain/text/email-address';

test.each([
  ['a@b.ru', null],
  [' School.5+letters@sub.edu-perm.ru ', null],
  ['director@школа.рф', null],
  ["o'neil@example.org", null],
  ['', 'empty'],
  ['нет', 'no-at'],
  ['ivanova @mail.ru', 'spaces'],
  ['a@@b.ru', 'two-ats'],
  ['@b.ru', 'no-name'],
  ['a@', 'no-domain'],
  ['a@localhost', 'no-domain'],
  ['a@.ru', 'no-domain'],
  ['a@b.r', 'no-domain'],
  ['a@b.123', 'no-domain'],
  ['a@b..ru', 'dots'],
  ['a@b.ru.', 'dots'],
  ['.a@b.ru', 'dots'],
  ['a..b@b.ru', 'dots'],
  ['аnna@b.ru', 'cyrillic'],
  ['anna@mаil.ru', 'cyrillic'],
  ['a<b>@b.ru', 'letters'],
  ['a@b_c.ru', 'letters'],
  ['a@-b.ru', 'letters'],
  ['a@b.ru>', 'letters'],
  [`${'a'.repeat(65)}@b.ru`, 'too-long'],
] as const)('«%s»: %s', (text, error) => {
  expect(addressError(text)).toBe(error);
  if (error !== null) expect(addressErrorWords[error]).not.toBe('');
});

test.each([
  ['a@b.ru; c@d.ru', ['a@b.ru', 'c@d.ru']],
  ['a@b.ru, c@d.ru e@f.ru\ng@h.ru', ['a@b.ru', 'c@d.ru', 'e@f.ru', 'g@h.ru']],
  ['a@b.ru; a@b.ru;', ['a@b.ru']],
  ['Анна a@b.ru', ['Анна a@b.ru']],
  ['ivanova @ mail.ru', ['ivanova @ mail.ru']],
  ['нет', ['нет']],
  [' ; ', []],
])('%j names %j', (text, addresses) => {
  expect(addressesIn(text)).toEqual(addresses);
});
