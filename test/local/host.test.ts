import { createHost } from '../../src/local/host/host';

test('a documented service that the host lacks names itself', () => {
  const { globals } = createHost();
  const drive = globals.DriveApp as { getFileById(id: string): unknown };
  expect(() => drive.getFileById('x')).toThrow('DriveApp.getFileById is not implemented in the local host');
});
