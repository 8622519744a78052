import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProductEvent } from '../../../devsite/jira/jira';
import type { Json } from '../../../devsite/jira/json';
import { aDescribedSite, adf } from '../../described/a-described-site';
import { isToBeChecked } from '../../described/description';

const file = join(process.env.FETTLE_REFERENCE ?? '', 'reference', 'jira-events.md');
const reference = isToBeChecked && existsSync(file) ? readFileSync(file, 'utf8') : '';

/** The names at the top of `{id, key?, fields: {summary}}` that are always there. */
const needed = (shape: string): readonly string[] =>
  shape
    .replace(/: \{[^{}]*\}/g, '')
    .replace(/[{}]/g, '')
    .split(',')
    .map((name) => name.trim().replace(/:.*$/, ''))
    .filter((name) => name !== '' && !name.endsWith('?'));

/** The keys of each event, by the table of the reference. */
const keysByEvent = (): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...reference.matchAll(/^\| `avi:jira:([\w/]+):(\w+)` \| (.*) \|$/gm)].flatMap(([, deeds = '', what, told = '']) =>
      deeds
        .split('/')
        .map((deed) => [
          `avi:jira:${deed}:${what}`,
          [...told.replace(/\([^)]*\)/g, '').matchAll(/`(\w+)(?=`|: )/g)]
            .map(([, key = '']) => key)
            .filter((key) => !key.startsWith('issue_')),
        ]),
    ),
  );

const shapeOf = (name: string): string =>
  new RegExp(`\`${name.replace(/[[\]]/g, '\\$&')}\`: \`(\\{[^\`]*\\})\``).exec(reference)?.[1] ?? '';

/** Everything that is told of an issue from its creation to its end. */
async function aLife(): Promise<readonly ProductEvent[]> {
  const { site, make } = await aDescribedSite();
  site.events.length = 0;
  const { key } = make('/issue', {
    fields: { project: { key: 'POST' }, issuetype: { name: 'Parcel' }, summary: 'x', reporter: { accountId: 'ada' } },
  });
  make(`/issue/${key}/assignee`, { accountId: 'bob' }, 'PUT');
  const { id } = make(`/issue/${key}/comment`, { body: adf('Hello') });
  site.asApp('DELETE', `/issue/${key}/comment/${id}`);
  make('/issueLink', { type: { name: 'Blocks' }, inwardIssue: { key }, outwardIssue: { key: 'POST-1' } });
  const [link] = site.asApp('GET', `/issue/${key}`).body.fields.issuelinks;
  site.asApp('DELETE', `/issueLink/${link.id}`);
  site.asApp('DELETE', `/issue/${key}`);
  return site.events;
}

const lacking = (value: Json, keys: readonly string[]): readonly string[] =>
  keys.filter((key) => value?.[key] === undefined);

const lackingInside = ({ issue, comment, changelog }: Json): readonly string[] =>
  Object.entries({ issue, comment, 'changelog.items[]': changelog?.items[0] }).flatMap(([name, part]) =>
    part === undefined ? [] : lacking(part, needed(shapeOf(name))),
  );

if (isToBeChecked) describe('the events of an issue', checked);
else test.skip('the events of an issue are not held against the reference: FETTLE_REFERENCE is not set', () => {});

function checked(): void {
  test('stand in the reference', () => {
    expect([...keysByEvent().keys()]).toContain('avi:jira:created:issue');
    expect([needed(shapeOf('issue')), needed(shapeOf('comment'))]).toEqual([
      ['id', 'key', 'fields'],
      expect.arrayContaining(['author', 'jsdPublic']),
    ]);
  });

  test('have every key that is promised of them', async () => {
    const events = await aLife();
    const kinds = keysByEvent();
    expect([...kinds.keys()].filter((kind) => !events.some(({ eventType }) => eventType === kind))).toEqual([]);
    for (const { eventType, body } of events) {
      const lacks = [...lacking(body, kinds.get(eventType) ?? []), ...lackingInside(body)];
      expect({ eventType, lacks }).toEqual({ eventType, lacks: [] });
    }
  });

  test('tell of an issue each field that is promised', async () => {
    const [, fields = ''] = /fields: (\{[^}]*\})/.exec(shapeOf('issue')) ?? [];
    const told = (await aLife()).flatMap(({ body }) => ((body as Json).issue ? [(body as Json).issue.fields] : []));
    expect(told.flatMap((each) => needed(fields).filter((name) => !Object.hasOwn(each, name)))).toEqual([]);
  });
}
