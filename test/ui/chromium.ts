/** Runs a Chromium for a test file. */
import { type Browser, chromium } from 'playwright-core';
import { ARGUMENTS, findChromium } from './find-chromium';

const SLOW_MACHINE_MS = 120_000;

/**
 * describe() with one real browser for all its tests. Where no Chromium starts the tests are reported as skipped, with the
 * reason in the title: never as passed.
 */
export function inChromium(title: string, tests: (browser: () => Browser) => void): void {
  const found = findChromium();
  if ('none' in found) {
    describe.skip(`${title} (skipped: no Chromium starts here: ${found.none})`, () => {
      tests(() => {
        throw new Error('There is no browser');
      });
    });
    return;
  }
  describe(title, () => {
    let browser: Browser | null = null;
    jest.setTimeout(SLOW_MACHINE_MS);
    // A browser that starves beside other workers is asked once more, with the first failure in the log.
    jest.retryTimes(1, { logErrorsBeforeRetry: true });
    beforeAll(async () => {
      browser = await chromium.launch({
        executablePath: found.path,
        args: ARGUMENTS,
        env: found.env as Record<string, string>,
      });
    }, SLOW_MACHINE_MS);
    afterAll(async () => {
      await browser?.close();
    });
    tests(() => {
      if (!browser) throw new Error('The browser has not started');
      return browser;
    });
  });
}
