import { killRuns } from './letters-simulator';

/** One half of the 10 000 killed runs: two files, so that two workers share them. */
const RUNS = 5_000;

test(`a run killed at any service call, ${RUNS} times: no letter twice, none lost, every unknown one shown`, () => {
  expect(killRuns(100001, RUNS)).toBeGreaterThanOrEqual(RUNS);
}, 600_000);
