import fc from 'fast-check';
import { stageOf, stageWords } from '../../../src/domain/letters/stage-words';

test.each([
  ['-14', 'за 14\u00a0дней'],
  ['-1', 'за 1\u00a0день'],
  ['0', 'в день срока'],
  ['+21', 'просрочено, этап 21'],
  ['head', 'руководителю ОО'],
  ['coordinator', 'координатору'],
  ['лимит', 'лимит'],
])('%s is «%s» in the ledger', (stage, words) => {
  expect(stageWords(stage)).toBe(words);
});

test('what is printed is read back, also with an ordinary space', () => {
  fc.assert(
    fc.property(fc.constantFrom('-', '+'), fc.integer({ min: 1, max: 400 }), (sign, n) => {
      const stage = `${sign}${n}`;
      expect(stageOf(stageWords(stage))).toBe(stage);
      expect(stageOf(stageWords(stage).replace(/\u00a0/g, ' '))).toBe(stage);
    }),
  );
});
