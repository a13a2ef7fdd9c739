import { DAYS } from '../text/days-left';
import { counted } from '../text/plural';
import type { Stage } from './letter';

const FIXED: readonly (readonly [stage: Stage, words: string])[] = [
  ['0', 'в день срока'],
  ['head', 'руководителю ОО'],
  ['coordinator', 'координатору'],
];

/** A stage as people read it in the ledger. @example stageWords('-14') // 'за 14 дней'; stageWords('+2') // 'просрочено, этап 2' */
export function stageWords(stage: Stage): string {
  const fixed = FIXED.find(([known]) => known === stage);
  if (fixed) return fixed[1];
  const number = /^([+-])(\d+)$/.exec(stage);
  if (!number) return stage;
  return number[1] === '-' ? `за ${counted(Number(number[2]), DAYS)}` : `просрочено, этап ${number[2]}`;
}

/** The stage that the words name; a text that is none is returned as it is. */
export function stageOf(words: string): Stage {
  const fixed = FIXED.find(([, known]) => known === words);
  if (fixed) return fixed[0];
  const before = /^за\s+(\d+)\s/.exec(words);
  if (before) return `-${before[1]}`;
  const after = /^просрочено, этап\s+(\d+)$/.exec(words);
  return after ? `+${after[1]}` : words;
}
