import type { DescribedSite } from '../a-described-site';
import { adf, aPicture, forApps, formOf } from '../a-described-site';
import type { Calls } from '../described';

const issue = { issueIdOrKey: 'POST-1' };
const worklog = { ...issue, id: 10000 };
const worklogProperty = { ...issue, worklogId: 10000, propertyKey: 'seen' };
const comment = { ...issue, id: 10000 };
const commentProperty = { commentId: 10000, propertyKey: 'seen' };
const attachment = { id: 10000 };
const work = {
  comment: adf('Sorted it'),
  started: '2026-03-02T08:00:00.000+0000',
  timeSpentSeconds: 12_000,
  visibility: forApps,
};

/** More worklogs than one answer holds; answers their ids. */
function workOften({ site, make }: DescribedSite): readonly string[] {
  const ids = Array.from({ length: 1_001 }, (): string => make('/issue/POST-2/worklog', { timeSpent: '1m' }).id);
  site.now += 2 * 60_000;
  return ids;
}

/** The directory of an archive that holds one empty file, l.txt. */
const directory = [
  ['504b0102', '1400', '1400', '00000000', '00000000', '00000000', '00000000', '00000000', '0500'],
  ['00000000', '00000000', '00000000', '00000000', '6c2e747874'],
  ['504b0506', '00000000', '0100', '0100', '33000000', '00000000', '0000'],
];

const anArchive = new File([Buffer.from(directory.flat().join(''), 'hex')], 'l.zip', { type: 'application/zip' });

/** Comments, worklogs, attachments, watchers, votes and mails. */
export const activityCalls: Calls = {
  getComments: () => ({ path: issue }),
  addComment: () => ({ path: issue, body: { body: adf('It rattles'), visibility: forApps } }),
  getComment: () => ({ path: comment }),
  updateComment: () => ({ path: comment, body: { body: adf('It does not rattle') } }),
  deleteComment: () => ({ path: comment }),
  getCommentPropertyKeys: () => ({ path: commentProperty }),
  getCommentProperty: () => ({ path: commentProperty }),
  setCommentProperty: () => ({ path: commentProperty, body: { by: 'ada' } }),
  deleteCommentProperty: () => ({ path: commentProperty }),
  getIssueWorklog: () => ({ path: issue }),
  addWorklog: () => ({ path: issue, body: work }),
  getWorklog: () => ({ path: worklog }),
  updateWorklog: () => ({ path: worklog, body: work }),
  deleteWorklog: () => ({ path: worklog }),
  getWorklogPropertyKeys: () => ({ path: worklogProperty }),
  getWorklogProperty: () => ({ path: worklogProperty }),
  setWorklogProperty: () => ({ path: worklogProperty, body: { by: 'ada' } }),
  deleteWorklogProperty: () => ({ path: worklogProperty }),
  getIdsOfWorklogsModifiedSince: (on) => {
    workOften(on);
    return { query: { expand: 'properties' } };
  },
  getIdsOfWorklogsDeletedSince: (on) => {
    for (const id of workOften(on)) on.site.asApp('DELETE', `/issue/POST-2/worklog/${id}`);
    on.site.now += 2 * 60_000;
    return {};
  },
  getWorklogsForIds: () => ({ body: { ids: [10000] } }),
  getConfiguration: () => ({}),
  getSelectedTimeTrackingImplementation: () => ({}),
  getAvailableTimeTrackingImplementations: () => ({}),
  getSharedTimeTrackingConfiguration: () => ({}),
  getIssueWatchers: () => ({ path: issue }),
  addWatcher: () => ({ path: issue, body: 'ada' }),
  removeWatcher: () => ({ path: issue, query: { accountId: 'bob' } }),
  getIsWatchingIssueBulk: () => ({ body: { issueIds: ['10000'] } }),
  getVotes: () => ({ path: issue }),
  addVote: () => ({ path: { issueIdOrKey: 'POST-2' } }),
  removeVote: () => ({ path: issue }),
  addAttachment: async () => ({ as: 'ada', path: issue, sent: await formOf(aPicture) }),
  getAttachmentMeta: () => ({}),
  getAttachmentContent: () => ({ path: attachment, query: { redirect: false } }),
  getAttachmentThumbnail: () => ({ path: attachment }),
  getAttachment: () => ({ path: attachment }),
  expandAttachmentForHumans: async ({ attach }) => ({ path: { id: await attach(anArchive) } }),
  expandAttachmentForMachines: async ({ attach }) => ({ path: { id: await attach(anArchive) } }),
  removeAttachment: () => ({ path: attachment }),
  notify: () => ({
    path: issue,
    body: {
      subject: 'A parcel',
      textBody: 'It is here.',
      to: {
        reporter: true,
        assignee: false,
        watchers: false,
        voters: false,
        users: [{ accountId: 'bob' }],
        groups: [],
      },
    },
  }),
};
