import { hostWords } from './host-words';
import { StoppedError } from './live-run';
import { ActRefused } from './person-acts';
import type { Language, Reply } from './protocol';
import { TooLateError } from './undo';

type Refused = Extract<Reply, { ok: false }>;

/** What a window is told of an act that threw. A stop needs no words of ours: the page knows them. */
export function refusedReply(thrown: unknown, language: Language): Refused {
  if (thrown instanceof StoppedError) return { ok: false, refused: '', why: 'stopped' };
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const isRefusal =
    thrown instanceof ActRefused ||
    thrown instanceof TooLateError ||
    // An error of a service, as scripts see it.
    (thrown as Error | null)?.name === 'Exception';
  return { ok: false, refused: hostWords(message, language), why: isRefusal ? 'refused' : 'failed' };
}
