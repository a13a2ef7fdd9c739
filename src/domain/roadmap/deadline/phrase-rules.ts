import { merged, type Rule } from './pattern';

/** Phrases whose words mean something else together. */
export const phraseRules: readonly Rule[] = [
  { when: 'measure realise', make: (run) => [run[1]!] },
  { when: 'through? measure', make: (run) => [merged(run, 'need')] },
];
