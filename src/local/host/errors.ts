/**
 * An error of a Google service as scripts see it: `e.name` is "Exception", the message has no prefix.
 * Every error that the real service would throw is one of these; a bug of the host is a plain Error.
 */
export class ServiceException extends Error {
  override readonly name = 'Exception';
}

/** The service exists in the official reference, the local host does not have it: said by name, never silently. */
export class NotImplementedError extends Error {
  override readonly name = 'NotImplementedError';
  constructor(what: string) {
    super(`${what} is not implemented in the local host`);
  }
}

export function fail(message: string): never {
  throw new ServiceException(message);
}
