import type { IssueTracker } from '../sla/ports';

/** Jira takes ten fields at a time of histories. */
const fieldsPerAsk = 10;

/** A tracker that counts what its calls cost: a read one point and one for each object, a write one. */
export function metered(tracker: IssueTracker): { readonly tracker: IssueTracker; readonly spent: () => number } {
  let points = 0;
  const count = (cost: number) => {
    points += cost;
  };
  const counted: IssueTracker = {
    ...tracker,
    async openIssues(ask, after) {
      const page = await tracker.openIssues(ask, after);
      count(1 + page.issues.length);
      return page;
    },
    async countOpen(ask) {
      count(1);
      return tracker.countOpen(ask);
    },
    async histories(ids, fields) {
      count(Math.ceil(fields.length / fieldsPerAsk) * (1 + ids.length));
      return tracker.histories(ids, fields);
    },
    async comments(id) {
      const comments = await tracker.comments(id);
      count(1 + comments.length);
      return comments;
    },
    async statuses() {
      const statuses = await tracker.statuses();
      count(1 + statuses.length);
      return statuses;
    },
    async status(id) {
      count(1);
      return tracker.status(id);
    },
    async matches(id, jqls) {
      count(1 + jqls.length);
      return tracker.matches(id, jqls);
    },
    async edit(...ask) {
      count(1);
      return tracker.edit(...ask);
    },
    async publishSlots(...ask) {
      count(1);
      return tracker.publishSlots(...ask);
    },
  };
  return { tracker: counted, spent: () => points };
}
