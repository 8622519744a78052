import { followIncident, type News } from '@fettle/journeys/follow-incident';
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
