import type { Act, Area, Reply, Request, Results, Seen } from '../../protocol';
import { words } from '../words/words';

/** The server did not answer: it is not there, or the network is not. What was asked may have been done. */
export class Lost extends Error {}

/** The server does not know this browser any more: it was started anew with another token. */
export class Expired extends Error {}

/** Refused in words for the person. */
export class Refused extends Error {
  constructor(
    words: string,
    readonly why: 'refused' | 'failed' | 'stopped' | 'restarted',
  ) {
    super(words);
  }
}

/** One act, asked once. @throws Lost, Expired */
export async function post(window: string, act: Act, at?: Area, seen?: Seen): Promise<Reply> {
  const request: Request = { window, act, ...(at ? { at } : {}), ...(seen ? { seen } : {}) };
  let response: Response;
  try {
    response = await fetch('/api/do', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
  } catch {
    throw new Lost();
  }
  if (response.status === 401) throw new Expired();
  try {
    const reply = (await response.json()) as Reply;
    if (typeof reply.ok === 'boolean') return reply;
    // A fault of the program: sent again it would end the same way.
    return { ok: false, refused: words.fault(response.status), why: 'failed' };
  } catch {
    // A server that dies in the middle of an answer.
  }
  throw new Lost();
}

/** What an act gave. @throws Refused */
export function given<K extends Act['kind']>(reply: Reply): Results[K] {
  if (reply.ok) return reply.value as Results[K];
  throw new Refused(saidOf(reply), reply.why);
}

/** The words of the script or of the book; the program itself says only why. */
export function saidOf({ refused, why }: Extract<Reply, { readonly ok: false }>): string {
  if (refused !== '') return refused;
  return why === 'stopped' ? words.stoppedText : words.restartedText;
}
