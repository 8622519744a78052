/** Names that a thing has; what is under one that is `undefined` may have any. */
export type Shape = { readonly [name: string]: Shape | undefined };

const named = (names: string): Shape => Object.fromEntries(names.split(/\s+/).map((name) => [name, undefined]));

/** https://developer.atlassian.com/platform/forge/events-reference/product_events/ (2026-08) */
const ofEveryEvent = named(
  'eventType selfGenerated timestamp atlassianId associatedUsers retryContext context runtime',
);

/**
 * What the page documents of an issue, as its type and as its example write it, and Jira's own fields, which real events
 * have now and then. Fields of a site are told by their ids.
 */
const fields = named(
  `summary issuetype issueType creator created project reporter assignee updated status priority labels components
  versions fixVersions resolution resolutiondate description environment duedate parent security subtasks issuelinks
  attachment comment worklog timetracking timeestimate timeoriginalestimate timespent aggregatetimeestimate
  aggregatetimeoriginalestimate aggregatetimespent progress aggregateprogress statuscategorychangedate statusCategory
  votes watches workratio lastViewed issuerestriction`,
);

export const has = (shape: Shape, name: string): boolean =>
  Object.hasOwn(shape, name) || (shape === fields && /^customfield_\d+$/.test(name));

const issue: Shape = { ...named('id key'), fields };
const comment = named('id author updateAuthor body created updated jsdPublic visibility parent');

const ofIssue: Shape = { issue, ...named('clonedFrom changelog jiraEventTypeName associatedStatuses') };
const ofComment: Shape = { ...ofIssue, comment };

/**
 * What an event of Jira's has beside what every event has, by what happens to what, or by what it happens to.
 * https://developer.atlassian.com/platform/forge/events-reference/jira/ (2026-11)
 */
const ofJira: Readonly<Record<string, Shape>> = {
  issue: ofIssue,
  'commented:issue': ofComment,
  'viewed:issue': { ...ofIssue, ...named('user') },
  'mentioned:issue': { ...ofIssue, ...named('mentionedAccountIds') },
  'deleted:comment': ofComment,
  'mentioned:comment': { ...ofComment, ...named('mentionedAccountIds') },
  'issue-property': { issue, ...named('property') },
  issuelink: named('id sourceIssueId destinationIssueId sourceProjectId destinationProjectId issueLinkType'),
  worklog: named('worklog'),
  attachment: named('attachment'),
  issuetype: named('issueType'),
  field: named('id key type typeName name description'),
  'field:context': named('id fieldId fieldKey name description projectIds issueTypeIds'),
  'field:context:configuration': named('customFieldId customFieldKey configurationId fieldContextId configuration'),
  expression: named('extensionId workflowId workflowName conditionId validatorId expression errorMessages'),
  version: named('version mergedVersion newAffectsVersion newFixVersion customFieldReplacements'),
  project: named('project'),
  component: named('component'),
  user: named('user'),
  filter: named('filter'),
  configuration: named('property'),
};

/** Nobody says here what events of other products, and of an app's life, have. */
function shapeOfOne(eventType: string): Shape | undefined {
  const [, verb = '', thing = ''] = /^avi:jira:([^:]+):(.+)$/.exec(eventType) ?? [];
  return ofJira[`${verb}:${thing}`] ?? ofJira[thing];
}

/** What an expression over these events may name, when each of them is known. */
export function shapeOf(eventTypes: readonly string[]): Shape | undefined {
  const shapes = eventTypes.map(shapeOfOne);
  if (shapes.length === 0 || shapes.includes(undefined)) return undefined;
  return Object.assign({}, ofEveryEvent, ...shapes);
}
