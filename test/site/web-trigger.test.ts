import type { Manifest } from '../../devsite/manifest';
import { openSite } from '../../devsite/open-site';
import { openInvocationRates } from '../../devsite/platform/invocation-rates';
import { openWebTriggers } from '../../devsite/platform/web-triggers';
import type { Site } from '../../devsite/site';
import { startWeb, type Web } from '../../devsite/web/server';
import { aSeed } from '../builders/a-jira';
import { aPlatform, monday } from '../builders/a-platform';
import { tinyApp } from '../builders/tiny-app';

jest.setTimeout(60_000);

const app = tinyApp();

interface Addresses {
  readonly url: string;
  readonly all: readonly { readonly moduleKey: string; readonly url: string }[];
}

let site: Site;
let web: Web;

beforeEach(async () => {
  site = await openSite({ appDirectory: app, runner: 'in-process', start: monday, seed: aSeed, pace: 'frozen' });
  web = await startWeb({ site, appDirectory: app, people: [], port: 0 });
});

afterEach(async () => {
  await web.close();
  await site.close();
});

const addresses = (payload: object) =>
  site.invoke({ moduleKey: 'notes', functionKey: 'addresses', payload, accountId: 'ada' }) as Promise<Addresses>;

describe('the address of a web trigger', () => {
  it('leads to the site, in the form that the manifest asks for', async () => {
    expect((await addresses({ key: 'knock' })).url).toMatch(new RegExp(`^${web.url}/public/\\w{32}$`));
    expect((await addresses({ key: 'bell' })).url).toMatch(new RegExp(`^${web.url}/x1/\\w{32}$`));
  });

  it('stays the same, unless a new one is asked for', async () => {
    const { url } = await addresses({ key: 'knock' });
    expect((await addresses({ key: 'knock' })).url).toBe(url);
    const { url: another, all } = await addresses({ key: 'knock', forceCreate: true });
    expect(another).not.toBe(url);
    expect(all).toEqual([
      { moduleKey: 'knock', url },
      { moduleKey: 'knock', url: another },
    ]);
  });

  it('leads nowhere once it was deleted', async () => {
    const { url } = await addresses({ key: 'knock' });
    expect((await addresses({ remove: url })).all).toEqual([]);
    expect((await fetch(url)).status).toBe(404);
    await expect(addresses({ remove: url })).rejects.toThrow('Failed to delete web trigger URL');
  });

  it('is not given for a key that the manifest does not have', async () => {
    await expect(addresses({ key: 'window' })).rejects.toThrow('Failed to get web trigger URL');
  });
});

describe('a request to a web trigger', () => {
  it('reaches its function as the page documents, with nobody behind it', async () => {
    const { url } = await addresses({ key: 'knock' });
    const answer = await fetch(`${url}/back/door?apples=green,red&grapes=blue&grapes=white`, {
      method: 'PUT',
      headers: { 'X-From': 'a postman', 'sec-fetch-site': 'cross-site' },
      body: '{"loud":true}',
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-door')).toBe('open');
    expect(await answer.json()).toEqual({
      method: 'PUT',
      body: '{"loud":true}',
      path: `${new URL(url).pathname}/back/door`,
      userPath: '/back/door',
      queryParameters: { apples: ['green', 'red'], grapes: ['blue', 'white'] },
      from: ['a postman'],
      asPerson: 'NEEDS_AUTHENTICATION_ERR',
    });
    expect(site.journal.recent(1)).toMatchObject([{ functionKey: 'knock', cause: 'webtrigger:knock', ok: true }]);
  });

  it('without more path has an empty one', async () => {
    const { url } = await addresses({ key: 'knock' });
    expect(await (await fetch(url)).json()).toMatchObject({
      method: 'GET',
      userPath: '',
      body: '',
      queryParameters: {},
    });
  });

  it.each(['crash', 'odd', 'sleep'])('that ends in no response (%s) is answered 500', async (body) => {
    const { url } = await addresses({ key: 'knock' });
    expect((await fetch(url, { method: 'POST', body })).status).toBe(500);
  });

  it('may run for 55 seconds', async () => {
    const { url } = await addresses({ key: 'knock' });
    const before = site.clock.now();
    await fetch(url, { method: 'POST', body: 'sleep' });
    expect(site.clock.now() - before).toBe(55_000);
  });

  it('of more than 500 KB is refused', async () => {
    const { url } = await addresses({ key: 'knock' });
    expect((await fetch(url, { method: 'POST', body: 'x'.repeat(600_000) })).status).toBe(413);
  });

  it('to a static one is answered by one of its outputs, and by nothing else', async () => {
    const { url } = await addresses({ key: 'bell' });
    const heard = await fetch(`${url}?key=heard`);
    expect(heard.status).toBe(202);
    expect(heard.headers.get('content-type')).toBe('text/plain');
    expect(await heard.text()).toBe('Heard');
    const unheard = await fetch(`${url}?key=unheard`);
    expect([unheard.status, await unheard.text()]).toEqual([403, '']);
    expect((await fetch(`${url}?key=made-up`)).status).toBe(500);
  });
});

describe('refused when the site starts is', () => {
  const opened = (modules: Manifest['modules']) => {
    const platform = aPlatform({ modules, functions: { knock: () => undefined } });
    return () => openWebTriggers({ ...platform, rates: openInvocationRates(platform.clock), siteUrl: '' });
  };

  it.each([
    ['a web trigger without a function', { webtrigger: [{ key: 'a', endpoint: 'b' }] }, 'does not simulate'],
    ['a form of address that there is not', { webtrigger: [{ key: 'a', function: 'knock', urlFormat: 'v3' }] }, 'v3'],
    [
      'a static one without outputs',
      { webtrigger: [{ key: 'a', function: 'knock', response: { type: 'static' } }] },
      'outputs',
    ],
    ['an apiRoute', { apiRoute: [{ key: 'a' }] }, 'does not simulate the apiRoute a'],
  ])('%s', (_what, modules, message) => {
    expect(opened(modules)).toThrow(message);
  });
});
