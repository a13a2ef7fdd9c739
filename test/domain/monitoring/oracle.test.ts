import fc from 'fast-check';
import { figures, WAVE } from './figures';
import { definitions, municipality } from './municipality';
import { oracle } from './oracle';

const wave = { key: WAVE, asOf: '2024-03-31', periodFrom: '2023-09-01', submitBy: '2024-04-15' };

test('every indicator of random municipalities agrees with the second computation', () => {
  fc.assert(
    fc.property(municipality, definitions, (book, values) => {
      const expected = oracle(book, values, wave);
      const found = figures(book, values);
      const differ: string[] = [];
      for (const [key, want] of expected) {
        const have = found.get(key);
        const same =
          have !== undefined &&
          have.status === want.status &&
          (want.status !== 'value' ||
            (have.numerator === want.numerator && have.denominator === want.denominator)) &&
          (want.value === null ? have.value === null : Math.abs(have.value! - want.value) < 1e-9);
        if (!same)
          differ.push(
            `${key}: ${have?.status} ${have?.numerator}/${have?.denominator}, by the text ${want.status} ${want.numerator}/${want.denominator}`,
          );
      }
      for (const key of found.keys())
        if (!expected.has(key) && !key.startsWith('И-28')) differ.push(`${key}: not in the text`);
      if (differ.length > 0) throw new Error(differ.join('\n'));
    }),
    { numRuns: Number(process.env.RUNS ?? 150) },
  );
});
