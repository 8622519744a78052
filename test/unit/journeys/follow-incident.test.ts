import { followIncident, type News } from '@fettle/journeys/follow-incident';
import { standingOf } from '@fettle/journeys/standing-of';
import type { IssueTracker } from '@fettle/sla/ports';
import { aConfiguration, aSmallWorld, at } from '../../builders/a-small-world';
import { aDefinition, aGoal } from '../sla/builders';

/** News of one field's change at a minute. */
const news = (minute: number, field: string, from: string | null, to: string | null, by = 'abel'): News => ({
  issueId: '1',
  issueTypeId: '10',
  updated: at(minute),
  change: { at: at(minute), by, items: [{ field, from, to }] },
});
const born: News = { issueId: '1', issueTypeId: '10', updated: at(0) };

describe('what only Jira can judge', () => {
  const asked = [{ field: 'jql:abc', jql: 'labels = vip', fields: ['labels'] }];
  const definition = { ...aDefinition({ goals: [aGoal('rest', 4, 'always')] }), asked };

  test.each([
    ['labels', 1],
    ['summary', 0],
  ])('is asked about when news of %s comes late: %i times', async (field, times) => {
    let calls = 0;
    const matches: IssueTracker['matches'] = async (_id, jqls) => {
      calls += 1;
      return jqls.map(() => true);
    };
    const { world } = aSmallWorld({ matches }, aConfiguration({ definitions: [definition] }));
    await followIncident(born, world);
    await followIncident(news(10, 'description', 'x', 'y'), world);
    const before = calls;
    await followIncident(news(9, field, '', 'vip'), world);
    expect(calls - before).toBe(times);
  });
});

describe('a comment that an event tells of', () => {
  const said = (id: string): News => ({
    ...born,
    updated: at(10),
    comment: { id, at: at(10), by: 'abel', byApp: false, audience: 'public' },
  });
  const definition = aDefinition({
    stop: [{ kind: 'comment', by: 'not-reporter' }],
    goals: [aGoal('rest', 4, 'always')],
  });

  test('of an issue that is read with its comments is no answer where it is not among them', async () => {
    const { world, recordOf } = aSmallWorld({}, aConfiguration({ definitions: [definition] }));
    await followIncident(said('2'), world);
    expect(recordOf('1')?.facts.comments).toMatchObject([{ id: '2', audience: 'internal' }]);
  });
});

describe('a change of priority', () => {
  type History = Awaited<ReturnType<IssueTracker['histories']>>;

  /** A world whose history is what was told, the app's own edits ten minutes after the beginning. */
  function aWorldOf(...told: readonly NonNullable<News['change']>[]) {
    const edits: string[] = [];
    const reads: (readonly string[])[] = [];
    const changes = [...told];
    const small = aSmallWorld({
      edit: async (_id, field, value) => {
        edits.push(value);
        const instant = at(9 + edits.length);
        const from = changes.findLast(({ items }) => items.some((item) => item.field === field))?.items[0]?.to ?? '1';
        changes.push({ at: instant, by: null, items: [{ field, from, to: value }] });
        return instant;
      },
      histories: async (_ids, fields): Promise<History> => {
        reads.push(fields);
        return new Map([['1', changes]]);
      },
    });
    return { ...small, edits, reads };
  }
  const lower = news(4, 'impact', 'a', 'b');
  const lowerStill = news(5, 'priority', '1', '4');

  test('by a person, heard of after the app has set the priority, is given back', async () => {
    const { world, edits, recordOf } = aWorldOf(lower.change!, lowerStill.change!);
    for (const one of [born, lower, lowerStill, lowerStill]) await followIncident(one, world);
    expect(edits).toEqual(['2', '4']);
    expect(standingOf(recordOf('1')!, aConfiguration())).toMatchObject({
      state: 'overridden',
      by: 'abel',
      priority: '4',
    });
  });

  test('by a person, heard of late and made before impact changed, is not given back', async () => {
    const early = news(3, 'priority', '1', '4');
    const { world, edits } = aWorldOf(early.change!, lower.change!);
    for (const one of [born, lower, early]) await followIncident(one, world);
    expect(edits).toEqual(['2']);
  });

  test('by a person is an override, and its history is read once to tell that it was no app', async () => {
    const raised = news(4, 'priority', '1', '3');
    const { world, edits, reads, recordOf } = aWorldOf(raised.change!);
    for (const one of [born, raised, raised]) await followIncident(one, world);
    expect([edits, reads]).toEqual([[], [['priority']]]);
    expect(standingOf(recordOf('1')!, aConfiguration())).toMatchObject({ state: 'overridden', by: 'abel' });
  });

  test('by an app is owed back, by event as by history', async () => {
    const raised = news(4, 'priority', '1', '3', 'automation');
    const { world, edits, recordOf } = aWorldOf({ ...raised.change!, by: null });
    for (const one of [born, raised]) await followIncident(one, world);
    expect(edits).toEqual(['1']);
    expect(recordOf('1')?.facts.changes.map(({ by }) => by)).toEqual([null, null]);
  });

  test('to what the matrix gives costs no read', async () => {
    const { world, edits, reads } = aWorldOf();
    const other = news(3, 'status', 'New', 'Open');
    for (const one of [born, other, news(4, 'priority', '1', '1')]) await followIncident(one, world);
    expect([edits, reads]).toEqual([[], []]);
  });
});
