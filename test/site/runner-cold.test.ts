import type { SiteOptions } from '../../devsite/site';
import { anIncidentSite, minute, move, raise, regrade, say } from '../builders/an-incident-site';
import { stateHash } from '../builders/state-hash';
import { mailsOf } from '../builders/what-is-kept';

jest.setTimeout(240_000);

/** An incident that is regraded, told of, answered, paused and resolved; half an hour goes by. */
async function story(options: Pick<SiteOptions, 'runner' | 'cold'>) {
  const site = await anIncidentSite(options);
  const issue = await raise(site, { impact: 1, urgency: 1 });
  await site.advance(12 * minute);
  await say(site, issue);
  await regrade(site, issue, { impact: 2 });
  await move(site, issue, 'Awaiting Vendor');
  await site.advance(20 * minute);
  await move(site, issue, 'Resolved');
  await site.advance(5 * minute);
  const end = { hash: stateHash(site), mails: mailsOf(site, issue).length };
  await site.close();
  return end;
}

test('a story ends in the same state when every call begins on a cold machine', async () => {
  const warm = await story({ runner: 'isolated' });
  expect(warm.mails).toBeGreaterThan(0);
  expect(await story({ runner: 'isolated', cold: true })).toEqual(warm);
});
