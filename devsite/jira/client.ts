import type { Caller, Client, Jira } from './jira';
import type { Json } from './json';

/** A caller's own calls: each throws on anything but 2xx, and answers the body as it went through JSON. */
export function clientFor(caller: Caller, handle: Jira['handle']): Client {
  const call = (method: string, path: string, body?: unknown): Json => {
    const answer = handle(caller, { method, path, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    if (answer.status >= 200 && answer.status < 300)
      return answer.body === undefined ? undefined : JSON.parse(JSON.stringify(answer.body));
    throw new Error(`${method} ${path} as ${caller.accountId}: ${answer.status} ${JSON.stringify(answer.body)}`);
  };
  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    put: (path, body) => call('PUT', path, body),
    delete: (path) => void call('DELETE', path),
  };
}
