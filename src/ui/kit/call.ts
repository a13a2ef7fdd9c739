import type { RpcResult } from '../../app/rpc';

interface Runner {
  withSuccessHandler(handler: (value: RpcResult) => void): Runner;
  withFailureHandler(handler: (error: { message?: string } | null) => void): Runner;
  rpc(name: string, args: unknown): void;
}

declare const google: { script: { run: Runner; host?: { close(): void } } };

/** The command was refused in words for a person, or the server could not be reached. */
export class CallError extends Error {}

/**
 * One command of the server (app/rpc.ts) by its name; one call a screen.
 * @throws CallError with words to show
 */
export function call<T>(name: string, args: Readonly<Record<string, unknown>> = {}): Promise<T> {
  return new Promise((resolve, reject) => {
    google.script.run
      .withSuccessHandler((answer) => {
        if (answer.ok) resolve(answer.value as T);
        else reject(new CallError(answer.refused));
      })
      .withFailureHandler((error) => {
        const { lost, accounts } = russian() ? RUSSIAN : ENGLISH;
        reject(new CallError(`${error?.message ?? lost} ${accounts}`));
      })
      .rpc(name, args);
  });
}

/** The page is in the language of the person's account: the server sets `lang`. */
export function russian(): boolean {
  return document.documentElement.lang !== 'en';
}

/** Closes a dialog; a side bar closes too. */
export function close(): void {
  google.script.host?.close();
}

const RUSSIAN = {
  lost: 'Не удалось связаться с сервером.',
  accounts: 'Если в браузере открыто несколько аккаунтов Google, оставьте один и повторите.',
};
const ENGLISH = {
  lost: 'The server could not be reached.',
  accounts: 'If you are signed in to several Google accounts, keep one and try again.',
};
