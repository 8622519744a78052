/** Where an answer, a call or a refusal is not as Jira's description says, and why that is right. */
interface Exception {
  readonly of: readonly string[];
  /** What is told of each of them, to the letter. */
  readonly told: readonly string[];
  readonly why: string;
}

const userNames = 'The description itself says of the key and the name of a user that they are no longer available.';

const openExample = 'The example has it, though its own schema is closed to it.';

const promised = 'The description of `expand` promises it, though the schema is closed to it.';

const sender = 'Told of a project whose mails have a sender of their own; the call that sets one is not simulated.';

const emptyValues = [
  'Jira writes null where a field had or has no value; the description says text and does not say nullable.',
  'https://developer.atlassian.com/cloud/jira/platform/webhooks/ shows `"from": null` (2026-11).',
].join(' ');

const misnamed = 'The schema takes the words of a description for the names of row and column; its example does not.';

const roleOfNobody =
  'Only the roles of a team-managed project have a scope, and roles here are those of the whole site.';

const ofUsers = (...paths: readonly string[]) => paths.flatMap((path) => [`lacks ${path}key`, `lacks ${path}name`]);

const filters = [
  'createFilter',
  'getFilter',
  'updateFilter',
  'setFavouriteForFilter',
  'deleteFavouriteForFilter',
] as const;
const filterLists = ['getMyFilters', 'getFavouriteFilters'] as const;
const drafts = [
  'createWorkflowSchemeDraftFromParent',
  'getWorkflowSchemeDraft',
  'updateWorkflowSchemeDraft',
  'updateDraftDefaultWorkflow',
  'deleteDraftDefaultWorkflow',
  'setWorkflowSchemeDraftIssueType',
  'deleteWorkflowSchemeDraftIssueType',
] as const;
const roles = [
  'getProjectRoleById',
  'partialUpdateProjectRole',
  'fullyUpdateProjectRole',
  'getProjectRole',
  'addActorUsers',
  'setActors',
] as const;
const schemes = [
  'getPermissionScheme',
  'getPermissionSchemeGrants',
  'createPermissionScheme',
  'updatePermissionScheme',
  'assignPermissionScheme',
] as const;

const users: readonly Exception[] = [
  { of: ['getUser', 'getCurrentUser'], told: ofUsers(''), why: userNames },
  { of: ['getAllUsers', 'findUsers'], told: ofUsers('[].'), why: userNames },
  { of: ['getUsersFromGroup'], told: ofUsers('values[].'), why: userNames },
  { of: ['getVotes'], told: ofUsers('voters[].'), why: userNames },
  { of: ['getAttachment'], told: ofUsers('author.'), why: userNames },
  { of: ['getProject', 'updateProject', 'restore'], told: ofUsers('lead.'), why: userNames },
  { of: drafts, told: ofUsers('lastModifiedUser.'), why: userNames },
  { of: filters, told: ofUsers('owner.'), why: userNames },
  { of: filterLists, told: ofUsers('[].owner.'), why: userNames },
  {
    of: ['findAssignableUsers'],
    told: ['lacks '],
    why: 'The example is one user, where the schema has a list of them.',
  },
];

const shared: readonly Exception[] = [
  {
    of: filters,
    told: ['answers: approximateLastUsed must be string'],
    why: 'It is null where nothing is known, says the description of the field, whose schema does not say nullable.',
  },
  {
    of: filterLists,
    told: ['answers: [].approximateLastUsed must be string'],
    why: 'As for one filter, in a list.',
  },
  {
    of: ['getFiltersPaginated'],
    told: ['answers: values[].approximateLastUsed must be string'],
    why: 'As for one filter, in a list.',
  },
  { of: ['getFiltersPaginated'], told: ['answers: values[].isWritable is not described'], why: promised },
  {
    of: ['getAllGadgets'],
    told: ['column', 'row'].flatMap((side) => [
      `answers: gadgets[].position.${side} is not described`,
      `answers: gadgets[].position.The ${side} position of the gadget. is missing`,
    ]),
    why: misnamed,
  },
  {
    of: ['addGadget'],
    told: ['column', 'row'].flatMap((side) => [
      `answers: position.${side} is not described`,
      `answers: position.The ${side} position of the gadget. is missing`,
    ]),
    why: misnamed,
  },
  {
    of: ['addGadget', 'updateGadget'],
    told: ['column', 'row'].flatMap((side) => [
      `asks: position.${side} is not described`,
      `asks: position.The ${side} position of the gadget. is missing`,
    ]),
    why: misnamed,
  },
];

const issues: readonly Exception[] = [
  {
    of: ['getIssue'],
    told: ['from', 'fromString', 'to'].map((name) => `answers: changelog.histories[].items[].${name} must be string`),
    why: emptyValues,
  },
  {
    of: ['getChangeLogs'],
    told: ['from', 'to'].map((name) => `answers: values[].items[].${name} must be string`),
    why: emptyValues,
  },
  {
    of: ['getChangeLogsByIds'],
    told: ['from', 'to'].map((name) => `answers: histories[].items[].${name} must be string`),
    why: emptyValues,
  },
  {
    of: ['getBulkChangelogs'],
    told: ['from', 'to'].map((name) => `answers: issueChangeLogs[].changeHistories[].items[].${name} must be string`),
    why: emptyValues,
  },
  { of: ['bulkFetchIssues'], told: ['answers: expand is not described'], why: openExample },
  { of: ['bulkFetchIssues'], told: ['answers: names is not described'], why: promised },
  {
    of: ['archiveIssues'],
    told: ['lacks errors.issuesInUnlicensedProjects'],
    why: 'The products of the site are always licensed.',
  },
  {
    of: ['getBulkEditableFields'],
    told: ['description', 'id', 'priority', 'value'].map(
      (name) => `answers: fields[].fieldOptions[].${name} is not described`,
    ),
    why: 'The schema of an option names nothing at all and is closed: no option could be told.',
  },
  {
    of: ['submitBulkEdit'],
    told: [
      'cascadingSelectFields is no array',
      'colorFields is no array',
      'multipleGroupPickerFields is no array',
      'multipleSelectClearableUserPickerFields is no array',
      'multipleVersionPickerFields is no array',
      'multiselectComponents is no object',
      'originalEstimateField is no object',
      'singleVersionPickerFields is no array',
      'status is no object',
      'timeTrackingField is no object',
    ].map((what) => `501 though editedFieldsInput.${what}`),
    why: 'Fields that cannot be edited in bulk here are answered 501, whatever is given for them, and named.',
  },
  {
    of: ['submitBulkMove'],
    told: [
      'asks: targetToMultipleSourceMapping is missing',
      'asks: targetToSourcesMapping.SHED,10000.issueIdOrKeys is missing',
    ],
    why: 'The schema requires two names that neither it nor the example has: issueIdsOrKeys and targetToSourcesMapping are there.',
  },
  {
    of: ['bulkSetIssuesPropertiesList'],
    told: ['asks: properties.parcel.weight is not described'],
    why: 'The schema describes the class that reads JSON; what a property holds may be any JSON, as its description says.',
  },
  {
    of: ['bulkSetIssuePropertiesByIssue'],
    told: ['asks: issues[].properties.parcel.weight is not described'],
    why: 'As for the same properties on many issues.',
  },
];

const people: readonly Exception[] = [
  { of: roles, told: ['lacks scope'], why: roleOfNobody },
  { of: ['getAllProjectRoles'], told: ['lacks [].scope'], why: roleOfNobody },
  {
    of: roles,
    told: ['lacks actors[].user'],
    why: 'The schema is closed to it: an actor is told by actorUser or actorGroup, which the example has beside it.',
  },
  { of: ['getAllProjectRoles'], told: ['lacks [].actors[].user'], why: 'As for one role, in a list.' },
  {
    of: schemes,
    told: ['answers: permissions[].holder.group is not described'],
    why: promised,
  },
  {
    of: ['getPermissionSchemeGrant', 'createPermissionGrant'],
    told: ['answers: holder.group is not described'],
    why: promised,
  },
  {
    of: ['getAssignedPermissionScheme'],
    told: ['answers: permissions[].holder.projectRole is not described'],
    why: promised,
  },
  {
    of: ['getAllPermissionSchemes'],
    told: ['group', 'projectRole'].map(
      (name) => `answers: permissionSchemes[].permissions[].holder.${name} is not described`,
    ),
    why: promised,
  },
];

const compass = 'They are of components of Compass, which is not on the site.';
const leads = ['assignee.', 'lead.', 'realAssignee.'];
const oneComponent = ['createComponent', 'getComponent', 'updateComponent'] as const;

const components: readonly Exception[] = [
  { of: oneComponent, told: ['lacks ari', 'lacks metadata'], why: compass },
  { of: oneComponent, told: ofUsers(...leads), why: userNames },
  { of: ['getProjectComponents'], told: ['lacks [].ari', 'lacks [].metadata'], why: compass },
  { of: ['getProjectComponents'], told: ofUsers(...leads.map((path) => `[].${path}`)), why: userNames },
  {
    of: ['getProjectComponentsPaginated'],
    told: ['lacks values[].componentBean'],
    why: 'The example has it, whose schema is closed to it.',
  },
  {
    of: ['getProject', 'updateProject'],
    told: ['lacks components[].ari', 'lacks components[].metadata'],
    why: compass,
  },
  { of: ['restore'], told: ['lacks components[]'], why: 'The project that is restored here has none.' },
];

const projects: readonly Exception[] = [
  ...components,
  { of: ['searchProjects'], told: ['answers: values[].projectKeys is not described'], why: promised },
  { of: ['getAllProjects', 'getRecent'], told: ['answers: [].projectKeys is not described'], why: promised },
  { of: ['getProject', 'updateProject'], told: ['answers: projectKeys is not described'], why: promised },
  { of: ['getProject', 'updateProject', 'restore'], told: ['lacks email'], why: sender },
  {
    of: ['updateProject', 'restore'],
    told: ['lacks properties.*'],
    why: 'They are told to who asks for them, and this call has no parameter for that.',
  },
  {
    of: ['restore'],
    told: ['lacks insight'],
    why: 'It is told to who asks for it, and this call has no parameter for that.',
  },
];

const fields: readonly Exception[] = [
  {
    of: ['getFields'],
    told: ['answers: [].untranslatedName is not described'],
    why: 'The example of createCustomField, whose schema is the same, has it.',
  },
  { of: ['createCustomField'], told: ['answers: untranslatedName is not described'], why: openExample },
  {
    of: ['getFieldsPaginated'],
    told: ['lacks values[].stableId'],
    why: 'What Jira makes it of is not published; who expands it is answered 501.',
  },
  {
    of: ['getTrashedFieldsPaginated'],
    told: ['plannedDeletionDate', 'trashedBy', 'trashedDate'].map(
      (name) => `answers: values[].${name} is not described`,
    ),
    why: openExample,
  },
  {
    of: ['createAssociations'],
    told: ['associationContexts[].identifier', 'fields[].identifier'].flatMap((place) => [
      `asks: ${place} must be object`,
      `404 though ${place} is no object`,
    ]),
    why: 'The schema says object; the example, as is right for an id, gives a number and a text.',
  },
  {
    of: ['replaceCustomFieldOption'],
    told: ['lacks result'],
    why: 'The example is a task that is over; the answer tells of one that has just begun and has no result yet.',
  },
];

const configuration: readonly Exception[] = [
  {
    of: ['getAllIssueTypeSchemes', 'getIssueTypeScreenSchemes'],
    told: ['answers: values[].projects is not described'],
    why: promised,
  },
  { of: ['searchResolutions'], told: ['answers: values[].isDefault is not described'], why: openExample },
  {
    of: ['readWorkflowSchemes'],
    told: ['lacks [].scope.project'],
    why: 'The example gives a global scope a project; only a scheme of one project names it, and that has no default workflow.',
  },
  {
    of: ['readWorkflowSchemes'],
    told: ['lacks [].taskId'],
    why: 'It names a task that is changing the scheme; here a scheme is changed at once, and its task tells of issues alone.',
  },
  {
    of: ['workflowCapabilities'],
    told: ['lacks connectRules[]'],
    why: 'They are rules of Connect apps, and only one app, a Forge app, is installed.',
  },
  {
    of: ['workflowCapabilities'],
    told: ['lacks triggerRules[]'],
    why: 'They come with connected development tools, of which the site has none.',
  },
  { of: ['getServerInfo'], told: ['answers: defaultLocale is not described'], why: openExample },
  {
    of: ['evaluateJSISJiraExpression', 'evaluateJiraExpression'],
    told: ['board', 'customerRequest', 'serviceDesk', 'sprint'].map(
      (name) => `501 though context.${name} is no integer`,
    ),
    why: 'Boards, sprints and service desks are not simulated: whatever is given for them is answered 501, and names it.',
  },
];

export const exceptions: readonly Exception[] = [
  ...users,
  ...shared,
  ...issues,
  ...people,
  ...projects,
  ...fields,
  ...configuration,
];
