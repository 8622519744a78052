import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { admin } from '../../builders/an-incident-seed';
import {
  anIncidentSite,
  edit,
  hour,
  type IncidentSite,
  minute,
  move,
  raise,
  say,
  until,
} from '../../builders/an-incident-site';
import { found } from '../../builders/what-is-kept';

const guide = readFileSync(join(__dirname, '../../../docs/agent-guide.md'), 'utf8');
const [, table = ''] = guide.split('| JQL | finds |');
const recipes = [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, jql]) => jql as string);

let site: IncidentSite;
const names = new Map<string, string>();

async function named(name: string, impact: number, urgency: number) {
  const issue = await raise(site, { impact, urgency });
  names.set(issue.key, name);
  return issue;
}

/** A Friday at noon in Berlin, after which each recipe finds something and leaves something out. */
beforeAll(async () => {
  site = await anIncidentSite();
  await until(site, '2026-11-20T08:00:00Z');
  const late = await named('resolved late', 1, 1);
  const breached = await named('breached', 1, 1);
  const again = await named('breached, then waiting', 1, 1);
  const met = await named('met', 2, 2);
  const mine = await named('mine, in time', 3, 3);
  for (const issue of [late, breached, again, met, mine]) await say(site, issue);
  await edit(site, mine, { assignee: { accountId: admin } });
  await move(site, met, 'Resolved');
  await site.advance(4 * hour + minute);
  await move(site, late, 'Resolved');
  await move(site, again, 'Awaiting Vendor');
  const waiting = await named('waiting', 2, 2);
  await say(site, waiting);
  await move(site, waiting, 'Awaiting User Info');
  await named('unanswered, late', 1, 1);
  await site.advance(16 * minute);
  await named('unanswered', 3, 3);
  await site.advance(6 * minute);
});
afterAll(() => site.close());

const finds: Readonly<Record<string, readonly string[]>> = {
  'sla1State = running ORDER BY sla1Due': ['unanswered', 'unanswered, late'],
  'sla1State = running AND sla1Due < now()': ['unanswered, late'],
  'sla2State = running AND sla2Due < now()': ['breached'],
  '(sla2State = running AND sla2Due < now()) OR (sla2State = paused AND sla2Result = breached)': [
    'breached',
    'breached, then waiting',
  ],
  'sla2State = running AND sla2Due > now() AND sla2Due < 4h ORDER BY sla2Due': ['unanswered, late'],
  'sla2State = running AND sla2Due <= endOfDay()': ['breached', 'unanswered, late'],
  'sla2State = paused': ['breached, then waiting', 'waiting'],
  'sla2Result = met AND resolved >= -30d': ['met'],
  'sla2State = completed AND sla2Result = breached': ['resolved late'],
  'sla2EverBreached = yes AND statusCategory != Done': ['breached, then waiting'],
  'assignee = currentUser() AND sla2State = running ORDER BY sla2Due': ['mine, in time'],
  '"Next due" < 2h ORDER BY "Next due"': ['breached', 'breached, then waiting', 'unanswered, late'],
};

test('the guide has no recipe that is not tried', () => expect(recipes).toEqual(Object.keys(finds)));

test.each(Object.entries(finds))('%s', async (jql, those) => {
  expect((await found(site, jql)).map((key) => names.get(key)).sort()).toEqual(those);
});
