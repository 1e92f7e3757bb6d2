import { CarrierFault, type CarrierFaultKind } from '#sync/Carrier.ts';

/** Statuses of answers (RFC 9110, RFC 4918) that say what is wrong. */
const KINDS: Record<number, CarrierFaultKind> = {
  401: 'signIn',
  404: 'noFolder',
  405: 'noFolder',
  410: 'noFolder',
  413: 'full',
  501: 'noFolder',
  507: 'full',
};
/** What changes something; a server that refuses it to somebody whom it knows lets them only read. */
const CHANGES = ['PUT', 'MKCOL', 'DELETE'];

/** What an answer says that is none of those that were hoped for. */
export function davFault(answer: Response, method: string): CarrierFault {
  const { status, type } = answer;
  const words = `${method}: ${status} ${answer.statusText}`;
  // The address leads elsewhere: to a page where one signs in, or to the same with a slash or an s.
  if (type === 'opaqueredirect' || (status >= 300 && status < 400))
    return new CarrierFault('noFolder', words);
  if (status === 403) return new CarrierFault(CHANGES.includes(method) ? 'readOnly' : 'signIn', words);
  if (status === 405 && CHANGES.includes(method)) return new CarrierFault('readOnly', words);
  // A page in place of a listing: no WebDAV is spoken there.
  if (method === 'PROPFIND' && status >= 200 && status < 300) return new CarrierFault('noFolder', words);
  return new CarrierFault(KINDS[status] ?? 'interrupted', words);
}
