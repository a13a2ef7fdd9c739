/** gas-local has no types of its own. */
declare module 'gas-local' {
  import type { Context } from 'node:vm';

  const gas: {
    /** Runs every .js of a folder in one new context made of the globals, and gives that context. */
    require(folder: string, globals: object): Context;
  };
  export default gas;
}
